// What is the same for everybody: stylesheet, fonts, pictures, scripts. The address holds a hash of the bytes, so
// that a browser asks once and keeps them for a year.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Route } from '../server/route.ts'

const require = createRequire(import.meta.url)
const font = (part: string) =>
  require.resolve(`@fontsource/source-serif-4/files/source-serif-4-${part}-500-normal.woff2`)

/** The compiler leaves these where they were written; `dist` is as deep as `src`. */
const written = (name: string) => fileURLToPath(new URL(`../../src/web/${name}`, import.meta.url))
const compiled = (name: string) => fileURLToPath(new URL(`client/${name}`, import.meta.url))

const checker = (name: string) =>
  fileURLToPath(new URL(`../../../checker/dist/page/${name}`, import.meta.url))

/** Name in pages → file. One line for a new one. */
const sources = {
  'style.css': written('style.css'),
  'icon.svg': written('icon.svg'),
  'serif-latin.woff2': font('latin'),
  'serif-latin-ext.woff2': font('latin-ext'),
  'serif-cyrillic.woff2': font('cyrillic'),
  'page.js': compiled('page.js'),
  'passkey.js': compiled('passkey.js'),
  // Built apart (`npm run checker`); without them the server checks.
  'checker.js': checker('page.js'),
  'checker.css': checker('style.css'),
  'sealing.js': compiled('sealing.js'),
} as const
export type AssetName = keyof typeof sources

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
}

interface Asset {
  readonly address: string
  readonly type: string
  readonly bytes: Uint8Array
  /** By content coding; fonts are compressed already. */
  readonly packed: ReadonlyMap<string, Uint8Array>
  readonly modified: number
}

const kept = new Map<AssetName, Asset>()

function read(name: AssetName): Asset {
  const place = sources[name]
  const modified = statSync(place).mtimeMs
  const known = kept.get(name)
  // A stylesheet that is being written is seen without a new start.
  if (known !== undefined && known.modified === modified) return known
  const text = readFileSync(place)
  const bytes = name === 'style.css' ? Buffer.from(withAddresses(text.toString('utf8'))) : text
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  const dot = name.lastIndexOf('.')
  const type = types[name.slice(dot + 1)] ?? 'application/octet-stream'
  const asset = {
    address: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`,
    type,
    bytes,
    packed: type.startsWith('font/') ? new Map() : packedOf(bytes),
    modified,
  }
  kept.set(name, asset)
  return asset
}

function packedOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return new Map([
    ['br', brotliCompressSync(bytes, quality)],
    ['gzip', gzipSync(bytes, { level: 9 })],
  ])
}

/** `url(serif-latin.woff2)` in the stylesheet is the font's own hashed address. */
function withAddresses(css: string): string {
  return css.replaceAll(/url\('([a-z-]+\.woff2)'\)/g, (whole, name: string) =>
    name in sources ? `url('${read(name as AssetName).address}')` : whole,
  )
}

export const assetAddress = (name: AssetName): string => read(name).address

/** False: the scripts were not compiled (a page is whole without them). */
export const hasAsset = (name: AssetName): boolean => existsSync(sources[name])

function assetAt(address: string): Asset | undefined {
  const name = address.replace(/\.[A-Za-z0-9_-]{12}(\.[a-z0-9]+)$/, '$1')
  return name in sources && hasAsset(name as AssetName) ? read(name as AssetName) : undefined
}

export const assets: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/:name',
    needs: 'anyone',
    plain: true,
    handle: ({ c }) => {
      const name = c.req.param('name') ?? ''
      const asset = assetAt(name)
      if (asset === undefined) return c.notFound()
      const accepted = c.req.header('accept-encoding') ?? ''
      const coding = [...asset.packed.keys()].find((one) => accepted.includes(one))
      const body = coding === undefined ? asset.bytes : (asset.packed.get(coding) ?? asset.bytes)
      // An older page asks by an older hash: it gets today's file, and does not keep it.
      const current = asset.address.endsWith(`/${name}`)
      return c.body(new Uint8Array(body), 200, {
        'content-type': asset.type,
        'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        ...(coding === undefined ? {} : { 'content-encoding': coding }),
      })
    },
  },
]
