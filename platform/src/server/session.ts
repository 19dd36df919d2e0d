// Sessions live here, not in the cookie: the browser holds 256 random bits, we hold their hash, and either
// side can end it (OWASP ASVS 5.0, chapter 7).

import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import type { Role } from '../people/permissions.ts'
import type { Tx } from '../store/store.ts'
import type { Visitor } from './visitor.ts'

const hour = 3_600_000
/** However busy: after this the person signs in again. */
const longest = 12 * hour
/** Untouched for this long it is over. Staff decide about other people's awards, so sooner. */
const idle = { staff: hour / 2, others: 2 * hour }
/** A page a second must not be a write a second. */
const noted = 60_000
/** How long a proof of presence counts for sealing, withdrawing and keys. */
const proofLasts = 15 * 60_000

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const secure = (config: Config) => config.address.startsWith('https:')
/** Over https the browser itself then refuses the cookie to other hosts, paths and plain http. */
const named = (config: Config, name: string) => (secure(config) ? `__Host-${name}` : name)

/** A cookie that scripts cannot read and other sites' forms do not send. */
export function keepCookie(
  c: Context,
  config: Config,
  name: string,
  value: string,
  seconds?: number,
): void {
  setCookie(c, named(config, name), value, {
    path: '/',
    httpOnly: true,
    secure: secure(config),
    // Lax: a link in a letter opens the page signed in; a form of another site does not send it.
    sameSite: 'Lax',
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  })
}

export const cookieOf = (c: Context, config: Config, name: string): string | undefined =>
  getCookie(c, named(config, name))

export function dropCookie(c: Context, config: Config, name: string): void {
  deleteCookie(c, named(config, name), { path: '/', secure: secure(config) })
}

const cookie = 'tessera'

export const newSecret = (house: Pick<House, 'random'>): string =>
  Buffer.from(house.random(32)).toString('base64url')

export interface SessionStart {
  readonly person: string
  readonly organisation?: string | undefined
  /** The browser in a few words, for the person's own list. */
  readonly device: string
}

/** A new session whose secret only the caller gets to see. */
export async function startSession(
  tx: Tx,
  house: Pick<House, 'random' | 'clock'>,
  { person, organisation, device }: SessionStart,
): Promise<string> {
  const secret = newSecret(house)
  const now = house.clock.now()
  await tx
    .insertInto('session')
    .values({
      id_hash: hashOf(secret),
      person_id: person,
      organisation_id: organisation ?? null,
      csrf: newSecret(house),
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + longest),
      proved_at: now,
      device,
    })
    .execute()
  return secret
}

/** Signing in and proving to be there both change the secret, so that one planted before is worth nothing. */
export async function enter(
  c: Context,
  tx: Tx,
  house: House,
  start: Omit<SessionStart, 'device'>,
): Promise<void> {
  const old = cookieOf(c, house.config, cookie)
  if (old !== undefined) await tx.deleteFrom('session').where('id_hash', '=', hashOf(old)).execute()
  const device = deviceOf(c.req.header('user-agent') ?? '')
  keepCookie(c, house.config, cookie, await startSession(tx, house, { ...start, device }))
}

export async function leave(c: Context, tx: Tx, house: House): Promise<void> {
  const secret = cookieOf(c, house.config, cookie)
  if (secret !== undefined)
    await tx.deleteFrom('session').where('id_hash', '=', hashOf(secret)).execute()
  dropCookie(c, house.config, cookie)
}

/** Who sits behind the cookie, if their session still stands. */
export async function visitorOf(c: Context, house: House): Promise<Visitor | undefined> {
  const secret = cookieOf(c, house.config, cookie)
  if (secret === undefined || secret.length !== 43) return undefined
  return house.store.atTheDoor((tx) => visitorBehind(tx, house, secret))
}

export async function visitorBehind(
  tx: Tx,
  house: Pick<House, 'clock'>,
  secret: string,
): Promise<Visitor | undefined> {
  const id = hashOf(secret)
  // One question for everything: it is asked before every page.
  const rows = await tx
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('membership', 'membership.person_id', 'session.person_id')
    .where('session.id_hash', '=', id)
    .where('person.erased_at', 'is', null)
    .select([
      'session.person_id',
      'session.organisation_id',
      'session.csrf',
      'session.seen_at',
      'session.expires_at',
      'session.proved_at',
      'person.name',
      'person.language',
      'membership.organisation_id as at',
      'membership.role',
    ])
    .execute()
  const [session] = rows
  if (session === undefined) return undefined
  const now = house.clock.now()
  const rest = session.role === null ? idle.others : idle.staff
  if (now >= session.expires_at || now.getTime() - session.seen_at.getTime() >= rest) {
    await tx.deleteFrom('session').where('id_hash', '=', id).execute()
    return undefined
  }
  if (now.getTime() - session.seen_at.getTime() >= noted)
    await tx.updateTable('session').set({ seen_at: now }).where('id_hash', '=', id).execute()
  const desk = session.organisation_id
  const roles: Role[] = rows.flatMap(({ at, role }) => (at === desk && role !== null ? [role] : []))
  return {
    person: { id: session.person_id, name: session.name, language: session.language },
    // A desk whose last role was taken away is no desk any more.
    ...(desk !== null && roles.length > 0 ? { organisation: desk } : {}),
    roles: [...roles, 'learner'],
    csrf: session.csrf,
    provedAt: session.proved_at,
    session: id,
  }
}

export const isFresh = (visitor: Visitor, now: Date): boolean =>
  visitor.provedAt !== undefined && now.getTime() - visitor.provedAt.getTime() < proofLasts

/** What a person's list of sessions shows. `ref` names one and opens none. */
export async function listSessions(tx: Tx, house: Pick<House, 'clock'>, person: string) {
  const rows = await tx
    .selectFrom('session')
    .where('person_id', '=', person)
    .where('expires_at', '>', house.clock.now())
    .select(['id_hash', 'device', 'created_at', 'seen_at'])
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(({ id_hash: hash, device, created_at: startedAt, seen_at: seenAt }) => ({
    ref: Buffer.from(hash).toString('base64url'),
    device,
    startedAt,
    seenAt,
  }))
}

export async function endSession(tx: Tx, person: string, ref: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('person_id', '=', person)
    .where('id_hash', '=', Buffer.from(ref, 'base64url'))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whoever's rights changed signs in again everywhere. */
export async function endAllSessions(tx: Tx, person: string, except?: Uint8Array): Promise<void> {
  let query = tx.deleteFrom('session').where('person_id', '=', person)
  if (except !== undefined) query = query.where('id_hash', '!=', except)
  await query.execute()
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Enough to recognise one's own device, too little to track it. */
export function deviceOf(userAgent: string): string {
  const first = (table: typeof browsers) => table.find(([shape]) => shape.test(userAgent))?.[1]
  return [first(browsers), first(systems)].filter((word) => word !== undefined).join(', ')
}
