// The private PostgreSQL: started, joined, killed, mended, stopped.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinCluster } from './cluster.ts'
import { noPostgres } from './test-store.ts'

describe('the private cluster', { skip: noPostgres }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-cluster-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const ask = async (url: string, query: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query(query)).rows
    } finally {
      await client.end()
    }
  }

  it('starts, is joined, and is stopped by the last one out', async () => {
    const first = await joinCluster(folder, { unsafe: true })
    const pid = first.pid()
    const second = await joinCluster(folder, { unsafe: true })
    assert.equal(second.pid(), pid)
    await first.leave()
    assert.deepEqual(await ask(second.url, 'select 1 as one'), [{ one: 1 }])
    await second.leave()
    assert.equal(second.pid(), undefined)
  })

  it('gives a role that is no superuser, over a socket only', async () => {
    const cluster = await joinCluster(folder, { unsafe: true })
    const [row] = await ask(
      cluster.url,
      `select rolsuper, rolbypassrls, current_setting('listen_addresses') as addresses
         from pg_roles where rolname = current_user`,
    )
    assert.deepEqual(row, { rolsuper: false, rolbypassrls: false, addresses: '' })
    await cluster.leave()
  })

  it('is there again after the server was killed, with all that was committed', async () => {
    const cluster = await joinCluster(folder, { unsafe: true })
    await ask(cluster.url, 'create table kept (n integer)')
    await ask(cluster.url, 'insert into kept values (7)')
    const pid = cluster.pid()
    assert.ok(pid !== undefined)
    process.kill(pid, 'SIGKILL')
    const end = Date.now() + 20_000
    let rows: unknown[] = []
    while (rows.length === 0 && Date.now() < end)
      rows = await ask(cluster.url, 'select n from kept').catch(() => pause(50, []))
    assert.deepEqual(rows, [{ n: 7 }])
    assert.notEqual(cluster.pid(), pid)
    await cluster.leave()
  })

  it('is made once when several come at the same moment', async () => {
    const other = mkdtempSync(join(tmpdir(), 'tessera-cluster-'))
    try {
      const all = await Promise.all([1, 2, 3].map(() => joinCluster(other, { unsafe: true })))
      assert.equal(new Set(all.map((cluster) => cluster.pid())).size, 1)
      await Promise.all(all.map((cluster) => cluster.leave()))
      assert.equal(all[0]?.pid(), undefined)
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('finds a short way to its socket from a deep folder', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
    const cluster = await joinCluster(deep, { unsafe: true })
    assert.deepEqual(await ask(cluster.url, 'select 1 as one'), [{ one: 1 }])
    await cluster.leave()
  })
})
