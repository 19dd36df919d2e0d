// The few figures a reader looks for first: workload, level, grade, date and place of issue.

import type { Award } from '../credential/award.ts'
import type { Level } from '../credential/design.ts'
import { hoursOf } from '../credential/workload.ts'
import { apart, oneLine } from './plain-text.ts'
import type { Words } from './words.ts'

export interface Fact {
  readonly label: string
  readonly value: string
  readonly note?: string
}

export function factsOf(award: Award, words: Words): readonly Fact[] {
  const { labels } = words
  const { design } = award
  const facts: Fact[] = []
  const credits = award.creditsEarned ?? design.credits
  const hours = hoursOf(design.workload)
  const workload = [
    credits === undefined
      ? undefined
      : `${words.number(credits.points)} ${oneLine(credits.system)}`,
    hours === undefined ? undefined : words.hours(hours),
  ].filter((part) => part !== undefined)
  if (workload[0] !== undefined) facts.push(fact(labels.workload, workload[0], workload[1]))
  const level = design.level === undefined ? undefined : levelOf(design.level, words)
  if (level !== undefined) facts.push(level)
  if (award.grade !== undefined) {
    facts.push(
      fact(labels.grade, oneLine(award.grade), words.line(design.gradingScheme?.title)?.text),
    )
  }
  const issued = award.issuedAt ?? award.awardedOn
  if (issued !== undefined) {
    const place = words.line(award.place?.name)?.text
    facts.push(
      fact(
        labels.dateOfIssue,
        words.day(issued.slice(0, 10)),
        [place, words.country(award.place?.country)]
          .filter((part) => part !== undefined)
          .join(labels.comma),
      ),
    )
  }
  return facts
}

function levelOf(level: Level, words: Words): Fact | undefined {
  const { labels } = words
  const eqf = level.eqf === undefined ? undefined : `${labels.eqf} ${level.eqf}`
  const national =
    level.nqf === undefined
      ? undefined
      : `${oneLine(level.nqf.framework)} ${oneLine(level.nqf.level)}`
  const cycle = level.cycle === undefined ? undefined : labels.cycle[level.cycle]
  const value = eqf ?? national ?? cycle
  if (value === undefined) return undefined
  return fact(
    labels.level,
    value,
    words.join([
      labels.standing[level.standing],
      ...[national, cycle].filter((part) => part !== value),
    ]),
  )
}

function fact(label: string, value: string, note?: string): Fact {
  return { label, value: apart(value), ...(note === undefined || note === '' ? {} : { note }) }
}
