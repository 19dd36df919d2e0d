// For tests only: a PKCS#11 module in memory, which reads and writes the structures of the standard as a module in C
// does, and answers whatever a test wants it to.

import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto'
import type { PrivateJwk } from '#machine'
import { type Argument, type Calls, tokenFlags } from './cryptoki.ts'
import { layout, type Memory } from './cryptoki-memory.ts'

/** An object of a token. A number is a CK_ULONG; `kept` is there and not shown, `unsaid` with no refusal. */
export interface ExampleObject {
  readonly attributes: { readonly [attribute: number]: number | Uint8Array | 'kept' | 'unsaid' }
  /** Of a private key: it signs with Ed25519. */
  readonly key?: PrivateJwk
}

export interface ExampleSlot {
  readonly label: string
  readonly flags?: number
  readonly pin?: string
  readonly objects?: readonly ExampleObject[]
}

export interface ExampleModule {
  readonly calls: Calls
  readonly memory: Memory
  /** Every call so far: its name and what it was given. */
  readonly log: readonly (readonly [deed: string, ...words: readonly Argument[]])[]
}

export interface ExampleWidths {
  readonly long: number
  readonly pointer: number
}

/** What the module answers in place of its own answer; undefined for its own. */
export type Interrupt = (deed: string, words: readonly Argument[]) => number | undefined

const answers = { ok: 0, hidden: 0x11, noAttribute: 0x12, wrongPin: 0xa0, noSlot: 0x3 } as const

export function exampleModule(
  slots: readonly ExampleSlot[],
  { long, pointer }: ExampleWidths = { long: 8, pointer: 8 },
  interrupt: Interrupt = () => undefined,
): ExampleModule {
  const addresses = new Map<Uint8Array, bigint>()
  const memory = layout(long, pointer, (bytes) => {
    const address = 0x1000n * BigInt(addresses.size + 1)
    addresses.set(bytes, address)
    return address
  })
  const number = (words: Argument | undefined, at: number, size: number): bigint => {
    const bytes = Buffer.from((words as Uint8Array).buffer, (words as Uint8Array).byteOffset)
    return size === 8 ? bytes.readBigUInt64LE(at) : BigInt(bytes.readUInt32LE(at))
  }
  const put = (words: Argument | undefined, value: bigint, at: number): void => {
    const bytes = Buffer.from((words as Uint8Array).buffer, (words as Uint8Array).byteOffset)
    if (long === 8) bytes.writeBigUInt64LE(value, at)
    else bytes.writeUInt32LE(Number(value), at)
  }
  const bytesOf = (value: number | Uint8Array): Uint8Array => {
    if (typeof value !== 'number') return value
    const bytes = Buffer.alloc(long)
    put(bytes, BigInt(value), 0)
    return bytes
  }
  const width = 2 * long + pointer
  /** Number, place of the value in the same bytes, and length of one CK_ATTRIBUTE or CK_MECHANISM. */
  const record = (words: Argument | undefined, i: number) => {
    const base = addresses.get(words as Uint8Array) ?? 0n
    const address = number(words, i * width + long, pointer)
    return {
      kind: Number(number(words, i * width, long)),
      at: address === 0n ? undefined : Number(address - base),
      length: Number(number(words, i * width + long + pointer, long)),
    }
  }
  const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
  const sessions: ExampleSlot[] = []
  const slotOf = (session: Argument | undefined) => sessions[Number(session) - 1] as ExampleSlot
  let found: readonly number[] = []
  let signing: ExampleObject | undefined

  const own: { readonly [deed in keyof Calls]: (...words: readonly Argument[]) => number } = {
    initialize: () => answers.ok,
    getSlotList: (_, list, count) => {
      if (list !== null) slots.forEach((__, i) => put(list, BigInt(i + 7), i * long))
      put(count, BigInt(slots.length), 0)
      return answers.ok
    },
    getTokenInfo: (slot, info) => {
      const token = slots[Number(slot) - 7]
      if (token === undefined) return answers.noSlot
      const text = [token.label.padEnd(32), 'Uni'.padEnd(32), 'Model'.padEnd(16), '42'.padEnd(16)]
      ;(info as Uint8Array).set(Buffer.from(text.join('')))
      put(info, BigInt(token.flags ?? tokenFlags.initialised), 96)
      return answers.ok
    },
    openSession: (slot, _, __, ___, handle) => {
      put(handle, BigInt(sessions.push(slots[Number(slot) - 7] as ExampleSlot)), 0)
      return answers.ok
    },
    closeSession: () => answers.ok,
    login: (session, _, pin, length) => {
      const given = pin === null ? '' : Buffer.from(pin as Uint8Array).toString()
      const wrong = given !== (slotOf(session).pin ?? '') || length !== given.length
      return wrong ? answers.wrongPin : answers.ok
    },
    findObjectsInit: (session, template, count) => {
      const wanted = Array.from({ length: Number(count) }, (_, i) => record(template, i))
      found = (slotOf(session).objects ?? []).flatMap((object, i) => {
        const fits = wanted.every(({ kind, at, length }) => {
          const value = object.attributes[kind]
          if (value === undefined || typeof value === 'string' || at === undefined) return false
          return same(bytesOf(value), (template as Uint8Array).subarray(at, at + length))
        })
        return fits ? [i + 1] : []
      })
      return answers.ok
    },
    findObjects: (_, handles, most, count) => {
      const taken = found.slice(0, Number(most))
      taken.forEach((handle, i) => put(handles, BigInt(handle), i * long))
      put(count, BigInt(taken.length), 0)
      return answers.ok
    },
    findObjectsFinal: () => answers.ok,
    getAttributeValue: (session, object, asked) => {
      const { kind, at } = record(asked, 0)
      const value = slotOf(session).objects?.[Number(object) - 1]?.attributes[kind]
      if (value === undefined) return answers.noAttribute
      if (typeof value === 'string') {
        // CK_UNAVAILABLE_INFORMATION
        put(asked, 2n ** BigInt(8 * long) - 1n, long + pointer)
        return value === 'kept' ? answers.hidden : answers.ok
      }
      const bytes = bytesOf(value)
      put(asked, BigInt(bytes.length), long + pointer)
      if (at !== undefined) (asked as Uint8Array).set(bytes, at)
      return answers.ok
    },
    signInit: (session, _, key) => {
      signing = slotOf(session).objects?.[Number(key) - 1]
      return answers.ok
    },
    sign: (_, data, __, signature, length) => {
      const key = createPrivateKey({ key: signing?.key as JsonWebKey, format: 'jwk' })
      const made = sign(null, data as Uint8Array, key)
      ;(signature as Uint8Array).set(made)
      put(length, BigInt(made.length), 0)
      return answers.ok
    },
  }
  const log: (readonly [string, ...Argument[]])[] = []
  const calls = Object.fromEntries(
    Object.entries(own).map(([deed, act]) => [
      deed,
      (...words: readonly Argument[]): number => {
        log.push([deed, ...words])
        return interrupt(deed, words) ?? act(...words)
      },
    ]),
  ) as Calls
  return { calls, memory, log }
}
