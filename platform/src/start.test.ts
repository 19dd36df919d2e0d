// The service as its operator meets it: up, down, and while the database falls and comes again.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from './config.ts'
import { start } from './start.ts'
import { noPostgres } from './store/test-store.ts'

describe('the service', { skip: noPostgres }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-start-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const config = readConfig({
    NODE_ENV: 'test',
    TESSERA_DATA: folder,
    PORT: '0',
    TESSERA_WORKERS: '0',
  })
  const quiet = { log: () => undefined }
  const status = (port: number, path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.status)

  it('is ready, and again after it was stopped', async () => {
    for (let round = 0; round < 2; round++) {
      const service = await start(config, quiet)
      assert.equal(await status(service.port, '/readyz'), 200)
      await service.stop()
      await assert.rejects(status(service.port, '/healthz'))
    }
  })

  it('says it is not ready while it closes, and answers what was asked before', async () => {
    const service = await start(config, { ...quiet, notice: 200 })
    const slow = connect(service.port, '127.0.0.1')
    let answer = ''
    slow.on('data', (part) => (answer += part.toString()))
    const ended = new Promise((settle) => slow.on('close', settle))
    slow.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n')
    await pause(50)
    const stopped = service.stop()
    assert.equal(await status(service.port, '/readyz'), 503)
    await pause(300)
    slow.write('Connection: close\r\n\r\n')
    await ended
    assert.match(answer, /^HTTP\/1.1 200/)
    await stopped
  })

  it('does not wait for ever for who never finishes asking', async () => {
    const service = await start(config, { ...quiet, patience: 200 })
    const hanging = connect(service.port, '127.0.0.1')
    hanging.on('error', () => undefined)
    hanging.write('GET /healthz HTTP/1.1\r\n')
    await pause(50)
    const begun = performance.now()
    await service.stop()
    assert.ok(performance.now() - begun < 5_000)
  })

  it('answers 503 or waits while the database is gone, and works again when it is back', async () => {
    const service = await start(config, quiet)
    const pid = () =>
      Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    // The file may still name the one that fell before, or nobody, until the next one has begun.
    const fell = async () => {
      for (const end = Date.now() + 10_000; Date.now() < end; await pause(20))
        try {
          process.kill(pid(), 'SIGKILL')
          return
        } catch {
          continue
        }
      assert.fail('no server to kill')
    }
    try {
      for (let round = 0; round < 3; round++) {
        await fell()
        const seen = new Set<number>()
        const end = Date.now() + 30_000
        do {
          seen.add(await status(service.port, '/readyz'))
          await pause(20)
        } while (!seen.has(200) && Date.now() < end)
        assert.ok(seen.has(200))
        for (const code of seen) assert.ok(code === 200 || code === 503, String(code))
        assert.equal(await status(service.port, '/healthz'), 200)
      }
    } finally {
      // A service that is left running would keep the run of all tests from ending.
      await service.stop()
    }
  })

  it('stops in order when the database is gone for good', async () => {
    const service = await start(config, quiet)
    const pid = Number(
      readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    process.kill(pid, 'SIGKILL')
    await service.stop()
  })
})
