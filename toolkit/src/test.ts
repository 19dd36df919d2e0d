// Runs every test of the toolkit in one process: `node toolkit/dist/test.js [words of a path …]`.
// It goes by the sources, so that a test whose source is gone is not run from an old build.

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../src/', import.meta.url))
const words = process.argv.slice(2)

const tests = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .toSorted()

for (const path of tests)
  await import(new URL(`./${path.replace(/\.ts$/, '.js')}`, import.meta.url).href)
