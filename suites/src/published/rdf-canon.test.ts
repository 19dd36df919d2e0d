// The test suite of RDF Dataset Canonicalization (W3C, RDFC-1.0), which the seals of linked data rest on: the
// canonical form to the letter, and an end to graphs made to take for ever.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { hashText } from 'tessera/machine/node'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { canonicalise } from 'tessera/seal/json-ld/canonicalise'
import { readNQuads } from 'tessera/seal/json-ld/n-quads'
import { type Answer, requireExpected } from './answers.ts'

interface Case {
  readonly name: string
  /** Of the hash, where it is another than SHA-256. */
  readonly hash: string
  readonly input: string
  readonly expected: string | undefined
}

/** Half of the suite, as the project keeps it, or all of it as the standard's repository has it. */
const folders: { readonly [manifest: string]: string } = {
  'security/fetched/rdf-canon/manifest.csv': 'security/fetched/rdf-canon',
  'vc/w3c/rdf-canon/manifest.csv': 'vc/w3c/rdf-canon/rdfc10',
}

function casesOf(manifest: string, folder: string): readonly Case[] {
  const [, ...rows] = readFileSync(reference(manifest), 'utf8').trim().split('\n')
  return rows.flatMap((row): readonly Case[] => {
    const name = row.slice(0, row.indexOf(','))
    const input = reference(`${folder}/${name}-in.nq`)
    if (!existsSync(input)) return []
    const expected = reference(`${folder}/${name}-rdfc10.nq`)
    return [
      {
        name,
        hash: /,(SHA\d+),/.exec(row)?.[1] ?? 'SHA256',
        input: readFileSync(input, 'utf8'),
        expected: existsSync(expected) ? readFileSync(expected, 'utf8') : undefined,
      },
    ]
  })
}

function withSha384(text: string): string {
  return hashText('sha384', text, 'hex')
}

for (const [manifest, folder] of Object.entries(folders)) {
  describe(`the graphs of ${folder}`, { skip: unlessPresent(manifest) }, () => {
    it('have their canonical form, and the poisoned ones stop', async (context) => {
      const answers: Answer[] = []
      for (const { name, hash, input, expected } of casesOf(manifest, folder)) {
        const began = performance.now()
        const answer = await attempt(() =>
          canonicalise(readNQuads(input), '$', hash === 'SHA384' ? withSha384 : undefined),
        )
        const took = performance.now() - began
        assert.ok(took < 500, `${name} took ${Math.round(took)} ms`)
        const right = answer.ok && answer.value === expected
        answers.push({
          vector: name,
          expected: [expected === undefined ? 'stopped' : 'canonical'],
          came: right ? 'canonical' : answer.ok ? answer.value : 'stopped',
        })
      }
      assert.ok(answers.length > 30)
      requireExpected(context, answers)
    })
  })
}
