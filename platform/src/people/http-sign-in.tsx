// Signing in and out.

import { ownPath } from '../server/guard.ts'
import type { Asked, Route } from '../server/route.ts'
import { leave } from '../server/session.ts'
import { Link, show } from '../web/components.ts'
import { allOrNothing, followIdentity, followPerson, notIn } from './answer.tsx'
import { type Attempt, takeAttempt } from './attempt.ts'
import { developmentSignIns, isDevelopment } from './development.ts'
import { answerOfProvider, askProvider, NotToldWho } from './oidc.ts'
import { askForPasskey, personOfPasskey } from './passkeys.ts'
import { WaysIn } from './ways-in.tsx'

export const nextOf = ({ c, house }: Asked, instead = '/'): string =>
  ownPath(c.req.query('next') ?? instead, house.config.address)

/** Sends the browser to the provider, or says why that cannot be. */
export async function toProvider(
  asked: Asked,
  purpose: Attempt['purpose'],
  next: string,
  send: (address: string) => Response | Promise<Response> = (address) => asked.c.redirect(address),
): Promise<Response> {
  const { c, house, language } = asked
  try {
    return await send(await askProvider(c, house, { purpose, next, language }))
  } catch (error) {
    if (error instanceof NotToldWho) return notIn(asked, error.why, error.cause)
    throw error
  }
}

/**
 * After a form. The policy of our pages lets forms lead to ourselves alone, so the step to the provider is a page
 * of its own that goes on by itself.
 */
export function onwards(asked: Asked): (address: string) => Response | Promise<Response> {
  const { c, say } = asked
  return (address) => {
    c.header('Refresh', `0; url=${address}`)
    return show(
      asked,
      { title: say('sign-in-title'), personal: true },
      <>
        <h1>{say('sign-in-onwards')}</h1>
        <p>
          <Link to={address}>{say('sign-in-university')}</Link>
        </p>
      </>,
    )
  }
}

/** What the device answered, from a form; the attempt is used up in any case. */
export async function withPasskey(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const attempt = await takeAttempt(c, house)
  if (attempt === undefined) return notIn(asked, 'too-late')
  const { answer } = await c.req.parseBody()
  const outcome = await allOrNothing(house, async (tx) => {
    const shown = await personOfPasskey(tx, house, attempt, answer)
    return shown.believed ? followPerson(asked, tx, attempt, shown.person) : shown.why
  })
  return typeof outcome === 'string' ? notIn(asked, outcome) : c.redirect(outcome.next, 303)
}

function signInPage(asked: Asked): Response | Promise<Response> {
  const { say, house, visitor } = asked
  const next = nextOf(asked)
  if (visitor.person !== undefined) return asked.c.redirect(next)
  return show(
    asked,
    { title: say('sign-in-title'), scripts: ['passkey.js'] },
    <>
      <h1>{say('sign-in-title')}</h1>
      <p>{say('sign-in-for-whom')}</p>
      <WaysIn
        asked={asked}
        university="/sign-in/university"
        passkey="/sign-in/passkey"
        passkeyWords={say('sign-in-passkey')}
        next={next}
      />
      {isDevelopment(house.config) ? <Development asked={asked} /> : null}
    </>,
  )
}

function Development({ asked: { house, say } }: { asked: Asked }) {
  return (
    <section>
      <h2>{say('sign-in-development')}</h2>
      <ul>
        {developmentSignIns(house.config).map(({ role, path }) => (
          <li>
            <a href={path}>{say(`people-role-${role}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const signIn: readonly Route[] = [
  { method: 'GET', path: '/sign-in', needs: 'anyone', handle: signInPage },
  {
    method: 'GET',
    path: '/sign-in/university',
    needs: 'anyone',
    waits: true,
    handle: (asked) => toProvider(asked, { to: 'sign-in' }, nextOf(asked)),
  },
  {
    method: 'GET',
    path: '/sign-in/back',
    needs: 'anyone',
    waits: true,
    handle: async (asked) => {
      const { c, house } = asked
      const attempt = await takeAttempt(c, house)
      if (attempt === undefined) return notIn(asked, 'too-late')
      try {
        const identity = await answerOfProvider(c, house, attempt)
        const outcome = await followIdentity(asked, attempt, identity)
        return typeof outcome === 'string' ? await notIn(asked, outcome) : c.redirect(outcome.next)
      } catch (error) {
        if (error instanceof NotToldWho) return notIn(asked, error.why, error.cause)
        throw error
      }
    },
  },
  {
    method: 'POST',
    path: '/sign-in/passkey/options',
    needs: 'anyone',
    handle: async (asked) =>
      asked.c.json(
        await askForPasskey(asked.c, asked.house, {
          purpose: { to: 'sign-in' },
          next: nextOf(asked),
        }),
      ),
  },
  { method: 'POST', path: '/sign-in/passkey', needs: 'anyone', handle: withPasskey },
  {
    method: 'POST',
    path: '/sign-out',
    needs: 'signed-in',
    handle: async ({ c, house }) => {
      await house.store.atTheDoor((tx) => leave(c, tx, house))
      c.header('Clear-Site-Data', '"cache"')
      return c.redirect('/', 303)
    },
  },
]
