// The doctor on a house that is well, and on houses that are not: each trouble is named with what to do next.

import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { readConfig } from '../config.ts'
import { openHouse } from '../open-house.ts'
import { exampleIssuer, openExampleDesk } from '../issue/example-cohort.ts'
import { makeTestKeys } from '../issue/key-cabinet.ts'
import { addJobs } from '../jobs/queue.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import { examineHouse } from './house.ts'
import { examineSettings } from './settings.ts'

describe('the doctor', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-doctor-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const environment = (more: Record<string, string> = {}) => ({
    NODE_ENV: 'test',
    TESSERA_DATA: folder,
    DATABASE_URL: fresh.databaseUrl,
    TESSERA_KEY: Buffer.alloc(32, 7).toString('base64url'),
    TESSERA_ADDRESS: 'http://127.0.0.1:1',
    ...more,
  })
  const look = (more: Record<string, string> = {}) =>
    examine(readConfig(environment(more)), environment(more))
  const of = (findings: readonly Finding[], thing: string) =>
    findings.filter(({ about }) => about === thing)
  const states = (findings: readonly Finding[], thing: string) =>
    of(findings, thing).map(({ state }) => state)

  it('finds a house well, and says until when its seals are good', async () => {
    const config = readConfig(environment())
    const { house, cabinet, close } = await openHouse(config, { log: () => undefined })
    await openExampleDesk(house)
    const plan = { ...cabinet, clock: house.clock, random: house.random }
    await makeTestKeys(plan, 'valdeserena', exampleIssuer())
    const findings = await look()
    // The PostgreSQL of the tests is a fast one without a memory, which the doctor sees.
    const sound = findings.filter(({ sentence }) => !sentence.startsWith('fsync is off'))
    assert.deepEqual(
      sound.filter(({ state }) => state === 'bad'),
      [],
    )
    for (const thing of [
      'settings',
      'database',
      'clock',
      'house key',
      'valdeserena',
      'work',
      'disk',
    ])
      assert.equal(states(findings, thing)[0], 'good', thing)
    assert.match(of(findings, 'valdeserena')[0]?.sentence ?? '', /good until \d{4}-\d\d-\d\d/)
    for (const { state, next } of findings) assert.equal(state === 'good', next === undefined)
    const inYears = (years: number) => ({
      ...house,
      clock: { now: () => new Date(Date.now() + years * 365 * 86_400_000) },
    })
    const later = await examineHouse(inYears(30))
    assert.match(of(later, 'valdeserena')[0]?.sentence ?? '', /ended on/)
    assert.equal(states(later, 'valdeserena')[0], 'bad')
    const real = await examineHouse({ ...house, config: { ...config, production: true } })
    assert.match(of(real, 'valdeserena')[0]?.sentence ?? '', /test keys/)
    await close()
  })

  it('finds work that nobody does', async () => {
    const { house, close } = await openHouse(readConfig(environment()), { log: () => undefined })
    await house.store.atTheDoor((tx) =>
      addJobs(tx, house, [
        {
          organisation: 'valdeserena',
          kind: 'publish',
          runAt: new Date(Date.now() - 3_600_000),
        },
      ]),
    )
    await close()
    assert.deepEqual(states(await look(), 'work'), ['bad'])
  })

  it('knows another key of the house, and a database that does not answer', async () => {
    const wrong = await look({ TESSERA_KEY: Buffer.alloc(32, 8).toString('base64url') })
    assert.deepEqual(states(wrong, 'house key'), ['bad'])
    const url = 'postgres://nobody@127.0.0.1:1/none'
    assert.deepEqual(states(await look({ DATABASE_URL: url }), 'database'), ['bad'])
  })

  it('tries the mail server', async () => {
    const server = new SMTPServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    const { port } = server.server.address() as AddressInfo
    assert.deepEqual(states(await look({ SMTP_URL: `smtp://127.0.0.1:${port}` }), 'mail'), ['good'])
    await new Promise<void>((settle) => server.close(settle))
    assert.deepEqual(states(await look({ SMTP_URL: `smtp://127.0.0.1:${port}` }), 'mail'), ['bad'])
  })

  it('tries the address people type', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nready')
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    assert.deepEqual(states(await look({ TESSERA_ADDRESS: address }), 'address'), ['good'])
    server.close()
  })

  it('names a trust list that cannot be read, and a key others can read', async () => {
    mkdirSync(join(folder, 'trust'), { recursive: true })
    writeFileSync(join(folder, 'trust', 'list.json'), '{}')
    const findings = await look()
    assert.match(of(findings, 'trust lists')[0]?.sentence ?? '', /list\.json/)
    assert.deepEqual(states(findings, 'trust lists'), ['bad'])
    rmSync(join(folder, 'trust'), { recursive: true })
    const { TESSERA_KEY: _, ...keyless } = environment({ DATABASE_URL: 'postgres://127.0.0.1:1/x' })
    const kept = join(folder, 'house.key')
    writeFileSync(kept, 'x')
    chmodSync(kept, 0o644)
    const seen = await examine(readConfig(keyless), keyless)
    assert.ok(of(seen, 'disk').some(({ state }) => state === 'bad'))
    rmSync(kept)
  })

  it('sees settings that do not fit together', () => {
    const production = {
      ...environment({ NODE_ENV: 'production' }),
      OIDC_ISSUER: 'https://idp.example',
      TESSERA_ADRESS: 'typo',
    }
    const findings = examineSettings(readConfig(production), production)
    const words = findings.map(({ sentence }) => sentence).join('\n')
    assert.match(words, /TESSERA_ADRESS is no setting/)
    assert.match(words, /half set: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET missing/)
    assert.match(words, /without encryption/)
  })
})
