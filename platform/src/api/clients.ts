// Programs of an organisation and their tokens: made by an owner for what the program needs and no longer than it
// needs it, shown once, closed at any time.

import type { House } from '../house.ts'
import type { Desk } from '../people/members.ts'
import { closeDoorsTo, hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { uuid } from '../mail/letters.ts'
import type { Scope } from './scopes.ts'

export interface NewClient {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** After so many days the token opens nothing. */
  readonly days: number
}

export const daysOffered = [90, 365, 730] as const

export interface ClientInList {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly madeAt: Date
  readonly usedAt: Date | undefined
  readonly expiresAt: Date | undefined
}

/** Those that were not closed, newest first. */
export async function listClients(tx: Tx, organisation: string): Promise<readonly ClientInList[]> {
  const rows = await tx
    .selectFrom('api_client')
    .leftJoin('door', (on) =>
      on
        .onRef('door.organisation_id', '=', 'api_client.organisation_id')
        .onRef('door.subject_id', '=', 'api_client.id')
        .on('door.kind', '=', 'api'),
    )
    .select(['id', 'name', 'scopes', 'api_client.created_at', 'used_at', 'door.expires_at'])
    .where('api_client.organisation_id', '=', organisation)
    .where('api_client.closed_at', 'is', null)
    .orderBy('api_client.created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    madeAt: row.created_at,
    usedAt: row.used_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  }))
}

/** @returns the token, which is kept nowhere. */
export async function makeClient(
  house: Pick<House, 'clock' | 'random'>,
  tx: Tx,
  { organisation, by }: Desk,
  { name, scopes, days }: NewClient,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = uuid(house.random)
  const now = house.clock.now()
  await tx
    .insertInto('api_client')
    .values({
      organisation_id: organisation,
      id,
      name,
      scopes: [...scopes],
      created_by: by,
      created_at: now,
    })
    .execute()
  const token = await hangDoor(tx, house, {
    kind: 'api',
    organisation,
    subject: id,
    expiresAt: new Date(now.getTime() + days * 86_400_000),
  })
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'API client made',
    subject: `client:${id}`,
    details: { scopes: scopes.join(' '), days },
  })
  return { id, token }
}

/** From now on its token opens nothing. @returns false where there is none that is open. */
export async function closeClient(
  house: Pick<House, 'clock'>,
  tx: Tx,
  { organisation, by }: Desk,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_client')
    .set({ closed_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await closeDoorsTo(tx, house, { kind: 'api', organisation, subject: id })
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'API client closed',
    subject: `client:${id}`,
  })
  return true
}
