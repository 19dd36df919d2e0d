// The house: which room may import from which. Arrows point down only (docs/architecture.md).

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/', import.meta.url))

/** Rooms from the roof down; those of one floor may import each other. */
const floors: readonly (readonly string[])[] = [
  ['cli'],
  ['issue', 'document'],
  ['verify'],
  ['check'],
  ['formats'],
  ['seal', 'status', 'trust', 'read'],
  ['credential', 'vocabulary'],
  ['machine', 'refusal.ts', 'limits.ts', 'canonical-json.ts'],
]

/** The model speaks of texts and hashes only; it may use the two readers that have no opinion on formats. */
const allowed = new Set(['credential/freeze.ts → read/utf8.ts', 'credential/freeze.ts → machine'])

interface Arrow {
  readonly from: string
  readonly to: string
}

function arrows(): Arrow[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        path.endsWith('.ts') &&
        !path.endsWith('.test.ts') &&
        !path.endsWith('.d.ts') &&
        !path.includes('/example-') &&
        path.includes('/'),
    )
    .flatMap((path) => {
      const text = readFileSync(join(source, path), 'utf8')
      const names = [...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'/gm)].map(
        (found) => found[1] ?? '',
      )
      return names
        .filter((name) => name.startsWith('.') || name === '#machine' || name.startsWith('node:'))
        .map((name) => ({
          from: path,
          to:
            name === '#machine'
              ? 'machine'
              : name.startsWith('.')
                ? normalize(join(dirname(path), name))
                : name,
        }))
    })
}

const room = (path: string) => path.split('/')[0] ?? path
const floorOf = (path: string) => floors.findIndex((rooms) => rooms.includes(room(path)))

describe('the house', () => {
  const all = arrows().filter(({ from, to }) => !allowed.has(`${from} → ${to}`))

  it('has imports that point down only', () => {
    const up = all.filter(({ from, to }) => floorOf(to) >= 0 && floorOf(to) < floorOf(from))
    assert.deepEqual(
      up.map(({ from, to }) => `${from} → ${to}`),
      [],
    )
  })

  it('gives every file a known floor', () => {
    const lost = all.filter(({ from }) => floorOf(from) < 0).map(({ from }) => from)
    assert.deepEqual(lost, [])
  })

  it('lets no format know another', () => {
    const across = all.filter(({ from, to }) => {
      const [a, b] = [from.split('/'), to.split('/')]
      return (
        a[0] === 'formats' && b[0] === 'formats' && a.length > 2 && b.length > 2 && a[1] !== b[1]
      )
    })
    assert.deepEqual(
      across.map(({ from, to }) => `${from} → ${to}`),
      [],
    )
  })

  it('touches Node in the command line, the documents, the key drivers and the machine alone', () => {
    const outside = all.filter(
      ({ from, to }) =>
        to.startsWith('node:') &&
        !/^(cli|document|machine)\/|^seal\/keys\/|\/(test|example)-/.test(from),
    )
    assert.deepEqual(
      outside.map(({ from, to }) => `${from} → ${to}`),
      [],
    )
  })

  it('gives a reason for every package it depends on', () => {
    const at = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    const { dependencies } = JSON.parse(at('toolkit/package.json')) as {
      dependencies: Record<string, string>
    }
    const page = at('docs/dependencies.md')
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !page.includes(name)),
      [],
    )
  })
})
