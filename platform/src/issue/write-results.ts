// Entries of a cohort are written: their content under the learner's secret, what is wrong with them without its words.

import type { House } from '../house.ts'
import type { Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import type { ResultRow } from '../store/tables.ts'
import { codesOf, contentOf, type Judged, proposalOf, type ResultState } from './result-entry.ts'

/** Into which cohort, which way, and by whom: a person, or a program. */
export interface Entrance {
  readonly organisation: string
  readonly cohort: string
  readonly source: ResultRow['source']
  readonly by: { readonly person: string } | { readonly client: string }
}

export interface Written {
  readonly secret: Secret
  readonly digest: string
  readonly state: ResultState
  readonly judged: Judged
}

export interface Fresh extends Written {
  readonly id: string
  readonly learner: string
}

const sealed = (secret: Secret, id: string, judged: Judged) =>
  secret.seal(Buffer.from(contentOf(judged)), 'result', 'content', id)

export async function insertAll(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  { organisation, cohort, source, by }: Entrance,
  fresh: readonly Fresh[],
): Promise<void> {
  for (let at = 0; at < fresh.length; at += 2_000)
    await tx
      .insertInto('result')
      .values(
        fresh.slice(at, at + 2_000).map(({ id, secret, learner, digest, state, judged }) => ({
          organisation_id: organisation,
          id,
          cohort_id: cohort,
          secret_id: secret.id,
          learner_key: learner,
          row_number: judged.source.row,
          content: sealed(secret, id, judged),
          content_digest: digest,
          state,
          faults: JSON.stringify(codesOf(judged.faults)),
          source,
          entered_by: 'person' in by ? by.person : null,
          entered_at: clock.now(),
        })),
      )
      .execute()
}

/** The new content of an entry: whatever was said yes to before is to be said again. */
export async function writeOver(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  organisation: string,
  id: string,
  { secret, digest, state, judged }: Written,
): Promise<void> {
  await tx
    .updateTable('result')
    .set({
      content: sealed(secret, id, judged),
      content_digest: digest,
      state,
      row_number: judged.source.row,
      faults: JSON.stringify(codesOf(judged.faults)),
      proposed: null,
      ratified_at: null,
      ratified_by: null,
      name_confirmed_at: null,
      entered_at: clock.now(),
    })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** Laid beside what stands there. */
export async function propose(
  tx: Tx,
  organisation: string,
  id: string,
  secret: Secret,
  judged: Pick<Judged, 'source' | 'faults'>,
): Promise<void> {
  await tx
    .updateTable('result')
    .set({
      proposed: secret.seal(Buffer.from(proposalOf(judged)), 'result', 'proposed', id),
      faults: JSON.stringify(codesOf(judged.faults)),
    })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute()
}

export const setReady = (tx: Tx, organisation: string, id: string) =>
  tx
    .updateTable('result')
    .set({ state: 'ready' })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute()
