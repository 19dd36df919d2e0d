// One question, asked of the toolkit in the browser: is this file genuine, going by what was given?

import type { Opened } from 'tessera/formats/opened'
import { formats } from 'tessera/formats/index'
import { limits } from 'tessera/limits'
import { attempt } from 'tessera/refusal'
import type { Trust } from 'tessera/trust/trust'
import type { Expectations } from 'tessera/verify/context'
import { verify, type Verdict } from 'tessera/verify/verify'
import { answersFrom, type WebFile } from './web-files.ts'

export interface Question {
  readonly trust: Trust
  /** What the issuer publishes, given as files, as the page connects to nothing. */
  readonly web: readonly WebFile[]
  readonly now: Date
  readonly language: string
  readonly expect?: Expectations
}

export interface Answer {
  readonly verdict: Verdict
  /** What the file says, whatever the verdict is; absent where it cannot be read. */
  readonly opened?: Opened
}

/** Checks one file. Throws only where this browser lacks what the check needs. */
export async function check(bytes: Uint8Array, question: Question): Promise<Answer> {
  const { trust, web, now, language, expect = {} } = question
  const verdict = await verify(bytes, { trust, now, resolver: answersFrom(web), expect, language })
  if (verdict.credential === null || bytes.length > limits.file) return { verdict }
  const format = formats.find(({ id }) => id === verdict.format)
  const opened = format === undefined ? undefined : await attempt(() => format.open(bytes))
  return opened?.ok === true ? { verdict, opened: opened.value } : { verdict }
}
