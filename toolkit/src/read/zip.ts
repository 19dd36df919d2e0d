// Archives (PKWARE APPNOTE 6.3.10) as spreadsheets and people write them. What one program reads in another way than
// the next (two tables of contents, entries that overlap, names that climb out of a folder) is refused, and no
// length that an archive says of itself is believed: bytes are counted as they come.

import { crc32 } from '../machine/crc32.ts'
import { inflate } from '#machine'
import { limits } from '../limits.ts'
import { attempt, refuse } from '../refusal.ts'
import { utf8Decode } from './utf8.ts'

export interface ZipEntry {
  /** Path inside the archive, with `/`; no folder climbs out of it. */
  readonly name: string
  /** Bytes it says it has; it is held to them. */
  readonly size: number
  /** Unpacks it. Refuses `zip.damaged`, `zip.too-large`, `zip.nested`. */
  read(): Promise<Uint8Array>
}

interface Listed {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

const damaged = (place = ''): never => refuse('zip.damaged', place, 'The archive is damaged.')

/** The files of an archive, in its own order. Refuses `zip.*` before anything is unpacked. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const listed = contents(view, bytes)
  let unpacked = 0
  const names = new Set<string>()
  for (const { name, size } of listed) {
    const same = name.normalize('NFC').toLowerCase()
    if (names.has(same)) refuse('zip.name-twice', name, 'The archive holds this name twice.')
    names.add(same)
    unpacked += size
    if (size > limits.zip.entry || unpacked > limits.zip.unpacked)
      refuse('zip.too-large', name, 'What the archive holds is too large.')
  }
  const placed = bodies(view, bytes, listed)
  return placed
    .filter(({ entry }) => !entry.name.endsWith('/'))
    .map(({ entry, from }) => ({
      name: entry.name,
      size: entry.size,
      read: () => unpack(bytes.subarray(from, from + entry.packed), entry),
    }))
}

// ------------------------------------------------------------------------------ the table of contents

function contents(view: DataView, bytes: Uint8Array): readonly Listed[] {
  const end = endOf(view)
  const disks = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)]
  const here = view.getUint16(end + 8, true)
  const count = view.getUint16(end + 10, true)
  const length = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff)
    refuse('zip.form', '', 'The archive is of the kind for very large files, which is not read.')
  if (disks.some((disk) => disk !== 0) || here !== count)
    refuse('zip.form', '', 'The archive is one part of several.')
  if (count > limits.zip.entries) refuse('zip.entries', '', 'The archive holds too many files.')
  if (start + length !== end) damaged()
  const listed: Listed[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) damaged()
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const [nameLength = 0, extra = 0, comment = 0] = lengths
    const next = at + 46 + nameLength + extra + comment
    if (next > end) damaged()
    const flags = view.getUint16(at + 8, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), flags)
    // High half: the file's kind where a Unix wrote it. Links and devices are no files.
    const kind = (view.getUint32(at + 38, true) >>> 16) & 0o170000
    if (kind !== 0 && kind !== 0o100000 && kind !== 0o040000)
      refuse('zip.link', name, 'The archive holds a link or something else that is no file.')
    if ((flags & 0x2041) !== 0) refuse('zip.encrypted', name, 'The archive is locked.')
    const method = view.getUint16(at + 10, true)
    if (method !== 0 && method !== 8)
      refuse('zip.method', name, 'The archive is packed in a way that is not read.')
    listed.push({
      name,
      method,
      flags,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = next
  }
  if (at !== end) damaged()
  return listed
}

/** The last record. Its comment must reach the end exactly, so that no second one can be hidden in it. */
function endOf(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === endSignature)
      return at + endLength + view.getUint16(at + 20, true) === view.byteLength ? at : damaged()
  return refuse('zip.none', '', 'The file is no archive.')
}

function nameOf(raw: Uint8Array, flags: number): string {
  if (raw.length > limits.zip.name) refuse('zip.name', '', 'A name in the archive is too long.')
  // Without the flag the alphabet of the name is anybody's guess: only plain letters can be read.
  if ((flags & 0x0800) === 0 && raw.some((byte) => byte > 0x7e))
    refuse('zip.name', '', 'A name in the archive is not written in UTF-8.')
  const name = utf8Decode(raw)
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/')
  const climbs = parts.some((part) => part === '' || part === '.' || part === '..')
  // Characters that turn the text or cannot be seen, and what other systems take for a folder or a drive.
  if (climbs || /[\\:\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name))
    refuse('zip.name', '', 'A name in the archive is not one a file may have.')
  return name
}

// ------------------------------------------------------------------------------ the bodies

interface Placed {
  readonly entry: Listed
  readonly from: number
}

/** Each entry has bytes of its own: none begins inside another, before the first or after the last. */
function bodies(view: DataView, bytes: Uint8Array, listed: readonly Listed[]): readonly Placed[] {
  const tableStart = view.getUint32(endOf(view) + 16, true)
  const placed = listed.map((entry): Placed => {
    const { at, name } = entry
    if (at + 30 > tableStart || view.getUint32(at, true) !== localSignature) damaged(name)
    const nameLength = view.getUint16(at + 26, true)
    const from = at + 30 + nameLength + view.getUint16(at + 28, true)
    if (from + entry.packed > tableStart) damaged(name)
    const own = bytes.subarray(at + 30, at + 30 + nameLength)
    if (nameOf(own, view.getUint16(at + 6, true)) !== name) differs(name)
    if (view.getUint16(at + 8, true) !== entry.method) differs(name)
    // Bit 3: the lengths follow the body, and stand here as zeros.
    const later = (entry.flags & 8) !== 0
    const lengths = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)]
    const said = [entry.packed, entry.size]
    if (lengths.some((value, i) => value !== said[i] && !(later && value === 0))) differs(name)
    return { entry, from }
  })
  const inOrder = placed.toSorted((a, b) => a.entry.at - b.entry.at)
  let free = 0
  for (const { entry, from } of inOrder) {
    if (entry.at < free)
      refuse('zip.overlap', entry.name, 'Files of the archive share their bytes.')
    free = from + entry.packed
  }
  if (inOrder.length > 0 && inOrder[0]?.entry.at !== 0)
    refuse('zip.form', '', 'Something stands before the archive.')
  return placed
}

const differs = (name: string): never =>
  refuse('zip.differs', name, 'The archive says two things of one file.')

async function unpack(packed: Uint8Array, entry: Listed): Promise<Uint8Array> {
  const { name, method, size, crc } = entry
  if (method === 0 && packed.length !== size) differs(name)
  const bytes = method === 0 ? packed : await inflated(packed, entry)
  if (bytes.length !== size) differs(name)
  if (crc32(bytes) !== crc) refuse('zip.checksum', name, 'A file of the archive is damaged.')
  // An archive in an archive is never opened, and nothing that is read here needs one.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    refuse('zip.nested', name, 'The archive holds another archive.')
  return bytes
}

async function inflated(packed: Uint8Array, { name, size }: Listed): Promise<Uint8Array> {
  const answer = await attempt(() => inflate('raw', packed, Math.max(size, 1)))
  return answer.ok ? answer.value : damaged(name)
}
