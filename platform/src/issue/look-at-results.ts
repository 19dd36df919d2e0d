// A cohort as its officer sees it: how many of each kind, and one page of entries with their cells.

import { sql } from 'kysely'
import type { Design } from 'tessera/credential/design'
import type { CsvRow } from 'tessera/read/csv'
import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import { openSecrets } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { type EntryFault, type Judged, judge, openEntry, type ResultState } from './result-entry.ts'

/** What the list can be narrowed to. `trouble`: whatever keeps an entry from going on. */
export const looks = [
  'all',
  'trouble',
  'new',
  'changed',
  'duplicate',
  'below-threshold',
  'name-missing',
  'faulty',
  'ready',
  'unratified',
  'awarded',
  'left-out',
] as const
export type Look = (typeof looks)[number]

export const isLook = (text: string): text is Look => looks.some((look) => look === text)

export type Counts = Readonly<Record<Look | 'confirmed' | 'asked', number>>

export async function countResults(tx: Tx, organisation: string, cohort: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where state <> 'left-out')::int as "all",
      count(*) filter (where state in ('duplicate', 'below-threshold', 'name-missing', 'faulty'))::int as trouble,
      count(*) filter (where state = 'new')::int as "new",
      count(*) filter (where proposed is not null)::int as changed,
      count(*) filter (where state = 'duplicate')::int as duplicate,
      count(*) filter (where state = 'below-threshold')::int as "below-threshold",
      count(*) filter (where state = 'name-missing')::int as "name-missing",
      count(*) filter (where state = 'faulty')::int as faulty,
      count(*) filter (where state = 'ready')::int as ready,
      count(*) filter (where state = 'ready' and ratified_at is null)::int as unratified,
      count(*) filter (where state = 'awarded')::int as awarded,
      count(*) filter (where state = 'left-out')::int as "left-out",
      count(*) filter (where name_confirmed_at is not null)::int as confirmed,
      count(*) filter (where name_asked_at is not null)::int as asked
    from result where organisation_id = ${organisation} and cohort_id = ${cohort}`.execute(tx)
  const [counts] = rows
  if (counts === undefined) throw new Error('A count gave no row.')
  return counts
}

export interface EntrySeen {
  readonly id: string
  readonly state: ResultState
  readonly source: CsvRow
  /** What is wrong, in words again: they are not kept, since they hold what was typed. */
  readonly faults: readonly Refusal[]
  readonly change: { readonly source: CsvRow; readonly faults: readonly Refusal[] } | undefined
  readonly ratified: boolean
  readonly nameConfirmed: boolean
  readonly award: string | undefined
}

export const entriesOnAPage = 50

export interface EntryPage {
  readonly entries: readonly EntrySeen[]
  readonly page: number
  readonly pages: number
}

type Hands = Pick<House, 'vault' | 'random' | 'clock'>

export interface Looking {
  readonly organisation: string
  readonly cohort: string
  readonly design: Design
  readonly look: Look
  readonly page: number
  /** How many there are of that kind. */
  readonly count: number
  /** Only this entry. */
  readonly only?: string
  /** Only those with this in their name or number. */
  readonly find?: string
}

export async function lookAtResults(house: Hands, tx: Tx, looking: Looking): Promise<EntryPage> {
  const { organisation, cohort, design, look, count, only, find } = looking
  const pages = find === undefined ? Math.max(1, Math.ceil(count / entriesOnAPage)) : 1
  const page = Math.min(Math.max(1, looking.page), pages)
  let query = tx
    .selectFrom('result')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .orderBy('row_number')
    .orderBy('id')
    .limit(entriesOnAPage)
    .offset((page - 1) * entriesOnAPage)
  if (only !== undefined) query = query.where('id', '=', only)
  else if (find !== undefined) {
    const found = await findEntries(house, tx, organisation, cohort, find)
    if (found.length === 0) return { entries: [], page: 1, pages: 1 }
    query = query.where('id', 'in', found)
  } else if (look === 'all') query = query.where('state', '<>', 'left-out')
  else if (look === 'changed') query = query.where('proposed', 'is not', null)
  else if (look === 'unratified')
    query = query.where('state', '=', 'ready').where('ratified_at', 'is', null)
  else if (look === 'trouble')
    query = query.where('state', 'in', ['duplicate', 'below-threshold', 'name-missing', 'faulty'])
  else query = query.where('state', '=', look)
  const rows = await query.execute()
  const secrets = await openSecrets(
    house,
    tx,
    organisation,
    rows.map(({ secret_id: id }) => id),
  )
  const now = house.clock.now()
  const again = (source: CsvRow): Judged => judge(source, design, now, cohort)
  const entries = rows.flatMap((row): EntrySeen[] => {
    const secret = secrets.get(row.secret_id)
    if (secret === undefined) return []
    const source = openEntry(secret, row.id, row.content)
    const proposed =
      row.proposed === null ? undefined : openEntry(secret, row.id, row.proposed, 'proposed')
    return [
      {
        id: row.id,
        state: row.state,
        source,
        faults: [...again(source).faults, ...(proposed === undefined ? kept(row.faults) : [])],
        change:
          proposed === undefined ? undefined : { source: proposed, faults: again(proposed).faults },
        ratified: row.ratified_at !== null,
        nameConfirmed: row.name_confirmed_at !== null,
        award: row.state === 'awarded' ? (row.award_id ?? undefined) : undefined,
      },
    ]
  })
  return { entries, page, pages }
}

/** Where names are looked for: they lie encrypted, so each is opened. Ten thousand take about a second. */
const searched = ['given_name', 'family_name', 'full_name', 'identifier', 'email'] as const

const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()

async function findEntries(
  house: Hands,
  tx: Tx,
  organisation: string,
  cohort: string,
  find: string,
): Promise<readonly string[]> {
  const wanted = plain(find)
  const found: string[] = []
  for (let from = 0; found.length < entriesOnAPage; from += 2_000) {
    const rows = await tx
      .selectFrom('result')
      .select(['id', 'secret_id', 'content'])
      .where('organisation_id', '=', organisation)
      .where('cohort_id', '=', cohort)
      .orderBy('row_number')
      .orderBy('id')
      .limit(2_000)
      .offset(from)
      .execute()
    const ids = rows.map(({ secret_id: id }) => id)
    const secrets = await openSecrets(house, tx, organisation, ids)
    for (const row of rows) {
      const secret = secrets.get(row.secret_id)
      if (secret === undefined) continue
      const { cells } = openEntry(secret, row.id, row.content)
      const text = plain(searched.map((column) => cells.get(column) ?? '').join(' '))
      if (text.includes(wanted)) found.push(row.id)
    }
    if (rows.length < 2_000) break
  }
  return found.slice(0, entriesOnAPage)
}

/** Faults that do not follow from the entry alone: who else stands in the list, what was refused while sealing. */
function kept(faults: unknown): readonly Refusal[] {
  if (!Array.isArray(faults)) return []
  return faults.flatMap((fault): Refusal[] => {
    const { code, column, row, sentence } = fault as Partial<EntryFault & Refusal>
    if (code === undefined) return []
    if (code.startsWith('cohort.') && code !== 'cohort.duplicate') return []
    const other = row === undefined ? '' : `The same learner already stands in row ${row}.`
    return [{ code, place: `column ${column ?? ''}`, sentence: sentence ?? other }]
  })
}
