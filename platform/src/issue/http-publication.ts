// The issuer's own addresses, served: by the name in the request where each organisation has its own, and by a path
// where they share one.

import type { Context } from 'hono'
import type { House } from '../house.ts'
import type { Asked, Route } from '../server/route.ts'
import { problem } from '../server/problem.tsx'
import { baseOf, ownerOf, type Published, readPublication } from './publish.ts'

const open = { method: 'GET', needs: 'anyone', plain: true } as const

export const publications: readonly Route[] = [
  {
    ...open,
    path: '/status/:list/:kind',
    handle: ({ c, house }) => {
      const list = c.req.param('list') ?? ''
      return serveList(house, c, list.slice(0, list.indexOf('.')))
    },
  },
  { ...open, path: '/.well-known/did.json', handle: byHost },
  { ...open, path: '/types/:type', handle: byHost },
  { ...open, path: '/certificates/:file', handle: byHost },
  { ...open, path: '/o/:organisation/status/:list/:kind', handle: byPath },
  { ...open, path: '/o/:organisation/did.json', handle: byPath },
  { ...open, path: '/o/:organisation/types/:type', handle: byPath },
  { ...open, path: '/o/:organisation/certificates/:file', handle: byPath },
]

/** A list's name says whose it is, whatever name the request came under. */
async function serveList(house: House, c: Context, organisation: string) {
  const base = await baseOf(house, organisation)
  if (base === undefined) return problem(c, 404)
  const address = `${base.base}/status/${c.req.param('list')}/${c.req.param('kind')}`
  return give(c, await readPublication(house, organisation, address))
}

async function byHost({ c, house }: Asked) {
  const host = (c.req.header('host') ?? '').toLowerCase()
  if (!/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/.test(host)) return problem(c, 404)
  const own = await ownerOf(house, `https://${host}${c.req.path}`)
  if (own === undefined) return problem(c, 404)
  return give(c, await readPublication(house, own.organisation, own.address))
}

async function byPath({ c, house }: Asked) {
  const organisation = c.req.param('organisation') ?? ''
  const base = await baseOf(house, organisation)
  if (base === undefined) return problem(c, 404)
  const rest = c.req.path.slice(`/o/${organisation}`.length)
  const address = rest === '/did.json' ? base.didDocument : `${base.base}${rest}`
  return give(c, await readPublication(house, organisation, address))
}

function give(c: Context, published: Published | undefined) {
  if (published === undefined) return problem(c, 404)
  // Checkers on any page may read it; it is the same for all and holds nothing about anybody.
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Cache-Control', 'public, max-age=60')
  c.header('ETag', published.etag)
  if (c.req.header('if-none-match') === published.etag) return c.body(null, 304)
  return c.body(new Uint8Array(published.bytes), 200, { 'content-type': published.mediaType })
}
