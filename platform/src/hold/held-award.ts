// What a learner holds, read from the store for a page: the award, how it stands today, and its files.

import { sql } from 'kysely'
import type { Award } from 'tessera/credential/award'
import type { House } from '../house.ts'
import { readAward } from '../issue/award-content.ts'
import { Erased, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { type Standing, standingOf } from './standing.ts'

export interface HeldFile {
  readonly format: string
  readonly extension: string
  readonly mediaType: string
  readonly size: number
}

export interface HeldAward {
  readonly organisation: string
  readonly id: string
  readonly award: Award
  readonly secret: Secret
  /** The learner's own language. */
  readonly language: string
  readonly issuedAt: Date
  readonly statusList: string
  readonly person: string | null
  readonly standing: Standing
  readonly claimedAt: Date | undefined
  readonly files: readonly HeldFile[]
}

/** What the encryption adds to a file (store/envelope.ts): version, iv and tag. */
const envelope = 29

/** Throws `Erased`; undefined where there is none. */
export async function readHeldAward(
  house: Pick<House, 'vault' | 'random'>,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<HeldAward | undefined> {
  const found = await readAward(house, tx, organisation, id)
  if (found === undefined) return undefined
  const claim = await tx
    .selectFrom('claim')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .select('claimed_at')
    .executeTakeFirst()
  const files = await tx
    .selectFrom('sealed_file')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .select(['format', 'extension', 'media_type', sql<number>`length(content)`.as('size')])
    .orderBy('format')
    .orderBy('extension')
    .execute()
  return {
    organisation,
    id,
    award: found.award,
    secret: found.secret,
    language: found.row.language,
    issuedAt: found.row.issued_at,
    statusList: found.row.status_list,
    person: found.row.person_id,
    standing: await standingOf(tx, organisation, id),
    claimedAt: claim?.claimed_at ?? undefined,
    files: files.map(({ format, extension, media_type: mediaType, size }) => ({
      format,
      extension,
      mediaType,
      size: size - envelope,
    })),
  }
}

export interface MyAward {
  readonly organisation: string
  readonly id: string
  /** Undefined: erased. */
  readonly award: Award | undefined
  readonly issuedAt: Date
  readonly standing: Standing
}

/** Everything an account holds, whoever issued it; the newest first. */
export async function awardsOfPerson(house: House, person: string): Promise<readonly MyAward[]> {
  const rows = await house.store.asPerson(person, (tx) =>
    tx
      .selectFrom('award')
      .where('person_id', '=', person)
      .select(['organisation_id', 'id', 'issued_at'])
      .orderBy('issued_at', 'desc')
      .limit(500)
      .execute(),
  )
  const awards: MyAward[] = []
  for (const { organisation_id: organisation, id, issued_at: issuedAt } of rows)
    awards.push(
      await house.store.asOrganisation(organisation, async (tx) => ({
        organisation,
        id,
        issuedAt,
        award: await awardOrErased(house, tx, organisation, id),
        standing: await standingOf(tx, organisation, id),
      })),
    )
  return awards
}

export async function awardOrErased(
  house: Pick<House, 'vault' | 'random'>,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<Award | undefined> {
  try {
    return (await readAward(house, tx, organisation, id))?.award
  } catch (error) {
    if (error instanceof Erased) return undefined
    throw error
  }
}
