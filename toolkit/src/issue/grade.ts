// Does a grade fit its scheme? Scales run up (5–10) or down (4.0–1.0); the two ends say which.

import type { GradingScheme } from '../credential/assessment.ts'

/** A sentence when the grade lies outside pass mark and best grade; undefined when it fits or cannot be told. */
export function gradeFault(grade: string, scheme: GradingScheme | undefined): string | undefined {
  const pass = numberOf(scheme?.passMark)
  const best = numberOf(scheme?.best)
  if (pass === undefined || best === undefined) return undefined
  const value = numberOf(grade)
  const between = `between ${scheme?.passMark} (pass) and ${scheme?.best} (best)`
  if (value === undefined) return `The grade “${grade}” is not a number ${between}.`
  if (value < Math.min(pass, best) || value > Math.max(pass, best)) {
    return `The grade ${grade} is not ${between}; only a passed micro-credential is issued.`
  }
  return undefined
}

/** Whether the grade is a number on the far side of the pass mark: not a fault of writing, a result not passed. */
export function isBelowPass(grade: string, scheme: GradingScheme | undefined): boolean {
  const pass = numberOf(scheme?.passMark)
  const best = numberOf(scheme?.best)
  const value = numberOf(grade)
  if (pass === undefined || best === undefined || value === undefined) return false
  return best >= pass ? value < pass : value > pass
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const plain = text
    .trim()
    .replace(',', '.')
    .replace(/\s*(%|points?)$/i, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
