// Languages are those of ISO 639: Greek is el, Czech is cs, Danish is da, whatever their countries' codes are.

import type { Design } from '../../credential/design.ts'
import { countries } from '../../vocabulary/countries.ts'
import { languages } from '../../vocabulary/languages.ts'
import type { Found, Rule } from '../rule.ts'
import { textsOf } from '../texts.ts'

/** Codes of countries, and words, that are taken for codes of languages. */
const meant: Readonly<Record<string, string>> = {
  gr: 'el',
  cz: 'cs',
  dk: 'da',
  jp: 'ja',
  cn: 'zh',
  ua: 'uk',
  sp: 'es',
  kr: 'ko',
  rs: 'sr',
  at: 'de',
  by: 'be',
  gb: 'en',
  us: 'en',
  iw: 'he',
  ji: 'yi',
}

export const languageCode: Rule = {
  id: 'language-code',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'portable',
  looksAt: 'every language of a text, of teaching, of an activity',
  demand:
    'Languages are those of ISO 639, in their shortest form: el for Greek and not gr, en and not eng; regions are those of ISO 3166-1.',
  run: (design) => placedTags(design).flatMap(([place, tag]) => of(tag, place)),
}

function placedTags(design: Design): readonly (readonly [place: string, tag: string])[] {
  return [
    ...design.languages.map((tag, i) => [`languages[${i}]`, tag] as const),
    ...design.teachingLanguages.map((tag, i) => [`teachingLanguages[${i}]`, tag] as const),
    ...design.activities.flatMap(({ id, language }) =>
      language === undefined ? [] : [[`activities[${id}].language`, language] as const],
    ),
    ...textsOf(design).flatMap(({ place, text }) =>
      Object.keys(text).map((tag) => [`${place}.${tag}`, tag] as const),
    ),
  ]
}

function of(tag: string, place: string): readonly Found[] {
  const [language = '', ...rest] = tag.split('-')
  const region = rest.find((part) => /^[A-Z]{2}$/.test(part))
  const short = languages.byIri(`${languages.scheme}/${language.toUpperCase()}`)?.code
  if (language.length === 3 && short !== undefined) {
    const mend = `Write ${[short, ...rest].join('-')}.`
    return [{ place, message: `${language} has a shorter form, which tags use (BCP 47).`, mend }]
  }
  // Of three letters there are thousands, most of them in no list here.
  if (language.length !== 3 && languages.byCode(language) === undefined) {
    const right = meant[language]
    const mend =
      right === undefined
        ? 'Use the two letters of ISO 639-1, such as es, or three of ISO 639-3.'
        : `Write ${[right, ...rest].join('-')}.`
    return [{ place, message: `There is no language ${language} in ISO 639.`, mend }]
  }
  if (region !== undefined && countries.byCode(region) === undefined) {
    const mend = `Leave the region away, or use one of ISO 3166-1, such as ${language}-CH.`
    return [{ place, message: `There is no region ${region} in ISO 3166-1.`, mend }]
  }
  return []
}
