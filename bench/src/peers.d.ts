// The peers that bring no types of their own; only what the judges use.

declare module '@digitalbazaar/vc'
declare module '@digitalbazaar/data-integrity'
declare module '@digitalbazaar/ed25519-multikey'
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
declare module 'rdf-validate-shacl'
declare module 'jsonld'
declare module 'n3'
