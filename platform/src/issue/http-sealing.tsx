// Sealing is started, paused, resumed and stopped; how far it is can be asked for.

import type { Asked, Route } from '../server/route.ts'
import { numberInWords, shareInWords } from '../web/in-words.ts'
import { cohortPage } from './cohort-page.tsx'
import { atDesk, deskOf, fieldsOf, idIn, notHere, onCohort } from './desk-page.tsx'
import {
  pauseSealing,
  resumeSealing,
  sealingProgress,
  startSealing,
  stopSealing,
} from './seal-cohort.ts'
import { timeLeft } from './sealing-view.tsx'

async function stop(asked: Asked): Promise<Response> {
  const id = idIn(asked.c, 'cohort')
  if (id === undefined) return notHere(asked)
  const field = await fieldsOf(asked)
  const reason = field('reason')
  if (reason === '' || reason.length > 500)
    return cohortPage(asked, id, { faults: { reason: asked.say('issue-reason-missing') } })
  return onCohort(asked, (cohort) =>
    atDesk(asked, (tx) => stopSealing(tx, asked.house, deskOf(asked), cohort, reason)),
  )
}

/** What the bar shows, ready to be put into the page. */
async function progressOf(asked: Asked): Promise<Response> {
  const { c, house, say, language } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const progress = await atDesk(asked, (tx) =>
    sealingProgress(tx, house, deskOf(asked).organisation, id),
  )
  if (progress === undefined) return notHere(asked)
  const done = progress.awarded + progress.refused
  return c.json({
    state: progress.state,
    done,
    all: progress.total,
    words: say('common-progress', {
      done: numberInWords(language, done),
      all: numberInWords(language, progress.total),
      share: shareInWords(language, progress.total === 0 ? 1 : done / progress.total),
    }),
    left: timeLeft(asked, progress.secondsLeft),
    stopSwitch: progress.stopSwitch,
  })
}

const deeds = { pause: pauseSealing, resume: resumeSealing } as const

export const sealingRoutes: readonly Route[] = [
  { method: 'GET', path: '/cohorts/:cohort/progress', needs: 'see cohorts', handle: progressOf },
  {
    method: 'POST',
    path: '/cohorts/:cohort/seal',
    needs: 'seal a cohort',
    fresh: true,
    handle: (asked) =>
      onCohort(asked, (id) =>
        atDesk(asked, (tx) => startSealing(tx, asked.house, deskOf(asked), id)),
      ),
  },
  ...Object.entries(deeds).map(([name, work]): Route => ({
    method: 'POST',
    path: `/cohorts/:cohort/${name}`,
    needs: 'seal a cohort',
    handle: (asked) =>
      onCohort(asked, (id) => atDesk(asked, (tx) => work(tx, asked.house, deskOf(asked), id))),
  })),
  { method: 'POST', path: '/cohorts/:cohort/stop', needs: 'seal a cohort', handle: stop },
]
