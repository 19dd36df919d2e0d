// A sign-in, a proof or a passkey under way. The browser keeps its secret in a cookie, we keep what was asked; it
// is taken away when it is used, so that every answer of a provider and every challenge counts once.

import type { Context } from 'hono'
import { z } from 'zod'
import type { House } from '../house.ts'
import { cookieOf, dropCookie, hashOf, keepCookie, newSecret } from '../server/session.ts'
import type { Tx } from '../store/store.ts'

/** What follows once the person has shown who they are. */
const purpose = z.discriminatedUnion('to', [
  z.object({ to: z.literal('sign-in') }),
  /** Another sign-in for somebody who is here already. */
  z.object({ to: z.literal('link'), person: z.uuid() }),
  /** To be still there: sealing, withdrawing and keys want it. */
  z.object({ to: z.literal('prove'), person: z.uuid() }),
  /** To take up an invitation; the door's hash in base64url. */
  z.object({ to: z.literal('join'), person: z.uuid(), organisation: z.string(), door: z.string() }),
])
export type Purpose = z.infer<typeof purpose>

const content = z.object({
  purpose,
  /** Where to go afterwards, on this house. */
  next: z.string(),
  begunAt: z.iso.datetime(),
  way: z.discriminatedUnion('by', [
    z.object({ by: z.literal('oidc'), state: z.string(), nonce: z.string(), verifier: z.string() }),
    z.object({ by: z.literal('passkey'), challenge: z.string() }),
    z.object({ by: z.literal('new-passkey'), challenge: z.string() }),
  ]),
})
export type Attempt = z.infer<typeof content>

const lasts = 10 * 60
const cookie = 'attempt'

export async function beginAttempt(
  c: Context,
  tx: Tx,
  house: House,
  attempt: Omit<Attempt, 'begunAt'>,
): Promise<void> {
  const secret = newSecret(house)
  const now = house.clock.now()
  // Those nobody came back to go with the next one.
  await tx.deleteFrom('attempt').where('expires_at', '<', now).execute()
  await tx
    .insertInto('attempt')
    .values({
      secret_hash: hashOf(secret),
      content: JSON.stringify({ ...attempt, begunAt: now.toISOString() } satisfies Attempt),
      expires_at: new Date(now.getTime() + lasts * 1000),
    })
    .execute()
  keepCookie(c, house.config, cookie, secret, lasts)
}

/** The attempt of this browser; it is gone afterwards, whatever comes of it. */
export async function takeAttempt(c: Context, house: House): Promise<Attempt | undefined> {
  const secret = cookieOf(c, house.config, cookie)
  if (secret === undefined) return undefined
  dropCookie(c, house.config, cookie)
  // In a transaction of its own: an answer that fails later is used up all the same.
  const row = await house.store.atTheDoor((tx) =>
    tx
      .deleteFrom('attempt')
      .where('secret_hash', '=', hashOf(secret))
      .returning(['content', 'expires_at'])
      .executeTakeFirst(),
  )
  if (row === undefined || row.expires_at <= house.clock.now()) return undefined
  return content.parse(row.content)
}
