import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Refused } from '../refusal.ts'
import { archiveOf, workbookOf } from './example-archive.ts'
import { columnName, readXlsx } from './xlsx.ts'
import { readZip } from './zip.ts'

const files = fileURLToPath(
  new URL('../../../../shared/reference/security/own/archives/', import.meta.url),
)
const missing = existsSync(files) ? false : 'no reference data'

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
}

const readAll = async (bytes: Uint8Array) => {
  const contents: Uint8Array[] = []
  for (const entry of readZip(bytes)) contents.push(await entry.read())
  return contents
}

describe('archives', () => {
  test('are read, packed or not', async () => {
    const bytes = archiveOf([
      ['a.txt', 'as it is'],
      ['folder/b.txt', 'packed'.repeat(100), 'packed'],
    ])
    assert.deepEqual(
      readZip(bytes).map(({ name }) => name),
      ['a.txt', 'folder/b.txt'],
    )
    assert.deepEqual(
      (await readAll(bytes)).map((one) => Buffer.from(one).toString()),
      ['as it is', 'packed'.repeat(100)],
    )
  })

  for (const [name, code] of [
    ['../out.txt', 'zip.name'],
    ['/etc/passwd', 'zip.name'],
    ['C:\\x', 'zip.name'],
    ['a//b', 'zip.name'],
    ['a\u202eb', 'zip.name'],
    ['a\nb', 'zip.name'],
    ['x'.repeat(300), 'zip.name'],
  ] as const)
    test(`refuse the name ${JSON.stringify(name).slice(0, 30)}`, async () => {
      assert.equal(await codeOf(() => readAll(archiveOf([[name, '']]))), code)
    })

  test('refuse the same name twice, whatever letters are large', async () => {
    const twice = archiveOf([
      ['a.txt', '1'],
      ['A.txt', '2'],
    ])
    assert.equal(await codeOf(() => readAll(twice)), 'zip.name-twice')
  })

  test('refuse every changed byte that changes what is read', async () => {
    const good = archiveOf([['a.txt', 'hello']])
    const [said] = await readAll(good)
    for (let i = 0; i < good.length; i++) {
      const bad = good.slice()
      bad[i] = (bad[i] ?? 0) ^ 0xff
      try {
        for (const content of await readAll(bad)) assert.deepEqual(content, said)
      } catch (error) {
        assert.ok(error instanceof Refused, `byte ${i}: ${String(error)}`)
      }
    }
  })

  test('refuse files that share their bytes', async () => {
    const twice = archiveOf([
      ['a', 'one and the same'],
      ['b', 'one and the same'],
    ])
    const view = new DataView(twice.buffer)
    // The second entry of the table points at the first body.
    const table = twice.lastIndexOf(0x62) - 46
    view.setUint32(table + 42, 0, true)
    assert.match(await codeOf(() => readAll(twice)), /^zip\.(overlap|differs)$/)
  })

  test('answer to every cut', async () => {
    const good = archiveOf([['a.txt', 'hello', 'packed']])
    for (let i = 0; i < good.length; i++)
      assert.notEqual(await codeOf(() => readAll(good.subarray(0, i))), 'read')
  })

  const expected: Readonly<Record<string, RegExp>> = {
    'bomb-flat.zip': /^zip\.too-large$/,
    'bomb-nested.zip': /^zip\.nested$/,
    'bomb-overlap.zip': /^zip\.(entries|overlap|too-large)$/,
    'crc-wrong.zip': /^zip\.checksum$/,
    'dup-names.zip': /^zip\.name-twice$/,
    'good.zip': /^read$/,
    'many.zip': /^zip\.entries$/,
    'name-abs.zip': /^zip\.name$/,
    'name-crlf.zip': /^zip\.name$/,
    'name-long.zip': /^zip\.name$/,
    'name-nul.zip': /^zip\.name$/,
    'name-rtl.zip': /^zip\.name$/,
    'name-slip.zip': /^zip\.name$/,
    'name-win.zip': /^zip\.name$/,
    'size-lie.zip': /^zip\./,
    'symlink.zip': /^zip\.link$/,
  }
  for (const [file, code] of Object.entries(expected))
    test(`of the reference: ${file}`, { skip: missing }, async () => {
      assert.match(await codeOf(() => readAll(readFileSync(files + file))), code)
    })
})

describe('workbooks', () => {
  test('give what their cells show', async () => {
    const { columns, rows } = await readXlsx(
      workbookOf(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>date_of</t></r><r><t>_birth</t></r></is></c><c r="C1" t="str"><v>grade</v></c></row>
         <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>32203</v></c><c r="C3"><f>4.35*2</f><v>8.6999999999999993</v></c></row>
         <row r="4"><c r="C4"><v>10</v></c></row><row r="5"/>`,
        ['given_name', 'Léa &amp; Zoë'],
      ),
    )
    assert.deepEqual(columns, ['given_name', 'date_of_birth', 'grade'])
    assert.deepEqual(
      rows.map(({ row, cells }) => [row, ...cells.values()]),
      [
        [3, 'Léa & Zoë', '1988-03-01', '8.7'],
        [4, '', '', '10'],
      ],
    )
  })

  const refused: Readonly<Record<string, readonly [string, string]>> = {
    'a cell in no named column': [
      '<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>',
      'csv.width',
    ],
    'rows out of order': ['<row r="2"/><row r="1"/>', 'xlsx.order'],
    'a cell out of order': [
      '<row r="1"><c r="B1" t="str"><v>x</v></c><c r="A1" t="str"><v>y</v></c></row>',
      'xlsx.order',
    ],
    'an error of a formula': ['<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', 'xlsx.error'],
    'a text that is missing': ['<row r="1"><c r="A1" t="s"><v>99</v></c></row>', 'xlsx.text'],
    'a day with a time': ['<row r="1"><c r="A1" s="1"><v>32203.5</v></c></row>', 'xlsx.date'],
    'an entity': ['<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>', 'xlsx.xml'],
    'a sheet without rows': ['', 'csv.empty'],
  }
  for (const [what, [rows, code]] of Object.entries(refused))
    test(`are refused with ${what}`, async () => {
      assert.equal(await codeOf(() => readXlsx(workbookOf(rows, []))), code)
    })

  test('name their columns as spreadsheets do', () => {
    assert.deepEqual([0, 25, 26, 701, 702].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  test('of the reference', { skip: missing }, async () => {
    const codes = []
    for (const file of ['good.xlsx', 'xxe.xlsx', 'bomb.xlsx'])
      codes.push(await codeOf(() => readXlsx(readFileSync(files + file))))
    assert.deepEqual([codes[0], codes[1]], ['read', 'xlsx.xml'])
    assert.match(codes[2] ?? '', /^(zip|xlsx)\.too-large$/)
  })
})
