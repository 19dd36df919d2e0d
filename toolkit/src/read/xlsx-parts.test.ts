import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import { archiveOf } from './example-archive.ts'
import { readXlsx } from './xlsx.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const header = '<row r="1"><c r="A1" t="str"><v>name</v></c></row>'

interface Parts {
  /** Inside the workbook element. */
  readonly book?: string
  readonly links?: string
  readonly styles?: string
  readonly strings?: string
  readonly rows?: string
  readonly more?: readonly (readonly [name: string, content: string])[]
}

function link(target = 'worksheets/sheet1.xml', id = 'r1', more = `Type="${office}/worksheet"`) {
  return `<Relationship Id="${id}" Target="${target}" ${more}/>`
}

const oneSheet = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'

/** A workbook of these parts; what is left out is as plain as can be. */
function workbook({ book = oneSheet, links = link(), rows = header, ...rest }: Parts): Uint8Array {
  const { styles, strings, more = [] } = rest
  return archiveOf([
    ['xl/workbook.xml', `<workbook xmlns:r="${office}">${book}</workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${links}</Relationships>`],
    ...(styles === undefined ? [] : [['xl/styles.xml', styles] as const]),
    ...(strings === undefined ? [] : [['xl/sharedStrings.xml', strings] as const]),
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`, 'packed'],
    ...more,
  ])
}

async function rowsOf(parts: Parts): Promise<readonly (readonly [number, ...string[]])[]> {
  const { rows } = await readXlsx(workbook(parts))
  return rows.map(({ row, cells }) => [row, ...cells.values()])
}

async function refusalOf(given: Parts | Uint8Array): Promise<string> {
  try {
    await readXlsx(given instanceof Uint8Array ? given : workbook(given))
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code, place }) => `${code} ${place}`.trim()).join()
  }
  return 'read'
}

/** One cell under the header, with these attributes and this content. */
function cell(attributes: string, content: string): Parts {
  return { rows: `${header}<row r="2"><c r="A2" ${attributes}>${content}</c></row>` }
}

async function shown(attributes: string, content: string, more: Parts = {}): Promise<string> {
  const [row] = await rowsOf({ ...more, ...cell(attributes, content) })
  return row?.[1] ?? ''
}

describe('the sheet of a workbook', () => {
  it('is the first that is shown', async () => {
    const other =
      '<worksheet><sheetData><row><c t="str"><v>other</v></c></row></sheetData></worksheet>'
    const more = [['xl/worksheets/other.xml', other]] as const
    const links = link() + link('worksheets/other.xml', 'r2')
    const sheet = (id: string, state = '') => `<sheet name="${id}" r:id="${id}" ${state}/>`
    const cases: readonly (readonly [sheets: string, column: string])[] = [
      [sheet('r1') + sheet('r2'), 'name'],
      [sheet('r2') + sheet('r1'), 'other'],
      [sheet('r2', 'state="hidden"') + sheet('r1', 'state="visible"'), 'name'],
    ]
    for (const [book, column] of cases)
      assert.deepEqual((await readXlsx(workbook({ book, links, more }))).columns, [column])
  })

  it('is found by a path from the root, in the strict form, and behind a byte order mark', async () => {
    const forms: readonly Parts[] = [
      { links: link('/xl/worksheets/sheet1.xml') },
      { links: link(undefined, undefined, `Type="${strict}/worksheet"`) },
      { links: link('theme.xml', 'r0', `Type="${office}/theme"`) + link() },
    ]
    for (const parts of forms) assert.equal(await refusalOf(parts), 'read', parts.links)
    const marked = workbook({ rows: '' })
    assert.equal(await refusalOf(marked), 'csv.empty')
    const sheet = `\uFEFF<worksheet><sheetData>${header}</sheetData></worksheet>`
    const links = link('marked.xml')
    assert.equal(await refusalOf({ links, more: [['xl/marked.xml', sheet]] }), 'read')
  })

  it('is refused where there is none, it lies outside, or is no sheet', async () => {
    const external = `Type="${office}/worksheet" TargetMode="External"`
    const absent: readonly Parts[] = [
      { book: '<sheets/>' },
      { book: '<sheets><sheet name="S" sheetId="1" id="r1"/></sheets>' },
      { links: '' },
      { links: link('https://evil.example/', 'r1', external) },
      { links: link(undefined, undefined, `Type="${office}/chartsheet"`) },
    ]
    for (const parts of absent)
      assert.equal(await refusalOf(parts), 'xlsx.no-sheet', JSON.stringify(parts))
    const elsewhere = { links: link('worksheets/sheet2.xml') }
    assert.equal(await refusalOf(elsewhere), 'xlsx.not-a-workbook xl/worksheets/sheet2.xml')
    const letter = archiveOf([['word/document.xml', '<w/>']])
    assert.equal(await refusalOf(letter), 'xlsx.not-a-workbook xl/workbook.xml')
  })

  it('is refused with macros, or when it is too large', async () => {
    assert.equal(await refusalOf({ more: [['xl/vbaProject.bin', 'x']] }), 'xlsx.macros')
    assert.equal(await refusalOf(new Uint8Array(limits.cohort.bytes + 1)), 'xlsx.too-large')
    const parts = '<x/>'.repeat(limits.sheet.parts / 2)
    assert.equal(await refusalOf({ rows: parts }), 'xlsx.too-large sheet')
    const rows = '<row><c t="str"><v>x</v></c></row>'.repeat(limits.cohort.rows + 1)
    assert.equal(await refusalOf({ rows }), `csv.rows row ${limits.cohort.rows + 1}`)
    const { columns } = limits.sheet
    const wide = (width: number) => ({
      rows: `<row>${'<c t="str"><v>x</v></c>'.repeat(width)}</row>`,
    })
    assert.equal(await refusalOf(wide(columns + 1)), 'xlsx.columns row 1')
  })

  it('counts rows and cells that do not say where they stand', async () => {
    const rows =
      '<row><c t="str"><v>name</v></c><c t="str"><v>grade</v></c></row>' +
      '<row r="4"><c r="B4"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>'
    assert.deepEqual(await rowsOf({ rows }), [
      [4, '', '1'],
      [5, '2', '3'],
    ])
  })

  it('is refused where rows or cells say that they stand elsewhere', async () => {
    const cases: readonly (readonly [rows: string, refusal: string])[] = [
      ['<row r="x"/>', 'xlsx.order row x'],
      ['<row r="1048577"/>', 'xlsx.order row 1048577'],
      ['<row r="1048576"/><row/>', 'xlsx.order row'],
      ['<row r="1"><c r="1A"/></row>', 'xlsx.order row 1'],
      ['<row r="1"><c r="A2"/></row>', 'xlsx.order row 1'],
      ['<row r="1"><c r="A1"/><c r="A1"/></row>', 'xlsx.order row 1'],
    ]
    for (const [rows, refusal] of cases) assert.equal(await refusalOf({ rows }), refusal, rows)
  })

  it('is refused where a column has no name', async () => {
    const name = '<c r="B1" t="str"><v>grade</v></c>'
    assert.equal(await refusalOf({ rows: `<row r="1">${name}</row>` }), 'xlsx.header cell A1')
    const blank = `<row r="1"><c r="A1" t="str"><v> </v></c>${name}</row>`
    assert.equal(await refusalOf({ rows: blank }), 'xlsx.header cell A1')
  })
})

describe('a cell of a workbook', () => {
  it('gives its text, without what is only sound or layout', async () => {
    const inline = '<is><t>Mira</t><rPh sb="0" eb="1"><t>ミラ</t></rPh><r><t> K.</t></r></is>'
    assert.equal(await shown('t="inlineStr"', inline), 'Mira K.')
    assert.equal(await shown('t="str"', '<v>a_x000A_b_x00zz_</v>'), 'a\nb_x00zz_')
    const strings = '<sst><si><t>first</t></si><si><r><t>sec</t></r><r><t>ond</t></r></si></sst>'
    assert.equal(await shown('t="s"', '<v>1</v>', { strings }), 'second')
    assert.equal(await shown('t="s"', '<v></v>', { strings }), '')
    assert.equal(await refusalOf({ ...cell('t="s"', '<v>1x</v>'), strings }), 'xlsx.text cell A2')
    assert.equal(await refusalOf(cell('t="s"', '<v>0</v>')), 'xlsx.text cell A2')
  })

  it('gives truth, days and numbers as they are shown', async () => {
    const cases: readonly (readonly [attributes: string, value: string, text: string])[] = [
      ['t="b"', '1', 'TRUE'],
      ['t="b"', '0', 'FALSE'],
      ['t="d"', '1988-03-01T00:00:00.000Z', '1988-03-01'],
      ['t="d"', '1988-03-01', '1988-03-01'],
      ['t="n"', '-1.50', '-1.5'],
      ['', '1E+2', '100'],
      ['', '12345678901234567890', '12345678901234567168'],
    ]
    for (const [attributes, value, text] of cases)
      assert.equal(await shown(attributes, `<v>${value}</v>`), text, value)
    for (const broken of ['x', '1e999', '0x', ' 1'])
      assert.equal(await refusalOf(cell('', `<v>${broken}</v>`)), 'xlsx.number cell A2', broken)
  })

  it('is refused when it is longer than a cell may be', async () => {
    const text = (length: number) => cell('t="str"', `<v>${'x'.repeat(length)}</v>`)
    assert.equal(await refusalOf(text(limits.cohort.cell)), 'read')
    assert.equal(await refusalOf(text(limits.cohort.cell + 1)), 'csv.cell cell A2')
  })
})

describe('a day in a workbook', () => {
  const formats = ['yyyy\\-mm\\-dd', '"day" 0.00', '[Red]0.00', '0;[Red]-d', '[$-407]d. mmm yyyy']
  const own = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode='${code}'/>`)
  const ids = [0, 14, 17, 18, 22, 27, 36, 37, 50, 58, 59, 164, 165, 166, 167, 168]
  const xfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join('')
  const styles =
    `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs>${xfs}<xf/></cellXfs><cellStyles><xf numFmtId="14"/></cellStyles></styleSheet>`

  it('is told by the format of its style, known or written out', async () => {
    const days: number[] = []
    for (let style = 0; style < ids.length + 2; style++)
      if ((await shown(`s="${style}"`, '<v>32203</v>', { styles })) === '1988-03-01')
        days.push(ids[style] ?? -1)
    assert.deepEqual(days, [14, 17, 22, 27, 36, 50, 58, 164, 168])
    assert.equal(await shown('s="1"', '<v>32203</v>'), '32203')
  })

  it('counts from 1900 with the day that never was, or from 1904', async () => {
    const day = (number: string, more: Parts = {}) =>
      shown('s="1"', `<v>${number}</v>`, { styles, ...more })
    assert.equal(await day('1'), '1900-01-01')
    assert.equal(await day('59'), '1900-02-28')
    assert.equal(await day('61'), '1900-03-01')
    assert.equal(await day('2958465'), '9999-12-31')
    for (const date1904 of ['1', 'true']) {
      const book = `<workbookPr date1904="${date1904}"/>${oneSheet}`
      assert.equal(await day('0', { book }), '1904-01-01')
      assert.equal(await day('30741', { book }), '1988-03-01')
    }
    assert.equal(await day('61', { book: `<workbookPr/>${oneSheet}` }), '1900-03-01')
    for (const none of ['0', '60', '-1', '2958466', '32203.5', '1e300'])
      assert.equal(
        await refusalOf({ styles, ...cell('s="1"', `<v>${none}</v>`) }),
        'xlsx.date cell A2',
        none,
      )
  })
})
