// The ways to show who one is, as every page offers them: the university, and a passkey.

import type { PropsWithChildren } from 'hono/jsx'
import type { Asked } from '../server/route.ts'
import { Button } from '../web/components.ts'
import { passkeysPossible } from './passkeys.ts'

interface WaysInProps {
  readonly asked: Asked
  /** GET: the step to the university, which changes nothing here. */
  readonly university?: string
  /** POST: a step to the university that changes something here, and carries the token. */
  readonly universityForm?: string
  /** POST: takes the device's answer; its challenge is asked for at `…/options`. */
  readonly passkey: string
  readonly passkeyWords: string
  readonly next: string
}

export function WaysIn(props: PropsWithChildren<WaysInProps>) {
  const { asked, university, universityForm, passkey, passkeyWords, next } = props
  const { say, house } = asked
  const known = house.config.oidc !== undefined
  return (
    <>
      {known && university !== undefined ? (
        <p>
          <a class="button first" href={`${university}?next=${encodeURIComponent(next)}`}>
            {say('sign-in-university')}
          </a>
        </p>
      ) : null}
      {known && universityForm !== undefined ? (
        <form method="post" action={universityForm}>
          <Token asked={asked} />
          <Button kind="first">{say('sign-in-university')}</Button>
        </form>
      ) : null}
      {passkeysPossible(house) ? (
        <PasskeyForm asked={asked} to={passkey} next={next}>
          {passkeyWords}
        </PasskeyForm>
      ) : null}
    </>
  )
}

function Token({ asked: { visitor } }: { asked: Asked }) {
  return visitor.csrf === undefined ? null : (
    <input type="hidden" name="csrf" value={visitor.csrf} />
  )
}

/** Only a script can ask the device; without one the form stays hidden and says so instead. */
export function PasskeyForm(props: PropsWithChildren<{ asked: Asked; to: string; next: string }>) {
  const { asked, to, next, children } = props
  const { say } = asked
  return (
    <form
      method="post"
      action={to}
      data-passkey={`${to}/options?next=${encodeURIComponent(next)}`}
      hidden
    >
      <Token asked={asked} />
      <input type="hidden" name="answer" value="" />
      <Button>{children}</Button>
      <p role="status" data-failed={say('sign-in-passkey-failed')} />
    </form>
  )
}
