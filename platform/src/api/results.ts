// Results sent by another program: looked at row by row, each fault beside its cell. A trial answers the same and
// changes nothing. All rows of a request are taken or none; what is faulty is kept to be mended by an officer.

import { z } from 'zod'
import type { Design } from 'tessera/credential/design'
import { cohortColumnsOf } from 'tessera/issue/cohort'
import type { CsvRow } from 'tessera/read/csv'
import type { Refusal } from 'tessera/refusal'
import { type Entered, enterResults } from '../issue/enter-results.ts'
import { faultInWords } from '../issue/faults-in-words.ts'
import { countResults, entriesOnAPage, looks, lookAtResults } from '../issue/look-at-results.ts'
import { columnOfFault, judge } from '../issue/result-entry.ts'
import type { Say } from '../web/messages.ts'
import { cohortFor, cohortParams } from './cohorts.ts'
import { no, operation, Problem } from './operation.ts'
import { fault, uuid } from './words.ts'

/** As many as are looked at within a second or two; the rest comes in the next request. */
const most = 2_000

const cells = z.record(z.string().max(100), z.string().max(2_000)).meta({
  id: 'ResultCells',
  description:
    'One learner: cells by the columns of the cohort (`given_name`, `family_name`, `full_name`, `date_of_birth`, `identifier`, `grade`, `grade_<assessment>`, `awarded_on`, `language`, `email` …)',
})

const entered = z
  .object({
    row: z.int().meta({ description: 'Place in the request, from 0' }),
    result: uuid.meta({ description: 'Number of the entry; of no meaning after a trial' }),
    became: z.enum([
      'new',
      'duplicate',
      'below-threshold',
      'name-missing',
      'faulty',
      'changed',
      'unchanged',
    ]),
    faults: z.array(fault),
  })
  .meta({ id: 'EnteredResult' })

interface Kept {
  readonly entries: readonly {
    readonly row: number
    readonly result: string
    readonly became: Entered['became']
    readonly faults: readonly {
      readonly code: string
      readonly column: string
      /** The row whose learner is the same. */
      readonly other?: number
    }[]
  }[]
}

interface Sent {
  readonly results: readonly Readonly<Record<string, string>>[]
}

const rowsOf = ({ results }: Sent): readonly CsvRow[] =>
  results.map((one, row) => ({ row, cells: new Map(Object.entries(one)) }))

const sendResults = operation({
  method: 'POST',
  path: '/api/v1/cohorts/:cohort/results',
  needs: 'enter results',
  scope: 'results:write',
  name: 'sendResults',
  summary: 'Send results, or with `dryRun` see what would become of them',
  description:
    'The same result twice changes nothing. A result that says otherwise of a learner whose entry somebody already looked at stands beside it until an officer decides (`changed`).',
  params: cohortParams,
  largest: 4 * 1024 * 1024,
  body: z
    .strictObject({
      results: z.array(cells).min(1).max(most),
      dryRun: z.boolean().default(false).meta({ description: 'True: nothing is kept' }),
    })
    .meta({ id: 'SendResults' }),
  answer: z
    .object({
      dryRun: z.boolean(),
      counts: z.object({ sound: z.int(), faulty: z.int(), changed: z.int(), unchanged: z.int() }),
      entries: z.array(entered),
    })
    .meta({ id: 'SentResults' }),
  trial: ({ dryRun }) => dryRun,
  run: async ({ house, tx, organisation, desk, params, body }): Promise<Kept> => {
    const { design } = await cohortFor(tx, organisation, params.cohort)
    refuseUnknownColumns(body, design)
    const answer = await enterResults(house, tx, {
      organisation,
      cohort: params.cohort,
      rows: rowsOf(body),
      source: 'api',
      by: { client: desk.by },
    })
    if (!answer.done)
      return answer.because === 'no-such-cohort'
        ? no(404, 'cohort.unknown', '', 'There is no such cohort.')
        : no(409, 'cohort.not-collecting', '', 'This cohort takes no results any more.')
    return {
      entries: answer.entries.map(({ row, result, became, words }) => ({
        row,
        result,
        became,
        faults: words.map((one) => {
          const other = /row (\d+)\.$/.exec(one.sentence)?.[1]
          return {
            code: one.code,
            column: columnOfFault(one),
            ...(other === undefined ? {} : { other: Number(other) }),
          }
        }),
      })),
    }
  },
  tell: async ({ house, tx, organisation, params, body, say, language }, done) => {
    const { design } = await cohortFor(tx, organisation, params.cohort)
    const rows = rowsOf(body)
    const now = house.clock.now()
    const entries = done.entries.map(({ row, result, became, faults }) => {
      const source = rows[row] ?? { row, cells: new Map<string, string>() }
      const judged = faults.length === 0 ? [] : judge(source, design, now, params.cohort).faults
      return {
        row,
        result,
        became,
        faults: faults.map(({ code, column, other }) => {
          const same = judged.find((one) => one.code === code && columnOfFault(one) === column)
          const sentence = same?.sentence ?? (other === undefined ? '' : `row ${other}.`)
          const refusal = { code, place: `column ${column}`, sentence }
          return worded({ say, language, design }, refusal, source, `/results/${row}`)
        }),
      }
    })
    const count = (test: (one: (typeof entries)[number]) => boolean) => entries.filter(test).length
    return {
      dryRun: body.dryRun,
      counts: {
        sound: count(({ became, faults }) => became === 'new' && faults.length === 0),
        faulty: count(({ faults }) => faults.length > 0),
        changed: count(({ became }) => became === 'changed'),
        unchanged: count(({ became }) => became === 'unchanged'),
      },
      entries,
    }
  },
})

function refuseUnknownColumns({ results }: Sent, design: Design): void {
  const known = new Set(cohortColumnsOf(design))
  const unknown = results.flatMap((one, row) =>
    Object.keys(one)
      .filter((column) => !known.has(column))
      .map((column) => ({
        code: 'cohort.column',
        place: `/results/${row}/${column.slice(0, 100)}`,
        sentence: `This column is not known. Known are: ${[...known].join(', ')}.`,
      })),
  )
  if (unknown.length > 0) throw new Problem(422, unknown.slice(0, 20))
}

interface Spoken {
  readonly say: Say
  readonly language: string
  readonly design: Design
}

function worded(spoken: Spoken, refusal: Refusal, source: CsvRow, place: string) {
  const column = columnOfFault(refusal)
  return {
    code: refusal.code,
    place: `${place}/${column}`,
    sentence: unframed(faultInWords(spoken, refusal, source.cells.get(column) ?? '')),
  }
}

/** Programs get the words without the signs that keep directions apart on a page. */
const unframed = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')

const seen = z
  .object({
    id: uuid,
    state: z.enum([
      'new',
      'duplicate',
      'below-threshold',
      'name-missing',
      'faulty',
      'ready',
      'awarded',
      'left-out',
    ]),
    cells,
    faults: z.array(fault),
    proposed: cells.nullable().meta({ description: 'What a later list says, until decided' }),
    ratified: z.boolean(),
    nameConfirmed: z.boolean(),
    award: uuid.nullable(),
  })
  .meta({ id: 'ResultSeen' })

const listResults = operation({
  method: 'GET',
  path: '/api/v1/cohorts/:cohort/results',
  needs: 'see cohorts',
  scope: 'results:read',
  name: 'listResults',
  summary: 'The entries of a cohort with their cells and faults, 50 a page',
  params: cohortParams,
  query: z.strictObject({
    show: z.enum(looks).default('all'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  answer: z
    .object({ items: z.array(seen), page: z.int(), pages: z.int(), next: z.int().nullable() })
    .meta({ id: 'ResultList' }),
  run: async ({ house, tx, organisation, params, query, say, language }) => {
    const { design } = await cohortFor(tx, organisation, params.cohort)
    const counts = await countResults(tx, organisation, params.cohort)
    const count = counts[query.show]
    const pages = Math.max(1, Math.ceil(count / entriesOnAPage))
    if (query.page > pages) return { items: [], page: query.page, pages, next: null }
    const found = await lookAtResults(house, tx, {
      organisation,
      cohort: params.cohort,
      design,
      look: query.show,
      page: query.page,
      count,
    })
    return {
      items: found.entries.map((one) => ({
        id: one.id,
        state: one.state,
        cells: Object.fromEntries(one.source.cells),
        faults: one.faults.map((each) => worded({ say, language, design }, each, one.source, '')),
        proposed: one.change === undefined ? null : Object.fromEntries(one.change.source.cells),
        ratified: one.ratified,
        nameConfirmed: one.nameConfirmed,
        award: one.award ?? null,
      })),
      page: found.page,
      pages: found.pages,
      next: found.page < found.pages ? found.page + 1 : null,
    }
  },
})

export const resultOperations = [sendResults, listResults]
