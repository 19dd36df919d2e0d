// The European Digital Credentials the European Commission and others published, through the whole verifier.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { reference, unlessPresent } from '../reference.ts'
import { noResolver } from '../trust/resolver.ts'
import { verify, type Verdict } from './verify.ts'

const samples = 'elm/samples'
const now = new Date('2026-11-25T10:00:00Z')

function files(pattern: RegExp): readonly string[] {
  return ['eu-official-2023', 'eu-official-2025', 'mynextid'].flatMap((folder) => {
    const path = reference(`${samples}/${folder}`)
    return existsSync(path)
      ? readdirSync(path)
          .filter((name) => pattern.test(name))
          .map((name) => `${path}/${name}`)
      : []
  })
}

function check(bytes: Uint8Array): Promise<Verdict> {
  return verify(bytes, { trust: [], now, resolver: noResolver })
}

function lineOf(verdict: Verdict, id: string): string {
  const found = verdict.checks.find((line) => line.id === id)
  return `${found?.status} ${found?.code}`
}

describe('published European Digital Credentials', { skip: unlessPresent(samples) }, () => {
  it('are intact, and unknown as long as nobody vouches for their authority', async () => {
    const sealed = files(/-signed\b/)
    assert.equal(sealed.length, 10)
    for (const path of sealed) {
      const verdict = await check(readFileSync(path))
      assert.equal(verdict.format, 'edc', path)
      assert.equal(lineOf(verdict, 'signature'), 'passed signature.holds', path)
      assert.equal(lineOf(verdict, 'issuer-key'), 'undecided issuer-key.certificate-unknown', path)
      assert.equal(verdict.verdict, 'unknown', path)
    }
  })

  it('are broken by any change inside what is sealed', async () => {
    let seen = 0
    for (const path of files(/-signed\b/)) {
      const bytes = readFileSync(path)
      // Sealed content stands in the file as one text, from its first quote to the signatures.
      const from = bytes.indexOf('{', 1)
      const to = bytes.lastIndexOf('"signatures"') - 4
      assert.ok(from > 0 && to > from, path)
      for (const part of [0, 0.13, 0.37, 0.61, 0.89]) {
        const at = letterAfter(bytes, from + Math.floor((to - from) * part))
        const changed = Uint8Array.from(bytes)
        // Another letter of the same case: the file stays readable wherever the letter is not part of a name.
        changed[at] = (bytes[at] ?? 0) === 0x65 ? 0x61 : 0x65
        const verdict = await check(changed)
        assert.notEqual(verdict.verdict, 'valid', `${path} at ${at}`)
        if (!lineOf(verdict, 'format').startsWith('passed')) continue
        assert.equal(lineOf(verdict, 'signature'), 'failed signature.changed', `${path} at ${at}`)
        seen++
      }
    }
    assert.ok(seen >= 40, `${seen} of 50`)
  })

  it('are told from other sealed files, which are not broken for being something else', async () => {
    const path = reference(`${samples}/edci-tests/json_to_seal-signed-jades-baseline-lta.json`)
    const verdict = await check(readFileSync(path))
    assert.equal(verdict.verdict, 'unknown')
    assert.equal(verdict.format, null)
    assert.equal(lineOf(verdict, 'format'), 'undecided format.not-known')
  })

  it('are neither good nor broken when nobody sealed them', async () => {
    const open = files(/-unsigned\b/)
    assert.ok(open.length >= 9, `${open.length}`)
    for (const path of open) {
      const verdict = await check(readFileSync(path))
      assert.equal(lineOf(verdict, 'signature'), 'undecided signature.none', path)
      assert.equal(verdict.verdict, 'unknown', path)
    }
  })

  it('with an end nobody can read are not taken to be without end', async () => {
    const [path = ''] = files(/^Sample-MC-Annex1-unsigned\.jsonld$/)
    const text = readFileSync(path, 'utf8')
    for (const end of ['some day', '2020-13-45T00:00:00Z', 7]) {
      const changed = text.replace('{', `{"validUntil":${JSON.stringify(end)},`)
      const verdict = await check(new TextEncoder().encode(changed))
      assert.match(lineOf(verdict, 'dates'), /^undecided dates\.unreadable$/)
      assert.equal(lineOf(verdict, 'format'), 'passed format.known')
    }
  })
})

/** The place of the next lower case letter that follows another one. */
function letterAfter(bytes: Uint8Array, from: number): number {
  const lower = (at: number) => (bytes[at] ?? 0) >= 0x61 && (bytes[at] ?? 0) <= 0x7a
  let at = from
  while (!(lower(at) && lower(at - 1) && lower(at - 2)) && at < bytes.length) at++
  return at
}
