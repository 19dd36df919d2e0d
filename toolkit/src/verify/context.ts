// What every check is given.

import type { Opened } from '../formats/opened.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Trust } from '../trust/trust.ts'
import { sentence, type SentenceCode } from './sentences/index.ts'
import type { CheckId, CheckLine } from './verdict.ts'

/** What the caller asks of the file and of who shows it. */
export interface Expectations {
  readonly nonce?: string
  readonly audience?: string
  readonly challenge?: string
  readonly domain?: string
  /** The type of credential asked for. */
  readonly vct?: string
  /** The holder must prove possession of the key the credential is bound to. */
  readonly keyBinding?: boolean
  /** Whoever presents it must be the one it is about. */
  readonly holderIsSubject?: boolean
}

export interface CheckContext {
  readonly opened: Opened
  readonly trust: Trust
  readonly now: Date
  readonly resolver: Resolver
  readonly expect: Expectations
  readonly language: string
}

/** One line of the answer. */
export function line(
  context: { readonly language: string },
  id: CheckId,
  status: CheckLine['status'],
  code: SentenceCode,
  source: string,
  words: Readonly<Record<string, string>> = {},
): CheckLine {
  const plainWords = Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, plain(word)]),
  )
  return {
    id,
    status,
    code,
    message: sentence(code, plainWords, context.language),
    source: plain(source),
  }
}

/** Words of a file stand in our sentences: they may not steer a terminal, turn the line around or fill the page. */
function plain(text: string): string {
  return text.slice(0, 300).replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}
