// A signed token kept in a text file: editors and shells end a file with a line break, which is the file's and not
// the token's. Readers refuse white space in a token, so whoever reads the file takes it off.

/** The bytes of a file without the one line break behind a token; any other file as it is. */
export function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  // Tokens begin with the letter e, which is an open brace in base64url.
  if (bytes[0] !== 0x65 || bytes.at(-1) !== 0x0a) return bytes
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1)
}
