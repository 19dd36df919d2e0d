// Did this request come from our own pages? A form of another site carries neither our Origin nor, where the
// cookie decides, the token that stands in our forms.

import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** Told by the browser; where the browser says nothing it is a program, which has nobody's cookie. */
export function isFromHere(c: Context, config: Config): boolean {
  const site = c.req.header('sec-fetch-site')
  // Pages that send no referrer send `Origin: null` as well, so this header is asked first.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  return origin === undefined || origin === new URL(config.address).origin
}

/** The token of the form, or of the header our own scripts send. */
export async function carriesToken(c: Context, expected: string): Promise<boolean> {
  const header = c.req.header('x-csrf-token')
  if (header !== undefined) return same(header, expected)
  const type = (c.req.header('content-type') ?? '').toLowerCase()
  if (
    !type.startsWith('application/x-www-form-urlencoded') &&
    !type.startsWith('multipart/form-data')
  )
    return false
  const { csrf } = await c.req.parseBody()
  return typeof csrf === 'string' && same(csrf, expected)
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
