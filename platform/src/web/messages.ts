// Words on pages and in letters: Fluent messages, one folder a language, one file an area. A key that is
// missing in a language fails the build's tests; at run time the English one stands in.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** One text by its key, with its variables. */
export type Say = (key: string, variables?: Readonly<Record<string, string | number>>) => string

export const languages = ['en', 'es', 'de', 'fr', 'it', 'pt', 'pl', 'lt', 'uk', 'ar'] as const
export type Language = (typeof languages)[number]

/** What speakers call their language. */
export const autonyms: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  pt: 'Português',
  pl: 'Polski',
  lt: 'Lietuvių',
  uk: 'Українська',
  ar: 'العربية',
}

export const isLanguage = (tag: string): tag is Language =>
  (languages as readonly string[]).includes(tag)

export const directionOf = (language: string): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr')

/** Digits as the certificates have them, so that a number on a page can be compared with one on paper. */
export const localeOf = (language: string): string =>
  language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language === 'en' ? 'en-GB' : language

// ---------------------------------------------------------------------------------- the catalogues

/** They stand beside `src`, where translators find them; `dist` is as deep as `src`. */
export const catalogues = new URL('../../messages/', import.meta.url)

export interface Catalogue {
  readonly area: string
  readonly source: string
}

export function cataloguesOf(language: Language): readonly Catalogue[] {
  const folder = new URL(`${language}/`, catalogues)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .toSorted()
    .map((name) => ({
      area: name.slice(0, -'.ftl'.length),
      source: readFileSync(new URL(name, folder), 'utf8'),
    }))
}

const bundles = new Map<Language, FluentBundle>()

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language)
  if (known !== undefined) return known
  // Isolation is our own (see `isolated`): theirs would put signs into every link and subject line.
  const bundle = new FluentBundle(localeOf(language), { useIsolating: false })
  for (const { source } of cataloguesOf(language)) {
    const [trouble] = bundle.addResource(new FluentResource(source))
    if (trouble !== undefined) throw trouble
  }
  bundles.set(language, bundle)
  return bundle
}

// ---------------------------------------------------------------------------------- saying

const controls = /[\u202a-\u202e\u2066-\u2069]/g
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * A name of the other writing direction does not turn the sentence around it (Unicode UAX #9), and no name brings
 * signs that do. Addresses stay as they are: a sign at their end would become part of the link.
 */
export function isolated(value: string, language: string): string {
  const plain = value.replaceAll(controls, '')
  if (/^(?:https?|mailto):/.test(plain)) return plain
  const foreign = directionOf(language) === 'rtl' || rightToLeft.test(plain)
  return foreign && plain !== '' ? `\u2068${plain}\u2069` : plain
}

const sayings = new Map<Language, Say>()

export function sayIn(language: string): Say {
  const spoken = isLanguage(language) ? language : 'en'
  const known = sayings.get(spoken)
  if (known !== undefined) return known
  const say: Say = (key, variables = {}) => {
    const bundle = [bundleOf(spoken), bundleOf('en')].find((one) => one.hasMessage(key))
    const pattern = bundle?.getMessage(key)?.value
    if (bundle === undefined || pattern === undefined || pattern === null) return key
    const given: Record<string, FluentVariable> = {}
    for (const [name, value] of Object.entries(variables))
      given[name] = typeof value === 'number' ? value : isolated(value, spoken)
    // A variable that was forgotten is seen as {$name}; the page is still a page.
    return bundle.formatPattern(pattern, given, [])
  }
  sayings.set(spoken, say)
  return say
}
