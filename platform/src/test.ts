// Runs every test of the service in one process: `node platform/dist/test.js [words of a path …]`.
// It goes by the sources, so that a test whose source is gone is not run from an old build.

import { after } from 'node:test'
import { readdirSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../src/', import.meta.url))
const words = process.argv.slice(2)

const tests = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .toSorted()

for (const path of tests)
  await import(new URL(`./${path.replace(/\.tsx?$/, '.js')}`, import.meta.url).href)

// What a failed test left open must not keep the run from ending and telling which it was.
after(() => {
  setTimeout(() => process.exit(), 15_000).unref()
})
