// Who signs. Drivers (encrypted file, PKCS#12, later PKCS#11 and remote) stand behind this interface,
// so that no format knows where a key lives.

import type { Algorithm, PublicJwk } from '#machine'

export interface Signer {
  readonly algorithm: Algorithm
  readonly publicKey: PublicJwk
  /** DID URL of the key in the issuer's DID document, such as `did:web:uni.example#key-2026-1`. */
  readonly verificationMethod?: string
  /** The key's certificates, DER, leaf first, without the anchor; empty where the key has none. */
  readonly certificates: readonly Uint8Array[]
  /** Signs the bytes: r‖s for ECDSA, RFC 8032 for Ed25519, the plain block for RSA. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** An issuer's keys by what they are for. */
export interface Keyring {
  /** Ed25519, for Data Integrity proofs. */
  readonly proof: Signer
  /** EC or RSA with an e-seal certificate, for JAdES, SD-JWT VC, VC-JWT and token status lists. */
  readonly seal: Signer
}
