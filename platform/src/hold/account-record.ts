// What is kept of an account, and its end. Awards do not go with it: they are their learner's by letter and second
// fact, and are erased at the organisation that gave them.

import type { House } from '../house.ts'
import { closeAccount } from '../people/index.ts'
import type { Tx } from '../store/store.ts'

export interface AccountRecord {
  readonly name: string
  readonly language: string
  readonly since: Date
  readonly identifiers: readonly {
    readonly kind: string
    readonly authority: string
    readonly value: string
    readonly verifiedAt: Date
  }[]
  readonly affiliations: readonly {
    readonly authority: string
    readonly home: string
    readonly affiliation: string
    readonly seenAt: Date
  }[]
  readonly passkeys: readonly {
    readonly name: string
    readonly createdAt: Date
    readonly usedAt: Date | null
  }[]
  readonly sessions: readonly {
    readonly device: string
    readonly startedAt: Date
    readonly seenAt: Date
  }[]
  readonly roles: readonly {
    readonly organisation: string
    readonly role: string
    readonly since: Date
  }[]
}

export async function accountOf(tx: Tx, person: string): Promise<AccountRecord> {
  const row = await tx
    .selectFrom('person')
    .where('id', '=', person)
    .select(['name', 'language', 'created_at'])
    .executeTakeFirstOrThrow()
  const identifiers = await tx
    .selectFrom('identifier')
    .where('person_id', '=', person)
    .select(['kind', 'authority', 'value', 'verified_at'])
    .execute()
  const affiliations = await tx
    .selectFrom('affiliation')
    .where('person_id', '=', person)
    .select(['authority', 'home', 'affiliation', 'seen_at'])
    .execute()
  const passkeys = await tx
    .selectFrom('passkey')
    .where('person_id', '=', person)
    .select(['name', 'created_at', 'used_at'])
    .execute()
  const sessions = await tx
    .selectFrom('session')
    .where('person_id', '=', person)
    .select(['device', 'created_at', 'seen_at'])
    .execute()
  const roles = await tx
    .selectFrom('membership')
    .where('person_id', '=', person)
    .select(['organisation_id', 'role', 'granted_at'])
    .execute()
  return {
    name: row.name,
    language: row.language,
    since: row.created_at,
    identifiers: identifiers.map(({ verified_at: verifiedAt, ...rest }) => ({
      ...rest,
      verifiedAt,
    })),
    affiliations: affiliations.map(({ seen_at: seenAt, ...rest }) => ({ ...rest, seenAt })),
    passkeys: passkeys.map(({ name, created_at: createdAt, used_at: usedAt }) => ({
      name,
      createdAt,
      usedAt,
    })),
    sessions: sessions.map(({ device, created_at: startedAt, seen_at: seenAt }) => ({
      device,
      startedAt,
      seenAt,
    })),
    roles: roles.map(({ organisation_id: organisation, role, granted_at: since }) => ({
      organisation,
      role,
      since,
    })),
  }
}

/** `works-here`: whoever has a desk gives it up first, so that no organisation loses its last owner unseen. */
export async function eraseAccount(house: House, person: string): Promise<'done' | 'works-here'> {
  const works = await house.store.atTheDoor((tx) =>
    tx.selectFrom('membership').where('person_id', '=', person).select('role').executeTakeFirst(),
  )
  if (works !== undefined) return 'works-here'
  await house.store.atTheDoor((tx) => closeAccount(tx, house, person))
  return 'done'
}
