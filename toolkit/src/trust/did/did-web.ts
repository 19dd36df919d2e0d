// did:web and the https address of its document (did:web Method Specification, section 2.5.2).

import { refuse } from '../../refusal.ts'

const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](?:%3A[0-9]{1,5})?$/
const segment = /^[A-Za-z0-9._~-]+$/

/** The https address of the DID's document. Strict: lower-case names, no empty or dotted path parts, no addresses in numbers. */
export function documentUrl(did: string): string {
  if (did.length > 1000) refuse('did.too-long', '', 'The identifier is too long.')
  const [scheme, method, name, ...path] = did.split(':')
  const wrong = (): never => refuse('did.web', did, 'This is not a did:web identifier.')
  if (scheme !== 'did' || method !== 'web' || name === undefined || !host.test(name)) return wrong()
  if (path.some((part) => !segment.test(part) || part === '.' || part === '..')) return wrong()
  const authority = name.replace('%3A', ':')
  return path.length === 0
    ? `https://${authority}/.well-known/did.json`
    : `https://${authority}/${path.join('/')}/did.json`
}

/** The did:web identifier of an https base: https://uni.example/credentials → did:web:uni.example:credentials. */
export function didOfAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || url.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    return refuse('did.web', address, 'Only a plain https address has a did:web identifier.')
  }
  const path = url.pathname.split('/').filter((part) => part !== '')
  const did = ['did', 'web', url.host.replace(':', '%3A'), ...path].join(':')
  documentUrl(did)
  return did
}
