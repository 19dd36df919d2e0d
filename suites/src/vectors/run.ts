// Runs the vectors of a folder: every question is asked, every answer judged.

import { type Folder, readFolder } from './folder.ts'
import { Keeper, type Outcome, type Patience, Unable, usualPatience } from './keeper.ts'
import type { Setting } from './messages.ts'
import { breachesOf, type Conduct, limitsOf } from './must-not.ts'
import { type AreaName, meets, type Vector } from './vector.ts'

export interface Judgement {
  readonly vector: Vector
  readonly conduct: Conduct
  readonly came: string
  /** What happened that must not. */
  readonly breaches: readonly string[]
  readonly passed: boolean
}

export interface Failure {
  readonly area: AreaName | undefined
  readonly id: string
  readonly expected: string
  readonly came: string
}

export interface Run {
  readonly judgements: readonly Judgement[]
  readonly failures: readonly Failure[]
  readonly later: Folder['later']
}

export interface RunOptions {
  /** Address of a module with other ways of asking: for the tests of the runner itself. */
  readonly areas?: string
  readonly patience?: Patience
  /** Hears of every vector that was judged. */
  readonly heard?: (judgement: Judgement) => void
}

export async function runFolder(path: string, options: RunOptions = {}): Promise<Run> {
  const folder = readFolder(path)
  const failures: Failure[] = folder.malformed.map(({ area, id, malformed }) => ({
    area,
    id,
    expected: id.endsWith('.json') ? 'a file of the layout' : 'a vector',
    came: malformed,
  }))
  const judgements: Judgement[] = []
  if (folder.trust !== undefined) {
    const setting: Setting = {
      trust: folder.trust,
      now: folder.now.getTime(),
      ...(options.areas === undefined ? {} : { areas: options.areas }),
    }
    const keeper = new Keeper(setting, options.patience ?? usualPatience)
    try {
      for (const vector of folder.vectors) {
        const judgement = await judged(vector, keeper)
        judgements.push(judgement)
        options.heard?.(judgement)
        if (!judgement.passed) failures.push(failureOf(judgement))
      }
    } catch (error) {
      if (!(error instanceof Unable)) throw error
      failures.push(
        ...folder.vectors.slice(judgements.length).map((vector) => unasked(vector, error.message)),
      )
    } finally {
      keeper.end()
    }
  } else {
    failures.push(
      ...folder.vectors.map((vector) => unasked(vector, 'there is no trust.json to go by')),
    )
  }
  return { judgements, failures, later: folder.later }
}

function unasked({ area, id, verdict }: Vector, why: string): Failure {
  return { area, id, expected: verdict, came: `nothing: ${why}` }
}

async function judged(vector: Vector, keeper: Keeper): Promise<Judgement> {
  const first = await keeper.ask(vector)
  if (!isCostly(vector, first)) return judgementOf(vector, first)
  // Too much in a process that has answered others may be their doing: it is asked again, alone in a new one.
  keeper.end()
  const again = await keeper.ask(vector)
  keeper.end()
  const conduct = {
    ...again.conduct,
    milliseconds: Math.min(first.conduct.milliseconds, again.conduct.milliseconds),
    mebibytes: Math.min(first.conduct.mebibytes, again.conduct.mebibytes),
    deeds: [...first.conduct.deeds, ...again.conduct.deeds],
    polluted: [...first.conduct.polluted, ...again.conduct.polluted],
  }
  return judgementOf(vector, again.conduct.ended === undefined ? { ...again, conduct } : again)
}

function isCostly({ mustNot }: Vector, { conduct }: Outcome): boolean {
  const { milliseconds, mebibytes } = limitsOf(mustNot)
  return (
    conduct.ended === undefined &&
    (conduct.milliseconds > milliseconds || conduct.mebibytes > mebibytes)
  )
}

function judgementOf(vector: Vector, { answer, conduct }: Outcome): Judgement {
  const breaches = breachesOf(vector.mustNot, conduct)
  return {
    vector,
    conduct,
    came: answer === undefined ? 'no answer' : said(answer),
    breaches,
    passed: answer !== undefined && meets(vector, answer.word) && breaches.length === 0,
  }
}

function said({ word, why }: NonNullable<Outcome['answer']>): string {
  return why === '' ? word : `${word} (${why})`
}

function failureOf({ vector, came, breaches }: Judgement): Failure {
  const { area, id, verdict } = vector
  const names = new Set(breaches.map((breach) => breach.split(':')[0] ?? breach))
  return {
    area,
    id,
    expected: [verdict, ...[...names].map((name) => `no ${name}`)].join(' and '),
    came: [came, ...breaches].join('; '),
  }
}
