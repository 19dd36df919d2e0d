// Passkeys (WebAuthn level 3): a key on somebody's own device, opened there by finger, face or PIN. User
// verification is always asked for, every challenge counts once, and the key knows our address, so that no
// look-alike page can ask it.

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import { z } from 'zod'
import type { House } from '../house.ts'
import { deviceOf } from '../server/session.ts'
import type { Tx } from '../store/store.ts'
import { type Attempt, beginAttempt, type Purpose } from './attempt.ts'

const houseName = 'Tessera'

const rp = ({ config }: House) => {
  const { hostname, origin } = new URL(config.address)
  return { rpID: hostname, origin }
}

/** Keys cannot be bound to a bare IP address; there passkeys are not offered. */
export const passkeysPossible = (house: House): boolean => {
  const { protocol, hostname } = new URL(house.config.address)
  return (
    (protocol === 'https:' || hostname === 'localhost') &&
    !/^(\d+(\.\d+){3}|\[.*\])$/.test(hostname)
  )
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly usedAt: Date | undefined
}

export async function listPasskeys(tx: Tx, person: string): Promise<readonly Passkey[]> {
  const rows = await tx
    .selectFrom('passkey')
    .where('person_id', '=', person)
    .select(['id', 'name', 'created_at', 'used_at'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, name, created_at: createdAt, used_at: usedAt }) => ({
    id,
    name,
    createdAt,
    usedAt: usedAt ?? undefined,
  }))
}

interface Asked {
  readonly purpose: Purpose
  readonly next: string
}

/** What the browser is to ask the device for, to make a key. */
export async function askForNewPasskey(
  c: Context,
  house: House,
  asked: Asked & { readonly person: string; readonly name: string },
) {
  const { rpID } = rp(house)
  return house.store.atTheDoor(async (tx) => {
    const held = await listPasskeys(tx, asked.person)
    const options = await generateRegistrationOptions({
      rpName: houseName,
      rpID,
      userName: asked.name === '' ? houseName : asked.name,
      userDisplayName: asked.name,
      userID: bytes(asked.person),
      challenge: new Uint8Array(house.random(32)),
      excludeCredentials: held.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: [-7, -8, -257],
    })
    const way = { by: 'new-passkey' as const, challenge: options.challenge }
    await beginAttempt(c, tx, house, { purpose: asked.purpose, next: asked.next, way })
    return options
  })
}

/** What the browser is to ask the device for, to show a key. Whose is not said before it is shown. */
export async function askForPasskey(c: Context, house: House, asked: Asked) {
  const { rpID } = rp(house)
  const options = await generateAuthenticationOptions({
    rpID,
    challenge: new Uint8Array(house.random(32)),
    userVerification: 'required',
  })
  const way = { by: 'passkey' as const, challenge: options.challenge }
  await house.store.atTheDoor((tx) =>
    beginAttempt(c, tx, house, { purpose: asked.purpose, next: asked.next, way }),
  )
  return options
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

const text = z.string().max(20_000)
const registration = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, attestationObject: text }),
  clientExtensionResults: z.object({}).default({}),
})
const assertion = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullish().transform((handle) => handle ?? undefined),
  }),
  clientExtensionResults: z.object({}).default({}),
})

function parsed<T>(schema: z.ZodType<T>, answer: unknown): T | undefined {
  if (typeof answer !== 'string' || answer.length > 60_000) return undefined
  try {
    return schema.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}

/** Notes the key the device made. */
export async function addPasskey(
  tx: Tx,
  house: House,
  attempt: Attempt,
  made: { readonly person: string; readonly answer: unknown; readonly userAgent: string },
): Promise<'done' | 'not-believed'> {
  const response = parsed(registration, made.answer)
  if (attempt.way.by !== 'new-passkey' || response === undefined) return 'not-believed'
  const { rpID, origin } = rp(house)
  const answer = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: attempt.way.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: [-7, -8, -257],
  }).catch(notBelieved)
  if (answer?.verified !== true) return 'not-believed'
  const { credential } = answer.registrationInfo
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values({
      id: credential.id,
      person_id: made.person,
      public_key: credential.publicKey,
      counter: String(credential.counter),
      name: deviceOf(made.userAgent),
      created_at: house.clock.now(),
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? 'done' : 'not-believed'
}

export type Shown =
  | { readonly believed: true; readonly person: string }
  /** `copied`: the key's counter went back, so there may be a second copy of it. */
  | { readonly believed: false; readonly why: 'not-believed' | 'copied' }

/** Whose key was shown. */
export async function personOfPasskey(
  tx: Tx,
  house: House,
  attempt: Attempt,
  answer: unknown,
): Promise<Shown> {
  const no: Shown = { believed: false, why: 'not-believed' }
  const response = parsed(assertion, answer)
  if (attempt.way.by !== 'passkey' || response === undefined) return no
  const row = await tx
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .where('passkey.id', '=', response.id)
    .where('person.erased_at', 'is', null)
    .selectAll('passkey')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return no
  const { rpID, origin } = rp(house)
  const shown = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: attempt.way.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    // The counter is judged below, so that a key that was copied is told apart from one that is wrong.
    credential: { id: row.id, publicKey: new Uint8Array(row.public_key), counter: 0 },
    requireUserVerification: true,
  }).catch(notBelieved)
  if (shown?.verified !== true) return no
  const { newCounter } = shown.authenticationInfo
  const last = Number(row.counter)
  // Keys that are kept in step between devices always count 0.
  if ((newCounter > 0 || last > 0) && newCounter <= last) return { believed: false, why: 'copied' }
  await tx
    .updateTable('passkey')
    .set({ counter: String(newCounter), used_at: house.clock.now() })
    .where('id', '=', row.id)
    .execute()
  return { believed: true, person: row.person_id }
}

/** What the library throws is about the answer: every one of its errors is a plain `Error` with a sentence. */
function notBelieved(error: unknown): undefined {
  if (error instanceof Error) return undefined
  throw error
}

/** The last way in is not taken away. */
export async function removePasskey(
  tx: Tx,
  { person, id }: { readonly person: string; readonly id: string },
): Promise<'done' | 'last-way-in'> {
  await tx.selectFrom('person').where('id', '=', person).select('id').forUpdate().execute()
  const others = await tx
    .selectFrom('passkey')
    .where('person_id', '=', person)
    .where('id', '!=', id)
    .select('id')
    .executeTakeFirst()
  const university = await tx
    .selectFrom('identifier')
    .where('person_id', '=', person)
    .where('kind', '=', 'oidc')
    .select('value')
    .executeTakeFirst()
  if (others === undefined && university === undefined) return 'last-way-in'
  await tx.deleteFrom('passkey').where('person_id', '=', person).where('id', '=', id).execute()
  return 'done'
}
