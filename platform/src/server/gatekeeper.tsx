// Under overload some are told at once to come back, and those let in are answered soon. Whoever sends slowly holds
// no place meanwhile, and what waits for other people's servers has places of its own.

import type { RequestListener } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../house.ts'
import { assetAddress } from '../web/assets.ts'
import { directionOf, sayIn } from '../web/messages.ts'
import { languageOf, preferred } from './language.ts'
import { gate } from './limits.ts'
import { problem } from './problem.tsx'
import { largestOf, type Route } from './route.ts'

/** Bytes of all bodies that are being received at one time. */
const roomForBodies = 256 * 1024 * 1024

export interface Gatekeeper {
  /** Stands before one route. */
  before(route: Route): MiddlewareHandler
  /** Stands before everything, where saying no costs next to nothing. */
  atTheSocket(listener: RequestListener): RequestListener
}

const kept = new WeakMap<House, Gatekeeper>()

/** One a house: the socket and the routes see the same queue. */
export function gatekeeperOf(house: House): Gatekeeper {
  const known = kept.get(house) ?? gatekeeper(house)
  kept.set(house, known)
  return known
}

const always = /^\/(healthz|readyz|metrics|assets\/)/

function gatekeeper(house: House): Gatekeeper {
  const gates = { own: gate(), others: gate({ width: 48, queue: 64 }) }
  const busy = busyPages()
  let received = 0
  let turnedAway = 0
  const tell = () => {
    if (turnedAway > 0)
      house.log?.({
        at: house.clock.now().toISOString(),
        level: 'warn',
        message: 'turned away',
        count: turnedAway,
      })
    turnedAway = 0
  }
  return {
    // A thousand pages saying no would keep those who were let in from being answered: this is a few bytes, and
    // one line in the log a second.
    atTheSocket: (listener) => (request, response) => {
      if (!gates.own.isFull() || always.test(request.url ?? '/')) return listener(request, response)
      if (turnedAway === 0) setTimeout(tell, 1000).unref()
      turnedAway += 1
      const { accept = '' } = request.headers
      const isPage = accept.includes('text/html')
      response.writeHead(503, {
        ...bare,
        'Content-Type': isPage ? html : 'application/problem+json',
      })
      response.end(isPage ? busy.page(preferred(request.headers['accept-language'])) : document)
      return undefined
    },
    before(route) {
      // What is the same for everybody is answered always; so is whether the process lives.
      if (route.plain === true) return (_, next) => next()
      const { pass } = route.waits === true ? gates.others : gates.own
      return async (c, next) => {
        if (c.req.raw.body !== null) {
          const said = Number(c.req.header('content-length') ?? Number.NaN)
          const size = Number.isSafeInteger(said) ? said : largestOf(route)
          if (received + size > roomForBodies) return busy.answer(c)
          received += size
          try {
            // Kept by the request: whoever reads it as a form, text or JSON afterwards gets this.
            await c.req.arrayBuffer()
          } catch {
            // Who stopped sending half-way reads no answer; it is no fault of ours.
            return problem(c, 400)
          } finally {
            received -= size
          }
        }
        const passed = await pass(async () => {
          await next()
          return true
        })
        return passed === true ? undefined : busy.answer(c)
      }
    },
  }
}

/** The page for those turned away is made once a language and holds nothing of whoever asked first. */
function busyPages() {
  const made = new Map<string, string>()
  const page = (language: string): string => {
    const text = made.get(language) ?? busyPage(language)
    made.set(language, text)
    return text
  }
  return {
    page,
    answer: (c: Context): Response | Promise<Response> => {
      c.header('Retry-After', '1')
      return (c.req.header('accept') ?? '').includes('text/html')
        ? c.html(page(languageOf(c)), 503, { 'Cache-Control': 'no-store' })
        : problem(c, 503)
    },
  }
}

const html = 'text/html; charset=utf-8'
const bare = {
  'Retry-After': '1',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
}
const document = JSON.stringify({
  type: 'about:blank',
  title: 'Too busy at the moment. Please try again.',
  status: 503,
})

function busyPage(language: string): string {
  const say = sayIn(language)
  const page = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{say('problem-503')}</title>
        <link rel="stylesheet" href={assetAddress('style.css')} />
      </head>
      <body>
        <main class="reading">
          <h1>{say('problem-503')}</h1>
          <p>{say('problem-503-next')}</p>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${String(page)}`
}
