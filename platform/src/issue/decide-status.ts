// What becomes of an award after it was given: suspended and restored, withdrawn, annulled. Each decision has a reason
// and somebody who decided; it goes into the status lists, to the learner by letter, to programs as an event.
// (Correcting gives a new award in place of the old: issue/correct-award.ts.)

import type { House } from '../house.ts'
import { type EventKind, tell } from '../jobs/events.ts'
import { addJobs } from '../jobs/queue.ts'
import { queueLetters } from '../mail/letters.ts'
import { actorAt, type Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import { Erased, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import type { StatusDecisionRow } from '../store/tables.ts'
import { readAward } from './award-content.ts'
import { mailOfLearner } from './learner-mail.ts'
import { claimLink, wordsFor } from './store-award.ts'

export type Decision = Exclude<StatusDecisionRow['kind'], 'superseded'>

const statusAfter = {
  withdrawn: 'revoked',
  annulled: 'revoked',
  suspended: 'suspended',
  restored: 'valid',
  superseded: 'revoked',
} as const

export type DecisionAnswer =
  | 'done'
  | 'no-such-award'
  | 'reason-missing'
  | 'revoked-is-final'
  | 'already-suspended'
  | 'not-suspended'

export interface DecisionOrder {
  readonly award: string
  readonly kind: Decision
  readonly reason: string
}

export async function decideStatus(
  house: House,
  tx: Tx,
  desk: Desk,
  { award: id, kind, reason }: DecisionOrder,
): Promise<DecisionAnswer> {
  const { organisation } = desk
  const text = reason.trim().slice(0, 1_000)
  if (text === '') return 'reason-missing'
  const standing = await lockStanding(tx, organisation, id)
  if (standing === undefined) return 'no-such-award'
  if (standing.status === 'revoked') return 'revoked-is-final'
  if (kind === 'suspended' && standing.status === 'suspended') return 'already-suspended'
  if (kind === 'restored' && standing.status === 'valid') return 'not-suspended'
  await writeDecision(house, tx, desk, { id, kind, reason: text, sequence: standing.sequence + 1 })
  await writeToLearner(house, tx, organisation, id, kind, text)
  await record(house, tx, organisation, {
    actor: actorAt(desk),
    action: `award ${kind}`,
    subject: `award:${id}`,
  })
  await tell(house, tx, organisation, [
    { kind: eventOf[kind], award: id, content: { status: statusAfter[kind] } },
  ])
  return 'done'
}

const eventOf: Readonly<Record<Decision, EventKind>> = {
  withdrawn: 'award.withdrawn',
  annulled: 'award.annulled',
  suspended: 'award.suspended',
  restored: 'award.restored',
}

export interface Standing {
  readonly status: StatusDecisionRow['status']
  readonly sequence: number
}

/** How an award stands, kept from changing until the end of the transaction. */
export async function lockStanding(
  tx: Tx,
  organisation: string,
  id: string,
): Promise<Standing | undefined> {
  const award = await tx
    .selectFrom('award')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (award === undefined) return undefined
  const last = await tx
    .selectFrom('status_decision')
    .select(['status', 'sequence'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { status: 'valid', sequence: 0 }
}

/** The row, and the work of making the lists that follow from it. */
export async function writeDecision(
  house: Pick<House, 'clock'>,
  tx: Tx,
  { organisation, by }: Desk,
  {
    id,
    kind,
    reason,
    sequence,
  }: {
    readonly id: string
    readonly kind: StatusDecisionRow['kind']
    readonly reason: string
    readonly sequence: number
  },
): Promise<void> {
  await tx
    .insertInto('status_decision')
    .values({
      organisation_id: organisation,
      award_id: id,
      sequence,
      status: statusAfter[kind],
      kind,
      reason,
      decided_by: by,
      decided_at: house.clock.now(),
    })
    .execute()
  await addJobs(tx, house, [{ organisation, kind: 'publish', key: `publish:${organisation}` }])
}

async function writeToLearner(
  house: House,
  tx: Tx,
  organisation: string,
  id: string,
  kind: Decision,
  reason: string,
): Promise<void> {
  let found: Awaited<ReturnType<typeof readAward>>
  try {
    found = await readAward(house, tx, organisation, id)
  } catch (error) {
    // Erased: the decision stands in the lists, and nobody is left to write to.
    if (error instanceof Erased) return
    throw error
  }
  if (found === undefined) return
  const {
    award,
    row,
    secret,
  }: { award: typeof found.award; row: typeof found.row; secret: Secret } = found
  const to = await mailOfLearner(house, tx, organisation, id, secret)
  if (to === undefined) return
  const link = await claimLink(house, tx, organisation, id)
  const words = { ...wordsFor(award, row.language), reason }
  await queueLetters(house, tx, organisation, [
    { kind, language: row.language, award: id, secret, content: { to, words, link } },
  ])
}

export interface Fate {
  readonly status: StatusDecisionRow['status']
  /** The decision that made it so; absent where nothing was ever decided. */
  readonly kind?: StatusDecisionRow['kind']
  readonly reason?: string
  readonly at?: Date
  readonly by?: string
  /** The award that took its place, and the one it took the place of. */
  readonly supersededBy?: string
  readonly supersedes?: string
}

/** What an old link explains. */
export async function fateOf(tx: Tx, organisation: string, id: string): Promise<Fate | undefined> {
  const award = await tx
    .selectFrom('award')
    .select('supersedes')
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (award === undefined) return undefined
  const last = await tx
    .selectFrom('status_decision')
    .select(['status', 'kind', 'reason', 'decided_at', 'decided_by'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = await tx
    .selectFrom('award')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('supersedes', '=', id)
    .executeTakeFirst()
  return {
    status: last?.status ?? 'valid',
    ...(last === undefined
      ? {}
      : { kind: last.kind, reason: last.reason, at: last.decided_at, by: last.decided_by }),
    ...(next === undefined ? {} : { supersededBy: next.id }),
    ...(award.supersedes === null ? {} : { supersedes: award.supersedes }),
  }
}
