// One award of a cohort as it will be, before anything is sealed: for the eyes of those who decide. It has no number
// and no seal.

import { type Award, nameOf } from 'tessera/credential/award'
import { awardOf } from 'tessera/issue/award'
import { readCohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { openSecret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import type { Cohort } from './cohorts.ts'
import { drawings } from './drawings.ts'
import { designTitle, issuerOf } from './issuer-of.ts'
import { openEntry } from './result-entry.ts'
import { languageFor } from './seal-one.ts'
import { asTest } from './sealing-desk.ts'

const noNumber = 'urn:uuid:00000000-0000-4000-8000-000000000000'

interface Sample {
  readonly award: Award
  readonly language: string
}

async function sampleOf(
  house: Pick<House, 'vault' | 'random' | 'clock'>,
  tx: Tx,
  organisation: string,
  { row, design, ratifies }: Cohort,
): Promise<Sample | undefined> {
  let query = tx
    .selectFrom('result')
    .select(['id', 'secret_id', 'content'])
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', row.id)
    .where('state', 'in', ['ready', 'awarded'])
    .orderBy('row_number')
    .limit(1)
  if (ratifies) query = query.where('ratified_at', 'is not', null)
  const found = await query.executeTakeFirst()
  if (found === undefined) return undefined
  const secret = await openSecret(house, tx, organisation, found.secret_id)
  const now = house.clock.now()
  const entry = openEntry(secret, found.id, found.content)
  const { row: learner } = readCohortRow(entry, design, now)
  const issuer = await issuerOf(tx, organisation)
  // Nothing is sealed yet, so the picture says that it is none that counts.
  return {
    award: awardOf(learner, design, asTest(issuer), noNumber, now),
    language: languageFor(learner, design),
  }
}

export interface PreviewWords {
  readonly name: string
  readonly title: string
  readonly grade: string | undefined
  readonly awardedOn: string | undefined
}

export async function previewWords(
  house: Pick<House, 'vault' | 'random' | 'clock'>,
  tx: Tx,
  organisation: string,
  cohort: Cohort,
): Promise<PreviewWords | undefined> {
  const sample = await sampleOf(house, tx, organisation, cohort)
  if (sample === undefined) return undefined
  const { award, language } = sample
  return {
    name: nameOf(award.learner),
    title: designTitle(award.design, language),
    grade: award.grade,
    awardedOn: award.awardedOn,
  }
}

export async function previewPicture(
  house: House,
  organisation: string,
  cohort: (tx: Tx) => Promise<Cohort | undefined>,
): Promise<Uint8Array | undefined> {
  const sample = await house.store.asOrganisation(organisation, async (tx) => {
    const found = await cohort(tx)
    return found === undefined ? undefined : sampleOf(house, tx, organisation, found)
  })
  if (sample === undefined) return undefined
  const { certificate } = await drawings(true)
  const [first] = await certificate(sample.award, sample.language)
  return first?.bytes
}
