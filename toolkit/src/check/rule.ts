// What a rule of the check is: one demand, one place it looks at, what it says when it is not met.

import type { Design } from '../credential/design.ts'

/** `advice` is never a gate: it may be wrong for a good reason. */
export type Severity = 'error' | 'warning' | 'advice'

/**
 * Never mixed. `annex-i`: what the Recommendation itself asks of every micro-credential.
 * `tessera-quality`: what we ask beyond that, so that others can trust and use it.
 */
export type RuleClass = 'annex-i' | 'tessera-quality'

/** The ten principles of Annex II, and the definition itself. */
export type Principle =
  | 'definition'
  | 'quality'
  | 'transparency'
  | 'relevance'
  | 'valid-assessment'
  | 'learning-pathways'
  | 'recognition'
  | 'portable'
  | 'learner-centred'
  | 'authentic'
  | 'information-and-guidance'

/** What a rule may know besides the design. */
export interface Circumstances {
  /** Without it nothing is said about what has expired. */
  readonly now?: Date
  /** The languages every text is expected in. */
  readonly languages: readonly string[]
  /** What counts as a small volume of learning, in ECTS credits. */
  readonly volume: { readonly min: number; readonly max: number }
}

/** One thing found by one rule. */
export interface Found {
  /** `outcomes[LO2].text.de`: by the id where the part has one, else by its position from 0. */
  readonly place: string
  /** One plain sentence. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
  /** Where it differs from the rule's own. */
  readonly severity?: Severity
}

export interface Rule {
  /** Stable, prefixed by the element: `M7-workload`. */
  readonly id: string
  readonly class: RuleClass
  readonly severity: Severity
  readonly principle: Principle
  /** The part of the design it reads. */
  readonly looksAt: string
  /** What it demands, one sentence. */
  readonly demand: string
  readonly run: (design: Design, circumstances: Circumstances) => readonly Found[]
}
