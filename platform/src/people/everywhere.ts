// What one person has at many organisations, changed in one transaction: the walls between tenants stay up, so each
// organisation's rows are looked into in turn.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'

/** Whose rows this transaction may touch from here on. */
async function lookInto(tx: Tx, organisation: string, person: string): Promise<void> {
  await sql`select set_config('tessera.organisation', ${organisation}, true),
    set_config('tessera.person', ${person}, true)`.execute(tx)
}

/** Does the work at each organisation where the person has roles; afterwards no rows of tenants are seen. */
export async function atEachDesk(
  tx: Tx,
  person: string,
  work: (organisation: string) => Promise<void>,
): Promise<void> {
  const desks = await tx
    .selectFrom('membership')
    .where('person_id', '=', person)
    .select('organisation_id')
    .distinct()
    .orderBy('organisation_id')
    .execute()
  for (const { organisation_id: organisation } of desks) {
    await lookInto(tx, organisation, '')
    await work(organisation)
  }
  await lookInto(tx, '', '')
}

/** Every award in one account goes into another, or into none: then it is reached by its links alone. */
export async function handAwards(
  tx: Tx,
  house: Pick<House, 'clock'>,
  from: string,
  to: string | null,
): Promise<void> {
  await lookInto(tx, '', from)
  const rows = await tx
    .selectFrom('award')
    .where('person_id', '=', from)
    .select('organisation_id')
    .distinct()
    .orderBy('organisation_id')
    .execute()
  for (const { organisation_id: organisation } of rows) {
    await lookInto(tx, organisation, '')
    const handed = await tx
      .updateTable('award')
      .set({ person_id: to })
      .where('person_id', '=', from)
      .returning('id')
      .execute()
    const deeds = handed.map(({ id }) => ({
      actor: `person:${from}`,
      action: to === null ? 'award left its account' : 'award changed its account',
      subject: `award:${id}`,
    }))
    await record(house, tx, organisation, ...deeds)
  }
  await lookInto(tx, '', '')
}
