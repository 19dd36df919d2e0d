// Runs the tests of this package in one process: `node suites/dist/judges.js [--slow] [words of a path …]`.
// `*.test.ts` are quick and run on every change; `*.slow.ts` run with --slow as well.
// It goes by the sources, so that a test whose source is gone is not run from an old build.

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../src/', import.meta.url))
const slow = process.argv.includes('--slow')
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const tests = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') || (slow && path.endsWith('.slow.ts')))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .toSorted()

for (const path of tests)
  await import(new URL(`./${path.replace(/\.ts$/, '.js')}`, import.meta.url).href)
