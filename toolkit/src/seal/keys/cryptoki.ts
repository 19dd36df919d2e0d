// The functions of PKCS#11 (OASIS, v2.40 and later) that a seal needs, called in the token's own module, Node only.
// The calls wait: nobody may seal twice at once with one session.

import { refuse } from '../../refusal.ts'
import { refusalOf } from './cryptoki-answers.ts'
import type { Memory } from './cryptoki-memory.ts'

export interface TokenInfo {
  readonly slot: number
  readonly label: string
  readonly manufacturer: string
  readonly model: string
  readonly serial: string
  readonly flags: number
}

/** Flags of CK_TOKEN_INFO. */
export const tokenFlags = {
  loginRequired: 0x4,
  pinPad: 0x100,
  initialised: 0x400,
  lastTry: 0x2_0000,
  locked: 0x4_0000,
} as const

export const attributes = {
  class: 0x0,
  label: 0x3,
  value: 0x11,
  certificateType: 0x80,
  keyType: 0x100,
  id: 0x102,
  sign: 0x108,
  modulus: 0x120,
  publicExponent: 0x122,
  ecParameters: 0x180,
  ecPoint: 0x181,
  alwaysAuthenticate: 0x202,
} as const

export const objectClass = { certificate: 1, publicKey: 2, privateKey: 3 } as const
export const keyType = { rsa: 0x0, ec: 0x3, edwards: 0x40 } as const

/** What to look for: a number is a CK_ULONG, bytes stand for themselves. */
export type Template = readonly (readonly [attribute: number, value: number | Uint8Array])[]

export interface Mechanism {
  readonly kind: number
  /** CK_ULONGs of its parameter, in order. */
  readonly parameters?: readonly number[]
}

export interface Cryptoki {
  /** Slots with an initialised token in them. */
  tokens(): readonly TokenInfo[]
  open(slot: number): Session
}

export interface Session {
  /** Logs in; without a PIN the token asks for it itself. Already logged in is well. */
  login(pin: Uint8Array | undefined, forOneSignature?: boolean): void
  /** Handles of at most `most` objects. */
  find(template: Template, most: number): readonly number[]
  /** The value of an attribute; undefined where the object has none or keeps it. */
  attribute(object: number, attribute: number): Uint8Array | undefined
  number(object: number, attribute: number): number | undefined
  /** Signs; `ready` runs between the two steps. */
  sign(key: number, mechanism: Mechanism, data: Uint8Array, ready?: () => void): Uint8Array
  close(): void
}

/** The functions a seal needs: places in CK_FUNCTION_LIST, after its version, and what they are given. */
export const functions = {
  initialize: [0, ['void *']],
  getSlotList: [4, ['uint8', 'void *', 'void *']],
  getTokenInfo: [6, ['ulong', 'void *']],
  openSession: [12, ['ulong', 'ulong', 'void *', 'void *', 'void *']],
  closeSession: [13, ['ulong']],
  login: [18, ['ulong', 'ulong', 'void *', 'ulong']],
  getAttributeValue: [24, ['ulong', 'ulong', 'void *', 'ulong']],
  findObjectsInit: [26, ['ulong', 'void *', 'ulong']],
  findObjects: [27, ['ulong', 'void *', 'ulong', 'void *']],
  findObjectsFinal: [28, ['ulong']],
  signInit: [42, ['ulong', 'void *', 'ulong']],
  sign: [43, ['ulong', 'void *', 'ulong', 'void *', 'void *']],
} as const

type Deed = keyof typeof functions
export type Argument = number | Uint8Array | null
/** The functions of a module (C_Initialize …): each answers with a CK_RV. */
export type Calls = { readonly [deed in Deed]: (...words: readonly Argument[]) => number }

const mostSlots = 64
const mostBytes = 64 * 1024

function check(answer: number, place: string): void {
  const refusal = refusalOf(answer)
  if (refusal !== undefined) refuse(refusal.code, place, refusal.sentence)
}

/** Starts a module whose functions are at hand. Refuses what the module refuses, here and later. */
export function cryptokiOf(calls: Calls, memory: Memory, place: string): Cryptoki {
  check(calls.initialize(null), place)
  return {
    tokens: () => {
      const slots = Buffer.alloc(memory.long * mostSlots)
      const count = memory.longs(mostSlots)
      // Asked without a place for the answer, a module looks anew (PKCS#11, C_GetSlotList).
      check(calls.getSlotList(1, null, memory.longs(0)), place)
      check(calls.getSlotList(1, slots, count), place)
      return Array.from({ length: Math.min(memory.readLong(count), mostSlots) }, (_, i) =>
        memory.readLong(slots, i * memory.long),
      ).flatMap((slot) => {
        const info = Buffer.alloc(512)
        // A token that cannot be asked, such as one just pulled out, is as good as none.
        if (calls.getTokenInfo(slot, info) !== 0) return []
        const flags = memory.readLong(info, 96)
        const text = (from: number, to: number): string => info.toString('utf8', from, to).trimEnd()
        if ((flags & tokenFlags.initialised) === 0) return []
        return {
          slot,
          label: text(0, 32),
          manufacturer: text(32, 64),
          model: text(64, 80),
          serial: text(80, 96),
          flags,
        }
      })
    },
    open: (slot) => {
      const handle = memory.longs(0)
      const serial = 4
      check(calls.openSession(slot, serial, null, null, handle), place)
      return sessionOf(calls, memory, memory.readLong(handle), place)
    },
  }
}

function sessionOf(calls: Calls, memory: Memory, session: number, place: string): Session {
  const attribute = (object: number, kind: number): Uint8Array | undefined => {
    const asked = memory.records([kind, new Uint8Array()])
    if (calls.getAttributeValue(session, object, asked, 1) !== 0) return undefined
    const length = memory.lengthIn(asked)
    // CK_UNAVAILABLE_INFORMATION is the largest number there is.
    if (length === 0 || length > mostBytes) return undefined
    const filled = memory.records([kind, new Uint8Array(length)])
    if (calls.getAttributeValue(session, object, filled, 1) !== 0) return undefined
    return Uint8Array.from(memory.valueIn(filled).subarray(0, memory.lengthIn(filled)))
  }
  return {
    attribute,
    number: (object, kind) => {
      const value = attribute(object, kind)
      if (value === undefined) return undefined
      return value.length === memory.long ? memory.readLong(Buffer.from(value)) : value[0]
    },
    login: (pin, forOneSignature = false) => {
      const who = forOneSignature ? 2 : 1
      check(calls.login(session, who, pin ?? null, pin?.length ?? 0), place)
    },
    find: (template, most) => {
      check(calls.findObjectsInit(session, memory.records(...template), template.length), place)
      const handles = Buffer.alloc(memory.long * most)
      const count = memory.longs(0)
      const answer = calls.findObjects(session, handles, most, count)
      calls.findObjectsFinal(session)
      check(answer, place)
      return Array.from({ length: Math.min(memory.readLong(count), most) }, (_, i) =>
        memory.readLong(handles, i * memory.long),
      )
    },
    sign: (key, { kind, parameters }, data, ready) => {
      const words = memory.longs(...(parameters ?? []))
      check(calls.signInit(session, memory.records([kind, words]), key), place)
      ready?.()
      const signature = Buffer.alloc(2048)
      const length = memory.longs(signature.length)
      check(calls.sign(session, data, data.length, signature, length), place)
      return new Uint8Array(signature.subarray(0, Math.min(memory.readLong(length), 2048)))
    },
    close: () => void calls.closeSession(session),
  }
}
