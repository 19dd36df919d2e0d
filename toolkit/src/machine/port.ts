// What Node and the browser do each in their own way: hashes, signatures, inflation.
// Everything else in the toolkit is plain computation. `#machine` picks the right one.

/** JOSE names of the signature algorithms Tessera knows (RFC 7518, RFC 8037, RFC 9864). No symmetric one, ever. */
export type Algorithm =
  | 'EdDSA'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'

/** A public key (RFC 7517): EC P-256/P-384/P-521, OKP Ed25519, RSA. Never holds a private member. */
export interface PublicJwk {
  readonly kty: 'EC' | 'OKP' | 'RSA'
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
  readonly kid?: string
  readonly alg?: string
}

/** A private key (RFC 7517). Lives in key drivers and the test certificate authority only. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string
  readonly p?: string
  readonly q?: string
  readonly dp?: string
  readonly dq?: string
  readonly qi?: string
}

export type HashName = 'sha256' | 'sha384' | 'sha512'

export type Compression = 'gzip' | 'zlib' | 'raw'

/** Gives `length` random bytes. Passed in, never taken. */
export type Random = (length: number) => Uint8Array

export interface Machine {
  sha256(bytes: Uint8Array): Uint8Array
  sha384(bytes: Uint8Array): Uint8Array
  sha512(bytes: Uint8Array): Uint8Array
  /** The hash of a text's UTF-8 bytes, written down: one call for the many short texts of a credential. */
  hashText(hash: HashName, text: string, form: 'hex' | 'base64url'): string
  /**
   * Whether `signature` over `data` was made with `key`. ECDSA signatures are r‖s (RFC 7518, 3.4), Ed25519 as
   * RFC 8032. False for a signature or a key of the wrong shape, for a key that does not fit the algorithm,
   * and for RSA keys under 2048 bits; it never throws for bad input. `hash` is for ECDSA alone, where it is another
   * than the curve's own: X.509 does not tie the two together as JOSE does.
   */
  verifySignature(
    algorithm: Algorithm,
    key: PublicJwk,
    data: Uint8Array,
    signature: Uint8Array,
    hash?: HashName,
  ): Promise<boolean>
  /** Signs `data`; the same signature forms as {@link verifySignature}. */
  sign(algorithm: Algorithm, key: PrivateJwk, data: Uint8Array): Promise<Uint8Array>
  /** Inflates at most `limit` bytes; refuses (`inflate.too-large`, `inflate.broken`) beyond it or on trailing bytes. */
  inflate(form: Compression, bytes: Uint8Array, limit: number): Promise<Uint8Array>
  deflate(form: Compression, bytes: Uint8Array): Promise<Uint8Array>
}
