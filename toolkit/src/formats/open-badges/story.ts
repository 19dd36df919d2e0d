// How this learner came to the achievement, as a text of short lines (`credentialSubject.narrative`):
// facts about one award that Open Badges has no place for. Read back line by line.

import type { Award, IdentityAssurance } from '../../credential/award.ts'
import { languageOf, say } from './language.ts'

const route = {
  course: 'By following the course.',
  validation: 'By validation of prior learning.',
} as const
const identity = {
  'self-asserted': 'Identity: as stated by the learner.',
  vouched: 'Identity: vouched for.',
  checked: 'Identity: checked by the issuer.',
} as const

export function storyOf(award: Award): string | undefined {
  const language = languageOf(award.design)
  const { place, learner } = award
  const name = say(place?.name, language)
  const lines = [
    award.route === undefined ? undefined : route[award.route],
    learner.identity === undefined ? undefined : identity[learner.identity],
    place === undefined
      ? undefined
      : `Place of issue: ${name === undefined ? '' : `${name}, `}${place.country}.`,
    say(award.furtherInformation, language),
  ].filter((line) => line !== undefined)
  return lines.length === 0 ? undefined : lines.join('\n')
}

export interface ReadStory {
  readonly route?: Award['route']
  readonly identity?: IdentityAssurance
  readonly place?: Award['place']
  readonly rest?: string
}

export function readStory(text: string | undefined, language: string): ReadStory {
  const lines = (text ?? '').split('\n')
  let read: ReadStory = {}
  while (lines.length > 0) {
    const more = factOf(lines[0] ?? '', language)
    if (more === undefined) break
    read = { ...read, ...more }
    lines.shift()
  }
  const rest = lines.join('\n').trim()
  return rest === '' ? read : { ...read, rest }
}

function factOf(line: string, language: string): ReadStory | undefined {
  const way = (['course', 'validation'] as const).find((key) => route[key] === line)
  if (way !== undefined) return { route: way }
  const sure = (['self-asserted', 'vouched', 'checked'] as const).find(
    (key) => identity[key] === line,
  )
  if (sure !== undefined) return { identity: sure }
  const [, name, country] = /^Place of issue: (?:(.+), )?([A-Z]{2})\.$/.exec(line) ?? []
  if (country === undefined) return undefined
  return { place: { country, ...(name === undefined ? {} : { name: { [language]: name } }) } }
}
