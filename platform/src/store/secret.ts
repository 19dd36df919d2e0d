// One key for everything personal of one learner at one organisation. Rows hold what was encrypted with it;
// destroying it is the erasure, in the backups of tomorrow too.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { open, placeOf, seal } from './envelope.ts'
import type { Tx } from './store.ts'

type Hands = Pick<House, 'vault' | 'random'>

export interface Secret {
  readonly id: string
  /** Encrypts for a place: table, column, row. */
  seal(plain: Uint8Array, table: string, column: string, row: string): Uint8Array
  open(sealed: Uint8Array, table: string, column: string, row: string): Uint8Array
}

/** The secret was destroyed: what it opened is gone. */
export class Erased extends Error {
  override readonly name = 'Erased'
}

/** The secret of a learner, made at the first time. `learnerKey` is what makes two rows the same learner. */
export async function secretOfLearner(
  house: Hands,
  tx: Tx,
  organisation: string,
  learnerKey: string,
): Promise<Secret> {
  const fingerprint = house.vault.fingerprint(learnerKey, `${organisation}|secret|learner_key`)
  const id = await makeSecretRow(house, tx, organisation, fingerprint)
  return openSecret(house, tx, organisation, id)
}

async function makeSecretRow(
  house: Hands,
  tx: Tx,
  organisation: string,
  fingerprint: string,
): Promise<string> {
  const find = () =>
    tx
      .selectFrom('secret')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('learner_key', '=', fingerprint)
      .executeTakeFirst()
  const known = await find()
  if (known !== undefined) return known.id
  const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(tx)
  const id = rows[0]?.id ?? ''
  await tx
    .insertInto('secret')
    .values({
      organisation_id: organisation,
      id,
      learner_key: fingerprint,
      wrapped: house.vault.wrap(house.random(32), placeOf(organisation, 'secret', 'wrapped', id)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find())?.id ?? id
}

/** Throws {@link Erased} when it was destroyed, or never was. */
export async function openSecret(
  house: Pick<House, 'vault' | 'random'>,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<Secret> {
  const row = await tx
    .selectFrom('secret')
    .select(['id', 'wrapped'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.wrapped === null)
    throw new Erased('What was kept of this learner is erased.')
  const key = house.vault.unwrap(row.wrapped, placeOf(organisation, 'secret', 'wrapped', id))
  return {
    id,
    seal: (plain, table, column, at) =>
      seal(key, plain, placeOf(organisation, table, column, at), house.random),
    open: (sealed, table, column, at) =>
      open(key, sealed, placeOf(organisation, table, column, at)),
  }
}

/** For ever: nothing that was encrypted with it opens again. */
export async function destroySecret(
  tx: Tx,
  organisation: string,
  id: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('secret')
    .set({ wrapped: null, learner_key: null, destroyed_at: now })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('destroyed_at', 'is', null)
    .execute()
}
