// My account: name and language, where I am signed in, my passkeys and identifiers, the desks I work at.

import { problem } from '../server/problem.tsx'
import type { Route } from '../server/route.ts'
import { endAllSessions, endSession, leave } from '../server/session.ts'
import { isLanguage } from '../web/messages.ts'
import { accountPage, closePage, longestName, personOf } from './account-page.tsx'
import { notIn } from './answer.tsx'
import { takeAttempt } from './attempt.ts'
import { closeAccount } from './close-account.ts'
import { onwards, toProvider } from './http-sign-in.tsx'
import { addPasskey, askForNewPasskey, removePasskey } from './passkeys.ts'
import { sitAtDesk } from './sign-in.ts'

const fieldOf = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

export const account: readonly Route[] = [
  { method: 'GET', path: '/account', needs: 'signed-in', handle: (asked) => accountPage(asked) },
  {
    method: 'POST',
    path: '/account',
    needs: 'manage my account',
    handle: async (asked) => {
      const { c, house, say } = asked
      const form = await c.req.parseBody()
      const name = fieldOf(form, 'name').normalize('NFC').trim()
      const language = fieldOf(form, 'language')
      if (name === '' || name.length > longestName || /\p{Cc}/u.test(name))
        return accountPage(asked, { name: say('account-name-wrong') }, { name })
      if (!isLanguage(language)) return problem(c, 400, asked)
      await house.store.atTheDoor((tx) =>
        tx
          .updateTable('person')
          .set({ name, language })
          .where('id', '=', personOf(asked))
          .execute(),
      )
      return c.redirect(`/account?lang=${language}`, 303)
    },
  },
  {
    method: 'POST',
    path: '/account/sessions/end',
    needs: 'manage my account',
    handle: async (asked) => {
      const { c, house, visitor } = asked
      const session = fieldOf(await c.req.parseBody(), 'session')
      await house.store.atTheDoor(async (tx) => {
        if (session === 'others') await endAllSessions(tx, personOf(asked), visitor.session)
        else await endSession(tx, personOf(asked), session)
      })
      return c.redirect('/account', 303)
    },
  },
  {
    method: 'POST',
    path: '/account/link',
    needs: 'manage my account',
    waits: true,
    handle: (asked) =>
      toProvider(asked, { to: 'link', person: personOf(asked) }, '/account', onwards(asked)),
  },
  {
    method: 'POST',
    path: '/account/passkeys/options',
    needs: 'manage my account',
    fresh: true,
    handle: async (asked) =>
      asked.c.json(
        await askForNewPasskey(asked.c, asked.house, {
          purpose: { to: 'link', person: personOf(asked) },
          next: '/account',
          person: personOf(asked),
          name: asked.visitor.person?.name ?? '',
        }),
      ),
  },
  {
    method: 'POST',
    path: '/account/passkeys',
    needs: 'manage my account',
    fresh: true,
    handle: async (asked) => {
      const { c, house } = asked
      const person = personOf(asked)
      const attempt = await takeAttempt(c, house)
      if (attempt?.purpose.to !== 'link' || attempt.purpose.person !== person)
        return notIn(asked, 'too-late')
      const { answer } = await c.req.parseBody()
      const userAgent = c.req.header('user-agent') ?? ''
      const added = await house.store.atTheDoor((tx) =>
        addPasskey(tx, house, attempt, { person, answer, userAgent }),
      )
      return added === 'done' ? c.redirect('/account', 303) : notIn(asked, added)
    },
  },
  {
    method: 'POST',
    path: '/account/passkeys/remove',
    needs: 'manage my account',
    fresh: true,
    handle: async (asked) => {
      const { c, house, say } = asked
      const id = fieldOf(await c.req.parseBody(), 'id')
      const removed = await house.store.atTheDoor((tx) =>
        removePasskey(tx, { person: personOf(asked), id }),
      )
      if (removed === 'done') return c.redirect('/account', 303)
      return problem(c, 409, { ...asked, detail: say('account-last-way-in') })
    },
  },
  {
    method: 'GET',
    path: '/account/close',
    needs: 'manage my account',
    fresh: true,
    handle: (asked) => closePage(asked),
  },
  {
    method: 'POST',
    path: '/account/close',
    needs: 'manage my account',
    fresh: true,
    handle: async (asked) => {
      const { c, house, say } = asked
      const closed = await house.store.atTheDoor(async (tx) => {
        const outcome = await closeAccount(tx, house, personOf(asked))
        if (outcome === 'done') await leave(c, tx, house)
        return outcome
      })
      return closed === 'done' ? c.redirect('/', 303) : closePage(asked, say('account-close-owner'))
    },
  },
  {
    method: 'POST',
    path: '/desk',
    needs: 'manage my account',
    handle: async (asked) => {
      const { c, house, visitor } = asked
      const organisation = fieldOf(await c.req.parseBody(), 'organisation')
      const { session } = visitor
      if (session === undefined) return problem(c, 403, asked)
      const person = personOf(asked)
      const sat = await house.store.atTheDoor((tx) =>
        sitAtDesk(tx, { session, person, organisation }),
      )
      return sat === 'done' ? c.redirect('/', 303) : problem(c, 403, asked)
    },
  },
]
