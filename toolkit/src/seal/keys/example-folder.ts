// For tests only: a folder of keys in memory, with an issuer's first two keys.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Random } from '#machine'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { type KeyFolder, type KeyHand, newKey } from './folder.ts'
import { generateKeyPair } from './generate.ts'

export const random: Random = (length) => randomBytes(length)
export const now = new Date('2026-03-01T00:00:00Z')
export const cost = { N: 2 ** 15, r: 8, p: 1 }
export const did = 'did:web:uni.example'
export const passphrase = 'correct horse ñ'
export const data = utf8('some bytes')

export function memoryFolder(): KeyFolder & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    names: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? assert.fail(name),
    write: async (name, bytes) => void files.set(name, bytes),
  }
}

export function handOf(folder: KeyFolder, at = now): KeyHand {
  return { folder, passphrase, now: at, random, cost }
}

export async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

export async function filledFolder(): Promise<ReturnType<typeof memoryFolder>> {
  const folder = memoryFolder()
  await newKey(
    handOf(folder),
    { kid: `${did}#proof-1`, purpose: 'proof', kind: 'Ed25519' },
    generateKeyPair,
  )
  await newKey(
    handOf(folder),
    { kid: `${did}#seal-1`, purpose: 'seal', kind: 'P-256' },
    generateKeyPair,
  )
  return folder
}
