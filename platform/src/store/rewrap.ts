// A new key of the house: what is wrapped with an old one is wrapped anew, row by row, while the house works.
// Then the old key may go.

import type { House } from '../house.ts'
import { placeOf } from './envelope.ts'
import type { Tx } from './store.ts'

type Hands = Pick<House, 'store' | 'vault'>

/** @returns how many were wrapped with another key than the current one. */
export async function rewrapEverything({ store, vault }: Hands): Promise<number> {
  const organisations = await store.atTheDoor((tx) =>
    tx.selectFrom('organisation').select('id').execute(),
  )
  let count = await store.atTheDoor((tx) => rewrapHouse(vault, tx))
  for (const { id } of organisations)
    count += await store.asOrganisation(id, async (tx) => {
      const secrets = await rewrapSecrets(vault, tx, id)
      const records = await rewrapRecords(vault, tx, id)
      return secrets + records + (await rewrapWebhooks(vault, tx, id))
    })
  return count
}

function anew(vault: House['vault'], wrapped: Uint8Array, place: string): Uint8Array | undefined {
  return vault.isCurrent(wrapped) ? undefined : vault.wrap(vault.unwrap(wrapped, place), place)
}

async function rewrapHouse(vault: House['vault'], tx: Tx): Promise<number> {
  let count = 0
  for (const { name, wrapped } of await tx
    .selectFrom('house_secret')
    .selectAll()
    .forUpdate()
    .execute()) {
    const fresh = anew(vault, wrapped, `house|house_secret|wrapped|${name}`)
    if (fresh === undefined) continue
    await tx.updateTable('house_secret').set({ wrapped: fresh }).where('name', '=', name).execute()
    count++
  }
  return count
}

async function rewrapSecrets(vault: House['vault'], tx: Tx, organisation: string): Promise<number> {
  let count = 0
  const rows = await tx
    .selectFrom('secret')
    .select(['id', 'wrapped'])
    .where('organisation_id', '=', organisation)
    .where('wrapped', 'is not', null)
    .forUpdate()
    .execute()
  for (const { id, wrapped } of rows) {
    if (wrapped === null) continue
    const fresh = anew(vault, wrapped, placeOf(organisation, 'secret', 'wrapped', id))
    if (fresh === undefined) continue
    await tx
      .updateTable('secret')
      .set({ wrapped: fresh })
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .execute()
    count++
  }
  return count
}

async function rewrapRecords(vault: House['vault'], tx: Tx, organisation: string): Promise<number> {
  let count = 0
  const rows = await tx
    .selectFrom('kept_record')
    .select(['id', 'content'])
    .where('organisation_id', '=', organisation)
    .forUpdate()
    .execute()
  for (const { id, content } of rows) {
    const fresh = anew(vault, content, placeOf(organisation, 'kept_record', 'content', id))
    if (fresh === undefined) continue
    await tx
      .updateTable('kept_record')
      .set({ content: fresh })
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .execute()
    count++
  }
  return count
}

async function rewrapWebhooks(
  vault: House['vault'],
  tx: Tx,
  organisation: string,
): Promise<number> {
  let count = 0
  const rows = await tx
    .selectFrom('webhook')
    .select(['id', 'wrapped_secret'])
    .where('organisation_id', '=', organisation)
    .forUpdate()
    .execute()
  for (const { id, wrapped_secret: wrapped } of rows) {
    const fresh = anew(vault, wrapped, placeOf(organisation, 'webhook', 'wrapped_secret', id))
    if (fresh === undefined) continue
    await tx
      .updateTable('webhook')
      .set({ wrapped_secret: fresh })
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .execute()
    count++
  }
  return count
}
