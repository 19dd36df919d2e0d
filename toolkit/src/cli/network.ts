// Look-ups over the network, as an untrusted file may cause them: https on its usual port only, public
// addresses only, checked on the very connection made, no redirects, bounded in time and size.

import { lookup as nodeLookup, type LookupAddress } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'
import { limits } from '../limits.ts'
import type { Resolver, Resource } from '../trust/resolver.ts'

const patience = 5_000

const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4')
// Of IPv6 only 2000::/3 is public unicast; tunnels inside it carry IPv4 addresses and are closed too.
for (const [network, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed.addSubnet(network, bits, 'ipv6')
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')

/** Whether a numeric address is a public one. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return !closed.check(address, 'ipv4')
}

/** Looks a name up, and finds nothing where any of its addresses is not a public one. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  nodeLookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return callback(error, '', 4)
    const inside = found.find(({ address }) => !isPublicAddress(address))
    const first = found[0]
    if (first === undefined || inside !== undefined) {
      return callback(Object.assign(new Error('not a public address'), { code: 'EACCES' }), '', 4)
    }
    return options.all === true
      ? callback(null, found)
      : callback(null, first.address, first.family)
  })
}

export const network: Resolver = {
  async get(address): Promise<Resource | undefined> {
    if (!URL.canParse(address)) return undefined
    const url = new URL(address)
    const numeric = /^[\d.]+$|^\[/.test(url.hostname)
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || numeric)
      return undefined
    const bytes = await fetchBytes(url)
    return bytes === undefined ? undefined : { bytes, from: address, at: new Date() }
  },
}

function fetchBytes(url: URL): Promise<Uint8Array | undefined> {
  return new Promise((settle) => {
    const outgoing = request(url, {
      lookup: publicLookup,
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
    })
    const give = (bytes: Uint8Array | undefined) => {
      clearTimeout(timer)
      outgoing.destroy()
      settle(bytes)
    }
    const timer = setTimeout(() => give(undefined), patience)
    outgoing.on('error', () => give(undefined))
    outgoing.on('response', (incoming) => {
      if (incoming.statusCode !== 200) return give(undefined)
      const parts: Buffer[] = []
      let size = 0
      incoming.on('data', (part: Buffer) => {
        size += part.length
        if (size > limits.resource) return give(undefined)
        parts.push(part)
      })
      incoming.on('end', () => give(Buffer.concat(parts)))
      incoming.on('error', () => give(undefined))
    })
    outgoing.end()
  })
}
