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

/** The same for many at once, each by its key. */
export async function secretsOfLearners(
  house: Hands,
  tx: Tx,
  organisation: string,
  learnerKeys: readonly string[],
): Promise<ReadonlyMap<string, Secret>> {
  const keyOf = new Map(
    learnerKeys.map((key) => [
      house.vault.fingerprint(key, `${organisation}|secret|learner_key`),
      key,
    ]),
  )
  const fingerprints = [...keyOf.keys()]
  const secrets = new Map<string, Secret>()
  for (let at = 0; at < fingerprints.length; at += 5_000) {
    const some = fingerprints.slice(at, at + 5_000)
    const find = () =>
      tx
        .selectFrom('secret')
        .select(['id', 'wrapped', 'learner_key'])
        .where('organisation_id', '=', organisation)
        .where('learner_key', 'in', some)
        .execute()
    const known = new Set((await find()).map((row) => row.learner_key))
    const missing = some.filter((fingerprint) => !known.has(fingerprint))
    if (missing.length > 0) {
      const { rows } = await sql<{ id: string }>`
        select gen_random_uuid() as id from generate_series(1, ${missing.length})`.execute(tx)
      await tx
        .insertInto('secret')
        .values(
          missing.map((fingerprint, i) => {
            const id = rows[i]?.id ?? ''
            const place = placeOf(organisation, 'secret', 'wrapped', id)
            return {
              organisation_id: organisation,
              id,
              learner_key: fingerprint,
              wrapped: house.vault.wrap(house.random(32), place),
            }
          }),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    for (const row of await find())
      if (row.wrapped !== null)
        secrets.set(
          keyOf.get(row.learner_key ?? '') ?? '',
          secretOf(house, organisation, row.id, row.wrapped),
        )
  }
  return secrets
}

/** Those of these ids that were not destroyed. */
export async function openSecrets(
  house: Hands,
  tx: Tx,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Secret>> {
  const secrets = new Map<string, Secret>()
  const wanted = [...new Set(ids)]
  for (let at = 0; at < wanted.length; at += 5_000)
    for (const row of await tx
      .selectFrom('secret')
      .select(['id', 'wrapped'])
      .where('organisation_id', '=', organisation)
      .where('id', 'in', wanted.slice(at, at + 5_000))
      .execute())
      if (row.wrapped !== null)
        secrets.set(row.id, secretOf(house, organisation, row.id, row.wrapped))
  return secrets
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
  return secretOf(house, organisation, id, row.wrapped)
}

function secretOf(house: Hands, organisation: string, id: string, wrapped: Uint8Array): Secret {
  const key = house.vault.unwrap(wrapped, placeOf(organisation, 'secret', 'wrapped', id))
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
