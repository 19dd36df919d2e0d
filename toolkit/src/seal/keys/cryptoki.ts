// The functions of PKCS#11 (OASIS, v2.40 and later) that a seal needs, called in the token's own module, Node only.
// koffi makes the calls; it is an optional package, asked for only when a key lies in a token. Everything is laid
// out here byte by byte, and the calls wait: nobody may seal twice at once with one session.

import type koffiBinding from 'koffi'
import { refuse } from '../../refusal.ts'
import { refusalOf } from './cryptoki-answers.ts'

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

/** Places in CK_FUNCTION_LIST, after its version. */
const functions = {
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
type Argument = number | Uint8Array | null
type Calls = { readonly [deed in Deed]: (...words: readonly Argument[]) => number }

const mostSlots = 64
const mostBytes = 64 * 1024
/** The library is held beside its functions: let go, it would be unloaded under them. */
const opened = new Map<string, { readonly cryptoki: Cryptoki; readonly library: object }>()

/** Loads a module, once in a process. Refuses `key.pkcs11-binding`, `key.pkcs11-module`. */
export async function loadCryptoki(path: string): Promise<Cryptoki> {
  const known = opened.get(path)
  if (known !== undefined) return known.cryptoki
  const koffi = await binding()
  const long = koffi.sizeof('ulong')
  const pointer = koffi.sizeof('void *')
  const memory = layout(long, pointer, (bytes) => koffi.address(bytes))
  let calls: Calls
  let library: ReturnType<typeof koffi.load>
  try {
    const list = Buffer.alloc(8)
    // Deep: Node brings an OpenSSL of its own, and a module that uses the system's must find that one.
    library = koffi.load(path, { deep: true })
    const getList = library.func('C_GetFunctionList', 'ulong', ['void *'])
    if (getList(list) !== 0) throw new Error('no list of functions')
    const first = memory.pointerAt(list)
    // On Windows the structures of PKCS#11 are packed, elsewhere they are aligned.
    const start = process.platform === 'win32' ? 2 : pointer
    const entries = Object.entries(functions).map(([name, [place, words]]) => {
      const at = koffi.decode(first, start + place * pointer, 'uintptr_t') as number | bigint
      if (BigInt(at) === 0n) throw new Error(`the module has no ${name}`)
      return [name, koffi.decode(BigInt(at), koffi.proto('ulong', [...words]))]
    })
    calls = Object.fromEntries(entries) as Calls
  } catch (error) {
    return refuse(
      'key.pkcs11-module',
      path,
      'This is not a PKCS#11 module that can be loaded here.',
      error,
    )
  }
  const { initialize } = calls
  check(initialize(null), path)
  const cryptoki = cryptokiOf(calls, memory, path)
  opened.set(path, { cryptoki, library })
  return cryptoki
}

type Binding = typeof koffiBinding

async function binding(): Promise<Binding> {
  try {
    return (await import('koffi')).default
  } catch (error) {
    return refuse(
      'key.pkcs11-binding',
      '',
      'Keys in tokens need the package koffi, which is not installed for this machine: npm install koffi.',
      error,
    )
  }
}

interface Memory {
  readonly long: number
  /** CK_ULONGs one after the other. */
  longs(...values: readonly number[]): Buffer
  readLong(bytes: Buffer, at?: number): number
  pointerAt(bytes: Buffer): bigint
  /**
   * CK_ATTRIBUTEs and CK_MECHANISM have one shape: a number, where the value lies, how long it is. The values lie
   * behind the records in the same bytes, so that nothing can be cleared away before the call.
   */
  records(...entries: readonly (readonly [kind: number, value: Uint8Array | number])[]): Buffer
  /** Length a record says, and the value behind a single one. */
  lengthIn(records: Buffer): number
  valueIn(record: Buffer): Buffer
}

function layout(long: number, pointer: number, addressOf: (bytes: Uint8Array) => bigint): Memory {
  const width = 2 * long + pointer
  const put = (into: Buffer, value: bigint, at: number, size: number): void => {
    if (size === 8) into.writeBigUInt64LE(value, at)
    else into.writeUInt32LE(Number(value), at)
  }
  const longs = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(long * values.length)
    values.forEach((value, i) => put(bytes, BigInt(value), i * long, long))
    return bytes
  }
  const readLong = (bytes: Buffer, at = 0): number =>
    long === 8 ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at)
  return {
    long,
    longs,
    readLong,
    pointerAt: (bytes) => (pointer === 8 ? bytes.readBigUInt64LE() : BigInt(bytes.readUInt32LE())),
    records: (...entries) => {
      const values = entries.map(([, value]) =>
        typeof value === 'number' ? longs(value) : Buffer.from(value),
      )
      const head = Buffer.alloc(width * entries.length)
      const all = Buffer.concat([head, ...values])
      const start = addressOf(all)
      let at = head.length
      entries.forEach(([kind], i) => {
        const length = values[i]?.length ?? 0
        put(all, BigInt(kind), i * width, long)
        put(all, length === 0 ? 0n : start + BigInt(at), i * width + long, pointer)
        put(all, BigInt(length), i * width + long + pointer, long)
        at += length
      })
      return all
    },
    lengthIn: (records) => readLong(records, long + pointer),
    valueIn: (record) => record.subarray(width),
  }
}

function check(answer: number, place: string): void {
  const refusal = refusalOf(answer)
  if (refusal !== undefined) refuse(refusal.code, place, refusal.sentence)
}

function cryptokiOf(calls: Calls, memory: Memory, place: string): Cryptoki {
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
