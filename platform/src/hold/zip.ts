// A zip archive of files as they are (APPNOTE 6.3.10, method 0). The files inside are small or packed already;
// what is not compressed can be read from the archive in fifty years with any editor.

import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** With slashes between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

const utf8Names = 0x0800
const version = 20

/** The time of MS-DOS: two seconds a step, from 1980. */
function dosTime(date: Date): { readonly time: number; readonly day: number } {
  const year = Math.max(1980, date.getUTCFullYear())
  return {
    time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    day: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  }
}

export function writeZip(entries: readonly ZipEntry[], made: Date): Uint8Array {
  const { time, day } = dosTime(made)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8')
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(version, 0)
    shared.writeUInt16LE(utf8Names, 2)
    shared.writeUInt16LE(0, 4)
    shared.writeUInt16LE(time, 6)
    shared.writeUInt16LE(day, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(bytes.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, nameBytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const by = Buffer.from([version, 0])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), by, shared, tail, nameBytes]))
    parts.push(local, Buffer.from(bytes))
    offset += local.length + bytes.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end])
}
