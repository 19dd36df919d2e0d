// Every word is there in every language it is owed in, with the same variables and with the plural forms the
// language has; every key that is said exists, and none is kept for nothing.

import assert from 'node:assert/strict'
import { FluentResource } from '@fluent/bundle'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { cataloguesOf, isolated, languages, sayIn, type Language } from './messages.ts'

/**
 * Areas that only those who work at an organisation see: English and Spanish at least; where a language is missing
 * English stands in. Everything else is for learners and checkers and is owed in all ten.
 */
const staff = new Set(['issue', 'people', 'operator', 'api'])

interface Message {
  readonly variables: ReadonlySet<string>
  /** By variable: the forms each choice on it knows. */
  readonly choices: readonly { readonly of: string; readonly forms: ReadonlySet<string> }[]
}

function messagesOf(source: string): ReadonlyMap<string, Message> {
  return new Map(
    new FluentResource(source).body.map(({ id, value }) => {
      const variables = new Set<string>()
      const choices: { of: string; forms: Set<string> }[] = []
      const look = (node: unknown): void => {
        if (Array.isArray(node)) return node.forEach(look)
        if (typeof node !== 'object' || node === null) return undefined
        const part = node as Record<string, unknown>
        if (part['type'] === 'var') variables.add(String(part['name']))
        if (part['type'] === 'select') {
          const variants = part['variants'] as { key: { value: unknown } }[]
          const { name } = part['selector'] as { name?: unknown }
          choices.push({
            of: String(name),
            forms: new Set(variants.map(({ key }) => String(key.value))),
          })
        }
        return Object.values(part).forEach(look)
      }
      look(value)
      return [id, { variables, choices }]
    }),
  )
}

const read = (language: Language): ReadonlyMap<string, ReadonlyMap<string, Message>> =>
  new Map(cataloguesOf(language).map(({ area, source }) => [area, messagesOf(source)]))

const all = new Map(languages.map((language) => [language, read(language)]))
const english = all.get('en') ?? new Map<string, ReadonlyMap<string, Message>>()
const keys = new Set([...english.values()].flatMap((messages) => [...messages.keys()]))

/** Plural forms whole numbers take in a language. */
const formsOf = (language: Language): ReadonlySet<string> =>
  new Set(Array.from({ length: 200 }, (_, number) => new Intl.PluralRules(language).select(number)))

const plurals = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

describe('words', () => {
  for (const language of languages)
    it(`are all read as they were written (${language})`, () => {
      for (const { area, source } of cataloguesOf(language)) {
        const written = [...source.matchAll(/^(-?[A-Za-z][\w-]*)\s*=/gm)].map(([, id]) => id)
        const ids = [...messagesOf(source).keys()]
        assert.deepEqual(ids.toSorted(), written.toSorted(), `${language}/${area}.ftl`)
        for (const id of ids) assert.ok(id.startsWith(`${area}-`), `${id} in ${area}.ftl`)
      }
    })

  for (const language of languages.filter((one) => one !== 'en'))
    it(`say the same in ${language}`, (test) => {
      const faults: string[] = []
      const forms = formsOf(language)
      for (const [area, messages] of english) {
        const theirs = all.get(language)?.get(area)
        if (theirs === undefined && staff.has(area) && language !== 'es') {
          test.diagnostic(`${language}: ${area}.ftl is for staff, English stands in`)
          continue
        }
        for (const [key, { variables, choices }] of messages) {
          const one = theirs?.get(key)
          if (one === undefined) {
            faults.push(`${key} is missing`)
            continue
          }
          const [wanted, had] = [variables, one.variables].map((set) => [...set].toSorted())
          if (String(wanted) !== String(had)) faults.push(`${key} has {${had}}, not {${wanted}}`)
          const counted = new Set(
            choices.filter((choice) => hasPlural(choice.forms)).map(({ of }) => of),
          )
          for (const of of counted) {
            const known = one.choices.find((choice) => choice.of === of)
            const missing = [...forms].filter((form) => known?.forms.has(form) !== true)
            if (missing.length > 0)
              faults.push(`${key} has no form for ${String(missing)} of $${of}`)
          }
        }
        for (const key of theirs?.keys() ?? [])
          if (!messages.has(key)) faults.push(`${key} is too much`)
      }
      assert.deepEqual(faults, [])
    })

  it('that are said exist, and those that exist are said', () => {
    const root = new URL('../../src/', import.meta.url)
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => readFileSync(new URL(path, root), 'utf8'))
      .join('\n')
    const said = [...sources.matchAll(/\bsay\(\s*'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(
      ([, key]) => key ?? '',
    )
    const begun = [...sources.matchAll(/`([a-z]+-[a-z0-9-]*)\$\{/g)].map(([, start]) => start ?? '')
    const literals = new Set(
      [...sources.matchAll(/['"`]([a-z]+(?:-[a-z0-9]+)+)['"`]/g)].map(([, key]) => key ?? ''),
    )
    const missing = said.filter((key) => !keys.has(key))
    assert.deepEqual([...new Set(missing)].toSorted(), [], 'said, but in no catalogue')
    const idle = [...keys].filter(
      (key) => !literals.has(key) && !begun.some((start) => key.startsWith(start)),
    )
    assert.deepEqual(idle.toSorted(), [], 'in the catalogue, but never said')
  })
})

function hasPlural(forms: ReadonlySet<string>): boolean {
  return [...forms].every((form) => plurals.has(form) || /^\d+$/.test(form)) && forms.has('other')
}

describe('saying', () => {
  it('counts as the language does', () => {
    const counted = (language: string, count: number) =>
      sayIn(language)('common-mend', { count }).replaceAll(/[\u2066-\u2069]/g, '')
    assert.match(counted('pl', 1), /jed/i)
    assert.notEqual(counted('pl', 3).replace('3', ''), counted('pl', 5).replace('5', ''))
    assert.notEqual(counted('uk', 3).replace('3', ''), counted('uk', 5).replace('5', ''))
    assert.notEqual(counted('ar', 2).replace('2', ''), counted('ar', 11).replace('11', ''))
    assert.match(counted('ar', 11), /11/, 'digits as on the certificate')
  })

  it('keeps the sentence in order around a name of the other direction', () => {
    assert.equal(isolated('ليلى', 'en'), '\u2068ليلى\u2069')
    assert.equal(isolated('Núria', 'en'), 'Núria')
    assert.equal(isolated('Núria', 'ar'), '\u2068Núria\u2069')
  })

  it('lets no name bring signs that turn the text', () => {
    assert.equal(isolated('a\u202eb\u2069c', 'en'), 'abc')
  })

  it('leaves addresses whole', () => {
    assert.equal(isolated('https://a.example/x', 'ar'), 'https://a.example/x')
  })

  it('falls back to English for a language it does not speak', () => {
    assert.equal(sayIn('tlh')('common-skip'), sayIn('en')('common-skip'))
  })
})
