// The languages certificates are printed in. A new one is one new file and one line here.

import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { Labels } from './labels.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { uk } from './uk.ts'

export const catalogue = { en, es, de, fr, it, pt, pl, lt, uk, ar } as const

export type LabelLanguage = keyof typeof catalogue

/**
 * The labels for a language tag: that language, its base language, else English. `language` says which
 * one it is, so that the document never claims a language it is not written in.
 */
export function labelsFor(tag: string): {
  readonly language: LabelLanguage
  readonly labels: Labels
} {
  const language = labelled(tag) ?? labelled(tag.split('-')[0] ?? '') ?? 'en'
  return { language, labels: catalogue[language] }
}

function labelled(tag: string): LabelLanguage | undefined {
  return Object.hasOwn(catalogue, tag) ? (tag as LabelLanguage) : undefined
}
