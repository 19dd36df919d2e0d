// How much of Annex I an award holds. Reported beside the verdict of a check, never part of it: a
// credential may be genuine and incomplete.

import type { Award } from '../credential/award.ts'
import { standardElements, type ElementId } from './elements.ts'

export interface ElementState {
  readonly id: ElementId
  /** In plain English, after the Recommendation. */
  readonly name: string
  readonly mandatory: boolean
  /** `not-applicable`: the Recommendation asks for it only where it applies, and nothing is given. */
  readonly state: 'present' | 'absent' | 'not-applicable'
}

export interface Completeness {
  readonly elements: readonly ElementState[]
  /** No mandatory element is absent. */
  readonly complete: boolean
  /** The mandatory elements that are absent. */
  readonly missing: readonly ElementId[]
}

/** The sixteen elements of Annex I (Council Recommendation 2022/C 243/02) in an award. */
export function completenessOf(award: Award): Completeness {
  const elements = standardElements.map(
    ({ id, name, mandatory, whereApplicable, inAward }): ElementState => {
      if (inAward(award)) return { id, name, mandatory, state: 'present' }
      return { id, name, mandatory, state: whereApplicable === true ? 'not-applicable' : 'absent' }
    },
  )
  const missing = elements
    .filter(({ mandatory, state }) => mandatory && state === 'absent')
    .map(({ id }) => id)
  return { elements, complete: missing.length === 0, missing }
}
