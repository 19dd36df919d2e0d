// The canonical form of a JSON value: RFC 8785 (JCS).

import { refuse } from './refusal.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** RFC 8785 text of a value. Members that are `undefined` are left out, as JSON.stringify does. */
export function canonicalJson(value: unknown, place = '$'): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') {
    if (!value.isWellFormed()) refuse('jcs.lone-surrogate', place, 'The text is not valid Unicode.')
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      refuse('jcs.number', place, 'Only finite numbers have a JSON form.')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, i) => canonicalJson(item, `${place}[${i}]`)).join(',')}]`
  }
  if (typeof value === 'object') {
    // JCS sorts by UTF-16 code units, which is what JavaScript's own comparison does.
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([name, member]) => `${canonicalJson(name, place)}:${canonicalJson(member, `${place}.${name}`)}`).join(',')}}`
  }
  return refuse('jcs.type', place, `A ${typeof value} has no JSON form.`)
}
