// In which language a page speaks: the one asked for in the address, the person's own, the browser's.

import type { Context } from 'hono'
import { languages, type Language } from '../web/messages.ts'

const known = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag?.toLowerCase().split('-')[0])

export function languageOf(c: Context, own?: string): Language {
  return known(c.req.query('lang')) ?? known(own) ?? preferred(c.req.header('accept-language'))
}

/** RFC 9110, 12.5.4, as far as ten languages need it. */
export function preferred(header = ''): Language {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.trim().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: known(tag), weight: Number(weight?.trim().slice(2) ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return wishes.find(({ language }) => language !== undefined)?.language ?? 'en'
}
