// Results come in over HTTP: a list as a file or pasted, or one learner by form.

import { attempt, type Refusal, sentenceOf } from 'tessera/refusal'
import type { Csv } from 'tessera/read/csv'
import type { Asked, Route } from '../server/route.ts'
import type { Faults } from '../web/components.ts'
import { addPage, type Added } from './add-results-page.tsx'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf, idIn, notHere, tooLate } from './desk-page.tsx'
import { enterResults, type Entering } from './enter-results.ts'
import { faultInWords } from './faults-in-words.ts'
import { asText, mostRows, readTable, underKnownNames } from './read-list.ts'
import { columnOfFault, judge } from './result-entry.ts'
import { cellsOf } from './result-page.tsx'

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

export const listRoutes: readonly Route[] = [
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
]
