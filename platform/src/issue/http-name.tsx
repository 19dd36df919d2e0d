// The page behind the link in the letter: “is your name spelled right?”. One press, or how it is written.

import { problem } from '../server/problem.tsx'
import { doorBehind } from '../server/door.ts'
import type { Asked, Route } from '../server/route.ts'
import { Erased } from '../store/secret.ts'
import { Button, ErrorSummary, Field, type Faults, Form, Notice, show } from '../web/components.ts'
import { confirmName, nameBehind, type NameToConfirm, type SpelledName } from './confirm-names.ts'

const longest = 200

async function behind(asked: Asked) {
  const { c, house } = asked
  const secret = c.req.param('secret') ?? ''
  const door = await house.store.atTheDoor((tx) => doorBehind(tx, house, 'name', secret))
  if (door === undefined) return undefined
  const name = await house.store
    .asOrganisation(door.organisation, (tx) => nameBehind(house, tx, door))
    .catch((error: unknown) => {
      if (error instanceof Erased) return undefined
      throw error
    })
  return name === undefined ? undefined : { door, name, secret }
}

interface Shown {
  readonly typed?: SpelledName
  readonly faults?: Faults
}

function namePage(
  asked: Asked,
  name: NameToConfirm,
  secret: string,
  { typed, faults = {} }: Shown = {},
): Response | Promise<Response> {
  const { say, visitor } = asked
  const written = name.fullName === '' ? `${name.givenName} ${name.familyName}` : name.fullName
  const { givenName, familyName, fullName } = typed ?? name
  const wrong = Object.keys(faults).length > 0
  const field = (key: string, value: string, hint?: string) => (
    <Field
      name={key}
      label={say(`name-${key}`)}
      hint={hint}
      value={value}
      error={faults[key]}
      most={longest}
      dir="auto"
      autocomplete="off"
      say={say}
    />
  )
  return show(
    asked,
    { title: say('name-title'), organisation: name.organisation, personal: true },
    <>
      <h1>{say('name-title')}</h1>
      <ErrorSummary faults={faults} say={say} />
      <p>{say('name-lead', { organisation: name.organisation, title: name.title })}</p>
      <div class="diploma">
        <p class="to">
          <bdi>{written}</bdi>
        </p>
      </div>
      <Form to={`/name/${secret}`} visitor={visitor}>
        <Button kind="first" name="answer" value="right">
          {say('name-right')}
        </Button>
      </Form>
      <details open={wrong}>
        <summary>{say('name-wrong')}</summary>
        <Form to={`/name/${secret}`} visitor={visitor}>
          <p class="hint">{say('name-wrong-hint')}</p>
          {field('given', givenName)}
          {field('family', familyName)}
          {field('full', fullName, say('name-full-hint'))}
          <Button name="answer" value="wrong">
            {say('name-send')}
          </Button>
        </Form>
      </details>
    </>,
    wrong ? 422 : 200,
  )
}

function said(asked: Asked, organisation: string, what: 'confirmed' | 'proposed' | 'too-late') {
  const { say } = asked
  return show(
    asked,
    { title: say('name-title'), organisation, personal: true },
    <Notice state="news" level={1} title={say(`name-${what}`)} say={say}>
      <p>{say(`name-${what}-what`)}</p>
    </Notice>,
    what === 'too-late' ? 409 : 200,
  )
}

async function answer(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const found = await behind(asked)
  if (found === undefined) return problem(c, 404, asked)
  const { door, name, secret } = found
  const form = await c.req.parseBody()
  const text = (key: string) => {
    const value = form[key]
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const typed = { givenName: text('given'), familyName: text('family'), fullName: text('full') }
  const outcome = await house.store.asOrganisation(door.organisation, (tx) =>
    confirmName(house, tx, door, form['answer'] === 'right' ? 'as-it-is' : typed),
  )
  if (outcome === 'no-name')
    return namePage(asked, name, secret, { typed, faults: { given: say('name-missing') } })
  return said(asked, name.organisation, outcome)
}

export const nameRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/name/:secret',
    needs: 'door',
    handle: async (asked) => {
      const found = await behind(asked)
      if (found === undefined) return problem(asked.c, 404, asked)
      return found.name.open
        ? namePage(asked, found.name, found.secret)
        : said(asked, found.name.organisation, 'too-late')
    },
  },
  { method: 'POST', path: '/name/:secret', needs: 'door', handle: answer },
]
