// Cohorts of an organisation: learners who get one frozen design together.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import type { CohortState } from './seal-cohort.ts'
import { designOf, designTitle } from './issuer-of.ts'

/** The kinds of files a cohort can be sealed in, best known first. */
export const cohortFormats = ['edc', 'ob3', 'sd-jwt'] as const

export interface DesignOffered {
  readonly id: string
  readonly version: string
  readonly title: string
}

/** Frozen versions that are still given, newest of each design first. */
export async function listDesigns(
  tx: Tx,
  organisation: string,
  language: string,
): Promise<readonly DesignOffered[]> {
  const rows = await tx
    .selectFrom('design')
    .select([
      'id',
      'version',
      sql<Readonly<Record<string, string>> | null>`body->'title'`.as('title'),
    ])
    .where('organisation_id', '=', organisation)
    .where('withdrawn_at', 'is', null)
    .orderBy('frozen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, version, title }) => ({
    id,
    version,
    title: title?.[language] ?? title?.['en'] ?? Object.values(title ?? {})[0] ?? id,
  }))
}

export interface CohortPlan {
  readonly design: string
  readonly version: string
  readonly name: string
  readonly formats: readonly string[]
}

/** @returns its id; undefined where there is no such design to give. */
export async function openCohort(
  tx: Tx,
  house: Pick<House, 'clock'>,
  { organisation, by }: Desk,
  plan: CohortPlan,
): Promise<string | undefined> {
  const design = await tx
    .selectFrom('design')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', plan.design)
    .where('version', '=', plan.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (design === undefined) return undefined
  const { id } = await tx
    .insertInto('cohort')
    .values({
      organisation_id: organisation,
      design_id: plan.design,
      design_version: plan.version,
      name: plan.name,
      formats: cohortFormats.filter((format) => plan.formats.includes(format)),
      created_by: by,
      created_at: house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'cohort opened',
    subject: `cohort:${id}`,
    details: { design: plan.design, version: plan.version },
  })
  return id
}

export interface CohortInList {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly version: string
  readonly state: CohortState
  readonly results: number
  readonly awarded: number
  readonly openedAt: Date
}

export async function listCohorts(
  tx: Tx,
  organisation: string,
  language: string,
): Promise<readonly CohortInList[]> {
  const { rows } = await sql<{
    id: string
    name: string
    state: CohortState
    version: string
    title: Readonly<Record<string, string>> | null
    design: string
    results: number
    awarded: number
    created_at: Date
  }>`
    select c.id, c.name, c.state, c.design_version as version, d.body->'title' as title, d.id as design,
      c.created_at,
      (select count(*)::int from result r where r.organisation_id = c.organisation_id and r.cohort_id = c.id
        and r.state <> 'left-out') as results,
      (select count(*)::int from result r where r.organisation_id = c.organisation_id and r.cohort_id = c.id
        and r.state = 'awarded') as awarded
    from cohort c join design d on d.organisation_id = c.organisation_id and d.id = c.design_id
      and d.version = c.design_version
    where c.organisation_id = ${organisation}
    order by c.created_at desc, c.id limit 500`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    title:
      row.title?.[language] ?? row.title?.['en'] ?? Object.values(row.title ?? {})[0] ?? row.design,
    version: row.version,
    state: row.state,
    results: row.results,
    awarded: row.awarded,
    openedAt: row.created_at,
  }))
}

/** A cohort and its design; undefined where there is none. `lock`: nobody else changes its state meanwhile. */
export async function cohortOf(tx: Tx, organisation: string, id: string, lock?: 'lock') {
  const query = tx
    .selectFrom('cohort')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) return undefined
  const design = await designOf(tx, organisation, {
    id: row.design_id,
    version: row.design_version,
  })
  return { row, design, ratifies: design.ratification !== undefined }
}

export type Cohort = NonNullable<Awaited<ReturnType<typeof cohortOf>>>

export const titleOfCohort = ({ design }: Cohort, language: string): string =>
  designTitle(design, language)
