import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IssuedFile } from './cohort-folder.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const program = join(home, 'toolkit', 'bin', 'tessera.mjs')
const design = join(home, 'examples', 'designs', '02-water-stewardship-in-dry-regions.yaml')
const learners = 12

/** Runs the real program; kills it with SIGKILL as soon as the folder holds that many files. */
function tessera(args: readonly string[], killAt?: () => boolean): Promise<number | 'killed'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, TESSERA_PASSPHRASE: 'correct horse' },
      stdio: 'ignore',
    })
    const watch = setInterval(() => {
      if (killAt?.() === true) child.kill('SIGKILL')
    }, 2)
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code ?? 'killed')
    })
  })
}

describe('a killed run', () => {
  it('is resumed: every learner once, no index twice, no half-written file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-crash-'))
    try {
      const out = join(folder, 'out')
      const keys = join(folder, 'keys')
      const issuer = join(home, 'examples', 'issuer.yaml')
      const cohort = join(folder, 'cohort.csv')
      const rows = Array.from(
        { length: learners },
        (_, i) => `Ona ${'ABCDEFGHIJKL'.charAt(i)},Pavyzdė,Student number,S-${i}`,
      )
      writeFileSync(
        cohort,
        `given_name,family_name,identifier_scheme,identifier\n${rows.join('\n')}\n`,
      )
      assert.equal(await tessera(['keys', 'new', '--as', issuer, '--keys', keys]), 0)
      const issue = ['issue', design, '--to', cohort, '--as', issuer, '--keys', keys, '--out', out]
      let kills = 0
      for (const share of [0, 3, 7]) {
        if ((await tessera(issue, () => filesIn(out) > share)) === 'killed') kills++
      }
      assert.ok(kills >= 2, `${kills} kills`)
      assert.equal(await tessera(issue), 0)
      const files = JSON.parse(readFileSync(join(out, 'issued.json'), 'utf8')) as IssuedFile[]
      const ids = new Map(files.map(({ id, statusIndex }) => [id, statusIndex]))
      assert.equal(ids.size, learners)
      assert.equal(new Set(ids.values()).size, learners)
      assert.equal(filesIn(out), files.length)
      assert.deepEqual(
        readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.part'),
        ),
        [],
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function filesIn(out: string): number {
  try {
    return readdirSync(join(out, 'credentials'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.[a-z-]+$/.test(name) && !name.endsWith('.part'),
    ).length
  } catch {
    return 0
  }
}
