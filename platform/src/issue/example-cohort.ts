// For tests, `npm run faults` and the bench: an invented organisation with test keys, a frozen design, and cohorts of
// any size that are approved and ready to be sealed.

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDesign, loadIssuer } from 'tessera/cli/model-files'
import type { Design } from 'tessera/credential/design'
import { freeze } from 'tessera/credential/freeze'
import type { CohortRow } from 'tessera/issue/cohort'
import type { Issuer } from 'tessera/issue/issuer'
import type { House } from '../house.ts'
import { uuid } from '../mail/letters.ts'
import { makeTestKeys, openCabinet } from './key-cabinet.ts'
import { sealResult } from './result-content.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

export const exampleIssuer = (): Issuer => loadIssuer(join(examples, 'issuer.yaml'))

export interface ExampleDesk {
  readonly organisation: string
  readonly issuer: Issuer
  readonly design: Design
  /** Who prepares, and who approves. */
  readonly officer: string
  readonly approver: string
}

/** The organisation, its design and two people; their keys are made apart (`makeTestKeys`). */
export async function openExampleDesk(
  house: Pick<House, 'store' | 'clock' | 'random'>,
  organisation = 'valdeserena',
  designFile = '01-heat-resilient-cities.yaml',
): Promise<ExampleDesk> {
  const issuer = exampleIssuer()
  const design = freeze(loadDesign(join(examples, 'designs', designFile)), house.clock.now())
  const [officer, approver] = [uuid(house.random), uuid(house.random)]
  await house.store.asOrganisation(organisation, async (tx) => {
    await tx
      .insertInto('alliance')
      .values({ id: 'mosaica', name: JSON.stringify({ en: 'Mosaica Alliance' }) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('organisation')
      .values({
        id: organisation,
        alliance_id: 'mosaica',
        profile: JSON.stringify(issuer.organisation),
        issuer: JSON.stringify(issuer),
      })
      .execute()
    await tx
      .insertInto('person')
      .values([
        { id: officer, name: 'Olivia Oficial' },
        { id: approver, name: 'Aitor Aprobador' },
      ])
      .execute()
    await tx
      .insertInto('design')
      .values({
        organisation_id: organisation,
        id: design.id,
        version: design.version,
        body: JSON.stringify(design),
        digest: design.frozen?.digest ?? '',
        frozen_at: house.clock.now(),
      })
      .execute()
  })
  return { organisation, issuer, design, officer, approver }
}

/** A learner of that number; every third has no birthday, every seventh no address. */
export function exampleRow(number: number): CohortRow {
  return {
    row: number + 1,
    learner: {
      givenName: 'Žygimantė',
      familyName: `Ąžuolienė ${number}`,
      ...(number % 3 === 0 ? {} : { dateOfBirth: '1971-12-01' }),
      identifiers: [{ scheme: 'Student number', value: `S-${String(number).padStart(6, '0')}` }],
      identity: 'checked',
    },
    grade: '8.5',
    results: [],
    awardedOn: '2026-02-28',
    language: number % 2 === 0 ? 'es' : 'en',
    ...(number % 7 === 0 ? {} : { email: `learner${number}@learners.example` }),
  }
}

/** An approved cohort of these learners. @returns its id */
export async function approvedCohort(
  house: House,
  { organisation, design, officer, approver }: ExampleDesk,
  rows: readonly CohortRow[],
  formats: readonly string[],
): Promise<string> {
  const cohort = uuid(house.random)
  const now = house.clock.now()
  await house.store.asOrganisation(organisation, async (tx) => {
    await tx
      .insertInto('cohort')
      .values({
        organisation_id: organisation,
        id: cohort,
        design_id: design.id,
        design_version: design.version,
        name: 'Spring',
        state: 'approved',
        formats: [...formats],
        created_by: officer,
        submitted_by: officer,
        submitted_at: now,
        approved_by: approver,
        approved_at: now,
      })
      .execute()
    const results = []
    for (const row of rows) {
      const id = uuid(house.random)
      results.push({
        organisation_id: organisation,
        id,
        cohort_id: cohort,
        row_number: row.row,
        ...(await sealResult(house, tx, organisation, id, row)),
        state: 'ready' as const,
        source: 'file' as const,
        ratified_by: approver,
        ratified_at: now,
      })
    }
    for (let at = 0; at < results.length; at += 1_000)
      await tx
        .insertInto('result')
        .values(results.slice(at, at + 1_000))
        .execute()
  })
  return cohort
}

/** The house with keys for the organisation of that folder, made at the first time. */
export async function withExampleKeys<H extends House>(
  house: H,
  folder: string,
  organisation = 'valdeserena',
): Promise<H> {
  const passphrase = 'a passphrase of the examples'
  const { store, clock, random } = house
  await makeTestKeys({ folder, passphrase, clock, random }, organisation, exampleIssuer())
  return { ...house, keys: openCabinet({ folder, passphrase, store, clock }) }
}
