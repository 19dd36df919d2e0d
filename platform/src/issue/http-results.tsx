// Entries are mended and results made ready, over HTTP.

import type { Asked, Route } from '../server/route.ts'
import { cohortPage } from './cohort-page.tsx'
import { cohortOf } from './cohorts.ts'
import { askForNames, endNames } from './confirm-names.ts'
import { atDesk, deskOf, idIn, notHere, tooLate } from './desk-page.tsx'
import { faultInWords } from './faults-in-words.ts'
import {
  acceptChange,
  discardChange,
  leaveOut,
  type Mending,
  mendResult,
  takeIn,
} from './mend-result.ts'
import { ratifyResults, takeOverNew } from './ready-results.ts'
import { columnOfFault } from './result-entry.ts'
import { cellsOf, resultPage } from './result-page.tsx'

// ------------------------------------------------------------------------------------ one entry

/** Back on the page of the list from which it was sent. */
function listAfter({ c }: Asked, cohort: string, done: string): string {
  const look = c.req.query('show')
  const page = c.req.query('page')
  const query = new URLSearchParams({
    ...(look === undefined ? {} : { show: look }),
    ...(page === undefined ? {} : { page }),
    done,
    count: '1',
  })
  return `/cohorts/${cohort}?${query.toString()}`
}

async function changeEntry(
  asked: Asked,
  done: string,
  change: (cohort: string, result: string) => Promise<Mending>,
  typed?: ReadonlyMap<string, string>,
): Promise<Response> {
  const { c, say, language } = asked
  const [id, result] = [idIn(c, 'cohort'), idIn(c, 'result')]
  if (id === undefined || result === undefined) return notHere(asked)
  const answer = await change(id, result)
  if (answer.done) return c.redirect(listAfter(asked, id, done), 303)
  if (answer.because === 'no-such-result') return notHere(asked)
  if (answer.because !== 'faulty') return tooLate(asked, say('issue-not-collecting'))
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
  if (cohort === undefined) return notHere(asked)
  const spoken = { say, language, design: cohort.design }
  const faults = Object.fromEntries(
    answer.faults.toReversed().map((fault) => {
      const column = columnOfFault(fault)
      return [column, faultInWords(spoken, fault, typed?.get(column) ?? '')]
    }),
  )
  return c.req.query('show') === undefined
    ? resultPage(asked, id, result, { faults, ...(typed === undefined ? {} : { typed }) })
    : cohortPage(asked, id, { faults, entry: result, ...(typed === undefined ? {} : { typed }) })
}

async function mend(asked: Asked): Promise<Response> {
  const id = idIn(asked.c, 'cohort')
  if (id === undefined) return notHere(asked)
  const found = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
  if (found === undefined) return notHere(asked)
  const cells = await cellsOf(asked, found.design)
  return changeEntry(
    asked,
    'mended',
    (cohort, result) =>
      atDesk(asked, (tx) => mendResult(asked.house, tx, deskOf(asked), { cohort, result }, cells)),
    cells,
  )
}

const changes = {
  'leave-out': ['left-out', leaveOut],
  'take-in': ['taken-in', takeIn],
  accept: ['accepted', acceptChange],
  discard: ['discarded', discardChange],
} as const

// ------------------------------------------------------------------------------------ all of them

async function forAll(
  asked: Asked,
  done: string,
  work: (cohort: string) => ReturnType<typeof takeOverNew>,
): Promise<Response> {
  const { c, say } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const answer = await work(id)
  if (answer.done) return c.redirect(`/cohorts/${id}?done=${done}&count=${answer.results}`, 303)
  if (answer.because === 'no-such-cohort') return notHere(asked)
  return tooLate(
    asked,
    say(answer.because === 'nothing' ? 'issue-nothing-to-do' : 'issue-not-collecting'),
  )
}

/** How long learners may look at their names. */
const daysForNames = 7

export const resultRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/cohorts/:cohort/results/:result',
    needs: 'see cohorts',
    handle: (asked) => {
      const [id, result] = [idIn(asked.c, 'cohort'), idIn(asked.c, 'result')]
      return id === undefined || result === undefined
        ? notHere(asked)
        : resultPage(asked, id, result)
    },
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/results/:result/mend',
    needs: 'enter results',
    handle: mend,
  },
  ...Object.entries(changes).map(([name, [done, change]]): Route => ({
    method: 'POST',
    path: `/cohorts/:cohort/results/:result/${name}`,
    needs: 'enter results',
    handle: (asked) =>
      changeEntry(asked, done, (cohort, result) =>
        atDesk(asked, (tx) => change(asked.house, tx, deskOf(asked), { cohort, result })),
      ),
  })),
  {
    method: 'POST',
    path: '/cohorts/:cohort/take-over',
    needs: 'enter results',
    handle: (asked) =>
      forAll(asked, 'taken-over', (id) =>
        atDesk(asked, (tx) => takeOverNew(tx, asked.house, deskOf(asked), id)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/ratify',
    needs: 'ratify results',
    fresh: true,
    handle: (asked) =>
      forAll(asked, 'ratified', (id) =>
        atDesk(asked, (tx) => ratifyResults(tx, asked.house, deskOf(asked), id)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/names',
    needs: 'prepare a cohort',
    handle: (asked) =>
      forAll(asked, 'asked', (id) =>
        atDesk(asked, (tx) => askForNames(asked.house, tx, deskOf(asked), id, daysForNames)),
      ),
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/names/end',
    needs: 'prepare a cohort',
    handle: (asked) =>
      forAll(asked, 'names-ended', (id) =>
        atDesk(asked, (tx) => endNames(asked.house, tx, deskOf(asked), id)),
      ),
  },
]
