// A cohort: the rows of a CSV become learners and results, or errors that name their row and cell.
// All rows are read before anything is sealed.

import type { Design } from '../credential/design.ts'
import type { Learner, Result } from '../credential/award.ts'
import type { Refusal } from '../refusal.ts'
import { csvCell, type Csv, csvText, readCsv, type CsvRow } from '../read/csv.ts'
import { gradeFault, isBelowPass } from './grade.ts'

/** The columns of a cohort file. Only a name is needed; unknown columns are refused, so that no typing error is lost. */
export const cohortColumns = [
  { name: 'given_name', say: 'Given name, as in the identity document', example: 'Léa' },
  { name: 'family_name', say: 'Family name', example: 'Exemple' },
  {
    name: 'full_name',
    say: 'The whole name as the learner writes it, in any script; instead of or beside the two',
    example: '',
  },
  { name: 'date_of_birth', say: 'Year-month-day', example: '1988-02-29' },
  {
    name: 'identifier_scheme',
    say: 'What the identifier is: Student number, European Student Identifier',
    example: 'Student number',
  },
  {
    name: 'identifier',
    say: 'A lasting identifier of the learner; never an e-mail address',
    example: 'S-000123',
  },
  {
    name: 'identity',
    say: 'How identity was established: self-asserted, vouched or checked',
    example: 'checked',
  },
  { name: 'grade', say: 'The grade of the whole, in the design’s grading scheme', example: '' },
  { name: 'awarded_on', say: 'When the body awarded it: year-month-day', example: '2026-06-30' },
  { name: 'language', say: 'The learner’s language, such as en or es', example: 'en' },
  {
    name: 'email',
    say: 'For delivery only; it never gets into the credential',
    example: 'lea@example.org',
  },
] as const

export interface CohortRow {
  /** Row number as a spreadsheet shows it. */
  readonly row: number
  readonly learner: Learner
  readonly grade?: string
  readonly results: readonly Result[]
  readonly awardedOn?: string
  readonly language?: string
  readonly email?: string
}

export interface Cohort {
  readonly rows: readonly CohortRow[]
  readonly errors: readonly Refusal[]
}

/** The template: the header and one example row. */
export function cohortTemplate(design?: Design): string {
  const grades = (design?.assessments ?? []).map((assessment) => `grade_${assessment.id}`)
  const header = [...cohortColumns.map(({ name }) => name), ...grades]
  const example = [...cohortColumns.map(({ example: value }) => value), ...grades.map(() => '')]
  return `${header.map(csvCell).join(',')}\n${example.map(csvCell).join(',')}\n`
}

/** The columns a cohort of this design may have. */
export function cohortColumnsOf(design: Pick<Design, 'assessments'>): readonly string[] {
  return [
    ...cohortColumns.map(({ name }) => name),
    ...design.assessments.map((assessment) => `grade_${assessment.id}`),
  ]
}

/** Reads a cohort for a design. Faults of rows come as errors; a file that is no table is refused. */
export function readCohort(bytes: Uint8Array, design: Design, now: Date): Cohort {
  const csv = readCsv(bytes)
  const errors = unknownColumns(csv, design)
  const rows: CohortRow[] = []
  const seen = new Map<string, number>()
  for (const source of csv.rows) {
    const { row, faults } = readCohortRow(source, design, now)
    const key = learnerKey(row.learner)
    const before = seen.get(key)
    if (before !== undefined && key !== '') faults.push(sameLearner(source, before))
    seen.set(key, source.row)
    if (faults.length === 0) rows.push(row)
    errors.push(...faults)
  }
  if (csv.rows.length === 0) {
    errors.push({ code: 'cohort.empty', place: '', sentence: 'The file names no learner.' })
  }
  return { rows, errors }
}

function unknownColumns({ columns }: Csv, design: Design): Refusal[] {
  const known = cohortColumnsOf(design)
  return columns
    .filter((column) => !known.includes(column))
    .map((column) => ({
      code: 'cohort.column',
      place: `row 1, column ${column}`,
      sentence: `This column is not known. Known are: ${known.join(', ')}.`,
    }))
}

export const sameLearner = (source: CsvRow, before: number): Refusal =>
  fault(
    source,
    'identifier',
    'cohort.duplicate',
    `The same learner already stands in row ${before}.`,
  )

/** One row, whatever is wrong with it, and what is. */
export function readCohortRow(
  source: CsvRow,
  design: Design,
  now: Date,
): { readonly row: CohortRow; readonly faults: Refusal[] } {
  const faults: Refusal[] = []
  return { row: readRow(source, design, now, faults), faults }
}

/** The cells a row was read from, or would be. */
export function cellsOfRow(row: CohortRow): ReadonlyMap<string, string> {
  const { learner, grade, results, awardedOn, language, email } = row
  const identifier = learner.identifiers[0]
  const cells: readonly (readonly [string, string | undefined])[] = [
    ['given_name', learner.givenName],
    ['family_name', learner.familyName],
    ['full_name', learner.fullName],
    ['date_of_birth', learner.dateOfBirth],
    ['identifier_scheme', identifier?.scheme],
    ['identifier', identifier?.value],
    ['identity', learner.identity],
    ['grade', grade],
    ['awarded_on', awardedOn],
    ['language', language],
    ['email', email],
    ...results.map((one) => [`grade_${one.assessment ?? ''}`, one.grade] as const),
  ]
  return new Map(cells.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** What makes two rows the same learner: the identifier if there is one, else name and date of birth. */
export function learnerKey(learner: Learner): string {
  const identifier = learner.identifiers[0]
  if (identifier !== undefined) return `${identifier.scheme.toLowerCase()}|${identifier.value}`
  return [learner.givenName, learner.familyName, learner.fullName, learner.dateOfBirth]
    .map((part) => part ?? '')
    .join('|')
}

function readRow(source: CsvRow, design: Design, now: Date, faults: Refusal[]): CohortRow {
  const cell = (name: string) => cleaned(source, name, faults)
  const given = cell('given_name')
  const family = cell('family_name')
  const full = cell('full_name')
  if (full === '' && (given === '' || family === '')) {
    const place = given === '' ? 'given_name' : 'family_name'
    faults.push(
      fault(
        source,
        place,
        'cohort.name',
        'A name is missing: fill given_name and family_name, or full_name.',
      ),
    )
  }
  const born = date(source, 'date_of_birth', faults)
  if (born !== undefined && (born >= now.toISOString().slice(0, 10) || born < '1900')) {
    faults.push(fault(source, 'date_of_birth', 'cohort.date', 'Nobody was born on that day.'))
  }
  const awardedOn = date(source, 'awarded_on', faults)
  if (awardedOn !== undefined && awardedOn > now.toISOString().slice(0, 10)) {
    faults.push(fault(source, 'awarded_on', 'cohort.date', 'This day lies in the future.'))
  }
  const language = cell('language')
  if (language !== '' && !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(language)) {
    faults.push(
      fault(source, 'language', 'cohort.language', 'A language is written like en or es.'),
    )
  }
  const email = cell('email')
  if (email !== '' && !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email)) {
    faults.push(fault(source, 'email', 'cohort.email', 'This is not an e-mail address.'))
  }
  const grade = readGrade(source, 'grade', cell('grade'), design.gradingScheme, faults)
  const results = design.assessments.flatMap((assessment): Result[] => {
    const name = `grade_${assessment.id}`
    const value = readGrade(
      source,
      name,
      cell(name),
      assessment.gradingScheme ?? design.gradingScheme,
      faults,
    )
    return value === undefined ? [] : [{ assessment: assessment.id, grade: value }]
  })
  return {
    row: source.row,
    learner: {
      ...(given === '' ? {} : { givenName: given }),
      ...(family === '' ? {} : { familyName: family }),
      ...(full === '' ? {} : { fullName: full }),
      ...(born === undefined ? {} : { dateOfBirth: born }),
      identifiers: identifiers(source, cell('identifier_scheme'), cell('identifier'), faults),
      identity: identity(source, cell('identity'), faults),
    },
    results,
    ...(grade === undefined ? {} : { grade }),
    ...(awardedOn === undefined ? {} : { awardedOn }),
    ...(language === '' ? {} : { language }),
    ...(email === '' ? {} : { email }),
  }
}

function readGrade(
  source: CsvRow,
  column: string,
  value: string,
  scheme: Design['gradingScheme'],
  faults: Refusal[],
): string | undefined {
  if (value === '') return undefined
  const wrong = gradeFault(value, scheme)
  const code = isBelowPass(value, scheme) ? 'cohort.not-passed' : 'cohort.grade'
  if (wrong !== undefined) faults.push(fault(source, column, code, wrong))
  return value
}

function identifiers(
  source: CsvRow,
  scheme: string,
  value: string,
  faults: Refusal[],
): Learner['identifiers'] {
  if (value === '') {
    if (scheme !== '')
      faults.push(
        fault(source, 'identifier', 'cohort.identifier', 'The identifier itself is missing.'),
      )
    return []
  }
  if (value.includes('@') && !value.startsWith('urn:')) {
    faults.push(
      fault(
        source,
        'identifier',
        'cohort.identifier',
        'An e-mail address is no identifier: it changes hands.',
      ),
    )
  }
  return [{ scheme: scheme === '' ? 'Student number' : scheme, value }]
}

function identity(source: CsvRow, value: string, faults: Refusal[]): Learner['identity'] {
  if (value === '' || value === 'self-asserted') return 'self-asserted'
  if (value === 'vouched' || value === 'checked') return value
  faults.push(
    fault(source, 'identity', 'cohort.identity', 'Write self-asserted, vouched or checked.'),
  )
  return 'self-asserted'
}

function date(source: CsvRow, column: string, faults: Refusal[]): string | undefined {
  const value = (source.cells.get(column) ?? '').trim()
  if (value === '') return undefined
  const time = Date.parse(`${value}T00:00:00Z`)
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(value)
  if (!real) {
    faults.push(
      fault(
        source,
        column,
        'cohort.date',
        `“${value}” is not a day written as year-month-day, such as 2026-06-30.`,
      ),
    )
    return undefined
  }
  return value
}

/** Trimmed and in Unicode normal form C, so that one name is one text; control characters are refused. */
function cleaned(source: CsvRow, column: string, faults: Refusal[]): string {
  const value = csvText((source.cells.get(column) ?? '').trim()).normalize('NFC')
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(value)) {
    faults.push(fault(source, column, 'cohort.control', 'The cell holds control characters.'))
  }
  if (value.length > 200)
    faults.push(fault(source, column, 'cohort.length', 'The text is longer than 200 characters.'))
  return value.slice(0, 200)
}

function fault(source: CsvRow, column: string, code: string, sentence: string): Refusal {
  return { code, place: `row ${source.row}, column ${column}`, sentence }
}
