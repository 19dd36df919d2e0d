// Kinds of proof somebody registered and Tessera does not read: a document with one is neither good nor
// broken here. A kind nobody registered is no proof (W3C Data Integrity 1.0, section 4.4).
// Sources: W3C Verifiable Credential Extensions (securing mechanisms), the security vocabulary
// (w3id.org/security), the CCG's registry of linked-data suites, and drafts in use under their own name.

/** Values of `cryptosuite` in a DataIntegrityProof. */
const cryptosuites: ReadonlySet<string> = new Set([
  'ecdsa-sd-2023',
  'bbs-2023',
  'mldsa44-rdfc-2024',
  'mldsa44-jcs-2024',
  'slhdsa128-rdfc-2024',
  'slhdsa128-jcs-2024',
  'falcon512-rdfc-2024',
  'falcon512-jcs-2024',
  'bip340-rdfc-2025',
  'bip340-jcs-2025',
  'schnorr-secp256k1-rdfc-2025',
  'schnorr-secp256k1-jcs-2025',
  'merkle-proof-2019',
  'anoncreds-2023',
  'anoncredsvc-2023',
  // Names of drafts, and the one the Open Badges vocabulary writes.
  'ecdsa-2019',
  'ecdsa-xi-2023',
  'jcs-eddsa-2022',
  'json-eddsa-2022',
  'eddsa-rdf-2022',
])

/** Values of `type` of a proof that has no cryptosuite. */
const types: ReadonlySet<string> = new Set([
  'AleoSignature2021',
  'AnonCredDerivedCredentialv1',
  'BbsBlsBoundSignature2020',
  'BbsBlsBoundSignatureProof2020',
  'BbsBlsSignature2020',
  'BbsBlsSignatureProof2020',
  'BJJSignature2021',
  'CLSignature2019',
  'ChainpointSHA256v2',
  'EcdsaKoblitzSignature2016',
  'EcdsaSecp256k1RecoverySignature2020',
  'EcdsaSecp256k1Signature2019',
  'EcdsaSecp256k1Signature2020',
  'EcdsaSecp256r1Signature2019',
  'Ed25519Signature2018',
  'EthereumEip712Signature2021',
  'EthereumPersonalSignature2021',
  'GpgSignature2020',
  'GraphSignature2012',
  'Iden3SparseMerkleTreeProof',
  'JcsEd25519Signature2020',
  'JcsEd25519Signature2022',
  'JsonWebSignature2020',
  'LinkedDataSignature2015',
  'LinkedDataSignature2016',
  'MerkleProof2017',
  'MerkleProof2019',
  'MerkleProof2021',
  'RsaSignature2015',
  'RsaSignature2016',
  'RsaSignature2017',
  'RsaSignature2018',
  'SchnorrSecp256k1Signature2019',
  'SolanaSignature2021',
  'TezosJcsSignature2021',
  'TezosSignature2021',
])

/** Whether a kind of proof that is not read here is one somewhere else. */
export function isForeignSuite(type: string, cryptosuite: string | undefined): boolean {
  return cryptosuite === undefined ? types.has(type) : cryptosuites.has(cryptosuite)
}
