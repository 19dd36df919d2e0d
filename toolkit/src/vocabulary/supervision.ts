// Supervision and identity check of an assessment: the design keeps two facts and a place; the
// Recommendation has three values (Annex I, optional element 2), the EU list four, and neither all.
// Source: Council Recommendation 2022/C 243/02, Annex I; EU list supervision-verification, CC BY 4.0.

import type { Supervision } from '../credential/assessment.ts'
import type { Concept } from './list.ts'
import { supervisionVerification } from './supervision-verification.ts'

export type RecommendedSupervision =
  | 'unsupervised-without-identity-check'
  | 'supervised-without-identity-check'
  | 'supervised-with-identity-check'

export interface Mapped<T> {
  readonly value: T
  /** What the target cannot say, one sentence each; empty when nothing is lost. */
  readonly losses: readonly string[]
}

export const recommendedSupervisionLabels: Readonly<Record<RecommendedSupervision, string>> = {
  'unsupervised-without-identity-check': 'Unsupervised with no identity verification',
  'supervised-without-identity-check': 'Supervised with no identity verification',
  'supervised-with-identity-check': 'Supervised online or on-site with identity verification',
}

const places = { 'on-site': 'on site', online: 'online' }

function lostPlace(supervision: Supervision, list: string): readonly string[] {
  return supervision.where === undefined
    ? []
    : [`${list} does not say where: "${places[supervision.where]}" is not carried.`]
}

/** The Recommendation's three values; none of them is "unsupervised, but identity checked". */
export function recommendedSupervision(supervision: Supervision): Mapped<RecommendedSupervision> {
  const lost = lostPlace(supervision, 'The Recommendation')
  if (supervision.supervised) {
    return supervision.identityChecked
      ? { value: 'supervised-with-identity-check', losses: lost }
      : { value: 'supervised-without-identity-check', losses: lost }
  }
  return {
    value: 'unsupervised-without-identity-check',
    losses: supervision.identityChecked
      ? [
          ...lost,
          'The Recommendation has no value for an identity check without supervision: the check is not carried.',
        ]
      : lost,
  }
}

const codes = {
  supervised: {
    checked: 'supervised-with-id-verification',
    unchecked: 'supervised-without-id-verification',
  },
  unsupervised: {
    checked: 'unsupervised-with-id-verification',
    unchecked: 'unsupervised-without-id-verification',
  },
} as const

/** The EU list's four values; only the place is lost. */
export function supervisionConcept(supervision: Supervision): Mapped<Concept | undefined> {
  const pair = codes[supervision.supervised ? 'supervised' : 'unsupervised']
  return {
    value: supervisionVerification.byCode(
      supervision.identityChecked ? pair.checked : pair.unchecked,
    ),
    losses: lostPlace(supervision, 'The EU list'),
  }
}

/** The two facts behind a concept of the EU list; undefined for one that is not in it. */
export function supervisionOf(iri: string): Supervision | undefined {
  const code = supervisionVerification.byIri(iri)?.code
  if (code === undefined) return undefined
  return {
    supervised: code.startsWith('supervised'),
    identityChecked: code.endsWith('with-id-verification'),
  }
}
