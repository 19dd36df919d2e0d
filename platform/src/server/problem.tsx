// Saying no over HTTP: problem+json for programs (RFC 9457), a page for people. What went wrong inside is for
// the log, not for the answer.

import type { Context } from 'hono'
import { sayIn, type Say } from '../web/messages.ts'
import { show } from '../web/page.tsx'
import { languageOf } from './language.ts'
import { nobody, type Visitor } from './visitor.ts'

const sentences: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood.',
  401: 'Please sign in first.',
  403: 'You may not do this.',
  404: 'There is nothing here.',
  409: 'This was done already, or differently.',
  413: 'This is too large.',
  415: 'This kind of content is not read here.',
  422: 'Something in this is not right.',
  429: 'Too many tries. Please wait a little.',
  500: 'Something went wrong here. It was noted.',
  503: 'Too busy at the moment. Please try again.',
}

/** What is known about whom it is said to; a fault before that is told in English. */
export interface Told {
  readonly say?: Say
  readonly language?: string
  readonly visitor?: Visitor
  /** One more sentence, already in the reader's language. */
  readonly detail?: string
  /** More members of the problem document, for programs. */
  readonly more?: Readonly<Record<string, unknown>>
  /** A code of ours; `about:blank` where the status says everything. */
  readonly type?: string
}

export function problem(c: Context, status: number, told: Told = {}): Response | Promise<Response> {
  const title = sentences[status] ?? 'Something went wrong.'
  const reference = c.get('requestId') as string | undefined
  const accept = c.req.header('accept') ?? ''
  // `*/*` is a program more often than a person; browsers name text/html.
  const wantsPage = accept.includes('text/html') && !c.req.path.startsWith('/api/')
  c.header('Cache-Control', 'no-store')
  if (!wantsPage)
    return c.body(
      JSON.stringify({
        type: told.type ?? 'about:blank',
        title,
        status,
        ...(told.detail === undefined ? {} : { detail: told.detail }),
        ...told.more,
        ...(status >= 500 && reference !== undefined
          ? { instance: `urn:request:${reference}` }
          : {}),
      }),
      status as 400,
      { 'content-type': 'application/problem+json' },
    )
  const language = told.language ?? languageOf(c)
  const say = told.say ?? sayIn(language)
  const key = status in sentences ? String(status) : status >= 500 ? '500' : '400'
  return show(
    { c, say, language, visitor: told.visitor ?? nobody },
    { title: say(`problem-${key}`), personal: true },
    <>
      <p class="above">{status}</p>
      <h1>{say(`problem-${key}`)}</h1>
      {told.detail === undefined ? null : <p class="lead">{told.detail}</p>}
      <p>{say(`problem-${key}-next`)}</p>
      {status >= 500 && reference !== undefined ? (
        <p class="hint">
          {say('problem-reference')} <code>{reference}</code>
        </p>
      ) : null}
      <p class="actions">
        <a class="button" href="/">
          {say('problem-home')}
        </a>
      </p>
    </>,
    status,
  )
}
