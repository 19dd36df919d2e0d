// Cohorts of the example: one that is sealed, one that waits for a second person, one whose list has something to mend.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Design } from 'tessera/credential/design'
import { learnerKey, readCohortRow } from 'tessera/issue/cohort'
import type { CsvRow } from 'tessera/read/csv'
import { confirmClaim, keepWithAccount } from '../hold/claim-award.ts'
import type { House } from '../house.ts'
import { approveCohort, submitCohort } from '../issue/approve-cohort.ts'
import { cohortOf, openCohort } from '../issue/cohorts.ts'
import { enterResults } from '../issue/enter-results.ts'
import { readTable, underKnownNames } from '../issue/read-list.ts'
import { ratifyResults, takeOverNew } from '../issue/ready-results.ts'
import { sealingProgress, startSealing } from '../issue/seal-cohort.ts'
import { listMembers, type StaffRole } from '../people/members.ts'
import { secretOfLearner } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { type ExampleAlliance, examples } from './alliance.ts'

const names = {
  sealed: 'Heat-Resilient Cities, autumn',
  waiting: 'Water Stewardship, autumn',
  collecting: 'Heat-Resilient Cities, winter',
}

/** A list as it comes: one name is missing, one did not pass, one was born tomorrow, one stands there twice. */
const untidyList = `given_name,family_name,date_of_birth,identifier_scheme,identifier,identity,grade,awarded_on,language,email
Bruno,Carvajal Otero,1990-01-15,Student number,VS-2026-0101,checked,7.8,YESTERDAY,es,bruno@learners.example
Aoife,Ní Dhomhnaill,1988-05-09,Student number,VS-2026-0102,checked,9.3,YESTERDAY,en,aoife@learners.example
,Lindqvist,1996-02-28,Student number,VS-2026-0103,checked,6.4,YESTERDAY,en,
Tomasz,Wiśniewski-Żak,1993-10-11,Student number,VS-2026-0104,checked,3.9,YESTERDAY,en,tomasz@learners.example
Irina,Kovalenko,2992-03-03,Student number,VS-2026-0105,checked,8.1,YESTERDAY,en,irina@learners.example
Bruno,Carvajal Otero,1990-01-15,Student number,VS-2026-0101,checked,8.7,YESTERDAY,es,bruno@learners.example
`

interface People {
  readonly organisation: string
  readonly issuer: string
  readonly registrar: string
  readonly approver: string
}

export async function openCohorts(
  house: House,
  organisation: string,
  { designs }: ExampleAlliance,
  formats: readonly string[],
): Promise<void> {
  const [first, second] = designs.filter(({ leader }) => leader === organisation)
  if (first === undefined || second === undefined) return
  const tidy = readFileSync(join(examples, 'cohort.csv'))
  await house.store.asOrganisation(organisation, async (tx) => {
    const by = await people(tx, organisation)
    const plan = { house, tx, by, formats }
    const sealed = await openOne(plan, first.design, names.sealed, tidy)
    if (sealed !== undefined) {
      await submit(plan, sealed)
      await approveCohort(tx, house, { organisation, by: by.approver }, sealed)
    }
    const waiting = await openOne(plan, second.design, names.waiting, tidy)
    if (waiting !== undefined) await submit(plan, waiting)
    await openOne(plan, first.design, names.collecting, Buffer.from(untidyList))
  })
}

async function people(tx: Tx, organisation: string): Promise<People> {
  const members = await listMembers(tx, organisation)
  const first = (role: StaffRole) =>
    members.find(({ roles }) => roles.length === 1 && roles.includes(role))?.person ?? ''
  return {
    organisation,
    issuer: first('issuer'),
    registrar: first('registrar'),
    approver: first('approver'),
  }
}

async function cohortNamed(tx: Tx, organisation: string, name: string) {
  return tx
    .selectFrom('cohort')
    .select(['id', 'state'])
    .where('organisation_id', '=', organisation)
    .where('name', '=', name)
    .executeTakeFirst()
}

interface Plan {
  readonly house: House
  readonly tx: Tx
  readonly by: People
  readonly formats: readonly string[]
}

/** Opens the cohort and uploads the list; undefined where it is there already. */
async function openOne(
  { house, tx, by, formats }: Plan,
  design: Design,
  name: string,
  list: Uint8Array,
): Promise<string | undefined> {
  const { organisation, issuer } = by
  if ((await cohortNamed(tx, organisation, name)) !== undefined) return undefined
  const cohort = await openCohort(
    tx,
    house,
    { organisation, by: issuer },
    { design: design.id, version: design.version, name, formats },
  )
  if (cohort === undefined) return undefined
  const rows = await rowsOf(list, design, house.clock.now())
  await enterResults(house, tx, {
    organisation,
    cohort,
    rows,
    source: 'file',
    by: { person: issuer },
  })
  return cohort
}

/** A day of award that is still to come is yesterday instead. */
async function rowsOf(list: Uint8Array, design: Design, now: Date): Promise<readonly CsvRow[]> {
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
  const { rows } = underKnownNames(await readTable(list), design)
  return rows.map(({ row, cells }) => {
    const day = cells.get('awarded_on')
    const moved = new Map(cells)
    if (day !== undefined && day > yesterday) moved.set('awarded_on', yesterday)
    return { row, cells: moved }
  })
}

async function submit({ house, tx, by }: Plan, cohort: string): Promise<void> {
  const { organisation } = by
  const desk = { organisation, by: by.issuer }
  await takeOverNew(tx, house, desk, cohort)
  if ((await cohortOf(tx, organisation, cohort))?.ratifies === true)
    await ratifyResults(tx, house, { organisation, by: by.registrar }, cohort)
  await submitCohort(tx, house, desk, cohort)
}

/** Has the first cohort sealed, and gives its first learner an account with the award in it. */
export async function finishCohorts(house: House, organisation: string): Promise<void> {
  const { store } = house
  const found = await store.asOrganisation(organisation, async (tx) => {
    const cohort = await cohortNamed(tx, organisation, names.sealed)
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

async function keepFirstAward(house: House, organisation: string, id: string): Promise<void> {
  await house.store.asOrganisation(organisation, async (tx) => {
    const cohort = await cohortOf(tx, organisation, id)
    if (cohort === undefined) return
    const now = house.clock.now()
    const list = readFileSync(join(examples, 'cohort.csv'))
    const [source] = await rowsOf(list, cohort.design, now)
    if (source === undefined) return
    const { learner, language = 'en' } = readCohortRow(source, cohort.design, now).row
    const secret = await secretOfLearner(house, tx, organisation, learnerKey(learner))
    const award = await tx
      .selectFrom('award')
      .select(['id', 'person_id'])
      .where('organisation_id', '=', organisation)
      .where('secret_id', '=', secret.id)
      .where('cohort_id', '=', id)
      .executeTakeFirst()
    if (award === undefined || award.person_id !== null) return
    const { givenName = '', familyName = '' } = learner
    const person = await tx
      .insertInto('person')
      .values({ name: `${givenName} ${familyName}`.trim(), language, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await confirmClaim(tx, house, organisation, award.id)
    await keepWithAccount(tx, house, organisation, award.id, person.id)
  })
}
