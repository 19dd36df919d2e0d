// Credo (Open Wallet Foundation): the framework under many wallets and verifiers. Installed apart, by `npm run interop`.

import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { whoSees, type Judge } from '../judge.ts'

const home = fileURLToPath(new URL('../../../credo', import.meta.url))

type Verify = (options: object) => Promise<string | undefined>
interface Credo {
  createVerifier(fetch: (url: string | URL | Request) => Promise<Response>): Verify
}

let credo: Credo | undefined

function install(): string | undefined {
  const done = `${home}/node_modules/.package-lock.json`
  const lock = `${home}/package-lock.json`
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return undefined
  console.error('Installing Credo …')
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    { cwd: home, encoding: 'utf8', timeout: 300_000 },
  )
  if (status === 0) return undefined
  return `npm could not install it: ${(stderr ?? '').split('\n')[0] ?? ''}`
}

export const credoJudge: Judge = {
  name: 'Credo',
  available: async () => {
    const missing = install()
    if (missing !== undefined) return missing
    try {
      const address = new URL('../../../credo/verifier.mjs', import.meta.url).href
      credo = (await import(address)) as Credo
      return undefined
    } catch (error) {
      return `it does not start: ${String(error).split('\n')[0] ?? ''}`
    }
  },
  // Not disclosures that the token does not name: 0.6.3 accepts them, against RFC 9901, 7.1 (5), as if they were not there.
  expects: (exhibit) =>
    exhibit.kind === 'sd-jwt'
      ? whoSees(exhibit, [
          'content',
          'header',
          'signature',
          'authority',
          'revoked',
          'expired',
          'holder',
        ])
      : undefined,
  judge: async ({ bytes, world, asked }) => {
    const verify = credo?.createVerifier(async (input) => {
      const page = await world.resolver.get(String(input), 'status-list')
      return page === undefined
        ? new Response('', { status: 404 })
        : new Response(Buffer.from(page.bytes))
    })
    const { nonce, audience } = asked ?? {}
    const said = await verify?.({
      compactSdJwtVc: Buffer.from(bytes).toString(),
      trustedCertificates: world.anchors.map((one) => Buffer.from(one).toString('base64')),
      now: world.now,
      ...(nonce === undefined ? {} : { keyBinding: { nonce, audience } }),
    })
    return said === undefined
      ? { outcome: 'accepted', said: 'valid' }
      : { outcome: 'refused', said }
  },
}
