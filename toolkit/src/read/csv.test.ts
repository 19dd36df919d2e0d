import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import { csvCell, csvText, readCsv } from './csv.ts'
import { utf8 } from './utf8.ts'

function rowsOf(bytes: Uint8Array): readonly (readonly [number, ...string[]])[] {
  return readCsv(bytes).rows.map(({ row, cells }) => [row, ...cells.values()])
}

function refusalOf(bytes: Uint8Array): string {
  try {
    readCsv(bytes)
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code, place }) => `${code} ${place}`.trim()).join()
  }
  return 'accepted'
}

describe('a table of learners', () => {
  it('reads alike with commas or semicolons, any line ends, a byte order mark or none', () => {
    const expected = [
      [2, 'Ana', '1,5'],
      [3, 'Bo', ''],
    ]
    for (const text of [
      'name,grade\nAna,"1,5"\nBo,\n',
      'name;grade\r\nAna;1,5\r\nBo;',
      'name;grade\rAna;"1,5"\rBo;""\r',
      '\uFEFFname;grade\nAna;1,5\nBo;\n',
    ])
      assert.deepEqual(rowsOf(utf8(text)), expected, JSON.stringify(text))
    assert.deepEqual(readCsv(utf8(' name ; grade\n')).columns, ['name', 'grade'])
  })

  it('keeps the commas, quotation marks and line ends of a quoted cell', () => {
    const text = 'name,note\n"Eva ""Evi"" Ek","two\r\nlines; one, cell"\n'
    assert.deepEqual(rowsOf(utf8(text)), [[2, 'Eva "Evi" Ek', 'two\r\nlines; one, cell']])
  })

  it('leaves empty rows out and still counts rows as a spreadsheet does', () => {
    assert.deepEqual(rowsOf(utf8('name\n\nAna\n\n\nBo')), [
      [3, 'Ana'],
      [6, 'Bo'],
    ])
  })

  it('gives back whatever text was written into it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab",;\r\n ü'), maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 4 }),
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, newline) => {
          const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
          const lines = [
            ['a', 'b'].join(delimiter),
            ...rows.map((row) => row.map(quoted).join(delimiter)),
          ]
          assert.deepEqual(
            rowsOf(utf8(lines.join(newline))),
            rows.map((cells, i) => [i + 2, ...cells]),
          )
        },
      ),
    )
  })

  it('is refused with its row where it is ambiguous', () => {
    const cases: readonly (readonly [text: string, refusal: string])[] = [
      ['', 'csv.empty'],
      ['\n\r\n', 'csv.empty'],
      ['name,Name\nAna,Bo', 'csv.column-twice row 1, column Name'],
      ['name,grade\nAna,1\nBo', 'csv.width row 3'],
      ['name,grade\nAna,1,5', 'csv.width row 2'],
      ['name\nAna "A" Ek', 'csv.quote row 2'],
      ['name\n"Ana" Ek', 'csv.quote row 2'],
      ['name\nAna\n"Bo', 'csv.quote row 3'],
      ['name\nA\u0000na', 'csv.zero'],
    ]
    for (const [text, refusal] of cases)
      assert.equal(refusalOf(utf8(text)), refusal, JSON.stringify(text))
  })

  it('is refused in another alphabet, with what to choose instead', () => {
    for (const bytes of [
      [0x6e, 0x0a, 0xfc],
      [0xef, 0xbb, 0x6e],
    ])
      assert.equal(refusalOf(Uint8Array.from(bytes)), 'csv.encoding')
    assert.throws(() => readCsv(Uint8Array.of(0xfc)), /Save it as “CSV UTF-8”/)
  })

  it('is refused when it, one of its cells or the number of its rows is too large', () => {
    const { bytes, cell, rows } = limits.cohort
    assert.equal(refusalOf(new Uint8Array(bytes + 1)), 'csv.too-large')
    assert.equal(refusalOf(utf8(`name\n${'x'.repeat(cell)}`)), 'accepted')
    assert.equal(refusalOf(utf8(`name\n${'x'.repeat(cell + 1)}`)), 'csv.cell row 2, cell 1')
    assert.equal(refusalOf(utf8('n\n'.repeat(rows + 1))), `csv.rows row ${rows + 1}`)
  })

  it('is never an error, whatever the bytes', () => {
    const letters = fc.constantFrom(...utf8('a",;\r\n\u0000ü'), 0xef, 0xbb, 0xbf)
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (bytes) => {
        refusalOf(Uint8Array.from(bytes))
      }),
    )
  })
})

describe('a cell that is written', () => {
  it('is read back as it was, quoted where it must be', () => {
    for (const text of ['Ana', 'Ek, Ana', 'Eva "Evi" Ek', 'a;b', 'two\nlines'])
      assert.deepEqual(rowsOf(utf8(`name,note\n${csvCell(text)},x`)), [[2, text, 'x']])
  })

  it('never runs as a formula in a spreadsheet', () => {
    for (const text of ['=1+1', '+49 30', '-1', '@SUM(A1)', '\tx'])
      assert.equal(csvCell(text), `"'${text}"`)
    for (const text of ['=1', "'=1", "''=1", ' =1', '\u200b=1', '＋1', "'t Hooft", 'x', "'"]) {
      const [[, cell = '']] = rowsOf(utf8(`name\n${csvCell(text)}`)) as [[number, string]]
      assert.doesNotMatch(cell, /^[\s\u200b]*[=＋]/)
      assert.equal(csvText(cell), text)
    }
    assert.equal(csvCell("'t Hooft"), "'t Hooft")
    assert.equal(csvCell('=HYPERLINK("x","y")'), `"'=HYPERLINK(""x"",""y"")"`)
  })
})
