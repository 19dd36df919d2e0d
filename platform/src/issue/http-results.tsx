// Results come in and are mended, over HTTP.

import { attempt, type Refusal } from 'tessera/refusal'
import { sentenceOf } from 'tessera/refusal'
import type { Csv } from 'tessera/read/csv'
import type { Asked, Route } from '../server/route.ts'
import type { Faults } from '../web/components.ts'
import { addPage, type Added } from './add-results-page.tsx'
import { cohortPage } from './cohort-page.tsx'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf, idIn, notHere, tooLate } from './desk-page.tsx'
import { enterResults, type Entering } from './enter-results.ts'
import { faultInWords } from './faults-in-words.ts'
import {
  acceptChange,
  discardChange,
  leaveOut,
  type Mending,
  mendResult,
  takeIn,
} from './mend-result.ts'
import { asText, mostRows, readTable, underKnownNames } from './read-list.ts'
import { ratifyResults, takeOverNew } from './ready-results.ts'
import { columnOfFault, judge } from './result-entry.ts'
import { cellsOf, resultPage } from './result-page.tsx'
import { askForNames, endNames } from './confirm-names.ts'

// ------------------------------------------------------------------------------------ lists

/** A sheet of twenty thousand learners. */
const largestList = 8 * 1024 * 1024

async function addList(asked: Asked): Promise<Response> {
  const { c, say } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
  if (cohort === undefined) return notHere(asked)
  const form = await c.req.parseBody()
  const file = form['file']
  const pasted = typeof form['text'] === 'string' ? form['text'] : ''
  const leaveOutUnknown = form['leave-out'] === 'yes'
  const isFile = file instanceof File && file.size > 0
  const back = (faults: Faults, added: Added = {}) =>
    addPage(asked, cohort, { text: pasted, ...added }, faults)
  if (!isFile && pasted.trim() === '') return back({ file: say('issue-list-missing') })
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(pasted)
  const field = isFile ? 'file' : 'text'
  const read = await attempt(() => readTable(bytes))
  if (!read.ok) return back({ [field]: tableFault(asked, read.refusals) })
  const list = underKnownNames(read.value, cohort.design)
  if (list.rows.length === 0) return back({ [field]: say('issue-list-no-rows') })
  if (list.rows.length > mostRows)
    return back({ [field]: say('issue-list-too-long', { most: mostRows }) })
  if (list.unknown.length > 0 && !leaveOutUnknown) {
    const text = textToMend(read.value)
    return back(
      {
        [text === undefined ? field : 'text']: say('issue-columns-unknown', {
          count: list.unknown.length,
        }),
      },
      { unknown: list.unknown, ...(text === undefined ? {} : { text }) },
    )
  }
  return enter(asked, id, { rows: list.rows, source: isFile ? 'file' : 'paste' })
}

/** As long as a browser likes to show; the whole list can be sent again as it is. */
function textToMend(table: Csv): string | undefined {
  const text = asText(table)
  return text.length <= 1_000_000 ? text : undefined
}

function tableFault({ say }: Asked, refusals: readonly Refusal[]): string {
  const [first] = refusals
  if (first === undefined) return say('issue-list-unreadable', { why: '' })
  return say('issue-list-unreadable', { why: sentenceOf(first) })
}

async function enter(
  asked: Asked,
  cohort: string,
  entering: Pick<Entering, 'rows' | 'source'>,
): Promise<Response> {
  const { c, house, say } = asked
  const { organisation, by } = deskOf(asked)
  const answer = await atDesk(asked, (tx) =>
    enterResults(house, tx, { organisation, cohort, ...entering, by: { person: by } }),
  )
  if (!answer.done)
    return answer.because === 'no-such-cohort'
      ? notHere(asked)
      : tooLate(asked, say('issue-not-collecting'))
  const changed = answer.entries.filter((one) => one.became !== 'unchanged').length
  const done = changed === 0 ? 'unchanged' : 'entered'
  return c.redirect(
    `/cohorts/${cohort}?done=${done}&count=${changed === 0 ? answer.entries.length : changed}`,
    303,
  )
}

/** One learner, by form. */
async function addOne(asked: Asked): Promise<Response> {
  const { c, house, say, language } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
  if (cohort === undefined) return notHere(asked)
  const cells = await cellsOf(asked, cohort.design)
  const judged = judge({ row: 1, cells }, cohort.design, house.clock.now(), id)
  if (judged.faults.length > 0) {
    const spoken = { say, language, design: cohort.design }
    const faults = Object.fromEntries(
      judged.faults
        .toReversed()
        .map((fault) => [
          columnOfFault(fault),
          faultInWords(spoken, fault, cells.get(columnOfFault(fault)) ?? ''),
        ]),
    )
    return addPage(asked, cohort, { one: cells }, faults)
  }
  return enter(asked, id, { rows: [{ row: await nextRow(asked, id), cells }], source: 'form' })
}

/** Entered by hand they follow those of the list. */
async function nextRow(asked: Asked, cohort: string): Promise<number> {
  const { max } = await atDesk(asked, (tx) =>
    tx
      .selectFrom('result')
      .select((is) => is.fn.max('row_number').as('max'))
      .where('organisation_id', '=', deskOf(asked).organisation)
      .where('cohort_id', '=', cohort)
      .executeTakeFirstOrThrow(),
  )
  return Math.max(1, max ?? 1) + 1
}

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
    path: '/cohorts/:cohort/add',
    needs: 'enter results',
    handle: async (asked) => {
      const id = idIn(asked.c, 'cohort')
      if (id === undefined) return notHere(asked)
      const cohort = await atDesk(asked, (tx) => cohortOf(tx, deskOf(asked).organisation, id))
      return cohort === undefined ? notHere(asked) : addPage(asked, cohort)
    },
  },
  {
    method: 'POST',
    path: '/cohorts/:cohort/list',
    needs: 'enter results',
    largest: largestList,
    handle: addList,
  },
  { method: 'POST', path: '/cohorts/:cohort/one', needs: 'enter results', handle: addOne },
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
