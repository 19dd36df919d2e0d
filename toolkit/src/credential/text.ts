// Multilingual text: one thing said in several languages.

import { z } from 'zod'

/** Language tags as people write them in a design: `en`, `pt`, `sr-Latn`, `de-AT` (BCP 47, the common part). */
export const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag such as en, de-AT or sr-Latn')

/** Text per language tag; at least one language, no empty text. */
export const textSchema = z
  .record(languageTagSchema, z.string().min(1).max(20_000))
  .refine((text) => Object.keys(text).length > 0, 'at least one language')
  .meta({
    description: 'The same text in one or more languages: { en: "…", es: "…" }',
    minProperties: 1,
  })

export type Text = Readonly<Record<string, string>>

/** The text in the wanted language, else in a relative of it (`de` for `de-AT`), else English, else the first. */
export function inLanguage(
  text: Text,
  language: string,
): { readonly language: string; readonly value: string } {
  const base = language.split('-')[0] ?? language
  const found =
    [language, base, 'en'].find((tag) => text[tag] !== undefined) ??
    Object.keys(text).find((tag) => tag.startsWith(base)) ??
    Object.keys(text)[0] ??
    'en'
  return { language: found, value: text[found] ?? '' }
}

export function languagesOf(text: Text | undefined): readonly string[] {
  return text === undefined ? [] : Object.keys(text)
}
