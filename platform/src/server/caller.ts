// From which address a request comes, to count with and to forget: it is never logged or stored.

import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** As `@hono/node-server` hands it over; tests have no socket. */
interface NodeEnvironment {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

export function addressOf(c: Context, config: Pick<Config, 'proxies'>): string {
  const socket = (c.env as NodeEnvironment | undefined)?.incoming?.socket?.remoteAddress ?? 'here'
  if (config.proxies === 0) return network(socket)
  // Each of our own proxies adds whom it saw at the end; what stands further left anybody can write.
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return network(seen.at(-config.proxies) ?? socket)
}

/** One household has a whole /64 of IPv6 addresses. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
