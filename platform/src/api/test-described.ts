// For tests: every answer of the API is held against its description on the way to the client.

import assert from 'node:assert/strict'
import { operations } from './operations.ts'

/** `fetch`, and what is answered is what the description says. */
export async function held(request: Request): Promise<Response> {
  const answer = await fetch(request)
  const { pathname } = new URL(request.url)
  const one = operations.find(
    ({ method, path }) =>
      method === request.method &&
      new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname),
  )
  assert.ok(one, pathname)
  const type = answer.headers.get('content-type') ?? ''
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  if (!answer.ok) assert.match(type, /^application\/problem\+json/)
  else if (type.startsWith('application/json'))
    assert.equal(one.described.answer.safeParse(await answer.clone().json()).error, undefined)
  return answer
}
