// Taking up an invitation: whoever holds the link shows once who they are, and is then let in without it.

import { doorBehind, type Door } from '../server/door.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { show } from '../web/components.ts'
import { allOrNothing, followPerson, notIn } from './answer.tsx'
import { type Purpose, takeAttempt } from './attempt.ts'
import { onwards, toProvider } from './http-sign-in.tsx'
import { nameOfOrganisation } from './organisations.ts'
import { addPasskey, askForNewPasskey } from './passkeys.ts'
import { WaysIn } from './ways-in.tsx'

interface Invitation {
  readonly door: Door
  readonly name: string
  readonly purpose: Purpose
}

async function invitationOf({ c, house }: Asked): Promise<Invitation | undefined> {
  return house.store.atTheDoor(async (tx) => {
    const door = await doorBehind(tx, house, 'sign-in', c.req.param('secret') ?? '')
    if (door === undefined) return undefined
    const person = await tx
      .selectFrom('person')
      .where('id', '=', door.subject)
      .where('erased_at', 'is', null)
      .select('name')
      .executeTakeFirst()
    if (person === undefined) return undefined
    const purpose: Purpose = {
      to: 'join',
      person: door.subject,
      organisation: door.organisation,
      door: Buffer.from(door.hash).toString('base64url'),
    }
    return { door, name: person.name, purpose }
  })
}

const withInvitation =
  (handle: (asked: Asked, invitation: Invitation) => Response | Promise<Response>) =>
  async (asked: Asked): Promise<Response> => {
    const invitation = await invitationOf(asked)
    return invitation === undefined ? problem(asked.c, 404, asked) : handle(asked, invitation)
  }

export const join: readonly Route[] = [
  {
    method: 'GET',
    path: '/join/:secret',
    needs: 'door',
    handle: withInvitation(async (asked, { door, name }) => {
      const { say, house, language, c } = asked
      const organisation = await house.store.atTheDoor((tx) =>
        nameOfOrganisation(tx, door.organisation, language),
      )
      const here = `/join/${c.req.param('secret') ?? ''}`
      return show(
        asked,
        { title: say('people-join-title'), organisation, personal: true, scripts: ['passkey.js'] },
        <>
          <h1>{say('people-join-welcome', { name, organisation })}</h1>
          <p>{say('people-join-how')}</p>
          <WaysIn
            asked={asked}
            universityForm={`${here}/university`}
            passkey={`${here}/passkey`}
            passkeyWords={say('people-join-passkey')}
            next="/"
          />
        </>,
      )
    }),
  },
  {
    method: 'POST',
    path: '/join/:secret/university',
    needs: 'door',
    waits: true,
    handle: withInvitation((asked, { purpose }) => toProvider(asked, purpose, '/', onwards(asked))),
  },
  {
    method: 'POST',
    path: '/join/:secret/passkey/options',
    needs: 'door',
    handle: withInvitation(async (asked, { door, name, purpose }) =>
      asked.c.json(
        await askForNewPasskey(asked.c, asked.house, {
          purpose,
          next: '/',
          person: door.subject,
          name,
        }),
      ),
    ),
  },
  {
    method: 'POST',
    path: '/join/:secret/passkey',
    needs: 'door',
    handle: withInvitation(async (asked, { door }) => {
      const { c, house } = asked
      const attempt = await takeAttempt(c, house)
      if (attempt === undefined) return notIn(asked, 'too-late')
      const { answer } = await c.req.parseBody()
      const userAgent = c.req.header('user-agent') ?? ''
      const outcome = await allOrNothing(house, async (tx) => {
        const person = door.subject
        if (attempt.purpose.to !== 'join' || attempt.purpose.person !== person) return 'too-late'
        const added = await addPasskey(tx, house, attempt, { person, answer, userAgent })
        return added === 'done' ? followPerson(asked, tx, attempt, person) : added
      })
      return typeof outcome === 'string' ? notIn(asked, outcome) : c.redirect(outcome.next, 303)
    }),
  },
]
