// Reading the sentences of outcomes. English only: verb rules of other languages wait until a native
// reader has signed their lists.

import type { Design } from '../credential/design.ts'
import type { LearningOutcome } from '../credential/outcome.ts'
import type { Text } from '../credential/text.ts'
import { placed } from './place.ts'

/** Each language of a text, with its place. */
export function inEach(
  text: Text | undefined,
  place: string,
): readonly { readonly value: string; readonly place: string }[] {
  return Object.entries(text ?? {}).map(([language, value]) => ({
    value,
    place: `${place}.${language}`,
  }))
}

export interface EnglishOutcome {
  readonly outcome: LearningOutcome
  readonly text: string
  /** The text from its verb on: without "Learners will be able to". */
  readonly sentence: string
  readonly place: string
}

const preamble =
  /^(upon (successful )?completion,? ?|(the |a )?(learners?|students?|participants?|graduates?) |(will|can|should|is|are|may) |(be )?able to |to )/i

export function englishOutcomes(design: Design): readonly EnglishOutcome[] {
  return placed('outcomes', design.outcomes).flatMap(({ part, place }) => {
    const [tag] = Object.keys(part.text).filter((language) => language.split('-')[0] === 'en')
    const text = tag === undefined ? undefined : part.text[tag]?.trim()
    if (text === undefined) return []
    return [{ outcome: part, text, sentence: withoutPreamble(text), place: `${place}.text.${tag}` }]
  })
}

function withoutPreamble(text: string): string {
  const rest = text.replace(preamble, '')
  return rest === text ? text : withoutPreamble(rest)
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
