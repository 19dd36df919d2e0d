// For tests only: a key as a proof names it, looked for in the invented world.

import type { NamedIssuer } from '../formats/opened.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import * as world from './example-world.ts'
import { keysOf } from './keys.ts'
import type { KeySearch, ProofKeys } from './ownership.ts'

export async function search(
  key: KeyReference,
  issuer: Partial<NamedIssuer>,
  over: Partial<KeySearch & Pick<Proof, 'signedAt'>> = {},
): Promise<ProofKeys> {
  const { signedAt, ...more } = over
  return keysOf(world.proof({ key, ...(signedAt === undefined ? {} : { signedAt }) }), {
    issuer: { identifiers: [], ...issuer },
    trust: [world.list],
    now: world.now,
    resolver: world.web(),
    ...more,
  })
}

/** The answer on one line: `passed issuer-key.own`, with the number of keys found. */
export async function said(...asked: Parameters<typeof search>): Promise<string> {
  const { keys, ownership } = await search(...asked)
  return `${ownership.status} ${ownership.code}, ${keys.length} keys`
}

export const byMethod = (url: string): KeyReference => ({ kind: 'method', url })
export const byChain = (...chain: readonly Uint8Array[]): KeyReference => ({
  kind: 'certificates',
  chain,
})
export const bySeal = byChain(world.seal)
export const own = 'passed issuer-key.own, 1 keys'
export const others = 'failed issuer-key.other-issuer, 1 keys'
export const open = 'undecided issuer-key.not-confirmed, 1 keys'
