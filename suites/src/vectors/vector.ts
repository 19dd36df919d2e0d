// One vector: something handed to the verifier, what must come of it, and what must not happen meanwhile.

import type { JsonObject } from 'tessera/read/json'

export const judgedAreas = [
  'jws',
  'sdjwt',
  'data-integrity',
  'status',
  'images',
  'poison-graphs',
] as const
export type AreaName = (typeof judgedAreas)[number]

/** Areas whose reader comes with a later issue. */
export const laterAreas = ['archives', 'csv', 'pdf', 'xml'] as const

/** What is asked of the verifier: all it may know of a vector. */
export interface Question {
  readonly area: AreaName
  /** `verify`, `status-check`, `upload`, `canonicalise`. */
  readonly mode: string
  /** `jws-compact`, `token-status-list` …; empty where the record names none. */
  readonly kind: string
  readonly bytes: Uint8Array
  /** What the caller asks for: nonce, audience, index … */
  readonly context: JsonObject
  /** The status list that is to be had, where one is. */
  readonly statusList?: Uint8Array
}

export interface Vector extends Question {
  readonly id: string
  readonly verdict: string
  readonly mustNot: readonly string[]
}

/** A record nobody can judge by, or a file that is not there: counts as failed. */
export interface Malformed {
  readonly area: AreaName
  readonly id: string
  readonly malformed: string
}

/** Answers by the words that are expected of them: which answers meet which expectation. */
const credentialWords: Words = {
  valid: ['valid'],
  invalid: ['invalid'],
  unknown: ['unknown'],
  'not-valid': ['invalid', 'unknown'],
  any: ['valid', 'invalid', 'unknown'],
}
const statusWords: Words = {
  set: ['set'],
  'not-set': ['not-set'],
  suspended: ['suspended'],
  unknown: ['unknown'],
  any: ['set', 'not-set', 'suspended', 'unknown'],
}
const fileWords: Words = {
  accept: ['accept'],
  reject: ['reject'],
  'accept-or-reject': ['accept', 'reject'],
  // Nothing is cleaned here: a picture is taken as it is or refused.
  'sanitise-or-reject': ['reject'],
  'reject-or-bounded': ['reject', 'bounded'],
  any: ['accept', 'reject', 'bounded'],
}

type Words = { readonly [expected: string]: readonly string[] }

/** What may be expected in an area, by mode. */
export const modes: {
  readonly [area in AreaName]: { readonly [mode: string]: Words }
} = {
  jws: { verify: credentialWords },
  sdjwt: { verify: credentialWords },
  'data-integrity': { verify: credentialWords },
  status: { 'status-check': statusWords },
  images: { upload: fileWords },
  'poison-graphs': { canonicalise: fileWords, verify: credentialWords },
}

/** Whether the answer is one that was expected. */
export function meets({ area, mode, verdict, context }: Vector, answer: string): boolean {
  const words = own(own(modes[area], mode) ?? {}, verdict) ?? []
  if (words.includes(answer)) return true
  // In a list of suspensions a bit that is set says “suspended”.
  return verdict === 'set' && answer === 'suspended' && context['purpose'] === 'suspension'
}

/** A member of the object itself, never one it inherited. */
export function own<T>(object: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
