// A request that is sent again because its answer was lost does its deed once: under one key the first answer is
// given again. Of the request a keyed fingerprint is kept, and of the answer what is not personal; both for a day.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'

export interface Keyed {
  readonly organisation: string
  readonly client: string
  /** Undefined: done as often as it is asked for. */
  readonly key: string | undefined
  /** Everything that makes it the same request. */
  readonly text: string
}

/** The key was used for another request. */
export class OtherBody extends Error {
  override readonly name = 'OtherBody'
}

/** Keys are remembered at least so long. */
export const keptFor = 24 * 3_600_000

/** Does the deed, in the transaction that also keeps its answer; or finds the answer of the first time. */
export async function onceUnder<T>(
  house: Pick<House, 'vault' | 'clock'>,
  tx: Tx,
  { organisation, client, key, text }: Keyed,
  deed: () => Promise<T>,
): Promise<{ readonly done: T | unknown; readonly again: boolean }> {
  if (key === undefined) return { done: await deed(), again: false }
  // The second of two at once waits here for the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`key ${client} ${key}`}, 0))`.execute(
    tx,
  )
  const now = house.clock.now()
  await tx
    .deleteFrom('idempotency')
    .where('organisation_id', '=', organisation)
    .where('at', '<', new Date(now.getTime() - keptFor))
    .execute()
  const hash = Buffer.from(
    house.vault.fingerprint(text, `${organisation}|idempotency|request_hash`),
  )
  const before = await tx
    .selectFrom('idempotency')
    .select(['request_hash', 'answer'])
    .where('organisation_id', '=', organisation)
    .where('client_id', '=', client)
    .where('key', '=', key)
    .executeTakeFirst()
  if (before !== undefined) {
    if (!hash.equals(before.request_hash)) throw new OtherBody('another request under this key')
    return { done: before.answer, again: true }
  }
  const done = await deed()
  await tx
    .insertInto('idempotency')
    .values({
      organisation_id: organisation,
      client_id: client,
      key,
      request_hash: hash,
      status: 200,
      answer: JSON.stringify(done),
      at: now,
    })
    .execute()
  return { done, again: false }
}
