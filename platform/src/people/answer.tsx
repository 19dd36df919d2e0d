// Somebody has shown who they are: what that was for happens here, whichever way they took.

import type { House } from '../house.ts'
import { faultOf } from '../server/log.ts'
import { closeDoor } from '../server/door.ts'
import type { Asked } from '../server/route.ts'
import { enter } from '../server/session.ts'
import type { Tx } from '../store/store.ts'
import { Link, Notice, show } from '../web/components.ts'
import type { Attempt } from './attempt.ts'
import type { Identity } from './identity.ts'
import { mergePeople } from './merge-people.ts'
import type { NotToldWho } from './oidc.ts'
import { deskOf, findPerson, keepIdentifiers, welcome } from './sign-in.ts'

/** Why it came to nothing; each has its sentence in the messages. */
export type NotIn =
  | NotToldWho['why']
  /** The attempt is over, used up, or of another browser. */
  | 'too-late'
  /** They showed to be somebody, and not the person it is about. */
  | 'somebody-else'
  | 'copied'
  | 'invitation-used'

export type Outcome = { readonly next: string } | NotIn

class Undone extends Error {
  override readonly name = 'Undone'
  readonly why: NotIn
  constructor(why: NotIn) {
    super(why)
    this.why = why
  }
}

/** What came to nothing leaves nothing behind: a key made with a link that was used meanwhile is not kept. */
export async function allOrNothing(
  house: House,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await house.store.atTheDoor(async (tx) => {
      const outcome = await work(tx)
      if (typeof outcome === 'string') throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.why
    throw error
  }
}

/** @returns where they are now, or why not. */
export async function followIdentity(
  asked: Asked,
  attempt: Attempt,
  identity: Identity,
): Promise<Outcome> {
  const { house, visitor, c } = asked
  const { purpose, next } = attempt
  return allOrNothing(house, async (tx) => {
    switch (purpose.to) {
      case 'sign-in': {
        const person = await welcome(tx, house, identity)
        await enter(c, tx, house, { person, organisation: await deskOf(tx, person) })
        return { next }
      }
      case 'link': {
        // Signed in on both sides: here in this browser, there a moment ago.
        if (visitor.person?.id !== purpose.person) return 'too-late'
        await join(tx, house, identity, purpose.person)
        const { person } = purpose
        await enter(c, tx, house, { person, organisation: visitor.organisation })
        return { next }
      }
      case 'prove': {
        const person = await findPerson(tx, identity)
        if (person !== purpose.person || visitor.person?.id !== person) return 'somebody-else'
        await keepIdentifiers(tx, house, person, identity)
        await enter(c, tx, house, { person, organisation: visitor.organisation })
        return { next }
      }
      case 'join': {
        if (!(await take(tx, house, purpose.door))) return 'invitation-used'
        const known = await findPerson(tx, identity)
        // Who was here before stays who they are, and gets what the invitation gives.
        if (known === undefined) await keepIdentifiers(tx, house, purpose.person, identity)
        else await mergePeople(tx, house, { kept: known, other: purpose.person })
        const person = known ?? purpose.person
        await enter(c, tx, house, { person, organisation: purpose.organisation })
        return { next }
      }
    }
  })
}

async function join(tx: Tx, house: House, identity: Identity, person: string): Promise<void> {
  const known = await findPerson(tx, identity)
  if (known !== undefined) await mergePeople(tx, house, { kept: person, other: known })
  await keepIdentifiers(tx, house, person, identity)
}

const take = (tx: Tx, house: House, door: string): Promise<boolean> =>
  closeDoor(tx, house, { hash: Buffer.from(door, 'base64url') })

/** The same for a passkey that was shown, or made at an invitation. */
export async function followPerson(
  asked: Asked,
  tx: Tx,
  attempt: Attempt,
  person: string,
): Promise<Outcome> {
  const { house, visitor, c } = asked
  const { purpose, next } = attempt
  switch (purpose.to) {
    case 'sign-in':
      await enter(c, tx, house, { person, organisation: await deskOf(tx, person) })
      return { next }
    case 'prove':
      if (person !== purpose.person || visitor.person?.id !== person) return 'somebody-else'
      await enter(c, tx, house, { person, organisation: visitor.organisation })
      return { next }
    case 'join':
      if (person !== purpose.person) return 'somebody-else'
      if (!(await take(tx, house, purpose.door))) return 'invitation-used'
      await enter(c, tx, house, { person, organisation: purpose.organisation })
      return { next }
    case 'link':
      return 'too-late'
  }
}

/** The page of a sign-in that came to nothing. */
export function notIn(asked: Asked, why: NotIn, error?: unknown): Response | Promise<Response> {
  const { say, house } = asked
  house.log?.({
    at: house.clock.now().toISOString(),
    level: 'warn',
    message: `sign-in: ${why}`,
    id: asked.c.get('requestId') as string | undefined,
    ...(error === undefined ? {} : faultOf(error)),
  })
  return show(
    asked,
    { title: say('sign-in-title'), personal: true },
    <>
      <Notice state="news" title={say(`sign-in-no-${why}`)} level={1} say={say}>
        <p>{say('sign-in-no-next')}</p>
      </Notice>
      <p>
        <Link to={asked.visitor.person === undefined ? '/sign-in' : '/account'}>
          {say('common-back')}
        </Link>
      </p>
    </>,
    why === 'not-reached' ? 503 : 403,
  )
}
