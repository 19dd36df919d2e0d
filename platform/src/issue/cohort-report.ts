// What became of a cohort's letters and awards, in numbers and by name; and the letters written again: a reminder to
// who has not opened theirs, another try to a corrected address, a slip to print for who has no mail.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { isMailAddress } from '../mail/address.ts'
import { openLetter, queueLetters } from '../mail/letters.ts'
import type { Desk } from '../people/members.ts'
import { closeDoorsTo, hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'
import { Erased, openSecret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { readAward } from './award-content.ts'
import { mailOfLearner } from './learner-mail.ts'
import { claimLink, wordsFor } from './store-award.ts'

export interface CohortReport {
  readonly awards: number
  /** Of the first letters to each learner. */
  readonly letters: {
    readonly waiting: number
    readonly sent: number
    readonly bounced: number
    readonly failed: number
  }
  /** To print: learners without an address. */
  readonly slips: number
  readonly opened: number
  readonly claimed: number
  /** Written to, and neither opened nor claimed. */
  readonly unclaimed: number
  readonly reminded: number
}

export async function cohortReport(
  tx: Tx,
  organisation: string,
  cohort: string,
): Promise<CohortReport> {
  const { rows } = await sql<Record<string, number>>`
    with mine as (
      select a.id, c.opened_at, c.claimed_at, c.reminded_at,
        (select l.state from letter l where l.organisation_id = a.organisation_id and l.award_id = a.id
          and l.kind in ('awarded', 'corrected', 'slip') order by l.created_at desc limit 1) as letter,
        (select l.kind from letter l where l.organisation_id = a.organisation_id and l.award_id = a.id
          and l.kind in ('awarded', 'corrected', 'slip') order by l.created_at desc limit 1) as kind
      from award a left join claim c on c.organisation_id = a.organisation_id and c.award_id = a.id
      where a.organisation_id = ${organisation} and a.cohort_id = ${cohort}
        and not exists (select from award n where n.organisation_id = a.organisation_id and n.supersedes = a.id))
    select count(*)::int as awards,
      count(*) filter (where kind <> 'slip' and letter = 'waiting')::int as waiting,
      count(*) filter (where kind <> 'slip' and letter = 'sent')::int as sent,
      count(*) filter (where kind <> 'slip' and letter = 'bounced')::int as bounced,
      count(*) filter (where kind <> 'slip' and letter = 'failed')::int as failed,
      count(*) filter (where kind = 'slip')::int as slips,
      count(*) filter (where opened_at is not null)::int as opened,
      count(*) filter (where claimed_at is not null)::int as claimed,
      count(*) filter (where opened_at is null and claimed_at is null)::int as unclaimed,
      count(*) filter (where reminded_at is not null)::int as reminded
    from mine`.execute(tx)
  const n = (name: string) => rows[0]?.[name] ?? 0
  return {
    awards: n('awards'),
    letters: { waiting: n('waiting'), sent: n('sent'), bounced: n('bounced'), failed: n('failed') },
    slips: n('slips'),
    opened: n('opened'),
    claimed: n('claimed'),
    unclaimed: n('unclaimed'),
    reminded: n('reminded'),
  }
}

/** Nobody is reminded twice within a week, whoever presses the button. */
const restBetween = 7 * 24 * 3_600_000

/** Writes to everybody of the cohort who has an address and has not opened theirs. @returns how many. */
export async function remindUnclaimed(
  house: House,
  tx: Tx,
  { organisation, by }: Desk,
  cohort: string,
): Promise<number> {
  const count = await remind(house, tx, organisation, { cohort, restBetween })
  if (count > 0)
    await record(house, tx, organisation, {
      actor: `person:${by}`,
      action: 'learners reminded',
      subject: `cohort:${cohort}`,
      details: { letters: count },
    })
  return count
}

export interface Reminder {
  readonly cohort?: string
  /** Only those whose award, or last reminder, is older than this. */
  readonly restBetween: number
  /** Only those who were never reminded. */
  readonly once?: true
  readonly most?: number
}

export async function remind(
  house: House,
  tx: Tx,
  organisation: string,
  { cohort, restBetween: rest, once, most = 5_000 }: Reminder,
): Promise<number> {
  const now = house.clock.now()
  const before = new Date(now.getTime() - rest)
  let query = tx
    .selectFrom('claim')
    .innerJoin('award', (on) =>
      on
        .onRef('award.organisation_id', '=', 'claim.organisation_id')
        .onRef('award.id', '=', 'claim.award_id'),
    )
    .select(['claim.award_id as id'])
    .where('claim.organisation_id', '=', organisation)
    .where('claim.opened_at', 'is', null)
    .where('claim.claimed_at', 'is', null)
    .where((is) =>
      is.or([is('claim.reminded_at', 'is', null), is('claim.reminded_at', '<', before)]),
    )
    .where((is) =>
      is.exists(
        is
          .selectFrom('letter')
          .select('letter.id')
          .whereRef('letter.organisation_id', '=', 'claim.organisation_id')
          .whereRef('letter.award_id', '=', 'claim.award_id')
          .where('letter.kind', 'in', ['awarded', 'corrected'])
          .where('letter.state', '=', 'sent'),
      ),
    )
    .where(sql<boolean>`not exists (select from status_decision d where d.organisation_id = claim.organisation_id
      and d.award_id = claim.award_id and d.status = 'revoked')`)
    .orderBy('claim.award_id')
    .limit(most)
    .forUpdate('claim')
  if (cohort !== undefined) query = query.where('award.cohort_id', '=', cohort)
  if (once === true)
    query = query.where('claim.reminded_at', 'is', null).where('award.issued_at', '<', before)
  let count = 0
  for (const { id } of await query.execute())
    if (await writeAgain(house, tx, organisation, id, 'reminder')) {
      await tx
        .updateTable('claim')
        .set({ reminded_at: now })
        .where('organisation_id', '=', organisation)
        .where('award_id', '=', id)
        .execute()
      count++
    }
  return count
}

/** False where there is nobody to write to: erased, or without an address. */
async function writeAgain(
  house: House,
  tx: Tx,
  organisation: string,
  id: string,
  kind: 'awarded' | 'reminder',
  address?: string,
): Promise<boolean> {
  let found: Awaited<ReturnType<typeof readAward>>
  try {
    found = await readAward(house, tx, organisation, id)
  } catch (error) {
    if (error instanceof Erased) return false
    throw error
  }
  if (found === undefined) return false
  const { award, row, secret } = found
  const to = address ?? (await mailOfLearner(house, tx, organisation, id, secret))
  if (to === undefined || !isMailAddress(to)) return false
  const link = await claimLink(house, tx, organisation, id)
  const content = { to, words: wordsFor(award, row.language), link }
  await queueLetters(house, tx, organisation, [
    { kind, language: row.language, award: id, secret, content },
  ])
  return true
}

/** The first letter once more, to an address the desk found to be right. The ways in of before are shut. */
export async function writeToAddress(
  house: House,
  tx: Tx,
  { organisation, by }: Desk,
  award: string,
  address: string,
): Promise<'done' | 'not-an-address' | 'nobody'> {
  if (!isMailAddress(address)) return 'not-an-address'
  await closeDoorsTo(tx, house, { kind: 'claim', organisation, subject: award })
  if (!(await writeAgain(house, tx, organisation, award, 'awarded', address))) return 'nobody'
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'letter sent again',
    subject: `award:${award}`,
  })
  return 'done'
}

/** A new code on paper; the one before no longer opens. */
export async function newSlip(
  house: House,
  tx: Tx,
  { organisation, by }: Desk,
  award: string,
): Promise<string | undefined> {
  const found = await readAward(house, tx, organisation, award)
  if (found === undefined) return undefined
  await closeDoorsTo(tx, house, { kind: 'paper', organisation, subject: award })
  const code = await hangDoor(tx, house, { kind: 'paper', organisation, subject: award })
  const { language } = found.row
  await queueLetters(house, tx, organisation, [
    {
      kind: 'slip',
      language,
      award,
      secret: found.secret,
      content: { to: '', words: wordsFor(found.award, language), code },
    },
  ])
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'slip made',
    subject: `award:${award}`,
  })
  return code
}

export interface Slip {
  readonly award: string
  readonly language: string
  readonly words: Readonly<Record<string, string>>
  /** Absent once the slip was printed. */
  readonly code: string | undefined
  /** What the desk tells a learner of whom it has neither birthday nor number. */
  readonly secondCode: string | undefined
}

/** The slips of a cohort that wait to be printed. */
export async function slipsToPrint(
  house: House,
  tx: Tx,
  organisation: string,
  cohort: string,
): Promise<readonly Slip[]> {
  const rows = await tx
    .selectFrom('letter')
    .innerJoin('award', (on) =>
      on
        .onRef('award.organisation_id', '=', 'letter.organisation_id')
        .onRef('award.id', '=', 'letter.award_id'),
    )
    .leftJoin('claim', (on) =>
      on
        .onRef('claim.organisation_id', '=', 'award.organisation_id')
        .onRef('claim.award_id', '=', 'award.id'),
    )
    .select([
      'letter.id',
      'letter.content',
      'letter.language',
      'award.id as award',
      'award.secret_id',
      'claim.code',
    ])
    .where('letter.organisation_id', '=', organisation)
    .where('letter.kind', '=', 'slip')
    .where('letter.state', '=', 'waiting')
    .where('award.cohort_id', '=', cohort)
    .orderBy('letter.created_at')
    .execute()
  const slips: Slip[] = []
  for (const row of rows) {
    const secret = await openSecret(house, tx, organisation, row.secret_id).catch(
      (error: unknown) => {
        if (error instanceof Erased) return undefined
        throw error
      },
    )
    if (secret === undefined) continue
    const { words, code } = openLetter(house, organisation, row.id, secret, row.content)
    const second = row.code === null ? undefined : secret.open(row.code, 'claim', 'code', row.award)
    slips.push({
      award: row.award,
      language: row.language,
      words,
      code,
      secondCode: second === undefined ? undefined : Buffer.from(second).toString('utf8'),
    })
  }
  return slips
}

/** They were printed and handed over. */
export async function slipsPrinted(
  house: Pick<House, 'clock'>,
  tx: Tx,
  { organisation, by }: Desk,
  cohort: string,
  awards: readonly string[],
): Promise<number> {
  if (awards.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('letter')
    .set({ state: 'sent', sent_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('kind', '=', 'slip')
    .where('state', '=', 'waiting')
    .where('award_id', 'in', awards)
    .executeTakeFirst()
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'slips printed',
    subject: `cohort:${cohort}`,
    details: { slips: Number(numUpdatedRows) },
  })
  return Number(numUpdatedRows)
}
