// What an organisation is called, in the reader's language where it has a name in it.

import { z } from 'zod'
import type { Tx } from '../store/store.ts'

const text = z.record(z.string(), z.string())
const named = z.looseObject({ legalName: text.optional(), shortName: text.optional() })

export function nameIn(profile: unknown, language: string, instead: string): string {
  const read = named.safeParse(profile)
  if (!read.success) return instead
  const { legalName = {}, shortName = {} } = read.data
  return (
    legalName[language] ??
    legalName['en'] ??
    Object.values(legalName)[0] ??
    Object.values(shortName)[0] ??
    instead
  )
}

export async function nameOfOrganisation(tx: Tx, id: string, language: string): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .where('id', '=', id)
    .select('profile')
    .executeTakeFirst()
  return nameIn(row?.profile, language, id)
}

export interface DeskOffered {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/** Where somebody works, with their roles there. */
export async function listDesks(
  tx: Tx,
  person: string,
  language: string,
): Promise<readonly DeskOffered[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .where('membership.person_id', '=', person)
    .select(['organisation.id', 'organisation.profile', 'membership.role'])
    .orderBy('organisation.id')
    .execute()
  const ids = [...new Set(rows.map(({ id }) => id))]
  return ids.map((id) => {
    const own = rows.filter((row) => row.id === id)
    return { id, name: nameIn(own[0]?.profile, language, id), roles: own.map(({ role }) => role) }
  })
}
