// Finding the words of the European Learning Model 3.2 in a file of unknown origin: what has not the
// expected shape is not found.

import { localIdSchema } from '../../../credential/outcome.ts'
import { languageTagSchema, type Text } from '../../../credential/text.ts'
import { isObject, type Json, type JsonObject, listOf } from '../../../read/json.ts'
import type { ConceptList } from '../../../vocabulary/index.ts'

export function objects(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject)
}

export function object(value: Json | undefined): JsonObject {
  return objects(value)[0] ?? {}
}

/** A language map: texts of known language tags, at most 20,000 characters each. */
export function text(value: Json | undefined): Text | undefined {
  if (!isObject(value)) return undefined
  const found = Object.entries(value).flatMap(([language, words]) => {
    const word = listOf(words)[0]
    const fits = languageTagSchema.safeParse(language).success
    return fits && typeof word === 'string' && word !== '' && word.length <= 20_000
      ? [[language, word] as const]
      : []
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

/** The first text whatever its language: names of people have none. */
export function anyText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return isObject(value)
    ? (Object.values(value)
        .map((words) => listOf(words)[0])
        .find((word) => typeof word === 'string') as string | undefined)
    : undefined
}

export function noteText(value: Json | undefined): Text | undefined {
  return text(object(value)['noteLiteral'])
}

export function url(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.length <= 2000 && URL.canParse(value)
    ? value
    : undefined
}

export function webAddress(value: Json | undefined): string | undefined {
  return url(object(value)['contentURL'])
}

/** A concept's code in the list, else the word it is called by. */
export function code(list: ConceptList, value: Json | undefined): string | undefined {
  const found = object(value)
  const id = found['id']
  const known = typeof id === 'string' ? list.byIri(id)?.code : undefined
  const word = known ?? anyText(found['prefLabel'])
  return word === undefined || word.length > 100 ? undefined : word
}

export function codes(list: ConceptList, value: Json | undefined): readonly string[] {
  return objects(value)
    .map((each) => code(list, each))
    .filter((found) => found !== undefined)
}

/** The day of a date or time. */
export function day(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(value)
    ? value.slice(0, 10)
    : undefined
}

/** The local name behind an identifier, or one by its place. */
export function localId(value: Json | undefined, prefix: string, place: number): string {
  const last = typeof value === 'string' ? value.slice(value.lastIndexOf('#') + 1) : ''
  return localIdSchema.safeParse(last).success ? last : `${prefix}${place + 1}`
}
