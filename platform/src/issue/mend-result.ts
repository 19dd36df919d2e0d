// One entry of a cohort is mended where it stands, left out, taken in again, or what another list says of it is
// accepted or not.

import { sameLearner } from 'tessera/issue/cohort'
import type { CsvRow } from 'tessera/read/csv'
import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import type { Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import { openSecret, secretOfLearner } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { cohortOf } from './cohorts.ts'
import { digestOf, type Judged, judge, openEntry } from './result-entry.ts'
import { issuingKeyOf } from './result-content.ts'
import { writeOver } from './write-results.ts'

type Hands = Pick<House, 'clock' | 'random' | 'vault'>

export type Mending =
  | { readonly done: true }
  | { readonly done: false; readonly because: 'no-such-result' | 'wrong-state' }
  /** The cells as they were typed, and what is still wrong: nothing was written. */
  | { readonly done: false; readonly because: 'faulty'; readonly faults: readonly Refusal[] }

export interface ResultPlace {
  readonly cohort: string
  readonly result: string
}

async function entryAt(
  house: Hands,
  tx: Tx,
  organisation: string,
  { cohort, result }: ResultPlace,
) {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return undefined
  const row = await tx
    .selectFrom('result')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .where('id', '=', result)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const secret = await openSecret(house, tx, organisation, row.secret_id)
  return { cohort: found, row, secret, entry: openEntry(secret, row.id, row.content) }
}

type Entry = NonNullable<Awaited<ReturnType<typeof entryAt>>>

/** States in which an officer still changes what will be awarded. */
const mendable = ({ cohort, row }: Entry): boolean =>
  ['collecting', 'names'].includes(cohort.row.state) && row.state !== 'awarded'

/** Cells are written in place; those that are not named stay. */
export async function mendResult(
  house: Hands,
  tx: Tx,
  { organisation, by }: Desk,
  place: ResultPlace,
  cells: ReadonlyMap<string, string>,
): Promise<Mending> {
  const found = await entryAt(house, tx, organisation, place)
  if (found === undefined) return { done: false, because: 'no-such-result' }
  if (!mendable(found)) return { done: false, because: 'wrong-state' }
  const source = { row: found.entry.row, cells: new Map([...found.entry.cells, ...cells]) }
  return rewrite(house, tx, { organisation, by }, found, source, 'result mended')
}

/** What another list or the learner says takes the place of what stood there. */
export async function acceptChange(
  house: Hands,
  tx: Tx,
  { organisation, by }: Desk,
  place: ResultPlace,
): Promise<Mending> {
  const found = await entryAt(house, tx, organisation, place)
  if (found === undefined || found.row.proposed === null)
    return { done: false, because: 'no-such-result' }
  if (!mendable(found)) return { done: false, because: 'wrong-state' }
  const { secret, row } = found
  const source = openEntry(secret, row.id, found.row.proposed, 'proposed')
  return rewrite(house, tx, { organisation, by }, found, source, 'change accepted')
}

async function rewrite(
  house: Hands,
  tx: Tx,
  { organisation, by }: Desk,
  found: Entry,
  source: CsvRow,
  action: string,
): Promise<Mending> {
  const { design, row: cohort } = found.cohort
  const judged = judge(source, design, house.clock.now(), cohort.id)
  const faults = [...judged.faults, ...(await sameAs(house, tx, organisation, found, judged))]
  if (faults.length > 0) return { done: false, because: 'faulty', faults }
  const learner = house.vault.fingerprint(judged.key, `${organisation}|secret|learner_key`)
  const state = found.row.state === 'ready' ? ('ready' as const) : ('new' as const)
  let { secret } = found
  if (learner !== found.row.learner_key) {
    // Another learner's key: what is theirs lies under their own secret.
    secret = await secretOfLearner(house, tx, organisation, judged.key)
    await tx
      .updateTable('result')
      .set({ secret_id: secret.id, learner_key: learner, entered_by: by })
      .where('organisation_id', '=', organisation)
      .where('id', '=', found.row.id)
      .execute()
  }
  const digest = digestOf(house, organisation, judged)
  await writeOver(tx, house, organisation, found.row.id, { secret, digest, state, judged })
  await note(tx, house, { organisation, by }, found, action)
  return { done: true }
}

/** Another entry of the cohort, or an award, is the same learner's. */
async function sameAs(
  house: Hands,
  tx: Tx,
  organisation: string,
  found: Entry,
  judged: Judged,
): Promise<readonly Refusal[]> {
  if (judged.state !== 'new') return []
  const learner = house.vault.fingerprint(judged.key, `${organisation}|secret|learner_key`)
  const other = await tx
    .selectFrom('result')
    .select('row_number')
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', found.cohort.row.id)
    .where('learner_key', '=', learner)
    .where('id', '<>', found.row.id)
    .executeTakeFirst()
  if (other !== undefined) return [sameLearner(judged.source, other.row_number)]
  const award = await tx
    .selectFrom('award')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('issuing_key', '=', issuingKeyOf(house, organisation, judged.row, found.cohort.design))
    .executeTakeFirst()
  if (award === undefined) return []
  const { row } = judged.source
  const sentence = 'This learner has this micro-credential already.'
  return [{ code: 'issue.awarded-already', place: `row ${row}, column identifier`, sentence }]
}

/** What another list says is not taken. */
export async function discardChange(
  house: Hands,
  tx: Tx,
  desk: Desk,
  place: ResultPlace,
): Promise<Mending> {
  const found = await entryAt(house, tx, desk.organisation, place)
  if (found === undefined || found.row.proposed === null)
    return { done: false, because: 'no-such-result' }
  await tx
    .updateTable('result')
    .set({ proposed: null, faults: '[]' })
    .where('organisation_id', '=', desk.organisation)
    .where('id', '=', place.result)
    .execute()
  await note(tx, house, desk, found, 'change discarded')
  return { done: true }
}

/** No award for this entry; the entry stays, so that a list which comes again does not bring it back. */
export async function leaveOut(
  house: Hands,
  tx: Tx,
  desk: Desk,
  place: ResultPlace,
): Promise<Mending> {
  const found = await entryAt(house, tx, desk.organisation, place)
  if (found === undefined) return { done: false, because: 'no-such-result' }
  if (!mendable(found)) return { done: false, because: 'wrong-state' }
  await tx
    .updateTable('result')
    .set({ state: 'left-out', ratified_at: null, ratified_by: null })
    .where('organisation_id', '=', desk.organisation)
    .where('id', '=', place.result)
    .execute()
  await note(tx, house, desk, found, 'result left out')
  return { done: true }
}

/** An entry that was left out is judged anew. */
export async function takeIn(
  house: Hands,
  tx: Tx,
  desk: Desk,
  place: ResultPlace,
): Promise<Mending> {
  const found = await entryAt(house, tx, desk.organisation, place)
  if (found === undefined) return { done: false, because: 'no-such-result' }
  if (!mendable(found) || found.row.state !== 'left-out')
    return { done: false, because: 'wrong-state' }
  const { design, row: cohort } = found.cohort
  const judged = judge(found.entry, design, house.clock.now(), cohort.id)
  await writeOver(tx, house, desk.organisation, place.result, {
    secret: found.secret,
    digest: digestOf(house, desk.organisation, judged),
    state: judged.state,
    judged,
  })
  await note(tx, house, desk, found, 'result taken in')
  return { done: true }
}

const note = (
  tx: Tx,
  house: Hands,
  { organisation, by }: Desk,
  { row, cohort }: Entry,
  action: string,
) =>
  record(house, tx, organisation, {
    actor: `person:${by}`,
    action,
    subject: `result:${row.id}`,
    details: { cohort: cohort.row.id },
  })
