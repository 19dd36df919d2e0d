// The check of a design against the European approach to micro-credentials (Council Recommendation
// 2022/C 243/02) and against what we ask beyond it.

import type { Design } from '../credential/design.ts'
import type { Circumstances, Found, Principle, Rule, RuleClass, Severity } from './rule.ts'
import { rules } from './rules/index.ts'

export interface Finding {
  /** Id of the rule, such as `M7-workload`. */
  readonly rule: string
  readonly class: RuleClass
  readonly severity: Severity
  readonly place: string
  readonly message: string
  readonly mend: string
  readonly principle: Principle
}

export interface Report {
  readonly errors: number
  readonly warnings: number
  readonly advice: number
  /** Errors first, then warnings, then advice. */
  readonly findings: readonly Finding[]
}

export interface CheckOptions {
  /** The languages every text is expected in; those of the design unless given. */
  readonly languages?: readonly string[]
  /** Today, for what expires; without it nothing is said about that. */
  readonly now?: Date
  /** What counts as small, in ECTS credits; 1 to 30 unless given (no European document sets it). */
  readonly volume?: { readonly min: number; readonly max: number }
}

const severities: readonly Severity[] = ['error', 'warning', 'advice']

/** Checks a design by every rule. Never throws for a design of the model's shape. */
export function check(design: Design, options: CheckOptions = {}): Report {
  const circumstances: Circumstances = {
    languages: options.languages ?? design.languages,
    volume: options.volume ?? { min: 1, max: 30 },
    ...(options.now === undefined ? {} : { now: options.now }),
  }
  const found = rules.flatMap((rule) =>
    rule.run(design, circumstances).map((finding) => findingOf(rule, finding)),
  )
  const findings = severities.flatMap((severity) =>
    found.filter((finding) => finding.severity === severity),
  )
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), advice: count('advice'), findings }
}

function findingOf(rule: Rule, found: Found): Finding {
  return {
    rule: rule.id,
    class: rule.class,
    severity: found.severity ?? rule.severity,
    place: found.place,
    message: found.message,
    mend: found.mend,
    principle: rule.principle,
  }
}
