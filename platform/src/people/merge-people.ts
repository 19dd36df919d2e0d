// One person, two accounts: they signed in on both sides, so the two become one. Nothing else joins accounts,
// neither an address nor a number that both have.

import type { House } from '../house.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { atEachDesk, handAwards } from './everywhere.ts'

/** Everything of `other` becomes `kept`'s; `other` is no account any more. */
export async function mergePeople(
  tx: Tx,
  house: Pick<House, 'clock'>,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<void> {
  if (kept === other) return
  // In one order, so that two merges of the same two do not wait for each other for ever.
  await tx
    .selectFrom('person')
    .where('id', 'in', [kept, other])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  await tx
    .updateTable('identifier')
    .set({ person_id: kept })
    .where('person_id', '=', other)
    .execute()
  await tx.updateTable('passkey').set({ person_id: kept }).where('person_id', '=', other).execute()
  await tx.deleteFrom('session').where('person_id', 'in', [kept, other]).execute()
  await tx.deleteFrom('affiliation').where('person_id', '=', other).execute()
  await moveMemberships(tx, house, kept, other)
  await handAwards(tx, house, other, kept)
  await tx
    .updateTable('person')
    .set({ name: '', erased_at: house.clock.now() })
    .where('id', '=', other)
    .execute()
}

async function moveMemberships(
  tx: Tx,
  house: Pick<House, 'clock'>,
  kept: string,
  other: string,
): Promise<void> {
  await atEachDesk(tx, other, async (organisation) => {
    const roles = await tx
      .deleteFrom('membership')
      .where('organisation_id', '=', organisation)
      .where('person_id', '=', other)
      .returningAll()
      .execute()
    await tx
      .insertInto('membership')
      .values(roles.map((row) => ({ ...row, person_id: kept })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record(house, tx, organisation, {
      actor: `person:${kept}`,
      action: 'accounts merged',
      subject: `person:${kept}`,
      details: { other },
    })
  })
}
