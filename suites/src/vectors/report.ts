// What a person reads: `N passed, M failed` for each area and in total, each failure by name, the worst costs.

import type { Failure, Judgement, Run } from './run.ts'
import { judgedAreas, laterAreas } from './vector.ts'

/** One line of a vector and what it cost. */
export function lineOf({ vector, conduct, came, passed }: Judgement): string {
  const cost = `${milliseconds(conduct.milliseconds)} ${mebibytes(conduct.mebibytes)}`
  const asked = conduct.lookUps.length === 0 ? '' : `  asked for ${conduct.lookUps.join(', ')}`
  return `${passed ? ' ' : '✖'} ${cost}  ${vector.id}  ${came}${asked}`
}

/** The report of a run. */
export function reportOf({ judgements, failures, later }: Run): string {
  const lines: string[] = []
  let passed = 0
  for (const area of judgedAreas) {
    const own = judgements.filter(({ vector }) => vector.area === area)
    const good = own.filter((judgement) => judgement.passed).length
    const bad = failures.filter((failure) => failure.area === area)
    passed += good
    lines.push(`${area}: ${good} passed, ${bad.length} failed${worstOf(own)}`)
    lines.push(...bad.map(failureLine))
  }
  const homeless = failures.filter(({ area }) => area === undefined)
  if (homeless.length > 0) {
    lines.push(`layout: 0 passed, ${homeless.length} failed`, ...homeless.map(failureLine))
  }
  for (const area of laterAreas) {
    const number = later.get(area) ?? 0
    if (number > 0) lines.push(`${area}: not yet, ${number} vectors not asked`)
  }
  lines.push(`total: ${passed} passed, ${failures.length} failed`)
  return lines.join('\n')
}

function failureLine({ id, expected, came }: Failure): string {
  return `  ✖ ${id}: expected ${expected}, came ${came}`
}

function worstOf(judgements: readonly Judgement[]): string {
  const slowest = most(judgements, ({ conduct }) => conduct.milliseconds)
  const largest = most(judgements, ({ conduct }) => conduct.mebibytes)
  if (slowest === undefined || largest === undefined) return ''
  return `; at worst ${milliseconds(slowest.conduct.milliseconds).trim()} (${slowest.vector.id}), ${mebibytes(largest.conduct.mebibytes).trim()} (${largest.vector.id})`
}

function most<T>(items: readonly T[], by: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || by(item) > by(best) ? item : best),
    undefined,
  )
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`.padStart(9)
}

function mebibytes(value: number): string {
  return `${value.toFixed(1)} MiB`.padStart(9)
}
