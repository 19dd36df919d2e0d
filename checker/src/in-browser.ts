// For tests only: the built page in a real browser, with every request that is not for the page's own files
// stopped and counted.

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const folder = fileURLToPath(new URL('page/', import.meta.url))
const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

const chosen = process.env['TESSERA_CHROMIUM']
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const path = (chosen === undefined ? usual : [chosen]).find((candidate) => existsSync(candidate))

/** `skip` option of node:test: false where there is a browser and a built page, else the printed reason. */
export const unlessBrowser: false | string =
  path === undefined
    ? 'no Chromium here (apt-get install chromium, or TESSERA_CHROMIUM=path)'
    : existsSync(join(folder, 'page.js'))
      ? false
      : 'the page is not built (npm run checker)'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface OpenPage {
  readonly page: Page
  /** Every request but those for the page's own files, every breach of its policy, every error it threw. */
  readonly trouble: readonly string[]
}

export interface Chromium {
  readonly address: string
  open(options?: BrowserContextOptions): Promise<OpenPage>
  /** The most memory that the fullest page took so far, bytes. */
  peakMemory(): Promise<number>
  close(): Promise<void>
}

/** Starts the browser and serves the page's own files, and nothing else, on this computer. */
export async function startChromium(): Promise<Chromium> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    const type = types[name]
    response.writeHead(type === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' })
    response.end(type === undefined ? '' : readFileSync(join(folder, name)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser: Browser = await chromium.launch({ executablePath: path ?? '', args: flags })
  return {
    address,
    async open(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options })
      const trouble: string[] = []
      const own = new Set(
        Object.keys(types)
          .map((name) => address + name)
          .concat(address),
      )
      await context.route('**/*', (route) => {
        const url = route.request().url()
        if (own.has(url)) return route.continue()
        trouble.push(`request ${url}`)
        return route.abort()
      })
      const page = await context.newPage()
      page.on('pageerror', ({ message }) => trouble.push(`error ${message}`))
      // Breaches of the policy are told here, and anything else the page would complain about.
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
      })
      page.on('websocket', (socket) => trouble.push(`socket ${socket.url()}`))
      await page.goto(address)
      return { page, trouble }
    },
    async peakMemory() {
      const session = await browser.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const peaks = processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
      return Math.max(...peaks.map((peak) => Number(peak ?? 0) * 1024))
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

/** Bytes as they can be sent to a page: Playwright sends the whole buffer under a view. */
export function sent(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes)
}

/** The exports of a module of `dist`, bundled as the page is, under a global name: to be evaluated in a page. */
export async function bundled(module: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    platform: 'browser',
    target: 'es2023',
    define: { 'import.meta.url': JSON.stringify('file:///') },
    logLevel: 'error',
  })
  return `${outputFiles[0]?.text ?? ''}\nglobalThis.${globalName} = ${globalName}`
}
