// JSON as RFC 8259 has it, read strictly: no duplicate member, no lone surrogate, no `__proto__`,
// no number that loses value, bounded in depth and size. JSON.parse keeps the last duplicate in silence.

import type { Json, JsonObject } from '../canonical-json.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { utf8Decode } from './utf8.ts'

export type { Json, JsonObject }

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
// A run of string content that needs no thought.
// oxlint-disable-next-line no-control-regex
const plainRun = /[^"\\\u0000-\u001f\ud800-\udfff]*/y
/** What may follow a backslash, but for u. */
const escapes = '"\\/bfnrt'

function isHex(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x46) ||
    (code >= 0x61 && code <= 0x66)
  )
}

class Reader {
  private at = 0
  private values = 0
  private readonly text: string
  private readonly place: string

  constructor(text: string, place: string) {
    this.text = text
    this.place = place
  }

  whole(): Json {
    this.space()
    const value = this.value(0)
    this.space()
    if (this.at < this.text.length)
      this.no('json.trailing', 'Something follows the end of the JSON text.')
    return value
  }

  private no(code: string, sentence: string): never {
    return refuse(code, this.place, `${sentence} (character ${this.at + 1})`)
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.at++
    }
  }

  private value(depth: number): Json {
    if (depth > limits.json.depth) this.no('json.depth', 'The JSON text is nested too deeply.')
    if (++this.values > limits.json.values)
      this.no('json.size', 'The JSON text holds too many values.')
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth)
      case '[':
        return this.array(depth)
      case '"':
        return this.string()
      case 't':
        return this.word('true', true)
      case 'f':
        return this.word('false', false)
      case 'n':
        return this.word('null', null)
      default:
        return this.number()
    }
  }

  private word<T extends Json>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) this.no('json.syntax', 'This is not JSON.')
    this.at += word.length
    return value
  }

  private number(): number {
    numberForm.lastIndex = this.at
    const found = numberForm.exec(this.text)?.[0]
    if (found === undefined) return this.no('json.syntax', 'This is not JSON.')
    const value = Number(found)
    if (!Number.isFinite(value)) this.no('json.number', 'A number is too large.')
    if (/^-?[0-9]+$/.test(found) && !Number.isSafeInteger(value)) {
      this.no('json.number', 'A whole number is too large to be read exactly.')
    }
    this.at += found.length
    return value
  }

  private string(): string {
    const from = ++this.at
    this.run()
    // Most texts hold nothing that needs thought.
    if (this.text.charCodeAt(this.at) === 0x22) return this.text.slice(from, this.at++)
    while (this.text.charCodeAt(this.at) !== 0x22) this.special()
    // The engine reads a text with escapes in it exactly as the standard has it, and in one go.
    const value = JSON.parse(this.text.slice(from - 1, ++this.at)) as string
    if (!value.isWellFormed()) this.no('json.lone-surrogate', 'A JSON text is not valid Unicode.')
    return value
  }

  /** Moves behind characters that stand for themselves. */
  private run(): void {
    plainRun.lastIndex = this.at
    plainRun.test(this.text)
    this.at = plainRun.lastIndex
  }

  /** Moves behind an escape, or a character that may need thought, and what follows it that does not. */
  private special(): void {
    const letter = this.text[this.at]
    if (letter === undefined) this.no('json.syntax', 'A text in the JSON does not end.')
    if (letter < ' ') this.no('json.syntax', 'A control character stands bare in a JSON text.')
    this.at += letter === '\\' ? this.escape() : 1
    const next = this.text.charCodeAt(this.at)
    if (next !== 0x5c && next !== 0x22) this.run()
  }

  /** Length of an escape. */
  private escape(): number {
    const letter = this.text[this.at + 1] ?? ''
    if (letter !== 'u')
      return escapes.includes(letter) && letter !== ''
        ? 2
        : this.no('json.syntax', 'An escape is not one JSON knows.')
    for (let i = 2; i < 6; i++) {
      if (!isHex(this.text.charCodeAt(this.at + i)))
        this.no('json.syntax', 'A \\u escape is broken.')
    }
    return 6
  }

  private array(depth: number): readonly Json[] {
    const items: Json[] = []
    this.at++
    this.space()
    if (this.text[this.at] === ']') {
      this.at++
      return items
    }
    for (;;) {
      this.space()
      items.push(this.value(depth + 1))
      this.space()
      const letter = this.text[this.at++]
      if (letter === ']') return items
      if (letter !== ',') {
        this.at--
        this.no('json.syntax', 'A list in the JSON is broken.')
      }
    }
  }

  private object(depth: number): JsonObject {
    const members: { [name: string]: Json } = {}
    this.at++
    this.space()
    if (this.text[this.at] === '}') {
      this.at++
      return members
    }
    for (;;) {
      this.space()
      if (this.text[this.at] !== '"') this.no('json.syntax', 'A member of the JSON has no name.')
      const name = this.string()
      if (Object.hasOwn(members, name))
        this.no('json.duplicate-member', `The member "${name}" stands twice.`)
      if (name === '__proto__') this.no('json.name', 'A member may not be called __proto__.')
      this.space()
      if (this.text[this.at] !== ':') this.no('json.syntax', 'A member of the JSON has no value.')
      this.at++
      this.space()
      members[name] = this.value(depth + 1)
      this.space()
      const letter = this.text[this.at++]
      if (letter === '}') return members
      if (letter !== ',') {
        this.at--
        this.no('json.syntax', 'An object in the JSON is broken.')
      }
    }
  }
}

/** Reads JSON text. Refuses with `json.*`; `place` names the input in the refusal. */
export function readJson(input: string | Uint8Array, place = ''): Json {
  const text = typeof input === 'string' ? input : utf8Decode(input, place)
  return new Reader(text, place).whole()
}

/** Reads a JSON text that must be one object. */
export function readJsonObject(input: string | Uint8Array, place = ''): JsonObject {
  const value = readJson(input, place)
  return isObject(value)
    ? value
    : refuse('json.not-an-object', place, 'A JSON object is expected here.')
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member as a list: absent → [], one value → [value]. JSON-LD writes one-element arrays either way. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value as Json]
}

/** The member if it is a text. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
