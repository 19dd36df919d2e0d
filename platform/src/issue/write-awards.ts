// The last step of sealing: what was sealed becomes an award, in one commit with all that follows from it.

import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import { finishJobs } from '../jobs/queue.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { isStopped, type Ready } from './reserve-results.ts'
import { finishIfDone } from './seal-cohort.ts'
import { type SealedAward, storeAwards } from './store-award.ts'

export interface Sealed {
  readonly ready: Ready
  readonly award: SealedAward
}

export async function writeAwards(
  house: House,
  organisation: string,
  sealed: readonly Sealed[],
): Promise<void> {
  if (sealed.length === 0) return
  try {
    await house.store.asOrganisation(organisation, (tx) =>
      writeAll(house, tx, organisation, sealed),
    )
  } catch (error) {
    const first = sealed[0]
    if (!isTwice(error) || first === undefined) throw error
    // Somebody of them has this award already: one at a time finds out who.
    if (sealed.length > 1) for (const one of sealed) await writeAwards(house, organisation, [one])
    else await refuseResult(house, organisation, first.ready, [awardedAlready], 'duplicate')
  }
}

const awardedAlready: Refusal = {
  code: 'issue.awarded-already',
  place: '',
  sentence: 'This learner has this micro-credential already. A correction is not a second award.',
}

const isTwice = (error: unknown): boolean =>
  error instanceof Error &&
  'constraint' in error &&
  (error as { constraint?: unknown }).constraint === 'award_once'

async function writeAll(
  house: House,
  tx: Tx,
  organisation: string,
  sealed: readonly Sealed[],
): Promise<void> {
  const jobs = sealed.map(({ ready }) => ready.job)
  if (await isStopped(house, tx, organisation, jobs)) return
  const results = await tx
    .selectFrom('result')
    .select(['id', 'state', 'award_id'])
    .where('organisation_id', '=', organisation)
    .where(
      'id',
      'in',
      sealed.map(({ ready }) => ready.result),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const cohorts = await tx
    .selectFrom('cohort')
    .select(['id', 'state'])
    .where('organisation_id', '=', organisation)
    .where('id', 'in', [...new Set(sealed.map(({ ready }) => ready.cohort))])
    .orderBy('id')
    .forShare()
    .execute()
  const open = new Set(cohorts.filter(({ state }) => state === 'sealing').map(({ id }) => id))
  const mine = sealed.filter(({ ready, award }) => {
    const row = results.find(({ id }) => id === ready.result)
    return row?.state === 'ready' && row.award_id === award.id && open.has(ready.cohort)
  })
  if (mine.length > 0)
    await tx
      .updateTable('result')
      .set({ state: 'awarded' })
      .where('organisation_id', '=', organisation)
      .where(
        'id',
        'in',
        mine.map(({ ready }) => ready.result),
      )
      .execute()
  await finishJobs(tx, jobs)
  await storeAwards(
    house,
    tx,
    organisation,
    mine.map(({ award }) => award),
  )
  for (const cohort of new Set(mine.map(({ ready }) => ready.cohort)))
    await finishIfDone(tx, house, organisation, cohort)
}

/** The toolkit said no to this row: nothing was issued, and the officer finds the reason beside it. */
export async function refuseResult(
  house: House,
  organisation: string,
  { result, cohort, job }: Ready,
  refusals: readonly Refusal[],
  state: 'faulty' | 'duplicate' = 'faulty',
): Promise<void> {
  await house.store.asOrganisation(organisation, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('result')
      .set({ state, faults: JSON.stringify(refusals) })
      .where('organisation_id', '=', organisation)
      .where('id', '=', result)
      .where('state', '=', 'ready')
      .executeTakeFirst()
    await finishJobs(tx, [job])
    if (numUpdatedRows === 0n) return
    await record(house, tx, organisation, {
      actor: 'house',
      action: 'award refused',
      subject: `result:${result}`,
      details: { cohort, code: refusals[0]?.code ?? '' },
    })
    await finishIfDone(tx, house, organisation, cohort)
  })
}
