// How things are said in one language: texts, numbers, dates, names of countries.

import { inLanguage, type Text } from '../credential/text.ts'
import { labelsFor } from './labels/index.ts'
import type { Labels } from './labels/labels.ts'
import { apart, directionOf, oneLine, severalLines } from './plain-text.ts'

/** A piece of text with the language it is in, as a screen reader must know it. */
export interface Said {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

export interface Words {
  readonly language: string
  readonly labels: Labels
  /** The text in the wanted language or the next best, on one line; undefined if there is nothing to say. */
  line(text: Text | undefined): Said | undefined
  lines(text: Text | undefined): Said | undefined
  /** A text of ours, in the language of the labels. */
  own(text: string): Said
  /** Parts of one line, each keeping its own direction; missing ones are left out. */
  join(parts: readonly (string | undefined)[]): string
  number(value: number): string
  hours(value: number): string
  /** A date such as 2026-10-30, written out. */
  day(isoDate: string): string
  country(code: string | undefined): string | undefined
}

/** Where a language alone would mean another continent's way to write dates. */
const european: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' }

/** The words of the language of a tag; texts are looked up by the whole tag, labels by what we have. */
export function wordsOf(tag: string): Words {
  const { language, labels } = labelsFor(tag)
  // Digits stay the same as in the sealed data, so that grades and numbers can be compared by eye.
  const locale = `${european[language] ?? language}-u-ca-gregory-nu-latn`
  const said = (text: Text | undefined, clean: (text: string) => string): Said | undefined => {
    if (text === undefined) return undefined
    const found = inLanguage(text, tag)
    const value = clean(found.value)
    return value === ''
      ? undefined
      : { text: value, lang: found.language.split('-')[0] ?? language, dir: directionOf(value) }
  }
  return {
    language,
    labels,
    line: (text) => said(text, oneLine),
    lines: (text) => said(text, severalLines),
    own: (text) => ({ text, lang: language, dir: labels.direction }),
    join: (parts) =>
      parts
        .filter((part) => part !== undefined && part !== '')
        .map((part) => apart(part ?? ''))
        .join(labels.separator),
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
    hours: (value) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'hour',
        unitDisplay: 'long',
        maximumFractionDigits: 2,
      }).format(value),
    day: (isoDate) => {
      const [year, month, day] = calendar(isoDate)
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(year, month - 1, day)),
      )
    },
    country: (code) =>
      code === undefined ? undefined : new Intl.DisplayNames([locale], { type: 'region' }).of(code),
  }
}

export function capital(text: string, language: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language))
}

export function calendar(isoDate: string): readonly [number, number, number] {
  const [year, month, day] = isoDate.slice(0, 10).split('-').map(Number)
  return [year ?? 1, month ?? 1, day ?? 1]
}

/** Nothing or one thing, as a list. */
export function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
