// Chromium as people have it: with and without scripts, with the keyboard alone, enlarged, in forced colours. What
// a page asks of others, breaks of its policy or throws is kept as trouble.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'

const chosen = process.env['TESSERA_CHROMIUM']
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const path = (chosen === undefined ? usual : [chosen]).find((candidate) => existsSync(candidate))

/** `skip` of node:test: false where there is a browser, else the reason that is printed. */
export const unlessBrowser: string | false =
  path === undefined && 'no Chromium here (apt-get install chromium, or TESSERA_CHROMIUM=path)'

const scriptless = new WeakSet<BrowserContext>()

export interface TestBrowser {
  visit(options?: BrowserContextOptions): Promise<BrowserContext>
  trouble(): readonly string[]
  close(): Promise<void>
}

export async function openBrowser(
  address: string,
  neighbours: readonly string[] = [],
): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: path ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  const trouble: string[] = []
  const origins = new Set([new URL(address).origin, ...neighbours])
  return {
    async visit(options = {}) {
      const context = await browser.newContext({
        locale: 'en-GB',
        baseURL: address,
        acceptDownloads: true,
        ...options,
      })
      context.setDefaultTimeout(60_000)
      if (options.javaScriptEnabled === false) scriptless.add(context)
      await context.route('**/*', (route) => {
        const url = route.request().url()
        if (/^(data|blob):/.test(url) || origins.has(new URL(url).origin)) return route.continue()
        trouble.push(`request ${url}`)
        return route.abort()
      })
      context.on('page', (page) => {
        page.on('pageerror', ({ message }) => trouble.push(`error ${message}`))
        page.on('console', (message) => {
          // That a page answers 404 or 422 is told here as well, and is meant.
          if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
            trouble.push(`${page.url()}: ${message.text()}`)
        })
      })
      return context
    },
    trouble: () => trouble,
    close: () => browser.close(),
  }
}

// ---------------------------------------------------------------------------------- what is asked of every page

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeAnswer {
  readonly passes: readonly unknown[]
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/**
 * What axe finds, in words; and what it cannot: words without a message, a page wider than the screen. In a browser
 * that runs no scripts axe cannot run either; the same pages are looked at in those that do.
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  const scripts = !scriptless.has(page.context())
  const text = await page.locator('body').innerText()
  const unsaid = text.match(/\{ ?\$[a-z]+ ?\}|^[a-z]+(?:-[a-z0-9]+){1,}$/gm) ?? []
  const found = unsaid.map((key) => `a word is missing: ${key}`)
  return [...found, ...(scripts ? await looked(page) : [])].map(
    (sentence) => `${new URL(page.url()).pathname}: ${sentence}`,
  )
}

async function looked(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { passes, violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeAnswer
  if (passes.length === 0) return ['axe did not look at anything']
  const wide = await wider(page)
  // WCAG 1.4.10: a window of 1280 pixels at 400 %.
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 256 })
  const enlarged = await wider(page)
  if (before !== null) await page.setViewportSize(before)
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`,
      ),
    ),
    ...(wide > 0 ? [`${wide} pixels wider than the screen`] : []),
    ...(enlarged > 0 ? [`${enlarged} pixels wider than the screen at 400 %`] : []),
  ]
}

const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Reaches what is named with Tab alone, and presses it with the key that fits. */
export async function pressed(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      if (element === null || element === document.body) return undefined
      const labels = 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : []
      const { outlineStyle } = getComputedStyle(element)
      return {
        text: [...labels.map(({ textContent }) => textContent), element.textContent]
          .join(' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
        visible: outlineStyle !== 'none',
      }
    })
    if (focused === undefined) continue
    const found = typeof name === 'string' ? focused.text.startsWith(name) : name.test(focused.text)
    if (!found) continue
    if (!focused.visible) throw new Error(`Nobody sees that “${focused.text}” has the focus.`)
    if (key !== '') await page.keyboard.press(key)
    return
  }
  throw new Error(`“${String(name)}” cannot be reached with the Tab key on ${page.url()}`)
}

/** Types into the field with this label, reached with Tab. */
export async function typed(page: Page, label: string | RegExp, text: string): Promise<void> {
  await pressed(page, label, '')
  await page.keyboard.type(text)
}
