// The same tests on a PostgreSQL of the operator's own, over DATABASE_URL: as a role that may make databases and
// roles, and as a superuser, whom no wall would stop if the work were done in their name.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Cluster, joinCluster } from './cluster.ts'
import { noPostgres } from './test-store.ts'

const isInside = process.env['DATABASE_URL'] !== undefined

describe('a database of the operator’s own', { skip: isInside ? 'this is it' : noPostgres }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-given-'))
  let cluster: Cluster
  before(async () => {
    cluster = await joinCluster(folder, { unsafe: true })
    const chief = new pg.Client({
      connectionString: cluster.urlOf('postgres').replace('tessera@', 'postgres@'),
    })
    await chief.connect()
    await chief.query('create role operator login createdb createrole')
    await chief.query('create database operator owner operator')
    await chief.end()
  })
  after(async () => {
    await cluster.leave()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (user: string) =>
    new Promise<{ code: number | null; said: string }>((settle) => {
      const child = spawn(
        process.execPath,
        [
          '--test-reporter=tap',
          fileURLToPath(new URL('../test.js', import.meta.url)),
          'store/walls',
          'store/tables',
          'store/secret',
          'store/store',
        ],
        {
          env: {
            ...process.env,
            NODE_TEST_CONTEXT: undefined,
            DATABASE_URL: cluster
              .urlOf(user === 'operator' ? 'operator' : 'postgres')
              .replace('tessera@', `${user}@`),
          },
        },
      )
      let said = ''
      child.stdout.on('data', (part) => (said += String(part)))
      child.stderr.on('data', (part) => (said += String(part)))
      child.on('exit', (code) => settle({ code, said }))
    })

  for (const user of ['operator', 'postgres'])
    it(`holds the same walls for the role ${user}`, async () => {
      const { code, said } = await run(user)
      assert.equal(code, 0, said)
      assert.match(said, /# pass [1-9]\d/)
      assert.match(said, /# skipped 0/)
    })
})
