// Which Ed25519 public keys are keys at all. RFC 8032 leaves it open, and libraries differ; with a point of small
// order one signature fits many texts. WebCrypto's specification refuses them too (Secure Curves, Ed25519 verify).

/** Points of small order in their canonical form, and the two whose x is zero with a sign, hex. */
const weak = new Set([
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
])

/** What they begin with: hardly another point does, and its hex need not be written down. */
const weakStarts = new Set([...weak].map((hex) => Number.parseInt(hex.slice(0, 2), 16)))

/** The 32 bytes of a JWK member `x` or `d`; undefined when it is not in its one form. */
export function ed25519Bytes(text: string | undefined): Uint8Array | undefined {
  if (text === undefined || !/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text)) return undefined
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

/** Whether `x` is a key: below the field's prime, and not of small order. */
export function isEd25519Key(x: string | undefined): boolean {
  const bytes = ed25519Bytes(x)
  return bytes !== undefined && isSoundPoint(bytes)
}

/** Whether a signature has the form all libraries agree on: 64 bytes, its first point as sound as a key. */
export function isEd25519Signature(signature: Uint8Array): boolean {
  return signature.length === 64 && isSoundPoint(signature.subarray(0, 32))
}

function isSoundPoint(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0
  const last = (bytes[31] ?? 0) & 0x7f
  const aboveThePrime =
    last === 0x7f && first >= 0xed && bytes.subarray(1, 31).every((byte) => byte === 0xff)
  return !aboveThePrime && !(weakStarts.has(first) && weak.has(hexOf(bytes)))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
