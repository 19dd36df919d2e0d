// The first sheet of an Excel workbook (ECMA-376, Office Open XML) as a table: what its cells show, nothing that
// runs. Of a formula the value counts that was saved with it; a cell with a date gives year-month-day.

import { limits } from '../limits.ts'
import { Refused, refuse } from '../refusal.ts'
import { columnsOf, type Csv, type CsvRow } from './csv.ts'
import { calendarOf, type Calendar, dayOf } from './xlsx-dates.ts'
import { utf8Decode } from './utf8.ts'
import { walkXml, type XmlElement } from './xml.ts'
import { readZip, type ZipEntry } from './zip.ts'

/** Looks like a workbook: an archive. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** Reads a table with one header row, as `readCsv` does. Refuses `xlsx.*` and `zip.*`. */
export async function readXlsx(bytes: Uint8Array): Promise<Csv> {
  if (bytes.length > limits.cohort.bytes) refuse('xlsx.too-large', '', 'The workbook is too large.')
  const parts = new Map(readZip(bytes).map((entry) => [entry.name, entry]))
  if ([...parts.keys()].some((name) => name.endsWith('vbaProject.bin')))
    refuse('xlsx.macros', '', 'The workbook holds macros. Save it as a plain .xlsx file.')
  const { sheet, calendar, strings } = await bookOf(parts)
  const records = cellsOf(await textOf(parts, sheet), strings, calendar)
  const header = records.shift()
  if (header === undefined)
    return refuse('csv.empty', '', 'The sheet is empty; its first row must name the columns.')
  const columns = columnsOf(headerOf(header))
  return { columns, rows: records.map((record) => named(record, columns)) }
}

// ------------------------------------------------------------------------------ the book

const relationships =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'

interface Book {
  readonly sheet: string
  readonly calendar: Calendar
  readonly strings: readonly string[]
}

async function bookOf(parts: ReadonlyMap<string, ZipEntry>): Promise<Book> {
  let first: string | undefined
  let from1904 = false
  walk(await textOf(parts, 'xl/workbook.xml'), 'xl/workbook.xml', ({ name, attributes }) => {
    const value = (wanted: string) => attributes.find((one) => one.name === wanted)?.value
    if (name === 'sheet' && first === undefined && (value('state') ?? 'visible') === 'visible')
      first = attributes.find((one) => one.name === 'id' && one.namespace !== '')?.value
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(value('date1904') ?? '')
  })
  let sheet: string | undefined
  const links = 'xl/_rels/workbook.xml.rels'
  walk(await textOf(parts, links), links, ({ name, attributes }) => {
    const value = (wanted: string) => attributes.find((one) => one.name === wanted)?.value ?? ''
    if (name !== 'Relationship' || value('Id') !== first || value('TargetMode') === 'External')
      return
    if (value('Type') === relationships || value('Type') === strictRelationships)
      sheet = pathOf(value('Target'))
  })
  if (sheet === undefined)
    return refuse('xlsx.no-sheet', '', 'The workbook has no sheet that can be read.')
  const styles = parts.has('xl/styles.xml') ? await textOf(parts, 'xl/styles.xml') : undefined
  return {
    sheet,
    calendar: calendarOf(styles, from1904, walk),
    strings: parts.has('xl/sharedStrings.xml')
      ? stringsOf(await textOf(parts, 'xl/sharedStrings.xml'))
      : [],
  }
}

/** Targets are paths from `xl/`, or from the root with a leading stroke. Names with `..` are in no archive. */
const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

async function textOf(parts: ReadonlyMap<string, ZipEntry>, name: string): Promise<string> {
  const part = parts.get(name)
  if (part === undefined)
    return refuse('xlsx.not-a-workbook', name, 'The file is no Excel workbook (.xlsx).')
  const bytes = await part.read()
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return utf8Decode(marked ? bytes.subarray(3) : bytes)
}

function walk(
  source: string,
  place: string,
  open: (element: XmlElement) => void,
  text: (text: string) => void = () => undefined,
  close: (element: XmlElement) => void = () => undefined,
): void {
  try {
    walkXml(source, { open, text, close }, place, limits.sheet.parts)
  } catch (error) {
    if (!(error instanceof Refused) || !error.refusals[0]?.code.startsWith('xml.')) throw error
    const why = error.refusals[0].code
    // Document types and entities have no place in a workbook: they reach out of the file.
    const sentence =
      why === 'xml.size'
        ? 'The sheet is too large.'
        : 'A part of the workbook is not written as workbooks are.'
    refuse(why === 'xml.size' ? 'xlsx.too-large' : 'xlsx.xml', place, sentence, error)
  }
}

// ------------------------------------------------------------------------------ texts

function stringsOf(source: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  walk(
    source,
    'xl/sharedStrings.xml',
    ({ name }) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic++
      inText = name === 't' && phonetic === 0
    },
    (part) => {
      if (inText) text += part
    },
    ({ name }) => {
      if (name === 'rPh') phonetic--
      if (name === 't') inText = false
      if (name === 'si') strings.push(unescaped(text))
    },
  )
  return strings
}

/** `_x000D_` stands for a character XML cannot carry as it is (ECMA-376, 22.9.2.19). */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text

// ------------------------------------------------------------------------------ cells

interface Record {
  readonly row: number
  readonly cells: ReadonlyMap<number, string>
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
}

function cellsOf(source: string, strings: readonly string[], calendar: Calendar): Record[] {
  const records: Record[] = []
  let row = 0
  let cells = new Map<number, string>()
  let cell: OpenCell | undefined
  let value = ''
  let inValue = false
  let phonetic = 0
  let next = 0
  walk(
    source,
    'sheet',
    ({ name, attributes }) => {
      const at = (wanted: string) => attributes.find((one) => one.name === wanted)?.value
      if (name === 'row') {
        row = orderedRow(at('r'), row)
        cells = new Map()
        next = 0
      } else if (name === 'c') {
        const column = columnOf(at('r'), row, next)
        next = column + 1
        cell = { column, type: at('t') ?? 'n', style: Number(at('s') ?? '0') }
        value = ''
      } else if (name === 'rPh') phonetic++
      inValue = cell !== undefined && phonetic === 0 && (name === 'v' || name === 't')
    },
    (part) => {
      if (inValue) value += part
    },
    ({ name }) => {
      if (name === 'rPh') phonetic--
      if (name === 'v' || name === 't') inValue = false
      if (name === 'c' && cell !== undefined) {
        const shown = shownIn(cell, value, row, strings, calendar)
        if (shown.length > limits.cohort.cell)
          refuse('csv.cell', `cell ${columnName(cell.column)}${row}`, 'The cell is too long.')
        if (shown !== '') cells.set(cell.column, shown)
        cell = undefined
      }
      if (name === 'row' && cells.size > 0) {
        records.push({ row, cells })
        if (records.length > limits.cohort.rows)
          refuse('csv.rows', `row ${row}`, 'The sheet has too many rows.')
      }
    },
  )
  return records
}

function orderedRow(said: string | undefined, before: number): number {
  const row = said === undefined ? before + 1 : Number(said)
  if (!Number.isSafeInteger(row) || row <= before || row > 1_048_576)
    refuse('xlsx.order', `row ${said ?? ''}`, 'The rows of the sheet are not in order.')
  return row
}

function columnOf(said: string | undefined, row: number, next: number): number {
  const letters = said === undefined ? columnName(next) : /^([A-Z]{1,3})\d+$/.exec(said)?.[1]
  const column =
    letters === undefined
      ? -1
      : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column < 0 || (said !== undefined && said !== `${letters}${row}`))
    refuse('xlsx.order', `row ${row}`, 'A cell of the sheet says that it stands elsewhere.')
  if (column < next) refuse('xlsx.order', `row ${row}`, 'The cells of the sheet are not in order.')
  if (column >= limits.sheet.columns)
    refuse('xlsx.columns', `row ${row}`, 'The sheet has too many columns.')
  return column
}

/** 0 → A, 27 → AB: how a spreadsheet names a column. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function shownIn(
  { column, type, style }: OpenCell,
  value: string,
  row: number,
  strings: readonly string[],
  calendar: Calendar,
): string {
  const place = `cell ${columnName(column)}${row}`
  if (value === '') return ''
  if (type === 's') {
    const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined
    return text ?? refuse('xlsx.text', place, 'The text of a cell is missing in the workbook.')
  }
  if (type === 'inlineStr' || type === 'str') return unescaped(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return refuse('xlsx.error', place, `The cell shows an error (${value}).`)
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
  const number = Number(value)
  if (!/^-?\d/.test(value) || !Number.isFinite(number))
    return refuse('xlsx.number', place, 'A number in the sheet is broken.')
  if (calendar.isDate(style))
    return dayOf(number, calendar) ?? refuse('xlsx.date', place, 'The cell holds no day.')
  // The file has more digits than were typed (8.6999999999999993 for 8.7): the shortest text of the same number.
  return Number.isInteger(number) ? BigInt(number).toString() : String(number)
}

// ------------------------------------------------------------------------------ the table

function headerOf({ cells }: Record): readonly string[] {
  const width = Math.max(...cells.keys()) + 1
  return Array.from({ length: width }, (_, i) => {
    const name = (cells.get(i) ?? '').trim()
    if (name === '')
      refuse('xlsx.header', `cell ${columnName(i)}1`, 'A column of the sheet has no name.')
    return name
  })
}

function named({ row, cells }: Record, columns: readonly string[]): CsvRow {
  for (const column of cells.keys())
    if (column >= columns.length)
      refuse('csv.width', `cell ${columnName(column)}${row}`, 'The cell stands in no named column.')
  return { row, cells: new Map(columns.map((name, i) => [name, cells.get(i) ?? ''])) }
}
