// Cohorts as programs see them: which there are, what each waits for, and how many results are where.

import { z } from 'zod'
import { cohortColumnsOf } from 'tessera/issue/cohort'
import { cohortOf, listCohorts as cohortsOf } from '../issue/cohorts.ts'
import { countResults } from '../issue/look-at-results.ts'
import type { Tx } from '../store/store.ts'
import { no, operation } from './operation.ts'
import { time, uuid } from './words.ts'

const state = z
  .enum(['collecting', 'names', 'approval', 'approved', 'sealing', 'paused', 'stopped', 'done'])
  .meta({ id: 'CohortState', description: 'Results are taken while it is `collecting`' })

const cohortInList = z
  .object({
    id: uuid,
    name: z.string(),
    state,
    designTitle: z.string(),
    designVersion: z.string(),
    results: z.int(),
    awarded: z.int(),
    openedAt: time,
  })
  .meta({ id: 'CohortInList' })

export const cohortParams = z.strictObject({ cohort: uuid })

/** A cohort or a 404. */
export async function cohortFor(tx: Tx, organisation: string, id: string) {
  const cohort = await cohortOf(tx, organisation, id)
  return cohort ?? no(404, 'cohort.unknown', '', 'There is no such cohort.')
}

const listCohorts = operation({
  method: 'GET',
  path: '/api/v1/cohorts',
  needs: 'see cohorts',
  scope: 'cohorts:read',
  name: 'listCohorts',
  summary: 'Cohorts, newest first, 500 at most',
  query: z.strictObject({ state: state.optional() }),
  answer: z.object({ items: z.array(cohortInList) }).meta({ id: 'CohortList' }),
  run: async ({ tx, organisation, query, language }) => {
    const all = await cohortsOf(tx, organisation, language)
    return {
      items: all
        .filter((one) => query.state === undefined || one.state === query.state)
        .map(({ title, version, openedAt, ...one }) => ({
          ...one,
          designTitle: title,
          designVersion: version,
          openedAt: openedAt.toISOString(),
        })),
    }
  },
})

const counts = z
  .object({
    all: z.int(),
    new: z.int(),
    ready: z.int(),
    unratified: z.int(),
    changed: z.int(),
    duplicate: z.int(),
    'below-threshold': z.int(),
    'name-missing': z.int(),
    faulty: z.int(),
    'left-out': z.int(),
    awarded: z.int(),
  })
  .meta({ id: 'ResultCounts' })

const readCohort = operation({
  method: 'GET',
  path: '/api/v1/cohorts/:cohort',
  needs: 'see cohorts',
  scope: 'cohorts:read',
  name: 'readCohort',
  summary: 'One cohort: its state, its columns, how many results are where',
  params: cohortParams,
  answer: z
    .object({
      id: uuid,
      name: z.string(),
      state,
      design: z.object({ id: z.string(), version: z.string() }),
      formats: z.array(z.string()),
      columns: z.array(z.string()).meta({ description: 'What a result may hold' }),
      ratifies: z.boolean().meta({ description: 'True: a board ratifies every result' }),
      counts,
      openedAt: time,
      submittedAt: time.nullable(),
      approvedAt: time.nullable(),
      finishedAt: time.nullable(),
    })
    .meta({ id: 'Cohort' }),
  run: async ({ tx, organisation, params }) => {
    const { row, design, ratifies } = await cohortFor(tx, organisation, params.cohort)
    const {
      trouble: _,
      confirmed: __,
      asked: ___,
      ...counted
    } = await countResults(tx, organisation, row.id)
    return {
      id: row.id,
      name: row.name,
      state: row.state,
      design: { id: row.design_id, version: row.design_version },
      formats: row.formats,
      columns: [...cohortColumnsOf(design)],
      ratifies,
      counts: counted,
      openedAt: row.created_at.toISOString(),
      submittedAt: row.submitted_at?.toISOString() ?? null,
      approvedAt: row.approved_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
    }
  },
})

export const cohortOperations = [listCohorts, readCohort]
