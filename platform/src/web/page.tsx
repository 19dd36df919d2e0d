// The frame of every page: who speaks, where one can go, in which language; then what the page is for.

import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Visitor } from '../server/visitor.ts'
import { assetAddress, hasAsset, type AssetName } from './assets.ts'
import { autonyms, directionOf, languages, type Say } from './messages.ts'
import { waysFor } from './navigation.ts'

/** Whom a page is shown to. What a route is asked with is one. */
export interface Reader {
  readonly c: Context
  readonly say: Say
  readonly language: string
  readonly visitor: Visitor
}

export interface PageOptions {
  /** The page's name; the browser's tab adds whose it is. */
  readonly title: string
  /** Whose page it is: a university's name stands before the product's. */
  readonly organisation?: string | undefined
  /** `desk`: for tables of those who work here; otherwise a width that reads well. */
  readonly width?: 'reading' | 'desk' | undefined
  /** True: about one person. No search engine keeps it and no other site learns its address. */
  readonly personal?: boolean | undefined
  /** Small modules that improve what works without them. */
  readonly scripts?: readonly AssetName[] | undefined
  /** Seconds after which the page is asked for again, for what runs by itself; without a script only. */
  readonly refresh?: number | undefined
}

/** The answer: a whole page. */
export function show(
  reader: Reader,
  options: PageOptions,
  content: Child,
  status = 200,
): Response | Promise<Response> {
  const { c } = reader
  if (options.personal === true) {
    c.header('X-Robots-Tag', 'noindex, nofollow')
    // The address may hold a secret; to ourselves alone, and of those who signed in, it tells where to come back to.
    c.header('Referrer-Policy', reader.visitor.person === undefined ? 'no-referrer' : 'same-origin')
    c.header('Cache-Control', 'no-store')
  }
  c.header('Content-Language', reader.language)
  const page = (
    <Page reader={reader} options={options}>
      {content}
    </Page>
  )
  return c.html(
    <>
      {raw('<!doctype html>')}
      {page}
    </>,
    status as 200,
  )
}

function Page({
  reader,
  options,
  children,
}: PropsWithChildren<{ reader: Reader; options: PageOptions }>) {
  const { say, language } = reader
  const scripts: readonly AssetName[] = ['page.js', ...(options.scripts ?? [])]
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {options.personal === true ? <meta name="robots" content="noindex, nofollow" /> : null}
        {options.refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(options.refresh)} />
          </noscript>
        )}
        <title>{`${options.title} · ${options.organisation ?? 'Tessera'}`}</title>
        <link rel="icon" href={assetAddress('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetAddress('style.css')} />
        {scripts.filter(hasAsset).map((name) => (
          <script type="module" src={assetAddress(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {say('common-skip')}
        </a>
        <Header reader={reader} organisation={options.organisation} />
        <main id="content" class={options.width ?? 'reading'} tabindex={-1}>
          {children}
        </main>
        <Footer reader={reader} />
      </body>
    </html>
  )
}

function Header({ reader, organisation }: { reader: Reader; organisation: string | undefined }) {
  const { c, say, visitor } = reader
  const ways = waysFor(visitor)
  const here = c.req.path
  return (
    <header class="house">
      <div class="bar">
        <a class="name" href="/">
          <Mark />
          <span>
            {organisation === undefined ? null : <bdi class="whose">{organisation}</bdi>}
            <span class="product">Tessera</span>
          </span>
        </a>
        {ways.length === 0 ? null : (
          <nav class={ways.length > 2 ? 'ways many' : 'ways'} aria-label={say('common-navigation')}>
            <ul>
              {ways.map(({ to, key }) => (
                <li>
                  <a href={to} aria-current={isWithin(here, to) ? 'page' : undefined}>
                    {say(key)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Languages reader={reader} />
        {visitor.person !== undefined ? (
          <Account reader={reader} />
        ) : here === '/sign-in' ? null : (
          <a class="enter" href="/sign-in">
            {say('common-sign-in')}
          </a>
        )}
      </div>
    </header>
  )
}

const isWithin = (here: string, to: string) => here === to || here.startsWith(`${to}/`)

/** Four stones of a mosaic. Drawn here and not asked for, so that it is there with the first bytes. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path class="stone-1" d="M2 2h11v11H2z" />
      <path class="stone-2" d="M15 2h11v11H15z" />
      <path class="stone-3" d="M2 15h11v11H2z" />
      <path class="stone-4" d="M15 15h11v11H15z" />
    </svg>
  )
}

/** The same page in another language. Works without a script; the choice is kept in a cookie. */
function Languages({ reader }: { reader: Reader }) {
  const { c, say, language } = reader
  const url = new URL(c.req.url)
  const inLanguage = (code: string) => {
    const query = new URLSearchParams(url.search)
    query.set('lang', code)
    return `${url.pathname}?${query.toString()}`
  }
  return (
    <details class="languages">
      <summary>
        <svg class="globe" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18z" />
        </svg>
        <span class="unseen">{say('common-language')}: </span>
        {autonyms[language as 'en']}
      </summary>
      <ul>
        {languages.map((code) => (
          <li>
            <a
              href={inLanguage(code)}
              lang={code}
              dir={directionOf(code)}
              hreflang={code}
              aria-current={code === language ? 'true' : undefined}
            >
              {autonyms[code]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Account({ reader: { say, visitor } }: { reader: Reader }) {
  return (
    <details class="account">
      <summary>
        <span class="unseen">{say('common-account')}: </span>
        <bdi>{visitor.person?.name}</bdi>
      </summary>
      <ul>
        <li>
          <a href="/account">{say('common-account')}</a>
        </li>
        <li>
          <form method="post" action="/sign-out">
            <input type="hidden" name="csrf" value={visitor.csrf} />
            <button type="submit" class="link">
              {say('common-sign-out')}
            </button>
          </form>
        </li>
      </ul>
    </details>
  )
}

function Footer({ reader: { say } }: { reader: Reader }) {
  return (
    <footer class="ground">
      <div>
        <p class="creed">{say('common-creed')}</p>
        <nav aria-label={say('common-about-nav')}>
          <ul>
            <li>
              <a href="/about">{say('common-about')}</a>
            </li>
            <li>
              <a href="/privacy">{say('common-privacy')}</a>
            </li>
            <li>
              <a href="/accessibility">{say('common-accessibility')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
