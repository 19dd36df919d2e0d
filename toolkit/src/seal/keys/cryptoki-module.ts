// A PKCS#11 module as it lies on the disk, loaded into this process (OASIS, v2.40, 3.6 and 5.4), Node only.
// koffi makes the calls; it is an optional package, asked for only when a key lies in a token.

import type koffiBinding from 'koffi'
import { refuse } from '../../refusal.ts'
import { type Argument, type Calls, type Cryptoki, cryptokiOf, functions } from './cryptoki.ts'
import { layout } from './cryptoki-memory.ts'

/** Who makes the calls. */
export interface Binding {
  /** Bytes of a CK_ULONG and of an address. */
  readonly long: number
  readonly pointer: number
  addressOf(bytes: Uint8Array): bigint
  /** The address that is written at an address. */
  addressAt(at: bigint, offset: number): bigint
  functionAt(at: bigint, words: readonly string[]): (...words: readonly Argument[]) => number
  load(path: string): Library
}

interface Library {
  func(name: string, result: string, words: string[]): (...words: readonly Argument[]) => number
}

/** Who makes the calls, and on what system: koffi on this one, unless a test says otherwise. */
export interface Host {
  readonly bring: () => Promise<Binding>
  readonly platform: string
}

const here: Host = {
  bring: async () => bindingOf((await import('koffi')).default),
  platform: process.platform,
}

function bindingOf(koffi: typeof koffiBinding): Binding {
  return {
    long: koffi.sizeof('ulong'),
    pointer: koffi.sizeof('void *'),
    addressOf: (bytes) => koffi.address(bytes),
    addressAt: (at, offset) => BigInt(koffi.decode(at, offset, 'uintptr_t') as number | bigint),
    functionAt: (at, words) => koffi.decode(at, koffi.proto('ulong', [...words])),
    // Deep: Node brings an OpenSSL of its own, and a module that uses the system's must find that one.
    load: (path) => koffi.load(path, { deep: true }),
  }
}

/** The library is held beside its functions: let go, it would be unloaded under them. */
const opened = new Map<string, { readonly cryptoki: Cryptoki; readonly library: object }>()

/** Loads a module, once in a process. Refuses `key.pkcs11-binding`, `key.pkcs11-module`. */
export async function loadCryptoki(
  path: string,
  { bring, platform }: Host = here,
): Promise<Cryptoki> {
  const known = opened.get(path)
  if (known !== undefined) return known.cryptoki
  const binding = await bring().catch((error: unknown) =>
    refuse(
      'key.pkcs11-binding',
      '',
      'Keys in tokens need the package koffi, which is not installed for this machine: npm install koffi.',
      error,
    ),
  )
  const { long, pointer } = binding
  const memory = layout(long, pointer, (bytes) => binding.addressOf(bytes))
  let calls: Calls
  let library: Library
  try {
    const list = Buffer.alloc(8)
    library = binding.load(path)
    const getList = library.func('C_GetFunctionList', 'ulong', ['void *'])
    if (getList(list) !== 0) throw new Error('no list of functions')
    const first = memory.pointerAt(list)
    // On Windows the structures of PKCS#11 are packed, elsewhere they are aligned.
    const start = platform === 'win32' ? 2 : pointer
    const entries = Object.entries(functions).map(([name, [place, words]]) => {
      const at = binding.addressAt(first, start + place * pointer)
      if (at === 0n) throw new Error(`the module has no ${name}`)
      return [name, binding.functionAt(at, words)]
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
  const cryptoki = cryptokiOf(calls, memory, path)
  opened.set(path, { cryptoki, library })
  return cryptoki
}
