// Who holds an award: whoever came through its door with a second fact, for a while; or the person with an account
// it was put into. Nobody else finds out that there is one.

import type { Context } from 'hono'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { Door } from '../server/door.ts'
import type { Asked } from '../server/route.ts'
import { cookieOf, dropCookie, keepCookie } from '../server/session.ts'
import type { Tx } from '../store/store.ts'

export interface Holder {
  readonly organisation: string
  readonly award: string
  /** Through a door: until when. Otherwise by their account. */
  readonly until?: Date
}

/** How long a door stays open behind somebody; then the second fact is asked for again. */
const lasts = 2 * 3600
const most = 6
const cookie = 'holder'
const place = 'house|cookie|holder'

const contentSchema = z.array(
  z.object({ hash: z.string(), organisation: z.string(), award: z.uuid(), until: z.int() }),
)
type Passed = z.infer<typeof contentSchema>

/** What the browser brings was written by us: it is encrypted and bound to its purpose. */
function passedDoors(c: Context, house: House): Passed {
  const text = cookieOf(c, house.config, cookie)
  if (text === undefined || text.length > 4000) return []
  try {
    const plain = house.vault.unwrap(Buffer.from(text, 'base64url'), place)
    const now = house.clock.now().getTime()
    const all = contentSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
    return all.filter(({ until }) => until > now)
  } catch {
    // Of another key, cut off or made up: as if there were none.
    return []
  }
}

/** To be called once the second fact was right. */
export function passDoor(c: Context, house: House, door: Door): void {
  const hash = Buffer.from(door.hash).toString('base64url')
  const until = house.clock.now().getTime() + lasts * 1000
  const others = passedDoors(c, house).filter((one) => one.hash !== hash)
  const all: Passed = [
    { hash, organisation: door.organisation, award: door.subject, until },
    ...others,
  ].slice(0, most)
  const wrapped = house.vault.wrap(Buffer.from(JSON.stringify(all)), place)
  keepCookie(c, house.config, cookie, Buffer.from(wrapped).toString('base64url'), lasts)
}

/** On a shared computer: the second fact is asked for again. */
export function forgetDoors(c: Context, house: House): void {
  dropCookie(c, house.config, cookie)
}

const isId = (text: string) => z.uuid().safeParse(text).success

/** The holder of the award in the address; undefined for everybody else, and for what does not exist. */
export async function holderOf(asked: Asked): Promise<Holder | undefined> {
  const award = asked.c.req.param('award') ?? ''
  return isId(award) ? holderOfAward(asked, award) : undefined
}

export async function holderOfAward(asked: Asked, award: string): Promise<Holder | undefined> {
  return (await holderByDoor(asked, award)) ?? holderByAccount(asked, award)
}

async function holderByDoor({ c, house }: Asked, award: string): Promise<Holder | undefined> {
  const passed = passedDoors(c, house)
  if (passed.length === 0) return undefined
  const open = await house.store.atTheDoor((tx) =>
    tx
      .selectFrom('door')
      .where(
        'secret_hash',
        'in',
        passed.map(({ hash }) => Buffer.from(hash, 'base64url')),
      )
      .where('kind', 'in', ['claim', 'paper'])
      .where('closed_at', 'is', null)
      .select(['organisation_id', 'subject_id', 'secret_hash'])
      .execute(),
  )
  for (const { organisation_id: organisation, subject_id: subject, secret_hash: hash } of open) {
    const name = Buffer.from(hash).toString('base64url')
    const until = new Date(passed.find((one) => one.hash === name)?.until ?? 0)
    if (subject === award) return { organisation, award, until }
    const corrected = await house.store.asOrganisation(organisation, (tx) =>
      isCorrectionOf(tx, organisation, award, subject),
    )
    if (corrected) return { organisation, award, until }
  }
  return undefined
}

/**
 * Whoever holds what was corrected holds what it was corrected into, if it is still the same learner's: an award
 * that had gone to the wrong person leads to nobody else's.
 */
async function isCorrectionOf(
  tx: Tx,
  organisation: string,
  award: string,
  earlier: string,
): Promise<boolean> {
  let at = award
  for (let step = 0; step < 20; step++) {
    const row = await tx
      .selectFrom('award as later')
      .innerJoin('award as before', (on) =>
        on
          .onRef('before.organisation_id', '=', 'later.organisation_id')
          .onRef('before.id', '=', 'later.supersedes')
          .onRef('before.secret_id', '=', 'later.secret_id'),
      )
      .where('later.organisation_id', '=', organisation)
      .where('later.id', '=', at)
      .select('before.id')
      .executeTakeFirst()
    if (row === undefined) return false
    if (row.id === earlier) return true
    at = row.id
  }
  return false
}

async function holderByAccount(
  { house, visitor }: Asked,
  award: string,
): Promise<Holder | undefined> {
  const person = visitor.person?.id
  if (person === undefined) return undefined
  const row = await house.store.asPerson(person, (tx) =>
    tx
      .selectFrom('award')
      .where('id', '=', award)
      .where('person_id', '=', person)
      .select('organisation_id')
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : { organisation: row.organisation_id, award }
}
