// Checking without the file leaving the device: the page of `checker/`, with what this house goes by laid into it.
// It connects to nothing, so it also works from a copy that was kept, with what was known on that day.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Trust } from 'tessera/trust/trust'
import type { House } from '../house.ts'
import { ownPublications } from '../issue/publish.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { assetAddress, hasAsset } from '../web/assets.ts'

const written = fileURLToPath(new URL('../../../checker/src/index.html', import.meta.url))

/** False: the page was not built (`npm run checker`); the server checks all the same. */
export const canCheckOnDevice = (): boolean =>
  hasAsset('checker.js') && hasAsset('checker.css') && existsSync(written)

interface WebFile {
  readonly place: string
  readonly bytes: Uint8Array
  readonly at: Date
}

/** As `checker/src/laid-out.ts` reads it. No `<` stands in it, so it cannot end the element it is in. */
export function laidOut(trust: Trust, web: readonly WebFile[]): string {
  return JSON.stringify({ trust, web }, function (this: Record<string, unknown>, name, value) {
    // `toJSON` of a time has been asked already; the time itself still stands in its place.
    const meant = this[name]
    if (meant instanceof Uint8Array) return { $bytes: Buffer.from(meant).toString('base64') }
    if (meant instanceof Date) return { $time: meant.toISOString() }
    return value as unknown
  }).replaceAll('<', '\\u003c')
}

async function knownHere(house: House): Promise<string> {
  const published = await ownPublications(house)
  return laidOut(
    await house.trust(),
    published.map(({ address, bytes, madeAt }) => ({ place: address, bytes, at: madeAt })),
  )
}

async function page({ c, house }: Asked): Promise<Response> {
  if (!canCheckOnDevice()) return problem(c, 404)
  const html = readFileSync(written, 'utf8')
    .replace('href="icon.svg"', `href="${assetAddress('icon.svg')}"`)
    .replace('src="icon.svg"', `src="${assetAddress('icon.svg')}"`)
    .replace('href="style.css"', `href="${assetAddress('checker.css')}"`)
    .replace('src="page.js"', `src="${assetAddress('checker.js')}"`)
    .replace(
      '<noscript>',
      `<script type="application/json" id="laid-out">${await knownHere(house)}</script>\n    <noscript>`,
    )
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  )
  // What was withdrawn since must not be missed by a page that is asked for anew.
  c.header('Cache-Control', 'no-cache')
  return c.html(html)
}

export const onThisDevice: Route = {
  method: 'GET',
  path: '/verify/on-this-device',
  needs: 'anyone',
  waits: true,
  handle: page,
}
