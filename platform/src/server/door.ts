// Doors: the only things found by a secret somebody holds. A door says whose rows to look in and for what; it
// says nothing about anybody. We keep the hash alone, so a copy of the database opens nothing.

import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'
import type { DoorRow } from '../store/tables.ts'
import { hashOf } from './session.ts'

export type DoorKind = DoorRow['kind']

export interface Door {
  readonly kind: DoorKind
  readonly organisation: string
  readonly subject: string
  /** Names the door to `noteWrongTry` and `closeDoor`; it opens nothing. */
  readonly hash: Uint8Array
}

/** Wrong second facts after which a door stays shut and its learner asks the desk. */
export const triesAllowed = 10

/** Letters and digits nobody mixes up when reading from paper (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 100 bits, in four groups somebody can type. */
function paperCode(random: House['random']): string {
  const signs = [...random(20)].map((byte) => letters[byte % 32])
  return [0, 5, 10, 15].map((at) => signs.slice(at, at + 5).join('')).join('-')
}

const apiPrefix = 'tessera_'

/** What people and letters make of a code, undone; undefined where it cannot be one. */
function plainSecret(kind: DoorKind, given: string): string | undefined {
  // The length is looked at before anything is done with the text.
  if (given.length > 64) return undefined
  if (kind === 'paper') {
    const code = given
      .toUpperCase()
      .replaceAll(/[\s-]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
    return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(code) ? code : undefined
  }
  const body = kind === 'api' ? given.slice(apiPrefix.length) : given
  if (kind === 'api' && !given.startsWith(apiPrefix)) return undefined
  return /^[A-Za-z0-9_-]{43}$/.test(body) ? given : undefined
}

/** A new door. The secret is returned once and kept nowhere. */
export async function hangDoor(
  tx: Tx,
  house: Pick<House, 'random' | 'clock'>,
  door: {
    readonly kind: DoorKind
    readonly organisation: string
    readonly subject: string
    readonly expiresAt?: Date | undefined
  },
): Promise<string> {
  const bits = () => Buffer.from(house.random(32)).toString('base64url')
  const secret =
    door.kind === 'paper'
      ? paperCode(house.random)
      : door.kind === 'api'
        ? `${apiPrefix}${bits()}`
        : bits()
  await tx
    .insertInto('door')
    .values({
      secret_hash: hashOf(plainSecret(door.kind, secret) ?? secret),
      kind: door.kind,
      organisation_id: door.organisation,
      subject_id: door.subject,
      expires_at: door.expiresAt ?? null,
      closed_at: null,
      created_at: house.clock.now(),
    })
    .execute()
  return secret
}

/**
 * The door a secret opens. Unknown, closed, expired and worn-out ones are the same nothing to whoever asks.
 * It is found by the hash: how long the search takes tells of the hash, from which no secret follows.
 */
export async function doorBehind(
  tx: Tx,
  house: Pick<House, 'clock'>,
  kind: DoorKind,
  given: string,
): Promise<Door | undefined> {
  const secret = plainSecret(kind, given)
  if (secret === undefined) return undefined
  const row = await tx
    .selectFrom('door')
    .where('secret_hash', '=', hashOf(secret))
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .where('tries', '<', triesAllowed)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', house.clock.now())]))
    .select(['organisation_id', 'subject_id', 'secret_hash'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    kind,
    organisation: row.organisation_id,
    subject: row.subject_id,
    hash: row.secret_hash,
  }
}

/** A wrong second fact, in a transaction of its own. @returns how many tries are left. */
export async function noteWrongTry(tx: Tx, door: Door): Promise<number> {
  const row = await tx
    .updateTable('door')
    .set((door_) => ({ tries: door_('tries', '+', 1) }))
    .where('secret_hash', '=', door.hash)
    .returning('tries')
    .executeTakeFirst()
  return Math.max(0, triesAllowed - (row?.tries ?? triesAllowed))
}

/** Shuts one door. @returns false when somebody else did before: then the deed behind it was theirs. */
export async function closeDoor(
  tx: Tx,
  house: Pick<House, 'clock'>,
  door: Pick<Door, 'hash'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('door')
    .set({ closed_at: house.clock.now() })
    .where('secret_hash', '=', door.hash)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Shuts every door to a thing: a share link switched off, a token revoked, a claim link replaced. */
export async function closeDoorsTo(
  tx: Tx,
  house: Pick<House, 'clock'>,
  to: { readonly kind: DoorKind; readonly organisation: string; readonly subject: string },
): Promise<void> {
  await tx
    .updateTable('door')
    .set({ closed_at: house.clock.now() })
    .where('kind', '=', to.kind)
    .where('organisation_id', '=', to.organisation)
    .where('subject_id', '=', to.subject)
    .where('closed_at', 'is', null)
    .execute()
}
