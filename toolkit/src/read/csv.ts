// CSV (RFC 4180) as spreadsheets write it: comma or semicolon, quoted cells, an optional byte order mark.
// What is ambiguous is refused with its row, not guessed.

import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { utf8Decode } from './utf8.ts'

export interface CsvRow {
  /** Number of the row as a spreadsheet shows it: the header is row 1. */
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

export interface Csv {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}

const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Reads a table with one header row. Empty rows are left out; a row of another width is refused. */
export function readCsv(bytes: Uint8Array): Csv {
  if (bytes.length > limits.cohort.bytes) refuse('csv.too-large', '', 'The file is too large.')
  const marked = byteOrderMark.every((byte, i) => bytes[i] === byte)
  const text = textOf(marked ? bytes.subarray(byteOrderMark.length) : bytes)
  if (text.includes('\u0000'))
    refuse('csv.zero', '', 'The file holds zero characters; it is not a table.')
  const records = split(text, delimiterOf(text))
  const header = records.shift()
  if (header === undefined)
    refuse('csv.empty', '', 'The file is empty; its first row must name the columns.')
  const columns = columnsOf(header.cells)
  return {
    columns,
    rows: records.map(({ row, cells }) => ({ row, cells: named(row, columns, cells) })),
  }
}

/** The names of the columns, each once, whatever letters are large. */
export function columnsOf(header: readonly string[]): readonly string[] {
  const columns = header.map((name) => name.trim())
  const seen = new Set<string>()
  for (const name of columns) {
    if (seen.has(name.toLowerCase()))
      refuse('csv.column-twice', `row 1, column ${name}`, 'This column stands twice.')
    seen.add(name.toLowerCase())
  }
  return columns
}

/** Spreadsheets save “CSV” in the alphabet of the machine unless told otherwise: say what to choose. */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8Decode(bytes)
  } catch (error) {
    return refuse(
      'csv.encoding',
      '',
      'The list of learners is not saved as UTF-8, so names could be spoiled. Save it as “CSV UTF-8”.',
      error,
    )
  }
}

function named(
  row: number,
  columns: readonly string[],
  cells: readonly string[],
): ReadonlyMap<string, string> {
  const otherWidth = () =>
    refuse(
      'csv.width',
      `row ${row}`,
      `The row has ${cells.length} cells, the header names ${columns.length} columns.`,
    )
  if (cells.length > columns.length) otherWidth()
  return new Map(columns.map((name, i) => [name, cells[i] ?? otherWidth()]))
}

function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  return first.split(';').length > first.split(',').length ? ';' : ','
}

interface Record {
  readonly row: number
  readonly cells: readonly string[]
}

function split(text: string, delimiter: string): Record[] {
  const records: Record[] = []
  let cells: string[] = []
  let at = 0
  let row = 1
  const end = () => {
    if (cells.length > 1 || cells[0] !== '') records.push({ row, cells })
    if (records.length > limits.cohort.rows)
      refuse('csv.rows', `row ${row}`, 'The file has too many rows.')
    cells = []
    row++
  }
  while (at < text.length) {
    const cell =
      text[at] === '"' ? quoted(text, at, row, delimiter) : bare(text, at, row, delimiter)
    if (cell.value.length > limits.cohort.cell) {
      refuse('csv.cell', `row ${row}, cell ${cells.length + 1}`, 'The cell is too long.')
    }
    cells.push(cell.value)
    at = cell.next
    const letter = text[at]
    if (letter === delimiter) {
      at++
      if (at === text.length) cells.push('')
      else continue
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    end()
  }
  return records
}

interface Cell {
  readonly value: string
  readonly next: number
}

function bare(text: string, from: number, row: number, delimiter: string): Cell {
  let at = from
  for (; at < text.length; at++) {
    const letter = text[at]
    if (letter === delimiter || letter === '\n' || letter === '\r') break
    if (letter === '"')
      refuse('csv.quote', `row ${row}`, 'A quotation mark stands inside a cell that is not quoted.')
  }
  return { value: text.slice(from, at), next: at }
}

function quoted(text: string, from: number, row: number, delimiter: string): Cell {
  let value = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) refuse('csv.quote', `row ${row}`, 'A quoted cell does not end.')
    value += text.slice(at, close)
    at = close + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  const letter = text[at]
  if (letter !== undefined && letter !== delimiter && letter !== '\n' && letter !== '\r') {
    refuse('csv.quote', `row ${row}`, 'Something follows the end of a quoted cell.')
  }
  return { value, next: at }
}

/** What a spreadsheet takes for the beginning of a formula, full-width signs and hidden ones before it included. */
const runs = /^'*[\s\u180e\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u

/**
 * One cell as CSV; text a spreadsheet would run as a formula is kept from running by an apostrophe before it
 * (CWE-1236). A text that looks like one kept so gets another, so that {@link csvText} gives every text back.
 */
export function csvCell(text: string): string {
  const safe = runs.test(text) ? `'${text}` : text
  return safe !== text || /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text of a cell {@link csvCell} wrote. */
export const csvText = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell
