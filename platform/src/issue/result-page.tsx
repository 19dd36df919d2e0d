// One entry of a cohort: all its cells, and what became of it so far.

import type { Design } from 'tessera/credential/design'
import { cohortColumnsOf } from 'tessera/issue/cohort'
import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, ErrorSummary, Facts, type Faults, Form, Link } from '../web/components.ts'
import { CellFields } from './add-results-page.tsx'
import { cohortFrame } from './cohort-page.tsx'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf, notHere } from './desk-page.tsx'
import { columnInWords, faultsByColumn } from './faults-in-words.ts'
import { HistoryTable, historyOf } from './history.tsx'
import { lookAtResults } from './look-at-results.ts'

/** What a form sent for the columns of the cohort; others are not asked for and not read. */
export async function cellsOf({ c }: Asked, design: Design): Promise<ReadonlyMap<string, string>> {
  const form = await c.req.parseBody()
  return new Map(
    cohortColumnsOf(design).flatMap((column) => {
      const value = Object.hasOwn(form, column) ? form[column] : undefined
      return typeof value === 'string' ? [[column, value.trim()] as const] : []
    }),
  )
}

interface Back {
  readonly faults?: Faults
  readonly typed?: ReadonlyMap<string, string>
}

export async function resultPage(
  asked: Asked,
  id: string,
  result: string,
  { faults = {}, typed }: Back = {},
): Promise<Response> {
  const { house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const found = await atDesk(asked, async (tx) => {
    const cohort = await cohortOf(tx, organisation, id)
    if (cohort === undefined) return undefined
    const looking = { organisation, cohort: id, design: cohort.design, page: 1, count: 1 }
    const { entries } = await lookAtResults(house, tx, { ...looking, look: 'all', only: result })
    const [entry] = entries
    if (entry === undefined) return undefined
    return { cohort, entry, history: await historyOf(tx, organisation, `result:${result}`) }
  })
  if (found === undefined) return notHere(asked)
  const { cohort, entry, history } = found
  const { row, design } = cohort
  const at = `/cohorts/${id}/results/${result}`
  const spoken = { say, language, design }
  const editable =
    ['collecting', 'names'].includes(row.state) &&
    entry.state !== 'awarded' &&
    may(visitor.roles, 'enter results')
  const shown = Object.keys(faults).length > 0
  const known = shown
    ? faults
    : Object.fromEntries(faultsByColumn(spoken, entry.faults, entry.source.cells))
  return cohortFrame(
    asked,
    cohort,
    <>
      <h2>{say('issue-row-number', { row: entry.source.row })}</h2>
      <ErrorSummary faults={known} say={say} />
      {entry.award === undefined ? null : (
        <p>
          <Link to={`/awards/${entry.award}`}>{say('issue-see-award')}</Link>
        </p>
      )}
      {editable ? (
        <Form to={`${at}/mend`} visitor={visitor}>
          <CellFields
            asked={asked}
            design={design}
            cells={new Map([...entry.source.cells, ...(typed ?? [])])}
            faults={known}
          />
          <Button kind="first">{say('issue-save-row')}</Button>
        </Form>
      ) : (
        <Facts
          of={[...entry.source.cells].map(([column, value]) => [
            columnInWords(spoken, column),
            value === '' ? undefined : <bdi>{value}</bdi>,
          ])}
        />
      )}
      {editable && entry.state !== 'left-out' ? (
        <Form to={`${at}/leave-out`} visitor={visitor}>
          <Button>{say('issue-leave-out')}</Button>
        </Form>
      ) : null}
      <HistoryTable asked={asked} history={history} />
      <p>
        <Link to={`/cohorts/${id}?show=all#list`}>{say('issue-back-to-list')}</Link>
      </p>
    </>,
    { status: shown ? 422 : 200 },
  )
}
