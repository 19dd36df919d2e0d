// The whole service as it runs, for journeys: a real database, a real mail server, a real identity provider, and
// Chromium in front of it.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config.js'
import { seedExample } from '#platform/example/seed.js'
import { startProvider, type Claims, type TestProvider } from '#platform/people/test-provider.js'
import { start, type Service } from '#platform/start.js'
import { makeStore } from '#platform/store/test-store.js'
import { openBrowser, type TestBrowser } from './browser.ts'
import { openLetterBox, type LetterBox } from './letter-box.ts'

export interface Stage {
  readonly address: string
  readonly service: Service
  readonly letters: LetterBox
  readonly provider: TestProvider
  readonly browser: TestBrowser
  close(): Promise<void>
}

export interface StageOptions {
  /** Who can sign in at the university, by subject. */
  readonly people?: Readonly<Record<string, Claims>>
  /** True: the alliance of the examples is there, and its first cohort is being sealed. */
  readonly example?: true
}

export async function openStage({ people = {}, example }: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-stage-'))
  const [made, letters, port] = await Promise.all([makeStore(), openLetterBox(), freePort()])
  const address = `http://localhost:${port}`
  const provider = await startProvider(`${address}/sign-in/back`, people)
  const config = readConfig({
    NODE_ENV: 'test',
    TESSERA_ADDRESS: address,
    PORT: String(port),
    TESSERA_DATA: folder,
    DATABASE_URL: made.databaseUrl,
    SMTP_URL: letters.url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  const faults: unknown[] = []
  const service = await start(config, {
    log: (line) => {
      if (line.level === 'error') faults.push(line)
    },
  })
  // Ends early when the stage closes; what it leaves undone nobody waits for.
  const seeding = example === true ? await seedExample(service) : undefined
  const seeded = seeding?.finished.catch(() => undefined)
  const browser = await openBrowser(address, [new URL(provider.issuer).origin])
  return {
    address,
    service,
    letters,
    provider,
    browser,
    close: async () => {
      await browser.close()
      await service.stop()
      await seeded
      await Promise.all([provider.close(), letters.close(), made.drop()])
      rmSync(folder, { recursive: true, force: true })
      const trouble = [...browser.trouble(), ...faults.map((fault) => JSON.stringify(fault))]
      if (trouble.length > 0)
        throw new Error(`Requests, breaches of the policy, errors:\n${trouble.join('\n')}`)
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
