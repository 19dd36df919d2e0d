// Closing an account: every way in, every right and everything that says who it was. What was awarded stays with
// the organisations that awarded it, and is reached by its links as before; erasing that is another deed.

import type { House } from '../house.ts'
import { closeDoorsTo } from '../server/door.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { atEachDesk, handAwards } from './everywhere.ts'
import { isLastOwner } from './members.ts'

/** To be called at the door, in a transaction that is undone where it says no. */
export async function closeAccount(
  tx: Tx,
  house: Pick<House, 'clock'>,
  person: string,
): Promise<'done' | 'last-owner'> {
  await tx.selectFrom('person').where('id', '=', person).select('id').forUpdate().execute()
  let isNeeded = false
  await atEachDesk(tx, person, async (organisation) => {
    isNeeded ||= await isLastOwner(tx, organisation, person)
  })
  if (isNeeded) return 'last-owner'
  await atEachDesk(tx, person, async (organisation) => {
    await tx
      .deleteFrom('membership')
      .where('organisation_id', '=', organisation)
      .where('person_id', '=', person)
      .execute()
    await closeDoorsTo(tx, house, { kind: 'sign-in', organisation, subject: person })
    await record(house, tx, organisation, {
      actor: `person:${person}`,
      action: 'account closed',
      subject: `person:${person}`,
    })
  })
  await handAwards(tx, house, person, null)
  for (const table of ['session', 'passkey', 'identifier', 'affiliation'] as const)
    await tx.deleteFrom(table).where('person_id', '=', person).execute()
  await tx
    .updateTable('person')
    .set({ name: '', language: 'en', erased_at: house.clock.now() })
    .where('id', '=', person)
    .execute()
  return 'done'
}
