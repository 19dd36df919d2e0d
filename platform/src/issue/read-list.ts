// A list of learners as people have it: a file of a spreadsheet, or its cells pasted. Columns are known by the names
// people give them; a name that is not known is asked about, never dropped in silence.

import type { Design } from 'tessera/credential/design'
import { cohortColumnsOf } from 'tessera/issue/cohort'
import { type Csv, type CsvRow, csvCell, readCsv } from 'tessera/read/csv'
import { columnName, isZip, readXlsx } from 'tessera/read/xlsx'

export interface List {
  readonly rows: readonly CsvRow[]
  /** Columns nobody knows, with where they stand and what was perhaps meant. */
  readonly unknown: readonly UnknownColumn[]
}

export interface UnknownColumn {
  readonly column: string
  /** `C` */
  readonly letter: string
  readonly suggestion: string | undefined
}

/** Rows of one list at once: an hour of sealing, and what a page can show. */
export const mostRows = 20_000

/** A workbook, or CSV; tabs between the cells where they were pasted. Refuses `csv.*`, `xlsx.*`, `zip.*`. */
export async function readTable(bytes: Uint8Array): Promise<Csv> {
  return isZip(bytes) ? readXlsx(bytes) : readCsv(tabsToCommas(bytes))
}

/** Cells that are copied in a spreadsheet have tabs between them. */
function tabsToCommas(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x0a)
  const first = Buffer.from(bytes.subarray(0, end < 0 ? bytes.length : end)).toString('utf8')
  if (!first.includes('\t') || first.includes(',') || first.includes(';')) return bytes
  const text = Buffer.from(bytes).toString('utf8')
  const lines = text.split(/\r?\n/).map((line) =>
    line
      .split('\t')
      // Spreadsheets quote what holds a line break or a quotation mark; then it is CSV with tabs.
      .map((cell) => (/^".*"$/.test(cell) ? cell : quoted(cell)))
      .join(','),
  )
  return Buffer.from(lines.join('\n'))
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Puts the columns under their own names. */
export function underKnownNames({ columns, rows }: Csv, design: Design): List {
  const known = cohortColumnsOf(design)
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const unknown: UnknownColumn[] = []
  for (const [i, column] of columns.entries()) {
    const name = knownName(column, known)
    if (name !== undefined && !taken.has(name)) {
      names.set(column, name)
      taken.add(name)
    } else unknown.push({ column, letter: columnName(i), suggestion: nearest(column, known) })
  }
  return {
    unknown,
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: new Map(
        [...cells].flatMap(([column, value]) => {
          const name = names.get(column)
          return name === undefined ? [] : [[name, value] as const]
        }),
      ),
    })),
  }
}

/** What people call the columns, in the languages of the alliance; plain letters, no gaps. */
const alsoCalled: Readonly<Record<string, string>> = {
  given_name: 'firstname forename nombre vorname prenom nome imie vardas',
  family_name:
    'lastname surname apellidos apellido nachname familienname nom nomdefamille cognome apelido sobrenome nazwisko pavarde',
  full_name: 'name nombrecompleto nomcomplet vollername',
  date_of_birth:
    'birthdate birthday dob fechadenacimiento geburtsdatum datedenaissance datadinascita datadenascimento dataurodzenia gimimodata',
  identifier: 'studentnumber studentid id matrikelnummer matricula esi',
  grade: 'mark nota note voto ocena pazymys calificacion',
  awarded_on: 'awarddate date fecha datum',
  language: 'idioma sprache langue lingua',
  email: 'mail emailaddress correo correoelectronico',
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

function knownName(column: string, known: readonly string[]): string | undefined {
  const name = plain(column)
  return (
    known.find((one) => plain(one) === name) ??
    known.find((one) => alsoCalled[one]?.split(' ').includes(name) === true)
  )
}

/** The known name a few letters away. */
function nearest(column: string, known: readonly string[]): string | undefined {
  const name = plain(column).slice(0, 40)
  const [first] = known
    .map((one) => ({ one, away: distance(name, plain(one)) }))
    .toSorted((a, b) => a.away - b.away)
  return first !== undefined && first.away <= Math.max(1, Math.floor(name.length / 3))
    ? first.one
    : undefined
}

/** How many letters are to be changed, put in or taken out (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    for (let j = 1; j <= b.length; j++)
      line.push(
        Math.min(
          (before[j] ?? 0) + 1,
          (line[j - 1] ?? 0) + 1,
          (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    before = line
  }
  return before[b.length] ?? 0
}

/** The table as text again, to be mended in the browser: nothing of what was sent is lost. */
export function asText({ columns, rows }: Csv): string {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(',')
  return [columns, ...rows.map(({ cells }) => columns.map((name) => cells.get(name) ?? ''))]
    .map(line)
    .join('\n')
}
