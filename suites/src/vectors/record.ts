// From a record of a file to a vector. A record nobody could judge by is said to be malformed, never skipped.

import { readFileSync, realpathSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { isObject, type JsonObject } from 'tessera/read/json'
import { isBudget } from './must-not.ts'
import { type AreaName, type Malformed, modes, own, type Vector } from './vector.ts'

/** Reads a record; `place` names it where it has no id. */
export function readRecord(
  record: unknown,
  area: AreaName,
  folder: string,
  place: string,
): Vector | Malformed {
  const id = isObject(record) && isName(record['id']) ? record['id'] : place
  try {
    return vectorOf(record, area, folder, id)
  } catch (error) {
    if (error instanceof NotAVector) return { area, id, malformed: error.message }
    throw error
  }
}

class NotAVector extends Error {}

function no(sentence: string): never {
  throw new NotAVector(sentence)
}

function vectorOf(record: unknown, area: AreaName, folder: string, id: string): Vector {
  if (!isObject(record)) return no('the record is not an object')
  if (!isName(record['id'])) return no('the record has no id')
  const { mode, kind = '', expect } = record
  const context = record['context'] ?? {}
  const words = typeof mode === 'string' ? own(modes[area], mode) : undefined
  if (typeof mode !== 'string' || words === undefined)
    return no(`the mode ${shown(mode)} is not one of ${Object.keys(modes[area]).join(', ')}`)
  if (kind !== null && typeof kind !== 'string') return no('the kind is not a text')
  if (!isObject(context)) return no('the context is not an object')
  if (!isObject(expect)) return no('the record says nothing of what to expect')
  const { verdict, mustNot = [] } = expect
  if (typeof verdict !== 'string' || own(words, verdict) === undefined)
    return no(`the verdict ${shown(verdict)} is not one of ${Object.keys(words).join(', ')}`)
  if (!Array.isArray(mustNot)) return no('mustNot is not a list')
  const strange = mustNot.find((word) => typeof word !== 'string' || !isBudget(word))
  if (strange !== undefined) return no(`mustNot ${shown(strange)} is nothing that is measured here`)
  const list = context['statusListFile']
  return {
    id,
    area,
    mode,
    kind: kind ?? '',
    // A status list is nothing but what is fetched.
    bytes: area === 'status' ? new Uint8Array() : bytesOf(record, folder),
    context,
    ...(list === undefined ? {} : { statusList: served(fileOf(list, folder)) }),
    ...(area === 'status' ? { statusList: served(bytesOf(record, folder)) } : {}),
    verdict,
    mustNot: mustNot as readonly string[],
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function shown(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 60)
}

/** The input itself, or the file it lies in. */
function bytesOf(record: JsonObject, folder: string): Uint8Array {
  const { input, file } = record
  if (input !== undefined && file !== undefined)
    return no('the record has both an input and a file')
  if (file !== undefined) return fileOf(file, folder)
  if (input === undefined) return no('the record has neither an input nor a file')
  return new TextEncoder().encode(typeof input === 'string' ? input : JSON.stringify(input))
}

function fileOf(path: unknown, folder: string): Uint8Array {
  if (typeof path !== 'string' || path === '') return no('the file has no name')
  const home = realpathSync(folder)
  const at = resolve(join(home, path))
  try {
    if (!`${realpathSync(at)}${sep}`.startsWith(`${home}${sep}`))
      return no(`the file ${path} lies outside the folder`)
    return readFileSync(at)
  } catch (error) {
    if (error instanceof NotAVector) throw error
    return no(`the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** `{"jwt": …}` is the signed list as it was answered; anything else is the answer itself. */
function served(bytes: Uint8Array): Uint8Array {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isObject(value) && typeof value['jwt'] === 'string')
      return new TextEncoder().encode(value['jwt'])
  } catch {
    // Not JSON: an answer like any other.
  }
  return bytes
}
