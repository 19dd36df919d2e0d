// Correcting without shame, and the graver decisions: each with its reason, after proof that its person is there. The
// page asks for that proof before anything is typed, so that nothing typed is lost to it.

import { cellsOfRow, readCohortRow } from 'tessera/issue/cohort'
import { sentenceOf } from 'tessera/refusal'
import type { Asked, Route } from '../server/route.ts'
import { Button, Choices, ErrorSummary, Field, type Faults, Form, Link } from '../web/components.ts'
import { CellFields } from './add-results-page.tsx'
import { awardAtDesk, keepingTheRest, rowOfAward } from './awards.ts'
import { correctAward } from './correct-award.ts'
import { type Decision, decideStatus } from './decide-status.ts'
import { atDesk, deskOf, fieldsOf, idIn, notHere, showDesk, tooLate } from './desk-page.tsx'
import { faultInWords } from './faults-in-words.ts'
import { columnOfFault } from './result-entry.ts'
import { cellsOf } from './result-page.tsx'

const longestReason = 1000

const reasonFault = (asked: Asked, reason: string): Faults =>
  reason === '' || reason.length > longestReason
    ? { reason: asked.say('issue-decision-reason-missing') }
    : {}

function Reason({ asked, value, faults }: { asked: Asked; value?: string; faults: Faults }) {
  const { say } = asked
  return (
    <Field
      name="reason"
      label={say('issue-reason')}
      hint={say('issue-decision-reason-hint')}
      type="textarea"
      rows={3}
      most={longestReason}
      value={value}
      error={faults['reason']}
      required
      say={say}
    />
  )
}

// ------------------------------------------------------------------------------------ correcting

interface Correcting {
  readonly cells?: ReadonlyMap<string, string>
  readonly reason?: string
  readonly faults?: Faults
}

async function correctPage(
  asked: Asked,
  id: string,
  { cells, reason = '', faults = {} }: Correcting = {},
): Promise<Response> {
  const { house, say, visitor } = asked
  const found = await atDesk(asked, (tx) => rowOfAward(house, tx, deskOf(asked).organisation, id))
  if (found === undefined) return notHere(asked)
  return showDesk(
    asked,
    {
      title: say('issue-correct'),
      width: 'reading',
      status: Object.keys(faults).length === 0 ? 200 : 422,
    },
    <>
      <h1>{say('issue-correct')}</h1>
      <ErrorSummary faults={faults} say={say} />
      <p>{say('issue-correct-what')}</p>
      <Form to={`/awards/${id}/correct`} visitor={visitor}>
        <CellFields
          asked={asked}
          design={found.award.design}
          cells={cells ?? cellsOfRow(found.row)}
          faults={faults}
        />
        <Reason asked={asked} value={reason} faults={faults} />
        <Button kind="first">{say('issue-correct-do')}</Button>
      </Form>
      <p>
        <Link to={`/awards/${id}`}>{say('common-cancel')}</Link>
      </p>
    </>,
  )
}

async function correct(asked: Asked): Promise<Response> {
  const { c, house, say, language } = asked
  const id = idIn(c, 'award')
  if (id === undefined) return notHere(asked)
  const found = await atDesk(asked, (tx) => rowOfAward(house, tx, deskOf(asked).organisation, id))
  if (found === undefined) return notHere(asked)
  const { design } = found.award
  const cells = await cellsOf(asked, design)
  const reason = (await fieldsOf(asked))('reason')
  const { row, faults } = readCohortRow({ row: 1, cells }, design, house.clock.now())
  const spoken = { say, language, design }
  const said: Faults = {
    ...Object.fromEntries(
      faults
        .toReversed()
        .map((fault) => [
          columnOfFault(fault),
          faultInWords(spoken, fault, cells.get(columnOfFault(fault)) ?? ''),
        ]),
    ),
    ...reasonFault(asked, reason),
  }
  if (Object.keys(said).length > 0) return correctPage(asked, id, { cells, reason, faults: said })
  const answer = await correctAward(house, deskOf(asked), {
    award: id,
    row: keepingTheRest(row, found.award),
    reason,
  })
  if (answer.done) return c.redirect(`/awards/${answer.award}`, 303)
  if (answer.because === 'no-such-award') return notHere(asked)
  if (answer.because === 'refused') {
    const [first] = answer.refusals ?? []
    const why = first === undefined ? '' : sentenceOf(first)
    const refused = { given_name: say('issue-correct-refused', { why }) }
    return correctPage(asked, id, { cells, reason, faults: refused })
  }
  return tooLate(
    asked,
    say(answer.because === 'stop-switch' ? 'issue-no-stop-switch' : 'issue-no-revoked-is-final'),
  )
}

// ------------------------------------------------------------------------------------ deciding

const kinds = {
  valid: ['suspended', 'withdrawn', 'annulled'],
  suspended: ['restored', 'withdrawn', 'annulled'],
  revoked: [],
} as const satisfies Record<string, readonly Decision[]>

interface Deciding {
  readonly kind?: string
  readonly reason?: string
  readonly faults?: Faults
}

async function decidePage(
  asked: Asked,
  id: string,
  { kind = '', reason = '', faults = {} }: Deciding = {},
): Promise<Response> {
  const { house, say, visitor } = asked
  const found = await atDesk(asked, (tx) => awardAtDesk(house, tx, deskOf(asked).organisation, id))
  if (found === undefined) return notHere(asked)
  const offered = kinds[found.fate.status]
  if (offered.length === 0) return tooLate(asked, say('issue-no-revoked-is-final'))
  return showDesk(
    asked,
    {
      title: say('issue-decide'),
      width: 'reading',
      status: Object.keys(faults).length === 0 ? 200 : 422,
    },
    <>
      <h1>{say('issue-decide')}</h1>
      <ErrorSummary faults={faults} say={say} />
      <p>{say('issue-decide-what')}</p>
      <Form to={`/awards/${id}/decide`} visitor={visitor}>
        <Choices
          name="kind"
          legend={say('issue-decide-which')}
          error={faults['kind']}
          value={kind}
          options={offered.map((value) => ({
            value,
            label: say(`issue-kind-${value}`),
            hint: say(`issue-kind-${value}-means`),
          }))}
          say={say}
        />
        <Reason asked={asked} value={reason} faults={faults} />
        <Button kind="grave">{say('issue-decide-do')}</Button>
      </Form>
      <p>
        <Link to={`/awards/${id}`}>{say('common-cancel')}</Link>
      </p>
    </>,
  )
}

async function decide(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const id = idIn(c, 'award')
  if (id === undefined) return notHere(asked)
  const field = await fieldsOf(asked)
  const [given, reason] = [field('kind'), field('reason')]
  const kind = (['suspended', 'restored', 'withdrawn', 'annulled'] as const).find(
    (one) => one === given,
  )
  const faults: Faults = {
    ...(kind === undefined ? { kind: say('issue-kind-missing') } : {}),
    ...reasonFault(asked, reason),
  }
  if (kind === undefined || Object.keys(faults).length > 0)
    return decidePage(asked, id, { kind: given, reason, faults })
  const answer = await atDesk(asked, (tx) =>
    decideStatus(house, tx, deskOf(asked), { award: id, kind, reason }),
  )
  if (answer === 'done') return c.redirect(`/awards/${id}`, 303)
  if (answer === 'no-such-award') return notHere(asked)
  return tooLate(asked, say('issue-no-revoked-is-final'))
}

const withId =
  (page: (asked: Asked, id: string) => Promise<Response>) =>
  (asked: Asked): Response | Promise<Response> => {
    const id = idIn(asked.c, 'award')
    return id === undefined ? notHere(asked) : page(asked, id)
  }

export const correctRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/awards/:award/correct',
    needs: 'correct an award',
    fresh: true,
    handle: withId((asked, id) => correctPage(asked, id)),
  },
  {
    method: 'POST',
    path: '/awards/:award/correct',
    needs: 'correct an award',
    fresh: true,
    handle: correct,
  },
  {
    method: 'GET',
    path: '/awards/:award/decide',
    needs: 'withdraw an award',
    fresh: true,
    handle: withId((asked, id) => decidePage(asked, id)),
  },
  {
    method: 'POST',
    path: '/awards/:award/decide',
    needs: 'withdraw an award',
    fresh: true,
    handle: decide,
  },
]
