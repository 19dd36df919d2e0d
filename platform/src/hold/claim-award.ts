// Claiming: the secret of a letter or a slip, and one more fact only the learner knows; then the learner sees the
// award and says that it is theirs.

import { timingSafeEqual } from 'node:crypto'
import type { House } from '../house.ts'
import { secondFactHash, type SecondFact } from '../issue/second-fact.ts'
import { tell } from '../jobs/events.ts'
import { doorBehind, type Door } from '../server/door.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'

/** Wrong tries in a row after which the door is closed for a while. */
export const triesInARow = 5
const minute = 60_000

/** A quarter of an hour, then twice as long each time, a day at most: a birthday is not found by trying. */
export function closedFor(wrongTries: number): number {
  const round = Math.floor(wrongTries / triesInARow)
  return Math.min(15 * minute * 2 ** (round - 1), 24 * 60 * minute)
}

/** The door a link or a code on paper opens. */
export async function claimDoor(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  secret: string,
): Promise<Door | undefined> {
  return store.atTheDoor(
    async (tx) =>
      (await doorBehind(tx, { clock }, 'claim', secret)) ??
      (await doorBehind(tx, { clock }, 'paper', secret)),
  )
}

export interface ClaimState {
  readonly secondFact: SecondFact
  readonly closedUntil?: Date
  /** Its learner was erased, on that day; nothing opens it any more. */
  readonly erasedAt?: Date
  readonly claimedAt?: Date
}

export async function claimState(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  organisation: string,
  award: string,
): Promise<ClaimState | undefined> {
  const row = await tx
    .selectFrom('claim')
    .innerJoin('award', (on) =>
      on
        .onRef('award.organisation_id', '=', 'claim.organisation_id')
        .onRef('award.id', '=', 'claim.award_id'),
    )
    .innerJoin('secret', (on) =>
      on
        .onRef('secret.organisation_id', '=', 'award.organisation_id')
        .onRef('secret.id', '=', 'award.secret_id'),
    )
    .where('claim.organisation_id', '=', organisation)
    .where('claim.award_id', '=', award)
    .select(['claim.second_fact', 'claim.closed_until', 'claim.claimed_at', 'secret.destroyed_at'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const closed = row.closed_until !== null && row.closed_until > clock.now()
  return {
    secondFact: row.second_fact,
    ...(closed && row.closed_until !== null ? { closedUntil: row.closed_until } : {}),
    ...(row.destroyed_at === null ? {} : { erasedAt: row.destroyed_at }),
    ...(row.claimed_at === null ? {} : { claimedAt: row.claimed_at }),
  }
}

export type FactAnswer =
  | { readonly right: true }
  | { readonly right: false; readonly triesLeft: number; readonly closedUntil?: Date }

/**
 * One try at the second fact. The row is locked meanwhile, so that many tries at once count one after the other, and
 * it is counted for the award: another door to the same award gives no further tries.
 */
export async function trySecondFact(
  tx: Tx,
  house: Pick<House, 'clock' | 'vault'>,
  organisation: string,
  award: string,
  given: string,
): Promise<FactAnswer> {
  const row = await tx
    .selectFrom('claim')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .select(['second_fact', 'second_fact_hash', 'wrong_tries', 'closed_until', 'opened_at'])
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return { right: false, triesLeft: 0 }
  const now = house.clock.now()
  if (row.closed_until !== null && row.closed_until > now)
    return { right: false, triesLeft: 0, closedUntil: row.closed_until }
  const hash = secondFactHash(house, organisation, award, row.second_fact, given)
  const kept = Buffer.from(row.second_fact_hash)
  const right = kept.length === hash.length && timingSafeEqual(kept, hash)
  const tries = right ? 0 : row.wrong_tries + 1
  const closes = !right && tries % triesInARow === 0
  const closedUntil = closes ? new Date(now.getTime() + closedFor(tries)) : undefined
  await tx
    .updateTable('claim')
    .set({
      wrong_tries: tries,
      closed_until: closedUntil ?? null,
      ...(right && row.opened_at === null ? { opened_at: now } : {}),
    })
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .execute()
  if (right) return { right: true }
  return {
    right: false,
    triesLeft: closes ? 0 : triesInARow - (tries % triesInARow),
    ...(closedUntil === undefined ? {} : { closedUntil }),
  }
}

/** “Yes, this is mine.” Once; who says it again is told the same. */
export async function confirmClaim(
  tx: Tx,
  house: Pick<House, 'clock'>,
  organisation: string,
  award: string,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('claim')
    .set({ claimed_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .where('claimed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await record(house, tx, organisation, {
    actor: 'learner',
    action: 'award claimed',
    subject: `award:${award}`,
  })
  await tell(house, tx, organisation, [{ kind: 'award.claimed', award, content: {} }])
}

export type KeepAnswer = 'kept' | 'somebody-elses' | 'no-such-award'

/** Puts the award into an account, so that no letter is needed any more. */
export async function keepWithAccount(
  tx: Tx,
  house: Pick<House, 'clock'>,
  organisation: string,
  award: string,
  person: string,
): Promise<KeepAnswer> {
  const row = await tx
    .selectFrom('award')
    .where('organisation_id', '=', organisation)
    .where('id', '=', award)
    .select('person_id')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return 'no-such-award'
  if (row.person_id === person) return 'kept'
  if (row.person_id !== null) return 'somebody-elses'
  await tx
    .updateTable('award')
    .set({ person_id: person })
    .where('organisation_id', '=', organisation)
    .where('id', '=', award)
    .execute()
  await record(house, tx, organisation, {
    actor: `person:${person}`,
    action: 'award kept with an account',
    subject: `award:${award}`,
  })
  return 'kept'
}
