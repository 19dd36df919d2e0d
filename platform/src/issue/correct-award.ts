// A correction: a new award takes the place of the old one, whose status is revoked as superseded, in one commit. The
// old link keeps explaining what happened; nothing that was sealed is changed.

import { attempt, type Refusal } from 'tessera/refusal'
import type { CohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { tell } from '../jobs/events.ts'
import { uuid } from '../mail/letters.ts'
import type { Desk } from '../people/members.ts'
import { stopOf } from '../people/stop-switch.ts'
import type { Tx } from '../store/store.ts'
import { readAward } from './award-content.ts'
import { lockStanding, writeDecision } from './decide-status.ts'
import { designOf, issuerOf } from './issuer-of.ts'
import { mailOfLearner } from './learner-mail.ts'
import { reserveStatus } from './reserve-status.ts'
import { issuingKeyOf } from './result-content.ts'
import { languageFor, sealOne } from './seal-one.ts'
import { sealingDesk } from './sealing-desk.ts'
import { storeAwards } from './store-award.ts'

export type CorrectionAnswer =
  | { readonly done: true; readonly award: string }
  | {
      readonly done: false
      readonly because:
        | 'no-such-award'
        | 'reason-missing'
        | 'revoked-is-final'
        | 'stop-switch'
        | 'refused'
      /** What the toolkit said, where it refused. */
      readonly refusals?: readonly Refusal[]
    }

export interface CorrectionOrder {
  readonly award: string
  /** Everything as it should have been. */
  readonly row: CohortRow
  readonly reason: string
}

const no = (
  because: Extract<CorrectionAnswer, { done: false }>['because'],
  refusals?: readonly Refusal[],
): CorrectionAnswer => ({ done: false, because, ...(refusals === undefined ? {} : { refusals }) })

/** Seals between two transactions of its own, so it is given the house and no transaction. */
export async function correctAward(
  house: House,
  desk: Desk,
  { award: old, row, reason }: CorrectionOrder,
): Promise<CorrectionAnswer> {
  const { organisation, by } = desk
  const text = reason.trim().slice(0, 1_000)
  if (text === '') return no('reason-missing')
  const inside = <T>(work: (tx: Tx) => Promise<T>) => house.store.asOrganisation(organisation, work)
  const prepared = await inside((tx) => prepare(house, tx, organisation, old))
  if (typeof prepared === 'string') return no(prepared)
  const { issuer, design, place, formats, before } = prepared
  const language = languageFor(row, design)
  const sealed = await attempt(async () =>
    sealOne(house, await sealingDesk(house, organisation, issuer, place.list), {
      row,
      design,
      place,
      formats,
      language,
    }),
  )
  if (!sealed.ok) return no('refused', sealed.refusals)
  return inside(async (tx) => {
    if ((await stopOf(tx, organisation)) !== undefined) return no('stop-switch')
    const standing = await lockStanding(tx, organisation, old)
    if (standing === undefined) return no('no-such-award')
    if (standing.status === 'revoked') return no('revoked-is-final')
    const decision = { id: old, kind: 'superseded' as const, reason: text }
    await writeDecision(house, tx, desk, { ...decision, sequence: standing.sequence + 1 })
    await storeAwards(house, tx, organisation, [
      {
        id: place.award,
        cohort: before.cohort_id ?? undefined,
        row,
        ...sealed.value,
        secret: prepared.secret,
        place,
        issuingKey: issuingKeyOf(house, organisation, row, design),
        language,
        actor: `person:${by}`,
        supersedes: { id: old, person: before.person_id, reason: text },
      },
    ])
    await tell(house, tx, organisation, [
      {
        kind: 'award.superseded',
        award: old,
        content: { status: 'revoked', supersededBy: place.award },
      },
    ])
    return { done: true, award: place.award }
  })
}

async function prepare(house: House, tx: Tx, organisation: string, old: string) {
  if ((await stopOf(tx, organisation)) !== undefined) return 'stop-switch'
  const found = await readAward(house, tx, organisation, old)
  if (found === undefined) return 'no-such-award'
  const standing = await lockStanding(tx, organisation, old)
  if (standing?.status === 'revoked') return 'revoked-is-final'
  const { row: before, secret } = found
  const issuer = await issuerOf(tx, organisation)
  const design = await designOf(tx, organisation, {
    id: before.design_id,
    version: before.design_version,
  })
  const files = await tx
    .selectFrom('sealed_file')
    .select('format')
    .distinct()
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', old)
    .execute()
  const [place] = await reserveStatus(house, tx, organisation, issuer, [uuid(house.random)])
  if (place === undefined) throw new Error('No place in a status list was given.')
  return { issuer, design, place, before, secret, formats: files.map(({ format }) => format) }
}

/** The row an award was made from, as a form begins with it. Throws `Erased`. */
export async function rowOfAward(
  house: House,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<CohortRow | undefined> {
  const found = await readAward(house, tx, organisation, id)
  if (found === undefined) return undefined
  const { award, row, secret } = found
  const email = await mailOfLearner(house, tx, organisation, id, secret)
  return {
    row: 1,
    learner: award.learner,
    ...(award.grade === undefined ? {} : { grade: award.grade }),
    results: award.results,
    ...(award.awardedOn === undefined ? {} : { awardedOn: award.awardedOn }),
    language: row.language,
    ...(email === undefined ? {} : { email }),
  }
}
