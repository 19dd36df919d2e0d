// One POST to an address an officer typed: https on its usual port, public addresses only, checked on the very
// connection that is made, no redirect followed, bounded in time; of the answer nothing but its status is read.

import { request } from 'node:https'
import { publicLookup } from 'tessera/cli/network'

const patience = 10_000

/** 0 where nobody answered. */
export type Post = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<number>

/** Why an address cannot be one of a webhook; undefined where it can. */
export function webhookFault(address: string): 'not-an-address' | 'not-https' | undefined {
  if (address.length > 2_000 || !URL.canParse(address)) return 'not-an-address'
  const { protocol, port, username, password, hostname, hash } = new URL(address)
  if (protocol !== 'https:' || port !== '') return 'not-https'
  // Numbers of machines, names without a dot and names that stay inside a house lead nowhere public.
  const inside = /^[\d.]+$|^\[|\.(?:local|localhost|internal|home\.arpa|onion)\.?$/.test(hostname)
  if (inside || !hostname.includes('.') || username !== '' || password !== '' || hash !== '')
    return 'not-an-address'
  return undefined
}

export const postToPublic: Post = (address, body, headers) =>
  new Promise((settle) => {
    if (webhookFault(address) !== undefined) return settle(0)
    const outgoing = request(new URL(address), {
      method: 'POST',
      lookup: publicLookup,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    })
    const give = (status: number) => {
      clearTimeout(timer)
      outgoing.destroy()
      settle(status)
    }
    const timer = setTimeout(() => give(0), patience)
    outgoing.on('error', () => give(0))
    outgoing.on('response', (incoming) => give(incoming.statusCode ?? 0))
    outgoing.end(body)
  })
