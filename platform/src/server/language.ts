// In which language a page speaks: the one chosen here (`?lang=`, kept in a cookie), the person's own, the browser's.

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import { languages, type Language } from '../web/messages.ts'

const known = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag?.toLowerCase().split('-')[0])

export function languageOf(c: Context, own?: string): Language {
  const asked = known(c.req.query('lang')) ?? known(getCookie(c, cookie))
  return asked ?? known(own) ?? preferred(c.req.header('accept-language'))
}

const cookie = 'language'

/** A language that was chosen stays. The cookie says nothing about anybody, so scripts may read it. */
export function keepLanguage(c: Context, config: Config): void {
  const chosen = known(c.req.query('lang'))
  if (chosen === undefined) return
  const secure = config.address.startsWith('https:')
  setCookie(c, cookie, chosen, { path: '/', sameSite: 'Lax', secure, maxAge: 31_536_000 })
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
