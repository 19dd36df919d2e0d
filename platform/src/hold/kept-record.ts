// What the law of a country makes an organisation keep although a learner asked for erasure (Art. 17(3)(b) GDPR):
// the facts of a register, under the key of the house, until a day that is named. No page but the desk's reads it.

import { z } from 'zod'
import { type Award, nameOf } from 'tessera/credential/award'
import { textSchema } from 'tessera/credential/text'
import type { House } from '../house.ts'
import { uuid } from '../mail/letters.ts'
import { placeOf } from '../store/envelope.ts'
import type { Tx } from '../store/store.ts'
import { dayOfIssue } from './issue-day.ts'

export const keepsSchema = z.strictObject({
  /** The law in the words of people, by language. */
  law: textSchema,
  /** Years from the day of issue. */
  years: z.int().min(1).max(100),
})
export type Keeps = z.output<typeof keepsSchema>

/** Undefined where the organisation keeps nothing. */
export async function keepsOf(tx: Tx, organisation: string): Promise<Keeps | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .where('id', '=', organisation)
    .select('keeps')
    .executeTakeFirst()
  if (row === undefined || row.keeps === null) return undefined
  return keepsSchema.parse(row.keeps)
}

/** The last day; undefined where it is over already. */
export function keepUntil({ years }: Keeps, award: Award, now: Date): Date | undefined {
  const until = new Date(`${dayOfIssue(award)}T00:00:00Z`)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  return until > now ? until : undefined
}

const recordSchema = z.object({
  award: z.string(),
  name: z.string(),
  dateOfBirth: z.string().optional(),
  title: z.record(z.string(), z.string()),
  issued: z.string(),
  grade: z.string().optional(),
})
export type KeptRecord = z.output<typeof recordSchema>

type Hands = Pick<House, 'vault' | 'random' | 'clock'>

/** To be called before the learner's secret is destroyed. @returns whether anything had to be kept. */
export async function keepRecord(
  house: Hands,
  tx: Tx,
  organisation: string,
  keeps: Keeps,
  award: Award,
): Promise<boolean> {
  const now = house.clock.now()
  const until = keepUntil(keeps, award, now)
  if (until === undefined) return false
  const { dateOfBirth } = award.learner
  const record: KeptRecord = {
    award: award.id ?? '',
    name: nameOf(award.learner),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    title: { ...award.design.title },
    issued: dayOfIssue(award),
    ...(award.grade === undefined ? {} : { grade: award.grade }),
  }
  const id = uuid(house.random)
  await tx
    .insertInto('kept_record')
    .values({
      organisation_id: organisation,
      id,
      content: house.vault.wrap(
        Buffer.from(JSON.stringify(record)),
        placeOf(organisation, 'kept_record', 'content', id),
      ),
      law: JSON.stringify(keeps.law),
      made_at: now,
      keep_until: until,
    })
    .execute()
  return true
}

/** For whom the law entitles; who asked is the business of the caller's audit line. */
export async function keptRecords(
  house: Pick<House, 'vault'>,
  tx: Tx,
  organisation: string,
): Promise<readonly (KeptRecord & { readonly until: Date })[]> {
  const rows = await tx
    .selectFrom('kept_record')
    .where('organisation_id', '=', organisation)
    .selectAll()
    .orderBy('keep_until')
    .execute()
  return rows.map(({ id, content, keep_until: until }) => {
    const place = placeOf(organisation, 'kept_record', 'content', id)
    const plain = Buffer.from(house.vault.unwrap(content, place)).toString('utf8')
    return { ...recordSchema.parse(JSON.parse(plain)), until }
  })
}

/** What need not be kept any longer goes. @returns how many. */
export async function dropOverdueRecords(
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  organisation: string,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('kept_record')
    .where('organisation_id', '=', organisation)
    .where('keep_until', '<=', clock.now())
    .executeTakeFirst()
  return Number(numDeletedRows)
}
