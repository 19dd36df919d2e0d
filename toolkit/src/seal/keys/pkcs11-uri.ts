// The name of a key in a token: a PKCS#11 URI (RFC 7512).

import { limits } from '../../limits.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'

/** What a PKCS#11 URI says. Everything it leaves out is left open. */
export interface TokenKeyName {
  readonly token?: string
  readonly manufacturer?: string
  readonly serial?: string
  readonly model?: string
  readonly slot?: number
  /** Label of the key. */
  readonly object?: string
  /** CKA_ID of the key. */
  readonly id?: Uint8Array
  /** Absolute path of the module that speaks to the token. */
  readonly modulePath: string
  /** Absolute path of the file with the PIN. */
  readonly pinFile?: string
}

const path = ['token', 'manufacturer', 'serial', 'model', 'slot-id', 'object', 'id', 'type']
const query = ['module-path', 'pin-source']

/**
 * Reads the URI. Refuses `key.pkcs11-uri`: for what RFC 7512 forbids, for what it does not know, for a PIN in the
 * URI (it would stand in command histories and lists of processes), and for one that names no key or no module.
 */
export function readTokenKeyName(uri: string): TokenKeyName {
  // The URI itself is never repeated in a refusal: somebody may have written a PIN into it.
  const no = (sentence: string): never => refuse('key.pkcs11-uri', 'pkcs11:', sentence)
  if (uri.length > limits.pkcs11Uri) no('The name of the key is too long.')
  if (!uri.startsWith('pkcs11:')) no('The name of a key in a token begins with “pkcs11:”.')
  const [before = '', ...after] = uri.slice('pkcs11:'.length).split('?')
  if (after.length > 1) no('There is a second question mark in the name of the key.')
  const words = new Map<string, Uint8Array>()
  const take = (text: string, separator: string, allowed: readonly string[]): void => {
    for (const part of text === '' ? [] : text.split(separator)) {
      const at = part.indexOf('=')
      const name = part.slice(0, Math.max(at, 0))
      if (name === 'pin-value')
        no('A PIN does not belong into the name of a key; give it in TESSERA_PKCS11_PIN.')
      if (!allowed.includes(name)) no('The name of the key has a part that is not known here.')
      if (words.has(name)) no(`The name of the key says “${name}” twice.`)
      words.set(
        name,
        percentDecode(part.slice(at + 1)) ?? no(`“${name}” is not written as RFC 7512 has it.`),
      )
    }
  }
  take(before, ';', path)
  take(after[0] ?? '', '&', query)
  const text = (name: string): string | undefined => {
    const bytes = words.get(name)
    return bytes === undefined ? undefined : utf8Decode(bytes, 'pkcs11:')
  }
  const object = text('object')
  const id = words.get('id')
  if (object === undefined && id === undefined)
    no('The name of the key needs its label (object=…) or its identifier (id=…).')
  if ((text('type') ?? 'private') !== 'private') no('What seals is a private key (type=private).')
  const modulePath = text('module-path') ?? ''
  if (!isAbsolute(modulePath))
    no('Say which module speaks to the token: module-path=, with its whole path.')
  const slot = text('slot-id')
  if (slot !== undefined && !/^\d{1,15}$/.test(slot)) no('The number of the slot is not a number.')
  const pinFile = text('pin-source')?.replace(/^file:(\/\/(?=\/))?/, '')
  if (pinFile !== undefined && !isAbsolute(pinFile))
    no(
      'The PIN may come from a file with its whole path (pin-source=file:/…), and from nothing else.',
    )
  return {
    ...given('token', text('token')),
    ...given('manufacturer', text('manufacturer')),
    ...given('serial', text('serial')),
    ...given('model', text('model')),
    ...given('slot', slot === undefined ? undefined : Number(slot)),
    ...given('object', object),
    ...given('id', id),
    ...given('pinFile', pinFile),
    modulePath,
  }
}

function given<K extends string, V>(name: K, value: V | undefined): { readonly [k in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [k in K]?: V })
}

function isAbsolute(file: string): boolean {
  return /^(\/|[A-Za-z]:[\\/])/.test(file) && !file.includes('\0')
}

/** The octets behind the percent signs; undefined where the text is not RFC 7512, 2.3. */
function percentDecode(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9\-._~:[\]@!$'()*+,=&/\\ ]|%[0-9A-Fa-f]{2}|[^\0-\x7f])*$/u.test(text))
    return undefined
  const parts = text.split(/%([0-9A-Fa-f]{2})/)
  return Uint8Array.from(
    parts.flatMap((piece, i) => (i % 2 === 1 ? [Number.parseInt(piece, 16)] : [...utf8(piece)])),
  )
}
