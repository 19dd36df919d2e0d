// The frame of a gzip file (RFC 1952): read by ourselves, because engines differ. Node takes several members one
// after another for one text, browsers refuse them; here a file has one member, and all of it counts.

import { crc32 } from './crc32.ts'

export interface GzipFrame {
  /** The raw deflate data (RFC 1951) between header and trailer. */
  readonly data: Uint8Array
  /** CRC-32 of what it inflates to, and its length. */
  readonly checksum: number
  readonly length: number
}

const headerChecksum = 2
const extra = 4
const name = 8
const comment = 16
const reserved = 0xe0

/** The frame around the data; undefined for anything that is not one. */
export function gzipFrame(bytes: Uint8Array): GzipFrame | undefined {
  const [id1, id2, method, flags = reserved] = bytes
  if (id1 !== 0x1f || id2 !== 0x8b || method !== 8 || (flags & reserved) !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = bytes.length - 8
  let at = 10
  if ((flags & extra) !== 0) {
    if (at + 2 > end) return undefined
    at += 2 + view.getUint16(at, true)
  }
  for (const flag of [name, comment]) {
    if ((flags & flag) === 0) continue
    const zero = bytes.indexOf(0, at)
    if (zero < 0) return undefined
    at = zero + 1
  }
  if ((flags & headerChecksum) !== 0) {
    if (at + 2 > end || view.getUint16(at, true) !== (crc32(bytes.subarray(0, at)) & 0xffff))
      return undefined
    at += 2
  }
  if (at > end) return undefined
  return {
    data: bytes.subarray(at, end),
    checksum: view.getUint32(end, true),
    length: view.getUint32(end + 4, true),
  }
}

/** Whether the trailer tells of these bytes. */
export function fitsFrame({ checksum, length }: GzipFrame, bytes: Uint8Array): boolean {
  return bytes.length % 2 ** 32 === length && crc32(bytes) === checksum
}
