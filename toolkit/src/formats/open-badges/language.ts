// Open Badges 3.0 has one language per credential (`inLanguage`).

import type { Design } from '../../credential/design.ts'
import { inLanguage, languagesOf, type Text } from '../../credential/text.ts'

/** The language a badge of this design is written in: the design's first one its title has. */
export function languageOf(design: Design): string {
  const titles = languagesOf(design.title)
  const wanted = [...design.languages, 'en']
  return wanted.find((tag) => titles.includes(tag)) ?? titles[0] ?? design.languages[0] ?? 'en'
}

/** The text in that language, or the nearest there is. */
export function say(text: Text, language: string): string
export function say(text: Text | undefined, language: string): string | undefined
export function say(text: Text | undefined, language: string): string | undefined {
  return text === undefined ? undefined : inLanguage(text, language).value
}

/** The language it had to be taken from, where that is another. */
export function otherLanguage(text: Text, language: string): string | undefined {
  const found = inLanguage(text, language).language
  return found === language ? undefined : found
}
