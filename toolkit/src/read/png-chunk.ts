// Chunks of a PNG with their checksum (W3C PNG, section 5.3).

import { crc32 } from '../machine/crc32.ts'
import { utf8 } from './utf8.ts'

export { crc32 }

/** One chunk: length, type, data, CRC. */
export function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(utf8(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}
