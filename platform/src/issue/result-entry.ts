// An entry of a cohort: what the list says of one learner, whether it can be awarded, and why not. What cannot be
// read as a result yet is kept cell by cell, so that it can be mended where it stands.

import { z } from 'zod'
import { canonicalJson } from 'tessera/canonical-json'
import type { Design } from 'tessera/credential/design'
import { cellsOfRow, type CohortRow, learnerKey, readCohortRow } from 'tessera/issue/cohort'
import type { CsvRow } from 'tessera/read/csv'
import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import type { Secret } from '../store/secret.ts'
import type { ResultRow } from '../store/tables.ts'
import { digestOfCells, openResult } from './result-content.ts'

export type ResultState = ResultRow['state'] extends { __select__: infer S } ? S : string
/** What keeps an entry from being awarded; it lies in the store without the words, which hold what was typed. */
export interface EntryFault {
  readonly code: string
  readonly column: string
  /** The row in which the same learner stands. */
  readonly row?: number
}

export type EntryState = Extract<
  ResultState,
  'new' | 'duplicate' | 'below-threshold' | 'name-missing' | 'faulty'
>

export interface Judged {
  readonly state: EntryState
  readonly source: CsvRow
  readonly row: CohortRow
  readonly faults: readonly Refusal[]
  /** What makes it the same learner as another one; an entry without a name or number is only like itself. */
  readonly key: string
}

export function judge(source: CsvRow, design: Design, now: Date, cohort: string): Judged {
  const { row, faults } = readCohortRow(source, design, now)
  const named = row.learner.identifiers.length > 0 || !faults.some(isName)
  const key = named ? learnerKey(row.learner) : draftKey(cohort, source)
  return { state: stateOf(faults), source, row, faults, key }
}

const isName = ({ code }: Refusal) => code === 'cohort.name'

/** The key of an entry that cannot stand under its learner's. */
export const draftKey = (cohort: string, source: CsvRow): string =>
  `draft|${cohort}|${canonicalJson(filled(source.cells))}`

function stateOf(faults: readonly Refusal[]): EntryState {
  if (faults.length === 0) return 'new'
  if (faults.some(({ code }) => code === 'cohort.duplicate')) return 'duplicate'
  const codes = new Set(faults.map(({ code }) => code))
  codes.delete('cohort.not-passed')
  if (codes.size === 0) return 'below-threshold'
  codes.delete('cohort.name')
  return codes.size === 0 ? 'name-missing' : 'faulty'
}

/** `row 3, column grade` → grade */
export const columnOfFault = ({ place }: Refusal): string => /column (\S+)$/.exec(place)?.[1] ?? ''

export const codesOf = (faults: readonly Refusal[]): readonly EntryFault[] =>
  faults.map((fault) => {
    const row = /row (\d+)\.$/.exec(fault.sentence)?.[1]
    return {
      code: fault.code,
      column: columnOfFault(fault),
      ...(row === undefined ? {} : { row: Number(row) }),
    }
  })

const filled = (cells: ReadonlyMap<string, string>) =>
  Object.fromEntries([...cells].filter(([, value]) => value.trim() !== ''))

// ---------------------------------------------------------------------------- as it lies in the store

const draftSchema = z.strictObject({
  draft: z.strictObject({ row: z.int(), cells: z.record(z.string(), z.string()) }),
})

/** A sound entry as the result it is, any other one as its cells. */
export const contentOf = ({ state, row, source }: Judged): string =>
  state === 'new'
    ? JSON.stringify(row)
    : JSON.stringify({ draft: { row: source.row, cells: filled(source.cells) } })

export const digestOf = (
  house: Pick<House, 'vault'>,
  organisation: string,
  { state, row, source }: Pick<Judged, 'state' | 'row' | 'source'>,
): string => digestOfCells(house, organisation, state === 'new' ? cellsOfRow(row) : source.cells)

/** The cells of an entry, whether it is sound or not. */
export function openEntry(
  secret: Secret,
  id: string,
  content: Uint8Array,
  column: 'content' | 'proposed' = 'content',
): CsvRow {
  const text = Buffer.from(secret.open(content, 'result', column, id)).toString('utf8')
  const value: unknown = JSON.parse(text)
  const draft = draftSchema.safeParse(value)
  if (draft.success) {
    const { row, cells } = draft.data.draft
    return { row, cells: new Map(Object.entries(cells)) }
  }
  if (column === 'content') {
    const row = openResult(secret, id, content)
    return { row: row.row, cells: cellsOfRow(row) }
  }
  throw new Error('A change that was proposed cannot be read.')
}

/** Proposed content lies as cells always: it is judged again when it is looked at. */
export const proposalOf = ({ source }: Pick<Judged, 'source'>): string =>
  JSON.stringify({ draft: { row: source.row, cells: filled(source.cells) } })
