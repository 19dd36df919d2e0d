// Cohorts of the example: one that is sealed, one that waits for a second person.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Design } from 'tessera/credential/design'
import { type CohortRow, learnerKey, readCohort } from 'tessera/issue/cohort'
import { confirmClaim, keepWithAccount } from '../hold/claim-award.ts'
import type { House } from '../house.ts'
import { openCohort } from '../issue/cohorts.ts'
import { sealResult } from '../issue/result-content.ts'
import { sealingProgress, startSealing } from '../issue/seal-cohort.ts'
import { uuid } from '../mail/letters.ts'
import { listMembers, type StaffRole } from '../people/members.ts'
import { secretOfLearner } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { type ExampleAlliance, examples } from './alliance.ts'

const sealedCohort = 'Heat-Resilient Cities, autumn'
const waitingCohort = 'Water Stewardship, autumn'

export async function openCohorts(
  house: House,
  organisation: string,
  { designs }: ExampleAlliance,
): Promise<void> {
  const [first, second] = designs.filter(({ leader }) => leader === organisation)
  if (first === undefined || second === undefined) return
  await house.store.asOrganisation(organisation, async (tx) => {
    const by = await people(tx, organisation)
    if (!(await cohortNamed(tx, organisation, sealedCohort)))
      await openOne(house, tx, by, first.design, sealedCohort, 'approved')
    if (!(await cohortNamed(tx, organisation, waitingCohort)))
      await openOne(house, tx, by, second.design, waitingCohort, 'approval')
  })
}

interface People {
  readonly organisation: string
  readonly issuer: string
  readonly approver: string
}

async function people(tx: Tx, organisation: string): Promise<People> {
  const members = await listMembers(tx, organisation)
  const first = (role: StaffRole) =>
    members.find(({ roles }) => roles.length === 1 && roles.includes(role))?.person ?? ''
  return { organisation, issuer: first('issuer'), approver: first('approver') }
}

async function cohortNamed(
  tx: Tx,
  organisation: string,
  name: string,
): Promise<{ readonly id: string; readonly state: string } | undefined> {
  return tx
    .selectFrom('cohort')
    .select(['id', 'state'])
    .where('organisation_id', '=', organisation)
    .where('name', '=', name)
    .executeTakeFirst()
}

/** The learners of `examples/cohort.csv`; a day of award that is still to come is yesterday instead. */
export function exampleLearners(design: Design, now: Date): readonly CohortRow[] {
  const bytes = readFileSync(join(examples, 'cohort.csv'))
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
  const { rows } = readCohort(bytes, design, new Date('2100-01-01'))
  return rows.map((row) => ({
    ...row,
    ...(row.awardedOn === undefined || row.awardedOn <= yesterday ? {} : { awardedOn: yesterday }),
  }))
}

async function openOne(
  house: House,
  tx: Tx,
  by: People,
  design: Design,
  name: string,
  state: 'approved' | 'approval',
): Promise<void> {
  const { organisation } = by
  const now = house.clock.now()
  const cohort = await openCohort(
    tx,
    house,
    { organisation, by: by.issuer },
    { design: design.id, version: design.version, name, formats: ['edc', 'ob3', 'sd-jwt'] },
  )
  if (cohort === undefined) return
  for (const row of exampleLearners(design, now)) {
    const id = uuid(house.random)
    await tx
      .insertInto('result')
      .values({
        organisation_id: organisation,
        id,
        cohort_id: cohort,
        row_number: row.row,
        ...(await sealResult(house, tx, organisation, id, row)),
        state: 'ready',
        source: 'file',
        entered_by: by.issuer,
        entered_at: now,
        ratified_by: by.approver,
        ratified_at: now,
      })
      .execute()
  }
  await tx
    .updateTable('cohort')
    .set({
      state,
      submitted_by: by.issuer,
      submitted_at: now,
      ...(state === 'approved' ? { approved_by: by.approver, approved_at: now } : {}),
    })
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .execute()
}

/** Has the first cohort sealed, and gives its first learner an account with the award in it. */
export async function finishCohorts(house: House, organisation: string): Promise<void> {
  const { store } = house
  const found = await store.asOrganisation(organisation, async (tx) => {
    const cohort = await cohortNamed(tx, organisation, sealedCohort)
    if (cohort?.state === 'approved') {
      const { issuer } = await people(tx, organisation)
      await startSealing(tx, house, { organisation, by: issuer }, cohort.id)
    }
    return cohort
  })
  if (found === undefined) return
  const end = Date.now() + 120_000
  while (house.closing?.aborted !== true && Date.now() < end) {
    const progress = await store.asOrganisation(organisation, (tx) =>
      sealingProgress(tx, house, organisation, found.id),
    )
    if (progress === undefined || progress.state !== 'sealing') break
    await pause(500, undefined, { ref: false })
  }
  await keepFirstAward(house, organisation, found.id)
}

async function keepFirstAward(house: House, organisation: string, cohort: string): Promise<void> {
  await house.store.asOrganisation(organisation, async (tx) => {
    const row = await tx
      .selectFrom('cohort')
      .innerJoin('design', (on) =>
        on
          .onRef('design.organisation_id', '=', 'cohort.organisation_id')
          .onRef('design.id', '=', 'cohort.design_id')
          .onRef('design.version', '=', 'cohort.design_version'),
      )
      .select('design.body')
      .where('cohort.organisation_id', '=', organisation)
      .where('cohort.id', '=', cohort)
      .executeTakeFirst()
    if (row === undefined) return
    const [learner] = exampleLearners(row.body as Design, house.clock.now())
    if (learner === undefined) return
    const secret = await secretOfLearner(house, tx, organisation, learnerKey(learner.learner))
    const award = await tx
      .selectFrom('award')
      .select(['id', 'person_id'])
      .where('organisation_id', '=', organisation)
      .where('secret_id', '=', secret.id)
      .where('cohort_id', '=', cohort)
      .executeTakeFirst()
    if (award === undefined || award.person_id !== null) return
    const { givenName = '', familyName = '' } = learner.learner
    const person = await tx
      .insertInto('person')
      .values({
        name: `${givenName} ${familyName}`.trim(),
        language: learner.language ?? 'en',
        created_at: house.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await confirmClaim(tx, house, organisation, award.id)
    await keepWithAccount(tx, house, organisation, award.id, person.id)
  })
}
