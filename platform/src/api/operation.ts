// An operation of the API is a route that also says what it takes and gives: the same shapes read the request, make
// the description (OpenAPI) and its client. It runs in one transaction of the organisation whose token was sent.

import type { Context } from 'hono'
import { z } from 'zod'
import { type Refusal, Refused } from 'tessera/refusal'
import { readJson } from 'tessera/read/json'
import type { House } from '../house.ts'
import type { Deed } from '../people/permissions.ts'
import type { Desk } from '../people/members.ts'
import { counter } from '../server/limits.ts'
import { problem } from '../server/problem.tsx'
import { type Asked, largestOf, type Route } from '../server/route.ts'
import type { Tx } from '../store/store.ts'
import type { Say } from '../web/messages.ts'
import { onceUnder, OtherBody } from './idempotency.ts'
import type { Scope } from './scopes.ts'

export interface Call<P, Q, B> {
  readonly house: House
  readonly tx: Tx
  readonly organisation: string
  /** The program as the one who acts. */
  readonly desk: Desk
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly say: Say
  readonly language: string
}

type Shape = z.ZodObject
type Nothing = z.ZodObject<Record<never, never>>

export interface Plan<
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  A extends z.ZodType,
  K,
> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: `/api/v1/${string}`
  readonly needs: Deed
  readonly scope: Scope
  /** Its name in clients: `listAwards`. */
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  /** 201 where something was made. */
  readonly status?: 200 | 201
  readonly largest?: number
  /** True: what was done is undone again, and only the answer remains. */
  readonly trial?: (body: z.output<B>) => boolean
  /** The deed. What it returns may be kept for a day under an idempotency key, so nothing in it is personal. */
  readonly run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<K>
  /** What the caller reads of it; the deed's own value where nothing is said. */
  readonly tell?: (
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
    done: K,
  ) => Promise<z.input<A>>
}

/** What the description needs to know. */
export interface Described {
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly params: Shape
  readonly query: Shape
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  readonly status: 200 | 201
  readonly takesKey: boolean
}

export interface Operation extends Route {
  readonly scope: Scope
  readonly described: Described
}

/** Says no with a status; what was done is undone. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly refusals: readonly Refusal[]
  constructor(status: number, refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(' '))
    this.status = status
    this.refusals = refusals
  }
}

export function no(status: number, code: string, place: string, sentence: string): never {
  throw new Problem(status, [{ code, place, sentence }])
}

/** Carries the answer of a trial out of its transaction, which is thereby undone. */
class Undone extends Error {
  override readonly name = 'Undone'
  readonly told: unknown
  constructor(told: unknown) {
    super('a trial')
    this.told = told
  }
}

/** Bytes with their kind instead of JSON. */
export interface FileAnswer {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' &&
  value !== null &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array

export const fileAnswer = z.custom<FileAnswer>(isFile)

const nothing: Nothing = z.strictObject({})

export function operation<
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodType,
  K = z.input<A>,
>(plan: Plan<P, Q, B, A, K>): Operation {
  const { method, path, needs, scope, largest, status = 200 } = plan
  return {
    method,
    path,
    needs,
    scope,
    machine: true,
    ...(largest === undefined ? {} : { largest }),
    described: {
      name: plan.name,
      summary: plan.summary,
      ...(plan.description === undefined ? {} : { description: plan.description }),
      params: plan.params ?? nothing,
      query: plan.query ?? nothing,
      ...(plan.body === undefined ? {} : { body: plan.body }),
      answer: plan.answer,
      status,
      takesKey: method === 'POST',
    },
    handle: (asked) => answered(asked, () => handle(asked, plan)),
  }
}

const calls = new WeakMap<House, ReturnType<typeof counter>>()

async function handle<
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  A extends z.ZodType,
  K,
>(asked: Asked, plan: Plan<P, Q, B, A, K>): Promise<Response> {
  const { c, house, visitor, say, language } = asked
  const { organisation, client } = visitor
  if (organisation === undefined || client === undefined)
    throw new Error('An operation was opened without a token.')
  const counted = calls.get(house) ?? counter({ most: 1_200, windowMs: 60_000 })
  calls.set(house, counted)
  const wait = counted.spend(client.id, house.clock.now())
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return problem(c, 429)
  }
  const text = plan.body === undefined ? '' : await bodyOf(c, largestOf(plan))
  const params = shaped(plan.params ?? nothing, c.req.param(), 404) as z.output<P>
  const query = shaped(plan.query ?? nothing, queryOf(c), 400) as z.output<Q>
  const body = (
    plan.body === undefined ? undefined : shaped(plan.body, parsed(text), 422)
  ) as z.output<B>
  const key = plan.method === 'POST' ? keyOf(c) : undefined
  const inside = async (tx: Tx) => {
    const desk = { organisation, by: client.id, program: true } as const
    const call = { house, tx, organisation, desk, params, query, body, say, language }
    const isTrial = plan.trial?.(body) === true
    const request = { key: isTrial ? undefined : key, text: `${plan.name} ${c.req.path}\n${text}` }
    const once = await onceUnder(house, tx, { organisation, client: client.id, ...request }, () =>
      plan.run(call),
    )
    const told = plan.tell === undefined ? once.done : await plan.tell(call, once.done as K)
    if (isTrial) throw new Undone(told)
    return { told, again: once.again }
  }
  const { told, again } = await house.store
    .asOrganisation(organisation, inside)
    .catch((error: unknown) => {
      if (error instanceof Undone) return { told: error.told, again: false }
      throw error
    })
  c.header('Cache-Control', 'no-store')
  if (again) c.header('Idempotency-Replayed', 'true')
  if (isFile(told))
    return c.body(new Uint8Array(told.bytes), 200, { 'content-type': told.mediaType })
  return c.json(told, plan.trial?.(body) === true ? 200 : (plan.status ?? 200))
}

async function answered(asked: Asked, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const { c } = asked
    if (error instanceof Problem) return said(c, error.status, error.refusals)
    if (error instanceof Refused) return said(c, 422, error.refusals)
    if (error instanceof OtherBody)
      return said(c, 409, [
        {
          code: 'idempotency.other-request',
          place: 'Idempotency-Key',
          sentence: 'This key was used for another request. Choose a new key for every deed.',
        },
      ])
    throw error
  }
}

function said(c: Context, status: number, refusals: readonly Refusal[]) {
  const [first] = refusals
  return problem(c, status, {
    ...(first === undefined
      ? {}
      : { type: `urn:tessera:problem:${first.code}`, detail: first.sentence }),
    more: {
      code: first?.code ?? 'refused',
      errors: refusals.map(({ code, place, sentence }) => ({ code, place, sentence })),
    },
  })
}

async function bodyOf(c: Context, largest: number): Promise<string> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    no(415, 'request.not-json', 'Content-Type', 'Send JSON with Content-Type: application/json.')
  const text = await c.req.text()
  if (text.length > largest) no(413, 'request.too-large', '', 'The body is too large.')
  return text
}

/** JSON read strictly: a member twice, a broken sign or one that no text may hold is refused. */
function parsed(text: string): unknown {
  try {
    const value = readJson(text, '')
    if (JSON.stringify(value).includes('\\u0000'))
      no(400, 'request.control', '', 'A text holds the sign U+0000.')
    return value
  } catch (error) {
    if (error instanceof Refused) throw new Problem(400, error.refusals)
    throw error
  }
}

/** Each parameter once; which one would count where it stands twice is for nobody to guess. */
function queryOf(c: Context): Readonly<Record<string, string>> {
  const all = c.req.queries()
  for (const [name, values] of Object.entries(all))
    if (values.length > 1) no(400, 'request.query-twice', `?${name}`, 'Say this once.')
  return Object.fromEntries(Object.entries(all).map(([name, [value = '']]) => [name, value]))
}

function keyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !/^[\x21-\x7e]{8,200}$/.test(key))
    no(400, 'idempotency.key', 'Idempotency-Key', 'A key has 8 to 200 visible signs.')
  return key
}

function shaped(schema: z.ZodType, value: unknown, status: 400 | 404 | 422): unknown {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Problem(
    status,
    read.error.issues.map(({ path, message }) => ({
      code: status === 404 ? 'request.not-here' : 'request.shape',
      place: `/${path.map(String).join('/')}`,
      sentence: message,
    })),
  )
}
