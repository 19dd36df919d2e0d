// Dates, numbers and lists as the reader's language writes them.

import { localeOf } from './messages.ts'

/** `12 May 2026`. A day without a time (`2026-05-12`) is the same day everywhere. */
export function dateInWords(language: string, date: Date | string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(
    typeof date === 'string' ? new Date(date) : date,
  )
}

/** `12 May 2026 at 14:05 UTC`. */
export function timeInWords(language: string, date: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
    timeZoneName: 'short',
  }).format(date)
}

export function numberInWords(language: string, value: number): string {
  return new Intl.NumberFormat(localeOf(language)).format(value)
}

/** `37 %`, with the sign and the space where the language has them. */
export function shareInWords(language: string, part: number): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(part)
}

/** `1.2 MB`. */
export function sizeInWords(language: string, bytes: number): string {
  const [unit, divisor] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const)
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(bytes / divisor)
}

/** `A, B and C`. */
export function listInWords(language: string, parts: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(parts)
}

/** `lt` → `Lithuanian`. The tag itself where it is none. */
export function languageInWords(language: string, tag: string): string {
  return named(language, 'language', tag)
}

/** `LT` → `Lithuania`. */
export function countryInWords(language: string, code: string): string {
  return named(language, 'region', code)
}

function named(language: string, type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames(localeOf(language), { type }).of(code) ?? code
  } catch {
    return code
  }
}
