// The languages of the page: those the verifier speaks.

import { de } from './de.ts'
import { en, type Label, type Labels } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'

export type { Label, Labels }

/** Each language by its own name, in the order people find it. */
export const languages = [
  { tag: 'de', name: 'Deutsch', labels: de },
  { tag: 'en', name: 'English', labels: en },
  { tag: 'es', name: 'Español', labels: es },
  { tag: 'fr', name: 'Français', labels: fr },
  { tag: 'it', name: 'Italiano', labels: it },
  { tag: 'lt', name: 'Lietuvių', labels: lt },
  { tag: 'pl', name: 'Polski', labels: pl },
  { tag: 'pt', name: 'Português', labels: pt },
] as const

export type Language = (typeof languages)[number]

/** The first of the wished languages that is here, else English. */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = languages.find(({ tag }) => tag === wish.toLowerCase().split('-')[0])
    if (found !== undefined) return found
  }
  return languages[1]
}

export type Say = (label: Label, words?: Readonly<Record<string, string>>) => string

/** Says a label with its {words} filled in. */
export function sayIn({ labels }: { readonly labels: Labels }): Say {
  return (label, words = {}) =>
    labels[label].replaceAll(/\{([a-z]+)\}/g, (_, word: string) => words[word] ?? '')
}
