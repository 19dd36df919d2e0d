// Each award of a cohort with its letter and what its learner did: for the report, and as a list to take away.

import { sql } from 'kysely'
import { nameOf } from 'tessera/credential/award'
import { csvCell } from 'tessera/read/csv'
import type { House } from '../house.ts'
import { openSecrets } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { openContent } from './award-content.ts'

export const deliveries = ['waiting', 'sent', 'bounced', 'failed', 'slip', 'none'] as const
export type Delivery = (typeof deliveries)[number]

export interface AwardInReport {
  readonly id: string
  /** Undefined where the learner was erased. */
  readonly name: string | undefined
  readonly identifier: string | undefined
  readonly delivery: Delivery
  readonly openedAt: Date | null
  readonly claimedAt: Date | null
  readonly remindedAt: Date | null
  readonly standing: 'valid' | 'suspended' | 'revoked'
}

export const reportLooks = [
  'everybody',
  'unopened',
  'claimed',
  'bounced',
  'paper',
  'status',
] as const
export type ReportLook = (typeof reportLooks)[number]

interface Row {
  readonly id: string
  readonly secret_id: string
  readonly content: Uint8Array
  readonly letter: Delivery | null
  readonly opened_at: Date | null
  readonly claimed_at: Date | null
  readonly reminded_at: Date | null
  readonly standing: AwardInReport['standing'] | null
}

export async function awardsOfCohort(
  house: Pick<House, 'vault' | 'random'>,
  tx: Tx,
  organisation: string,
  cohort: string,
  { look, from, most }: { readonly look: ReportLook; readonly from: number; readonly most: number },
): Promise<readonly AwardInReport[]> {
  const { rows } = await sql<Row>`
    select * from (
      select a.id, a.secret_id, a.content, c.opened_at, c.claimed_at, c.reminded_at, a.issued_at,
        (select case when l.kind = 'slip' then 'slip' else l.state end from letter l
          where l.organisation_id = a.organisation_id and l.award_id = a.id
          order by l.created_at desc, l.id limit 1) as letter,
        (select d.status from status_decision d where d.organisation_id = a.organisation_id
          and d.award_id = a.id order by d.sequence desc limit 1) as standing
      from award a left join claim c on c.organisation_id = a.organisation_id and c.award_id = a.id
      where a.organisation_id = ${organisation} and a.cohort_id = ${cohort}) as seen
    where ${look === 'unopened' ? sql`opened_at is null and claimed_at is null` : look === 'claimed' ? sql`claimed_at is not null` : look === 'bounced' ? sql`letter in ('bounced', 'failed')` : look === 'paper' ? sql`letter = 'slip'` : look === 'status' ? sql`standing is not null` : sql`true`}
    order by issued_at, id limit ${most} offset ${from}`.execute(tx)
  const secrets = await openSecrets(
    house,
    tx,
    organisation,
    rows.map(({ secret_id: id }) => id),
  )
  return rows.map((row) => {
    const secret = secrets.get(row.secret_id)
    const award = secret === undefined ? undefined : openContent(secret, row.id, row.content)
    return {
      id: row.id,
      name: award === undefined ? undefined : nameOf(award.learner),
      identifier: award?.learner.identifiers[0]?.value,
      delivery: row.letter ?? 'none',
      openedAt: row.opened_at,
      claimedAt: row.claimed_at,
      remindedAt: row.reminded_at,
      standing: row.standing ?? 'valid',
    }
  })
}

const columns = [
  'award',
  'name',
  'identifier',
  'letter',
  'opened',
  'claimed',
  'reminded',
  'status',
] as const

/** As CSV that no spreadsheet runs; with a byte order mark, so that Excel reads names as they are. */
export function reportFile(awards: readonly AwardInReport[]): string {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
  const lines = awards.map((one) => [
    one.id,
    one.name ?? '',
    one.identifier ?? '',
    one.delivery,
    day(one.openedAt),
    day(one.claimedAt),
    day(one.remindedAt),
    one.standing,
  ])
  return `\ufeff${[columns, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}
