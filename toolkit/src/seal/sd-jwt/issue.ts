// Making an SD-JWT (RFC 9901, section 4): chosen claims leave the payload, their digests stay, sorted so
// that their order tells nothing.

import type { Random } from '#machine'
import { base64url } from '../../read/base64.ts'
import { isObject, type Json, type JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { signCompact } from '../jose/compact.ts'
import type { Signer } from '../signer.ts'
import { makeDisclosure, requireClaimName } from './disclosure.ts'
import { neverDisclosable } from './read.ts'

/** The way to claims, as type metadata and DCQL write it: null stands for every element of a list. */
export type ClaimPath = readonly (string | number | null)[]

export interface Concealed {
  readonly payload: JsonObject
  /** base64url texts. */
  readonly disclosures: readonly string[]
}

export interface ConcealSettings {
  readonly random: Random
  /** Claims that become selectively disclosable, each by itself; paths that lead nowhere are passed over. */
  readonly disclosable: readonly ClaimPath[]
  /** Digests of nothing added to each object that has digests, so that their number tells nothing (4.2.7). */
  readonly decoys?: number
}

const saltBytes = 16
const poolBytes = 64 * saltBytes

/** Conceals claims. Refuses `sd-jwt.not-disclosable` and `sd-jwt.claim-name`. */
export function conceal(claims: JsonObject, settings: ConcealSettings): Concealed {
  for (const path of settings.disclosable) {
    if (path.length === 1 && neverDisclosable.includes(String(path[0]))) {
      refuse(
        'sd-jwt.not-disclosable',
        String(path[0]),
        'This claim may not be selectively disclosed.',
      )
    }
  }
  const work = new Concealing(settings)
  const payload = work.object(claims, settings.disclosable)
  return {
    payload: work.disclosures.length > 0 ? { ...payload, _sd_alg: 'sha-256' } : payload,
    disclosures: work.disclosures,
  }
}

class Concealing {
  readonly disclosures: string[] = []
  private readonly random: Random
  private readonly decoys: number
  // Drawn in larger parts: asking the system for sixteen bytes costs as much as for a thousand.
  private pool = new Uint8Array()
  private used = 0

  constructor({ random, decoys = 0 }: ConcealSettings) {
    this.random = random
    this.decoys = decoys
  }

  private draw(length: number): Uint8Array {
    if (this.used + length > this.pool.length) {
      this.pool = Uint8Array.from(this.random(poolBytes))
      this.used = 0
    }
    this.used += length
    return this.pool.subarray(this.used - length, this.used)
  }

  private digest(name: string | undefined, value: Json): string {
    const { text, digest } = makeDisclosure(this.draw(saltBytes), name, value)
    this.disclosures.push(text)
    return digest
  }

  private value(value: Json, paths: readonly ClaimPath[]): Json {
    // A claim without a path below it is taken whole, but its names are still looked at.
    if (Array.isArray(value)) return this.list(value, paths)
    return isObject(value) ? this.object(value, paths) : value
  }

  private list(values: readonly Json[], paths: readonly ClaimPath[]): readonly Json[] {
    return values.map((value, i) => {
      const here = paths.filter(([step]) => step === null || step === i)
      const inner = this.value(value, below(here))
      return here.some(({ length }) => length === 1)
        ? { '...': this.digest(undefined, inner) }
        : inner
    })
  }

  object(value: JsonObject, paths: readonly ClaimPath[]): JsonObject {
    const open: { [name: string]: Json } = {}
    const digests: string[] = []
    for (const [name, member] of Object.entries(value)) {
      requireClaimName(name)
      const here = paths.filter(([step]) => step === name)
      const inner = this.value(member, below(here))
      if (here.some(({ length }) => length === 1)) digests.push(this.digest(name, inner))
      else open[name] = inner
    }
    if (digests.length === 0) return open
    // A decoy is as random as a digest looks (4.2.7).
    for (let i = 0; i < this.decoys; i++) digests.push(base64url(this.draw(32)))
    return { ...open, _sd: digests.toSorted() }
  }
}

function below(paths: readonly ClaimPath[]): readonly ClaimPath[] {
  return paths.filter(({ length }) => length > 1).map((path) => path.slice(1))
}

/** Conceals, signs and puts together: `<token>~<disclosure>~…~`. */
export async function issueSdJwt(
  header: JsonObject,
  claims: JsonObject,
  signer: Signer,
  settings: ConcealSettings,
): Promise<string> {
  const { payload, disclosures } = conceal(claims, settings)
  const token = await signCompact(header, payload, signer)
  return `${[token, ...disclosures].join('~')}~`
}
