// The verifier's sentences by language.

import { de } from './de.ts'
import { en, type SentenceCode, type Sentences } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'

export type { SentenceCode, Sentences }

const languages: Readonly<Record<string, Sentences>> = { de, en, es, fr, it, lt, pl, pt }

/** The sentence of a code in a language (English where there is none), its {words} filled in. */
export function sentence(
  code: SentenceCode,
  words: Readonly<Record<string, string>>,
  language = 'en',
): string {
  const tag = language.toLowerCase().replace(/-.*$/s, '')
  const sentences = (Object.hasOwn(languages, tag) ? languages[tag] : undefined) ?? en
  return sentences[code].replaceAll(/\{([a-z]+)\}/g, (_, word: string) => words[word] ?? '')
}

export function sentenceLanguages(): readonly string[] {
  return Object.keys(languages)
}
