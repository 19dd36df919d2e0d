// did:web: a DID whose document is served by the organisation's own web server (W3C CCG did:web
// method specification, sections 2.3 and 2.5.2).

import { refuse } from '../../refusal.ts'

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const segment = /^(?:[A-Za-z0-9._-]|%[0-9A-F]{2})+$/

interface WebDid {
  readonly host: string
  readonly path: readonly string[]
}

function parse(did: string): WebDid {
  if (did.length > 1024) no('The identifier is too long.')
  if (!did.startsWith('did:web:')) no('This is not a did:web identifier.')
  const [authority = '', ...path] = did.slice('did:web:'.length).split(':')
  const [host = '', port, ...rest] = authority.split('%3A')
  if (rest.length > 0 || (port !== undefined && !isPort(port)))
    no('The port in the identifier is malformed.')
  const labels = host.split('.')
  // An address of digits would be a machine, not an organisation; the method forbids it.
  if (
    host.length > 253 ||
    !labels.every((part) => label.test(part)) ||
    /^(?:[0-9]+|0x[0-9a-f]*)$/.test(host.slice(host.lastIndexOf('.') + 1))
  ) {
    no('The identifier does not name a host in lower case letters.')
  }
  for (const part of path) {
    const plain = part.replaceAll(/%2E/g, '.')
    if (
      !segment.test(part) ||
      plain === '.' ||
      plain === '..' ||
      /%(?:2F|5C|00|23|3F|25)/.test(part)
    )
      no('The path in the identifier is malformed.')
  }
  return { host: port === undefined ? host : `${host}:${port}`, path }
}

function isPort(text: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65535
}

function no(sentence: string): never {
  return refuse('did.web', '', sentence)
}

/** https address of the DID document. `did` may carry a fragment. Refuses `did.web`. */
export function documentUrl(did: string): string {
  const { host, path } = parse(did.replace(/#.*$/s, ''))
  return path.length === 0
    ? `https://${host}/.well-known/did.json`
    : `https://${host}/${path.join('/')}/did.json`
}

/** The did:web identifier of an https base: https://uni.example/credentials → did:web:uni.example:credentials. */
export function didOfAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : no('This is not an address.')
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '' || url.username !== '') {
    no('Only a plain https address has a did:web identifier.')
  }
  const path = url.pathname.split('/').filter((part) => part !== '')
  const did = ['did:web', url.host.replace(':', '%3A'), ...path].join(':')
  documentUrl(did)
  return did
}
