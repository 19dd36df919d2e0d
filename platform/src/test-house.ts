// A house for tests: the real store, a clock that is wound by hand, letters kept instead of sent.

import { randomBytes } from 'node:crypto'
import { noResolver } from 'tessera/trust/resolver'
import { type Config, readConfig } from './config.ts'
import type { House, Mailer } from './house.ts'
import type { Store } from './store/store.ts'
import type { MembershipRow } from './store/tables.ts'
import { openVault } from './store/vault.ts'

export type Letter = Parameters<Mailer['send']>[0]

export interface TestHouse extends House {
  readonly letters: readonly Letter[]
  /** Lets time pass. */
  wind(milliseconds: number): void
}

export function testHouse(
  store: Store,
  given: Partial<Omit<House, 'config' | 'store'>> & { readonly config?: Partial<Config> } = {},
): TestHouse {
  const letters: Letter[] = []
  let now = Date.parse('2026-03-02T09:00:00Z')
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const { config, ...rest } = given
  return {
    store,
    clock: { now: () => new Date(now) },
    random,
    mailer: {
      send: (letter) => {
        letters.push(letter)
        return Promise.resolve()
      },
    },
    keys: { keysOf: () => Promise.reject(new Error('This house has no keys.')) },
    vault: openVault([random(32)], random),
    trust: () => Promise.reject(new Error('This house trusts nobody.')),
    resolver: noResolver,
    ...rest,
    config: { ...readConfig({ NODE_ENV: 'test' }), ...config },
    letters,
    wind: (milliseconds) => {
      now += milliseconds
    },
  }
}

export async function makeOrganisations(store: Store, ...ids: readonly string[]): Promise<void> {
  await store.atTheDoor((tx) =>
    tx
      .insertInto('alliance')
      .values({ id: 'a', name: '{}' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  for (const id of ids)
    await store.asOrganisation(id, (tx) =>
      tx
        .insertInto('organisation')
        .values({ id, alliance_id: 'a', profile: '{}', issuer: '{}' })
        .execute(),
    )
}

/** An account with roles, by organisation. @returns its id */
export async function makePerson(
  store: Store,
  name: string,
  desks: Readonly<Record<string, readonly MembershipRow['role'][]>> = {},
): Promise<string> {
  const { id } = await store.atTheDoor((tx) =>
    tx.insertInto('person').values({ name }).returning('id').executeTakeFirstOrThrow(),
  )
  for (const [organisation, roles] of Object.entries(desks))
    await store.asOrganisation(organisation, (tx) =>
      tx
        .insertInto('membership')
        .values(roles.map((role) => ({ organisation_id: organisation, person_id: id, role })))
        .execute(),
    )
  return id
}
