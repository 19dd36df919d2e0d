// The verifier's answer. Three values all the way down: what could not be decided is never shown as
// good, and never as broken.

export type CheckId =
  | 'format'
  | 'signature'
  | 'issuer-key'
  | 'issuer-trust'
  | 'status'
  | 'dates'
  | 'holder'

export interface CheckLine {
  readonly id: CheckId
  readonly status: 'passed' | 'failed' | 'undecided'
  /** Stable dotted code: `signature.changed`, `issuer-trust.not-known-here`. */
  readonly code: string
  /** One plain sentence. */
  readonly message: string
  /** What the answer rests on: the file, a certificate, a trust list, a status list and its time. */
  readonly source: string
}

export type VerdictWord = 'valid' | 'invalid' | 'unknown'

/** Any failed line makes it invalid; else any undecided line makes it unknown; else it is valid. */
export function verdictOf(checks: readonly CheckLine[]): VerdictWord {
  if (checks.some((check) => check.status === 'failed')) return 'invalid'
  if (checks.length === 0 || checks.some((check) => check.status === 'undecided')) return 'unknown'
  return 'valid'
}
