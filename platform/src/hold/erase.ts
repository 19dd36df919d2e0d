// Erasure: the learner's secret is destroyed, and with it everything it protects, in the backups of tomorrow too.
// What identifies without being encrypted (fingerprints, links, tickets) is taken away in the same transaction.
// What stays names nobody: that an award of that number was given and how it stands, which others rely on.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { openContent } from '../issue/award-content.ts'
import { record } from '../store/audit.ts'
import { destroySecret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import type { HeldAward } from './held-award.ts'
import { keepRecord, keepsOf } from './kept-record.ts'
import { awardsOfLearner } from './learner-record.ts'

export type ErasureAnswer =
  | { readonly done: true; readonly awards: number; readonly kept: number }
  /** Another learner of the same name may be behind the same secret: the desk looks first. */
  | { readonly done: false; readonly because: 'not-certain' }

export async function eraseLearner(
  house: House,
  tx: Tx,
  held: HeldAward,
  actor: string,
): Promise<ErasureAnswer> {
  const { organisation, secret } = held
  // Whoever writes for this learner at the same time is before us or finds the secret gone.
  await tx
    .selectFrom('secret')
    .where('organisation_id', '=', organisation)
    .where('id', '=', secret.id)
    .select('id')
    .forUpdate()
    .execute()
  const { ids, others } = await awardsOfLearner(tx, held)
  if (others) return { done: false, because: 'not-certain' }
  const kept = await keepWhatLawDemands(house, tx, held, ids)
  await takeAway(house, tx, held, ids)
  await destroySecret(tx, organisation, secret.id, house.clock.now())
  // The fingerprint of who was awarded what goes as well; the same learner may be awarded the same again.
  await tx
    .updateTable('award')
    .set({ issuing_key: sql`'erased:' || id` })
    .where('organisation_id', '=', organisation)
    .where('id', 'in', ids)
    .execute()
  await record(
    house,
    tx,
    organisation,
    ...ids.map((id) => ({
      actor,
      action: 'learner erased',
      subject: `award:${id}`,
      details: { keptByLaw: kept > 0 },
    })),
  )
  return { done: true, awards: ids.length, kept }
}

async function keepWhatLawDemands(
  house: House,
  tx: Tx,
  { organisation, secret }: HeldAward,
  ids: readonly string[],
): Promise<number> {
  const keeps = await keepsOf(tx, organisation)
  if (keeps === undefined) return 0
  const rows = await tx
    .selectFrom('award')
    .where('organisation_id', '=', organisation)
    .where('id', 'in', ids)
    // Of a corrected award the register has the correct one.
    .where(
      sql<boolean>`not exists (select from award later where later.organisation_id = award.organisation_id
        and later.supersedes = award.id)`,
    )
    .select(['id', 'content'])
    .execute()
  let count = 0
  for (const { id, content } of rows)
    if (await keepRecord(house, tx, organisation, keeps, openContent(secret, id, content))) count++
  return count
}

const nothing = new Uint8Array()

async function takeAway(
  house: House,
  tx: Tx,
  { organisation, secret }: HeldAward,
  ids: readonly string[],
): Promise<void> {
  const now = house.clock.now()
  const links = await tx
    .selectFrom('share_link')
    .where('organisation_id', '=', organisation)
    .where('award_id', 'in', ids)
    .select('id')
    .execute()
  const linkIds = links.map(({ id }) => id)
  if (linkIds.length > 0) {
    await tx
      .updateTable('door')
      .set({ closed_at: now })
      .where('organisation_id', '=', organisation)
      .where('kind', '=', 'share')
      .where('subject_id', 'in', linkIds)
      .where('closed_at', 'is', null)
      .execute()
    await tx
      .deleteFrom('share_view')
      .where('organisation_id', '=', organisation)
      .where('link_id', 'in', linkIds)
      .execute()
    await tx
      .deleteFrom('share_link')
      .where('organisation_id', '=', organisation)
      .where('id', 'in', linkIds)
      .execute()
  }
  await tx
    .deleteFrom('ticket')
    .where('organisation_id', '=', organisation)
    .where('award_id', 'in', ids)
    .execute()
  // The door of the letter stays, to say what happened; it asks for nothing any more.
  await tx
    .updateTable('claim')
    .set({
      second_fact: 'code',
      second_fact_hash: house.random(32),
      code: null,
      opened_at: sql<Date>`coalesce(opened_at, ${now})`,
    })
    .where('organisation_id', '=', organisation)
    .where('award_id', 'in', ids)
    .execute()
  await tx
    .updateTable('award')
    .set({ person_id: null })
    .where('organisation_id', '=', organisation)
    .where('id', 'in', ids)
    .where('person_id', 'is not', null)
    .execute()
  await tx
    .updateTable('letter')
    .set({
      content: nothing,
      state: sql`case when state = 'waiting' then 'failed' else state end`,
      last_error: sql`case when state = 'waiting' then 'erased' end`,
    })
    .where('organisation_id', '=', organisation)
    .where('secret_id', '=', secret.id)
    .execute()
  await tx
    .updateTable('result')
    .set({
      content: nothing,
      content_digest: '',
      learner_key: sql`'erased:' || id`,
      faults: '[]',
      // What was not awarded yet is not awarded any more.
      state: sql`case when state = 'awarded' then state else 'left-out' end`,
    })
    .where('organisation_id', '=', organisation)
    .where('secret_id', '=', secret.id)
    .execute()
}
