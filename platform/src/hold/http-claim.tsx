// From the letter or the slip to the award: the form for a code on paper, and the one question asked before
// anything is shown.

import { nameOfOrganisation } from '../people/organisations.ts'
import type { Door } from '../server/door.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { Button, ErrorSummary, Field, type Faults, Form, Notice, show } from '../web/components.ts'
import { dateInWords, timeInWords } from '../web/in-words.ts'
import { holderOfAward, passDoor } from './access.ts'
import { claimDoor, claimState, type ClaimState, trySecondFact } from './claim-award.ts'

const fieldOf = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** A birthday as people type it where the browser has no calendar: `31.12.1990` and `31/12/1990` too. */
export function asDay(typed: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed.trim()) ?? []
  return year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function codePage(asked: Asked, faults: Faults = {}, typed = ''): Response | Promise<Response> {
  const { say, visitor } = asked
  const wrong = Object.keys(faults).length > 0
  return show(
    asked,
    { title: say('claim-title'), personal: true },
    <>
      <h1>{say('claim-title')}</h1>
      <p class="lead">{say('claim-lead')}</p>
      <ErrorSummary faults={faults} say={say} />
      <Form to="/claim" visitor={visitor}>
        <Field
          name="code"
          label={say('claim-code')}
          hint={say('claim-code-hint')}
          error={faults['code']}
          value={typed}
          most={64}
          autocomplete="off"
          dir="ltr"
          required
          say={say}
        />
        <Button kind="first">{say('common-continue')}</Button>
      </Form>
      <section>
        <h2>{say('claim-other-ways')}</h2>
        <p>{say('claim-other-letter')}</p>
        <p>
          <a href="/mine">{say('claim-other-account')}</a>
        </p>
      </section>
    </>,
    wrong ? 422 : 200,
  )
}

interface AtTheDoor {
  readonly door: Door
  readonly state: ClaimState
  readonly organisation: string
}

async function whatIsBehind({ c, house, language }: Asked): Promise<AtTheDoor | undefined> {
  const door = await claimDoor(house, c.req.param('secret') ?? '')
  if (door === undefined) return undefined
  return house.store.asOrganisation(door.organisation, async (tx) => {
    const state = await claimState(tx, house, door.organisation, door.subject)
    if (state === undefined) return undefined
    return { door, state, organisation: await nameOfOrganisation(tx, door.organisation, language) }
  })
}

const behindDoor =
  (handle: (asked: Asked, at: AtTheDoor) => Response | Promise<Response>) =>
  async (asked: Asked): Promise<Response> => {
    const at = await whatIsBehind(asked)
    if (at === undefined) return problem(asked.c, 404, asked)
    return at.state.erasedAt === undefined ? handle(asked, at) : erasedPage(asked, at)
  }

function erasedPage(asked: Asked, { state, organisation }: AtTheDoor) {
  const { say, language } = asked
  return show(
    asked,
    { title: say('claim-erased-title'), organisation, personal: true },
    <>
      <Notice state="news" title={say('claim-erased-title')} level={1} say={say}>
        <p>
          {say('claim-erased-text', {
            organisation,
            date: dateInWords(language, state.erasedAt ?? asked.house.clock.now()),
          })}
        </p>
      </Notice>
      <p>{say('claim-erased-stays')}</p>
    </>,
    410,
  )
}

function factPage(
  asked: Asked,
  { state, organisation }: AtTheDoor,
  trouble: { readonly triesLeft?: number; readonly closedUntil?: Date } = {},
): Response | Promise<Response> {
  const { say, visitor, c, language } = asked
  const closedUntil = trouble.closedUntil ?? state.closedUntil
  const title = say('claim-fact-title')
  const options = { title, organisation, personal: true } as const
  if (closedUntil !== undefined)
    return show(
      asked,
      options,
      <Notice state="unknown" word={say('claim-closed-word')} title={title} level={1} say={say}>
        <p>{say('claim-closed', { time: timeInWords(language, closedUntil) })}</p>
        <p>{say('claim-closed-desk', { organisation })}</p>
      </Notice>,
      429,
    )
  const kind = state.secondFact
  const faults: Faults =
    trouble.triesLeft === undefined
      ? {}
      : { fact: say('claim-fact-wrong', { count: trouble.triesLeft }) }
  return show(
    asked,
    options,
    <>
      <h1>{title}</h1>
      <p class="lead">{say('claim-fact-lead', { organisation })}</p>
      <ErrorSummary faults={faults} say={say} />
      <Form to={`/claim/${encodeURIComponent(c.req.param('secret') ?? '')}`} visitor={visitor}>
        <Field
          name="fact"
          label={say(`claim-fact-${kind}`)}
          hint={say(`claim-fact-${kind}-hint`)}
          error={faults['fact']}
          type={kind === 'birth-date' ? 'date' : 'text'}
          autocomplete={kind === 'birth-date' ? 'bday' : 'off'}
          most={kind === 'birth-date' ? undefined : 200}
          required
          say={say}
        />
        <Button kind="first">{say('claim-fact-go')}</Button>
      </Form>
      <p class="hint">{say('claim-fact-why')}</p>
    </>,
    trouble.triesLeft === undefined ? 200 : 422,
  )
}

export const claimRoutes: readonly Route[] = [
  { method: 'GET', path: '/claim', needs: 'door', handle: (asked) => codePage(asked) },
  {
    method: 'POST',
    path: '/claim',
    needs: 'door',
    handle: async (asked) => {
      const { c, house, say } = asked
      const code = fieldOf(await c.req.parseBody(), 'code').trim()
      const door = await claimDoor(house, code)
      if (door === undefined) return codePage(asked, { code: say('claim-code-wrong') }, code)
      return c.redirect(`/claim/${encodeURIComponent(code)}`, 303)
    },
  },
  {
    method: 'GET',
    path: '/claim/:secret',
    needs: 'door',
    handle: behindDoor(async (asked, at) => {
      const holder = await holderOfAward(asked, at.door.subject)
      if (holder !== undefined) return asked.c.redirect(`/mine/${holder.award}`, 303)
      return factPage(asked, at)
    }),
  },
  {
    method: 'POST',
    path: '/claim/:secret',
    needs: 'door',
    handle: behindDoor(async (asked, at) => {
      const { c, house } = asked
      const { organisation, subject } = at.door
      const fact = fieldOf(await c.req.parseBody(), 'fact')
      // An empty field is no try.
      if (fact.trim() === '') return factPage(asked, at)
      const given = at.state.secondFact === 'birth-date' ? asDay(fact) : fact
      const answer = await house.store.asOrganisation(organisation, (tx) =>
        trySecondFact(tx, house, organisation, subject, given),
      )
      if (!answer.right) return factPage(asked, at, answer)
      passDoor(c, house, at.door)
      return c.redirect(`/mine/${subject}`, 303)
    }),
  },
]
