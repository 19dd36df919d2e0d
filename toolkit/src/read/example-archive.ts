// For tests only: archives and workbooks as programs write them.

import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../machine/crc32.ts'

type Given = readonly [name: string, content: string | Uint8Array, how?: 'packed']

export function archiveOf(files: readonly Given[]): Uint8Array {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const [name, content, how] of files) {
    const raw = Buffer.from(content)
    const body = how === 'packed' ? deflateRawSync(raw) : raw
    const path = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(how === 'packed' ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(raw), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(raw.length, 18)
    shared.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, path, body])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    table.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, rest, path]))
    bodies.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  const length = table.reduce((sum, one) => sum + one.length, 0)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...bodies, ...table, Buffer.from('PK\u0005\u0006'), end]))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with these rows; texts are as XML writes them. Style 1 is a day. */
export function workbookOf(rows: string, strings: readonly string[]): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
  return archiveOf([
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'packed',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'packed',
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `${head}<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${text}</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`).join('')}</sst>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      'packed',
    ],
  ])
}
