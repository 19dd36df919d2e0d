// Links a learner shares: what they show, until when, and on which days they were opened. Who opened them is not
// kept. A link is private until it is given to somebody, and off when its learner says so.

import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../house.ts'
import { uuid } from '../mail/letters.ts'
import { closeDoorsTo, doorBehind, hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'
import type { Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { isPreset, type Preset } from './presets.ts'

export const longestLabel = 100
/** Open ones an award may have. */
const mostOpen = 50
const day = 86_400_000

const contentSchema = z.object({ label: z.string(), secret: z.string() })

export interface NewLink {
  readonly award: string
  readonly preset: Preset
  /** What the learner calls it: `Application to …`. */
  readonly label: string
  readonly expiresAt?: Date
}

export interface SharedLink {
  readonly id: string
  readonly label: string
  readonly preset: Preset
  readonly address: string
  readonly createdAt: Date
  readonly expiresAt?: Date
  readonly closedAt?: Date
  /** On which days it was opened and how often, the newest first. */
  readonly seen: readonly { readonly day: string; readonly count: number }[]
}

/** @returns its id; undefined where too many are open. */
export async function makeLink(
  tx: Tx,
  house: Pick<House, 'random' | 'clock'>,
  organisation: string,
  learner: Secret,
  { award, preset, label, expiresAt }: NewLink,
): Promise<string | undefined> {
  const open = await tx
    .selectFrom('share_link')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .where('closed_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', house.clock.now())]))
    .select('id')
    .execute()
  if (open.length >= mostOpen) return undefined
  const id = uuid(house.random)
  const door = { kind: 'share' as const, organisation, subject: id, expiresAt }
  const secret = await hangDoor(tx, house, door)
  const content: z.infer<typeof contentSchema> = { label, secret }
  await tx
    .insertInto('share_link')
    .values({
      organisation_id: organisation,
      id,
      award_id: award,
      // The address stands here so that its learner can see it again; without their secret it is nothing.
      content: learner.seal(Buffer.from(JSON.stringify(content)), 'share_link', 'content', id),
      preset,
      created_at: house.clock.now(),
      expires_at: expiresAt ?? null,
      closed_at: null,
    })
    .execute()
  await record(house, tx, organisation, {
    actor: 'learner',
    action: 'link made',
    subject: `link:${id}`,
    details: { award, preset },
  })
  return id
}

export const addressOf = ({ config }: Pick<House, 'config'>, secret: string): string =>
  `${config.address}/s/${secret}`

/** Those of an award, open ones first, then the newest. */
export async function linksOf(
  tx: Tx,
  house: Pick<House, 'config' | 'clock'>,
  organisation: string,
  learner: Secret,
  award: string,
): Promise<readonly SharedLink[]> {
  const rows = await tx
    .selectFrom('share_link')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .selectAll()
    .orderBy('created_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const views = await tx
    .selectFrom('share_view')
    .where('organisation_id', '=', organisation)
    .where(
      'link_id',
      'in',
      rows.map(({ id }) => id),
    )
    .select(['link_id', 'at', sql<number>`count(*)::int`.as('count')])
    .groupBy(['link_id', 'at'])
    .orderBy('at', 'desc')
    .execute()
  const links = rows.map((row): SharedLink => {
    const bytes = learner.open(row.content, 'share_link', 'content', row.id)
    const { label, secret } = contentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return {
      id: row.id,
      label,
      preset: isPreset(row.preset) ? row.preset : 'only',
      address: addressOf(house, secret),
      createdAt: row.created_at,
      ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
      ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
      seen: views
        .filter(({ link_id: link }) => link === row.id)
        .map(({ at, count }) => ({ day: at.toISOString().slice(0, 10), count })),
    }
  })
  const now = house.clock.now()
  return links.toSorted((a, b) => Number(isOpen(b, now)) - Number(isOpen(a, now)))
}

export const isOpen = ({ closedAt, expiresAt }: SharedLink, now: Date): boolean =>
  closedAt === undefined && (expiresAt === undefined || expiresAt > now)

/** For ever: the same address never opens again. @returns false where there is no such link to this award. */
export async function closeLink(
  tx: Tx,
  house: Pick<House, 'clock'>,
  organisation: string,
  award: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('share_link')
    .set({ closed_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await closeDoorsTo(tx, house, { kind: 'share', organisation, subject: id })
  await record(house, tx, organisation, {
    actor: 'learner',
    action: 'link switched off',
    subject: `link:${id}`,
    details: { award },
  })
  return true
}

export interface Shared {
  readonly organisation: string
  readonly link: string
  readonly award: string
  readonly preset: Preset
}

/** What an address shows; undefined for one that is unknown, off, or over. */
export async function sharedBehind(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  secret: string,
): Promise<Shared | undefined> {
  const door = await store.atTheDoor((tx) => doorBehind(tx, { clock }, 'share', secret))
  if (door === undefined) return undefined
  const { organisation, subject: link } = door
  const row = await store.asOrganisation(organisation, (tx) =>
    tx
      .selectFrom('share_link')
      .where('organisation_id', '=', organisation)
      .where('id', '=', link)
      .where('closed_at', 'is', null)
      .select(['award_id', 'preset', 'expires_at'])
      .executeTakeFirst(),
  )
  if (row === undefined || !isPreset(row.preset)) return undefined
  if (row.expires_at !== null && row.expires_at <= clock.now()) return undefined
  return { organisation, link, award: row.award_id, preset: row.preset }
}

/** That it was opened today; the hour is nobody's business. */
export async function noteSeen(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  { organisation, link }: Shared,
): Promise<void> {
  const at = new Date(Math.floor(clock.now().getTime() / day) * day)
  await tx
    .insertInto('share_view')
    .values({ organisation_id: organisation, link_id: link, at })
    .execute()
}
