// Every budget of the toolkit. Lengths come before every decoder; a value over its budget is refused,
// never cut.

const KiB = 1024
const MiB = 1024 * KiB

export const limits = {
  /**
   * Bytes of one file given to the verifier: as much as is read in 64 MiB of memory, a sealed one being decoded twice
   * (official EDC transcripts are 1.2 MB).
   */
  file: 9 * MiB,
  /** Letters of a badge as JSON or token, whose statements are written out more than once; of a drawing with one in it. */
  badge: 2.5 * MiB,
  drawing: 6 * MiB,
  /** Characters of one compact token (JWS, SD-JWT with disclosures). */
  token: 4 * MiB,
  /** Characters of one signed header (six certificates and more) and of one signature (RSA with 8192 bits is 1366). */
  jose: { header: 256 * KiB, signature: 2 * KiB },
  /** Characters of one base58 value: a P-521 signature is 180, an RSA key 720. */
  base58: 1024,
  /** Characters of one number of a key: an 8192-bit RSA modulus is 1366. */
  keyNumber: 1400,
  /** Depth and number of values of one JSON text. */
  json: { depth: 64, values: 100_000 },
  /** Disclosures of one SD-JWT. */
  disclosures: 1_000,
  /** Certificates of one chain, bytes of one certificate. */
  certificates: { chain: 6, bytes: 16 * KiB },
  /** Bytes of one time-stamp token or answer, tokens and certificates looked at, unsigned properties of a seal. */
  timeStamp: { bytes: 64 * KiB, tokens: 3, certificates: 10, properties: 64 },
  /** Nested values of one DER text; bytes of one certificate revocation list. */
  der: { depth: 24 },
  revocationList: 4 * MiB,
  /** Bytes of one trust list, one DID document, one key file, one PKCS#12 file. */
  trustList: 8 * MiB,
  didDocument: 256 * KiB,
  keyFile: 256 * KiB,
  /** Characters of the name of a key in a token (RFC 7512); certificates looked at in one. */
  pkcs11Uri: 2_000,
  tokenCertificates: 50,
  /** Bytes of one resource a resolver answers with. */
  resource: 4 * MiB,
  /** Bytes a status list may inflate to (16 MiB hold 134 million one-bit entries). */
  statusList: 16 * MiB,
  /** Fewest entries of a status list (W3C Bitstring Status List 1.0, section 3.1). */
  statusEntries: 131_072,
  /** Seconds a copy of a status list counts that says neither until when nor for how long: one day. */
  statusAgeSeconds: 86_400,
  /** Status lists one credential may name: each may cost a look-up. */
  statusReferences: 8,
  /** Bytes of one image, of the credential inside it, and the most chunks of a PNG. */
  image: { bytes: 16 * MiB, credential: 2.5 * MiB, chunks: 10_000 },
  /** Bytes an image may unpack to (a flood of pixels): 2,290 × 2,290 in four colours. */
  pixels: 20 * MiB,
  /** Depth of an SVG drawing; its elements, texts and attributes in all; attributes of one element. */
  xml: { depth: 100, parts: 100_000, attributes: 100 },
  /**
   * Statements of one credential, characters of one in N-Quads, sets of terms its kinds of objects bring (an Open
   * Badge has 15), and the steps of RDFC-1.0 that tell blank nodes apart by their neighbours (a step is about 2
   * microseconds).
   */
  rdf: { quads: 20_000, line: 256 * KiB, termTables: 200, work: 60_000 },
  /** Proofs of one credential or signatures of one JWS. */
  proofs: 8,
  /** Rows of one cohort file, bytes of one, characters of one cell. */
  cohort: { rows: 100_000, bytes: 32 * MiB, cell: 2_000 },
  /** Files of one archive, bytes of one name, bytes one file and all of them may unpack to. */
  zip: { entries: 1_000, name: 255, entry: 32 * MiB, unpacked: 64 * MiB },
  /** Parts of the XML of one sheet: 20,000 rows of a cohort; columns of a table. */
  sheet: { parts: 2_000_000, columns: 500 },
  /** Characters and pages of one certificate. */
  certificate: { characters: 60_000, pages: 12 },
  /** Bytes of one design, organisation or issuer file. */
  design: 2 * MiB,
  /** Clocks may differ by this many seconds before a date in the future is refused. */
  clockSkewSeconds: 300,
} as const
