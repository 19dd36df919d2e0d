// Awards as the desk finds them: the newest, or those of one learner by their number, or one by its own.

import { sql } from 'kysely'
import { type Award, nameOf } from 'tessera/credential/award'
import { type CohortRow, learnerKey } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { Erased, openSecrets } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { openContent, readAward } from './award-content.ts'
import { type Fate, fateOf } from './decide-status.ts'
import { designTitle } from './issuer-of.ts'
import { mailOfLearner } from './learner-mail.ts'

type Hands = Pick<House, 'vault' | 'random'>

export interface AwardInList {
  readonly id: string
  readonly name: string | undefined
  readonly title: string | undefined
  readonly issuedAt: Date
  readonly standing: 'valid' | 'suspended' | 'revoked'
}

export const awardsOnAPage = 50

/** Kinds of numbers that are looked for where none is named. */
const schemes = ['Student number', 'European Student Identifier', 'Matriculation number']

/** A number of a learner or of an award; without one the newest. */
export async function findAwards(
  house: Hands,
  tx: Tx,
  organisation: string,
  language: string,
  { wanted, page }: { readonly wanted: string; readonly page: number },
): Promise<readonly AwardInList[]> {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(wanted.toLowerCase())?.[0]
  // Names lie encrypted; a number is found by its fingerprint.
  const fingerprints = schemes.map((scheme) =>
    house.vault.fingerprint(
      learnerKey({ identifiers: [{ scheme, value: wanted }] }),
      `${organisation}|secret|learner_key`,
    ),
  )
  const { rows } = await sql<{
    id: string
    secret_id: string
    content: Uint8Array
    issued_at: Date
    standing: AwardInList['standing'] | null
  }>`
    select a.id, a.secret_id, a.content, a.issued_at,
      (select d.status from status_decision d where d.organisation_id = a.organisation_id
        and d.award_id = a.id order by d.sequence desc limit 1) as standing
    from award a where a.organisation_id = ${organisation} and ${
      wanted === ''
        ? sql`true`
        : id === undefined
          ? sql`a.secret_id in (select s.id from secret s where s.organisation_id = a.organisation_id
              and s.learner_key = any(${fingerprints}))`
          : sql`a.id = ${id}`
    }
    order by a.issued_at desc, a.id limit ${awardsOnAPage + 1} offset ${(page - 1) * awardsOnAPage}`.execute(
    tx,
  )
  const secrets = await openSecrets(
    house,
    tx,
    organisation,
    rows.map(({ secret_id: secret }) => secret),
  )
  return rows.map((row) => {
    const secret = secrets.get(row.secret_id)
    const award = secret === undefined ? undefined : openContent(secret, row.id, row.content)
    return {
      id: row.id,
      name: award === undefined ? undefined : nameOf(award.learner),
      title: award === undefined ? undefined : designTitle(award.design, language),
      issuedAt: row.issued_at,
      standing: row.standing ?? 'valid',
    }
  })
}

export interface Decided {
  readonly kind: string
  readonly reason: string
  readonly at: Date
  readonly by: string | undefined
}

export interface AwardAtDesk {
  readonly id: string
  readonly cohort: string | undefined
  readonly issuedAt: Date
  /** Undefined where its learner was erased. */
  readonly award: Award | undefined
  readonly language: string
  readonly fate: Fate
  readonly decisions: readonly Decided[]
  readonly files: readonly {
    readonly format: string
    readonly extension: string
    readonly bytes: number
  }[]
  readonly claim: { readonly opened: Date | null; readonly claimed: Date | null } | undefined
  readonly letters: readonly {
    readonly kind: string
    readonly state: string
    readonly at: Date
  }[]
}

export async function awardAtDesk(
  house: Hands,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<AwardAtDesk | undefined> {
  const row = await tx
    .selectFrom('award')
    .select(['cohort_id', 'issued_at', 'language'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const award = await readAward(house, tx, organisation, id).catch((error: unknown) => {
    if (error instanceof Erased) return undefined
    throw error
  })
  const decisions = await tx
    .selectFrom('status_decision')
    .leftJoin('person', 'person.id', 'status_decision.decided_by')
    .select(['kind', 'reason', 'decided_at', 'person.name'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('sequence', 'desc')
    .execute()
  const files = await tx
    .selectFrom('sealed_file')
    .select(['format', 'extension', sql<number>`octet_length(content)`.as('bytes')])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('format')
    .orderBy('extension')
    .execute()
  const claim = await tx
    .selectFrom('claim')
    .select(['opened_at', 'claimed_at'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .executeTakeFirst()
  const letters = await tx
    .selectFrom('letter')
    .select(['kind', 'state', 'created_at'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('created_at', 'desc')
    .execute()
  return {
    id,
    cohort: row.cohort_id ?? undefined,
    issuedAt: row.issued_at,
    award: award?.award,
    language: row.language,
    fate: (await fateOf(tx, organisation, id)) ?? { status: 'valid' },
    decisions: decisions.map((one) => ({
      kind: one.kind,
      reason: one.reason,
      at: one.decided_at,
      by: one.name ?? undefined,
    })),
    files: award === undefined ? [] : files,
    claim: claim === undefined ? undefined : { opened: claim.opened_at, claimed: claim.claimed_at },
    letters: letters.map((one) => ({ kind: one.kind, state: one.state, at: one.created_at })),
  }
}

/** The award as a row of a list: what is shown to be corrected. */
export async function rowOfAward(
  house: Hands,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<{ readonly row: CohortRow; readonly award: Award } | undefined> {
  const found = await readAward(house, tx, organisation, id).catch((error: unknown) => {
    if (error instanceof Erased) return undefined
    throw error
  })
  if (found === undefined) return undefined
  const { award, secret } = found
  const email = await mailOfLearner(house, tx, organisation, id, secret)
  const row: CohortRow = {
    row: 1,
    learner: award.learner,
    results: award.results,
    language: found.row.language,
    ...(award.grade === undefined ? {} : { grade: award.grade }),
    ...(award.awardedOn === undefined ? {} : { awardedOn: award.awardedOn }),
    ...(email === undefined ? {} : { email }),
  }
  return { row, award }
}

/** What the form of a correction cannot show stays as it was. */
export function keepingTheRest(corrected: CohortRow, award: Award): CohortRow {
  const { learner, results } = corrected
  const { id, identifiers } = award.learner
  return {
    ...corrected,
    learner: {
      ...learner,
      ...(id === undefined ? {} : { id }),
      identifiers: [...learner.identifiers, ...identifiers.slice(1)],
    },
    results: results.map((result) => ({
      ...award.results.find(({ assessment }) => assessment === result.assessment),
      ...result,
    })),
  }
}
