// Proving to be there still: sealing, withdrawing and keys want it not older than a quarter of an hour.

import type { Asked, Route } from '../server/route.ts'
import { show } from '../web/components.ts'
import type { Purpose } from './attempt.ts'
import { canProveByPressing, proveByPressing } from './development.ts'
import { nextOf, toProvider, withPasskey } from './http-sign-in.tsx'
import { askForPasskey } from './passkeys.ts'
import { Button, Form } from '../web/components.ts'
import { WaysIn } from './ways-in.tsx'

const toProve = ({ visitor }: Asked): Purpose => ({ to: 'prove', person: visitor.person?.id ?? '' })

export const prove: readonly Route[] = [
  {
    method: 'GET',
    path: '/prove',
    needs: 'signed-in',
    handle: (asked) => {
      const { say, house, visitor } = asked
      const next = nextOf(asked)
      return show(
        asked,
        { title: say('sign-in-prove-title'), personal: true, scripts: ['passkey.js'] },
        <>
          <h1>{say('sign-in-prove-title')}</h1>
          <p>{say('sign-in-prove-why')}</p>
          <WaysIn
            asked={asked}
            university="/prove/university"
            passkey="/prove/passkey"
            passkeyWords={say('sign-in-passkey')}
            next={next}
          />
          {canProveByPressing(house.config) ? (
            <Form to={`/prove/here?next=${encodeURIComponent(next)}`} visitor={visitor}>
              <Button>{say('sign-in-prove-development')}</Button>
            </Form>
          ) : null}
        </>,
      )
    },
  },
  {
    method: 'GET',
    path: '/prove/university',
    needs: 'signed-in',
    waits: true,
    handle: (asked) => toProvider(asked, toProve(asked), nextOf(asked)),
  },
  {
    method: 'POST',
    path: '/prove/passkey/options',
    needs: 'signed-in',
    handle: async (asked) =>
      asked.c.json(
        await askForPasskey(asked.c, asked.house, { purpose: toProve(asked), next: nextOf(asked) }),
      ),
  },
  { method: 'POST', path: '/prove/passkey', needs: 'signed-in', handle: withPasskey },
  {
    method: 'POST',
    path: '/prove/here',
    needs: 'signed-in',
    handle: async (asked) => {
      await proveByPressing(asked)
      return asked.c.redirect(nextOf(asked), 303)
    },
  },
]
