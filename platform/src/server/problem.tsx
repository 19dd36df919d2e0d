// Saying no over HTTP: problem+json for programs (RFC 9457), a page for people. What went wrong inside is for
// the log, not for the answer.

import type { Context } from 'hono'

const sentences: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood.',
  401: 'Please sign in first.',
  403: 'You may not do this.',
  404: 'There is nothing here.',
  409: 'This was done already, or differently.',
  413: 'This is too large.',
  429: 'Too many tries. Please wait a little.',
  500: 'Something went wrong here. It was noted.',
  503: 'Too busy at the moment. Please try again.',
}

export function problem(c: Context, status: number, error?: unknown, detail?: string): Response {
  void error
  const title = sentences[status] ?? 'Something went wrong.'
  const wantsJson =
    (c.req.header('accept') ?? '').includes('json') || c.req.path.startsWith('/api/')
  if (wantsJson) {
    return c.body(
      JSON.stringify({
        type: 'about:blank',
        title,
        status,
        ...(detail === undefined ? {} : { detail }),
      }),
      status as 400,
      { 'content-type': 'application/problem+json' },
    )
  }
  return c.html(
    `<!doctype html><html lang="en"><title>${title}</title><p>${title}</p></html>`,
    status as 400,
  )
}
