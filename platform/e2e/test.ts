// Runs the journeys: `node platform/dist/e2e/test.js [words of a name …]`.

import { readdirSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../../e2e/', import.meta.url))
const words = process.argv.slice(2)
const tests = readdirSync(sources)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .toSorted()
for (const name of tests)
  await import(new URL(`./${name.replace(/\.ts$/, '.js')}`, import.meta.url).href)
