// Submitting, approving and sending back, over HTTP.

import type { Asked, Route } from '../server/route.ts'
import { approveCohort, sendBackCohort, submitCohort, takeBackCohort } from './approve-cohort.ts'
import { approvalView } from './approval-view.tsx'
import { cohortFrame, cohortPage } from './cohort-page.tsx'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf, fieldsOf, idIn, notHere, onCohort } from './desk-page.tsx'
import { previewPicture } from './preview.ts'

async function summaryPage(asked: Asked): Promise<Response> {
  const id = idIn(asked.c, 'cohort')
  if (id === undefined) return notHere(asked)
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
  if (cohort === undefined) return notHere(asked)
  const { content } = await approvalView(asked, cohort)
  return cohortFrame(asked, cohort, content)
}

async function sendBack(asked: Asked): Promise<Response> {
  const id = idIn(asked.c, 'cohort')
  if (id === undefined) return notHere(asked)
  const field = await fieldsOf(asked)
  const word = field('word')
  if (word === '' || word.length > 500)
    return cohortPage(asked, id, { faults: { word: asked.say('issue-word-missing') } })
  return onCohort(asked, (cohort) =>
    atDesk(asked, (tx) => sendBackCohort(tx, asked.house, deskOf(asked), cohort, word)),
  )
}

async function preview(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const { organisation } = deskOf(asked)
  const bytes = await previewPicture(house, organisation, (tx) => cohortOf(tx, organisation, id))
  if (bytes === undefined) return notHere(asked)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png' })
}

export const approvalRoutes: readonly Route[] = [
  { method: 'GET', path: '/cohorts/:cohort/summary', needs: 'see cohorts', handle: summaryPage },
  { method: 'GET', path: '/cohorts/:cohort/preview.png', needs: 'see cohorts', handle: preview },
  {
    method: 'POST',
    path: '/cohorts/:cohort/submit',
    needs: 'prepare a cohort',
    handle: (asked) =>
      onCohort(asked, (id) =>
        atDesk(asked, (tx) => submitCohort(tx, asked.house, deskOf(asked), id)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/take-back',
    needs: 'prepare a cohort',
    handle: (asked) =>
      onCohort(asked, (id) =>
        atDesk(asked, (tx) => takeBackCohort(tx, asked.house, deskOf(asked), id)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/approve',
    needs: 'approve a cohort',
    fresh: true,
    handle: (asked) =>
      onCohort(asked, (id) =>
        atDesk(asked, (tx) => approveCohort(tx, asked.house, deskOf(asked), id)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/send-back',
    needs: 'approve a cohort',
    handle: sendBack,
  },
]
