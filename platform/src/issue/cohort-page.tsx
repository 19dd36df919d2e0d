// One cohort: where it stands, and what comes next. Each state has its own view; the frame is the same.

import type { Child } from 'hono/jsx'
import type { Asked } from '../server/route.ts'
import { type Faults, Link, Steps } from '../web/components.ts'
import { approvalView } from './approval-view.tsx'
import { type Cohort, cohortOf, titleOfCohort } from './cohorts.ts'
import { atDesk, deskOf, type DeskPage, notHere, showDesk } from './desk-page.tsx'
import { reportView } from './report-view.tsx'
import { resultsView } from './results-view.tsx'
import { sealingView } from './sealing-view.tsx'

export interface CohortView {
  readonly content: Child
  readonly page?: Pick<DeskPage, 'scripts' | 'refresh'>
}

/** What came back from a form of the page: nothing that was typed is lost. */
export interface Returned {
  readonly faults?: Faults
  readonly typed?: ReadonlyMap<string, string>
  /** The entry whose cells were sent. */
  readonly entry?: string
}

const stepOf: Readonly<Record<string, number>> = {
  collecting: 0,
  names: 0,
  approval: 1,
  approved: 2,
  sealing: 2,
  paused: 2,
  stopped: 3,
  done: 3,
}

export async function cohortPage(
  asked: Asked,
  id: string,
  returned: Returned = {},
): Promise<Response> {
  const { organisation } = deskOf(asked)
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, organisation, id))
  if (cohort === undefined) return notHere(asked)
  const { content, page } = await viewOf(asked, cohort, returned)
  return cohortFrame(asked, cohort, content, {
    ...page,
    status: returned.faults === undefined ? 200 : 422,
  })
}

function viewOf(asked: Asked, cohort: Cohort, returned: Returned): Promise<CohortView> {
  // The list of results can be looked at in every state.
  if (asked.c.req.query('show') !== undefined) return resultsView(asked, cohort, returned)
  switch (stepOf[cohort.row.state]) {
    case 1:
      return approvalView(asked, cohort, returned)
    case 2:
      return sealingView(asked, cohort, returned)
    case 3:
      return reportView(asked, cohort, returned)
    default:
      return resultsView(asked, cohort, returned)
  }
}

/** Name, design and steps around one of its pages. */
export function cohortFrame(
  asked: Asked,
  cohort: Cohort,
  content: Child,
  page: Partial<DeskPage> = {},
): Promise<Response> {
  const { say, language } = asked
  const { row } = cohort
  return showDesk(
    asked,
    { title: row.name, ...page },
    <>
      <p class="above">
        <Link to="/cohorts">{say('issue-cohorts')}</Link>
      </p>
      <h1>
        <bdi>{row.name}</bdi>
      </h1>
      <p class="lead">
        {say('issue-design-version', {
          title: titleOfCohort(cohort, language),
          version: row.design_version,
        })}
      </p>
      <Steps
        label={say('issue-steps')}
        at={stepOf[row.state] ?? 0}
        steps={[
          { title: say('issue-step-results'), to: `/cohorts/${row.id}?show=all` },
          { title: say('issue-step-approval') },
          { title: say('issue-step-sealing') },
          { title: say('issue-step-report') },
        ]}
        say={say}
      />
      {content}
    </>,
  )
}
