import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Json, JsonObject } from '../../../read/json.ts'
import { readJsonObject } from '../../../read/json.ts'
import { reference, unlessPresent } from '../../../reference.ts'
import { edcFaults, type EdcProfile, edcProfiles } from './validate.ts'

const samples = 'elm/samples'

interface Verdict {
  readonly conforms?: boolean
}

interface Expected {
  readonly hasEdcNode?: boolean
  readonly genericFull?: Verdict
  readonly accredited?: Verdict
  readonly converted?: Verdict
  readonly 'issued-by-mandate'?: Verdict
}

/** The document of a sample: what is sealed, what is wrapped, or the file itself. */
function documentOf(name: string): JsonObject {
  const file = readJsonObject(readFileSync(reference(`${samples}/${name}`)))
  const payload = file['payload']
  if (typeof payload === 'string') return readJsonObject(payload)
  const inner = file['credential']
  return (inner as JsonObject | undefined) ?? file
}

function expectVerdict(document: JsonObject, expected: Expected, profile: EdcProfile): void {
  const faults = edcFaults(document, profile)
  const verdict = profile === 'generic-full' ? expected.genericFull : expected[profile]
  const noVerdict = expected.hasEdcNode === false || verdict?.conforms === undefined
  if (noVerdict) {
    assert.deepEqual(
      faults.map((fault) => fault.code),
      ['edc.not-an-edc-document'],
    )
  } else {
    assert.equal(faults.length === 0, verdict.conforms, JSON.stringify(faults.slice(0, 4), null, 1))
  }
}

function readExpected(name: string): JsonObject {
  return readJsonObject(readFileSync(reference(`${samples}/${name}`)))
}

/** RFC 6902, the three operations the table uses. */
function patched(document: JsonObject, patch: readonly JsonObject[]): JsonObject {
  const copy = structuredClone(document) as { [name: string]: Json }
  for (const { op, path, value } of patch) {
    const steps = String(path)
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = steps.pop() ?? ''
    let at = copy as Record<string, unknown>
    for (const step of steps) at = at[step] as Record<string, unknown>
    if (op === 'remove') delete at[last]
    else at[last] = value
  }
  return copy
}

describe(
  'the verdict of the official shapes and ours are the same',
  { skip: unlessPresent(`${samples}/expected.json`) },
  () => {
    if (unlessPresent(`${samples}/expected.json`) !== false) return
    for (const [name, expected] of Object.entries(readExpected('expected.json'))) {
      for (const profile of Object.keys(edcProfiles) as EdcProfile[]) {
        test(`${name}, ${profile}`, () =>
          expectVerdict(documentOf(name), expected as Expected, profile))
      }
    }

    const sets = readExpected('mutations.json')['sets'] as readonly JsonObject[]
    for (const set of sets) {
      const base = String(set['base']).replace(/^samples\/(\S+).*$/, '$1')
      const document = documentOf(base)
      for (const item of set['cases'] as readonly JsonObject[]) {
        test(`${base} with ${String(item['name'])}`, () => {
          const expected: Expected = {
            ...(item['hasEdcNode'] === undefined
              ? {}
              : { hasEdcNode: item['hasEdcNode'] as boolean }),
            genericFull:
              item['conforms'] === undefined ? {} : { conforms: item['conforms'] as boolean },
          }
          expectVerdict(
            patched(document, item['patch'] as readonly JsonObject[]),
            expected,
            'generic-full',
          )
        })
      }
    }
  },
)
