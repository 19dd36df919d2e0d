// Reading an SD-JWT with or without key binding (RFC 9901, sections 4, 7.1 and 7.3): every disclosure has
// exactly one place in the signed part, and what it says is put there.

import { limits } from '../../limits.ts'
import { isObject, type Json, type JsonObject, readJsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { type CompactToken, readCompact } from '../jose/compact.ts'
import {
  type Disclosure,
  type HashName,
  hashNameOf,
  readDisclosure,
  requireClaimName,
} from './disclosure.ts'

/** The way to a claim: names, and numbers for elements of lists. */
export type ClaimPlace = readonly (string | number)[]

/** A disclosure at its place in the payload. */
export interface PlacedDisclosure {
  readonly disclosure: Disclosure
  readonly path: ClaimPlace
}

export interface SdJwt {
  /** The issuer-signed token. */
  readonly token: CompactToken
  /** Its payload as signed, digests and all. */
  readonly payload: JsonObject
  /** The processed payload: what was disclosed at its place, all digests gone. Objects have no prototype. */
  readonly claims: JsonObject
  readonly disclosures: readonly PlacedDisclosure[]
  readonly hash: HashName
  /** The text up to and with its last tilde: what `sd_hash` is over (RFC 9901, 4.3.1). */
  readonly presented: string
  readonly keyBinding?: CompactToken
}

/**
 * Claims of the payload that decide whether and for whom it is valid; they never come from a disclosure
 * (RFC 9901, 9.7; SD-JWT VC, 2.2.2.3).
 */
export const neverDisclosable: readonly string[] = [
  'iss',
  'aud',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
]

/**
 * Reads an SD-JWT or SD-JWT+KB. Checks no signature. Refuses `sd-jwt.form`, `sd-jwt.too-many-disclosures`,
 * `sd-jwt.hash`, `sd-jwt.disclosure`, `sd-jwt.claim-name`, `sd-jwt.digest`, `sd-jwt.duplicate-digest`,
 * `sd-jwt.unreferenced-disclosure`, `sd-jwt.claim-twice`, `sd-jwt.not-disclosable`, `sd-jwt.depth`, and what
 * {@link readCompact} refuses.
 */
export function readSdJwt(text: string, place = ''): SdJwt {
  if (text.length > limits.token) refuse('sd-jwt.too-long', place, 'The credential is too long.')
  const parts = text.split('~', limits.disclosures + 3)
  if (parts.length < 2)
    return refuse('sd-jwt.form', place, 'The credential does not end as an SD-JWT must.')
  if (parts.length > limits.disclosures + 2) {
    refuse('sd-jwt.too-many-disclosures', place, 'The credential carries too many disclosures.')
  }
  const binding = parts.at(-1) as string
  if (binding !== '' && !binding.includes('.')) {
    refuse('sd-jwt.form', place, 'The credential does not end as an SD-JWT must.')
  }
  const token = readCompact(parts[0] as string, place)
  const payload = readJsonObject(token.payload, place)
  const hash = hashNameOf(payload, place)
  const byDigest = new Map<string, Disclosure>()
  for (const [i, part] of parts.slice(1, -1).entries()) {
    const where = `${place}~${i + 1}`
    if (part === '') refuse('sd-jwt.form', where, 'A disclosure is empty.')
    const disclosure = readDisclosure(part, hash, where)
    byDigest.set(disclosure.digest, disclosure)
    if (byDigest.size === i) {
      refuse('sd-jwt.duplicate-digest', where, 'The same disclosure stands twice.')
    }
  }
  const processing = new Processing(byDigest, place)
  const claims = processing.whole(payload)
  return {
    token,
    payload,
    claims,
    disclosures: processing.placed,
    hash,
    presented: text.slice(0, text.length - binding.length),
    ...(binding === '' ? {} : { keyBinding: readCompact(binding, `${place}~kb`) }),
  }
}

/** RFC 9901, 7.1, step 3. */
class Processing {
  readonly placed: PlacedDisclosure[] = []
  // Every digest of the payload, disclosed or not: none may stand twice (7.1, step 4).
  private readonly seen = new Set<string>()
  private readonly byDigest: ReadonlyMap<string, Disclosure>
  private readonly place: string

  constructor(byDigest: ReadonlyMap<string, Disclosure>, place: string) {
    this.byDigest = byDigest
    this.place = place
  }

  whole(payload: JsonObject): JsonObject {
    const claims = this.object(payload, [])
    if (this.placed.length !== this.byDigest.size) {
      this.no(
        'sd-jwt.unreferenced-disclosure',
        'A disclosure does not belong to this credential, or was changed.',
      )
    }
    return claims
  }

  private no(code: string, sentence: string): never {
    return refuse(code, this.place, sentence)
  }

  private value(value: Json, path: ClaimPlace): Json {
    if (path.length > limits.json.depth)
      this.no('sd-jwt.depth', 'The claims are nested too deeply.')
    if (Array.isArray(value)) return this.list(value, path)
    return isObject(value) ? this.object(value, path) : value
  }

  private object(value: JsonObject, path: ClaimPlace): JsonObject {
    const claims: { [name: string]: Json } = Object.create(null)
    for (const [name, member] of Object.entries(value)) {
      if (name === '_sd') continue
      if (name === '_sd_alg' && path.length === 0) continue
      requireClaimName(name, this.place)
      claims[name] = this.value(member, [...path, name])
    }
    if (Object.hasOwn(value, '_sd')) this.disclosed(value['_sd'], claims, path)
    return claims
  }

  private disclosed(
    digests: Json | undefined,
    claims: { [name: string]: Json },
    path: ClaimPlace,
  ): void {
    if (!Array.isArray(digests))
      return this.no('sd-jwt.digest', 'The digests of an object are not a list.')
    for (const digest of digests) {
      const disclosure = this.take(digest)
      if (disclosure === undefined) continue
      const { name } = disclosure
      if (name === undefined) {
        return this.no(
          'sd-jwt.disclosure',
          'A disclosure for a list stands for a member of an object.',
        )
      }
      if (path.length === 0 && neverDisclosable.includes(name)) {
        this.no('sd-jwt.not-disclosable', `The claim "${name}" may not be selectively disclosed.`)
      }
      if (Object.hasOwn(claims, name)) {
        this.no('sd-jwt.claim-twice', `The claim "${name.slice(0, 60)}" stands twice.`)
      }
      claims[name] = this.placedAt(disclosure, [...path, name])
    }
  }

  private list(values: readonly Json[], path: ClaimPlace): readonly Json[] {
    const items: Json[] = []
    for (const value of values) {
      if (!isObject(value) || !Object.hasOwn(value, '...')) {
        items.push(this.value(value, [...path, items.length]))
        continue
      }
      if (Object.keys(value).length !== 1) {
        return this.no(
          'sd-jwt.digest',
          'Something stands beside the digest of an element of a list.',
        )
      }
      const disclosure = this.take(value['...'])
      if (disclosure === undefined) continue
      if (disclosure.name !== undefined) {
        return this.no(
          'sd-jwt.disclosure',
          'A disclosure with a name stands for an element of a list.',
        )
      }
      items.push(this.placedAt(disclosure, [...path, items.length]))
    }
    return items
  }

  private take(digest: Json | undefined): Disclosure | undefined {
    if (typeof digest !== 'string') return this.no('sd-jwt.digest', 'A digest is not a text.')
    const { size } = this.seen
    if (this.seen.add(digest).size === size)
      this.no('sd-jwt.duplicate-digest', 'The same digest stands twice.')
    return this.byDigest.get(digest)
  }

  private placedAt(disclosure: Disclosure, path: ClaimPlace): Json {
    this.placed.push({ disclosure, path })
    return this.value(disclosure.value, path)
  }
}
