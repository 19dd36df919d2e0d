// JAdES files of the test suite of EU DSS (esig/dss), through our reader of seals and through the whole verifier.
// They seal a greeting, not a credential, with certificates of test authorities: never “valid” here.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { readJades } from 'tessera/seal/jades/index'
import { readCertificate } from 'tessera/trust/x509/certificate'
import { noResolver } from 'tessera/trust/resolver'
import { verify } from 'tessera/verify/verify'
import { type Answer, requireExpected } from './answers.ts'

const home = 'security/fetched/dss-jades'
const now = new Date('2026-06-01T12:00:00Z')

type Label =
  | 'intact'
  | 'intact-detached'
  | 'intact-or-unknown'
  | 'not-jades'
  | 'reject'
  | 'schema-valid'
  | 'structure-error'

function bytesOf(file: string): Uint8Array {
  return readFileSync(reference(`${home}/${file}`))
}

function labels(): readonly (readonly [file: string, label: Label])[] {
  const { files } = JSON.parse(new TextDecoder().decode(bytesOf('expected.json'))) as {
    files: Readonly<Record<string, { readonly expect: Label }>>
  }
  return Object.entries(files).map(([file, { expect }]) => [file, expect])
}

/** `elsewhere`: a seal about something that is not in the file, which is never fetched. */
const answersTo: Readonly<Record<Label, readonly string[]>> = {
  intact: ['intact'],
  'schema-valid': ['intact'],
  'intact-detached': ['elsewhere'],
  'intact-or-unknown': ['intact', 'elsewhere'],
  // What is no JAdES is no seal to us; nothing else carries a certificate in JSON.
  'not-jades': ['refused'],
  reject: ['refused', 'broken'],
  'structure-error': ['refused'],
}

async function answerTo(file: string): Promise<string> {
  const read = await attempt(() => readJades(bytesOf(file)))
  if (!read.ok) return read.refusals[0]?.code === 'jades.detached' ? 'elsewhere' : 'refused'
  for (const { header, proof } of read.value.signatures) {
    assert.equal(proof.level, 'B-B', `${file} claims no more than its signed part shows`)
    const key = readCertificate(header.chain[0] ?? new Uint8Array()).publicKey
    if (!(await proof.verify(key)).holds) return 'broken'
  }
  return 'intact'
}

describe('the JAdES files of EU DSS', { skip: unlessPresent(home) }, () => {
  it('are read as DSS reads them, and none is called a seal that is none', async (context) => {
    const answers = await Promise.all(
      labels().map(async ([vector, label]): Promise<Answer> => ({
        vector,
        expected: answersTo[label],
        came: await answerTo(vector),
      })),
    )
    assert.equal(answers.length, 32)
    requireExpected(context, answers, {
      'dss2620/jades-with-expiration-time-header-in-crit.json': [
        'refused',
        'it marks an end critical that is no NumericDate (RFC 7519, 4.1.4), so that nobody can keep to it; DSS skips it',
      ],
    })
  })

  it('are never valid, and unknown where they are intact or about something elsewhere', async () => {
    for (const [file] of labels()) {
      const { verdict, format } = await verify(bytesOf(file), {
        trust: [],
        now,
        resolver: noResolver,
      })
      const sound = ['intact', 'elsewhere'].includes(await answerTo(file))
      // A broken seal over a greeting is no broken credential either, where its form is sound.
      const wanted = sound ? ['unknown'] : ['invalid', 'unknown']
      assert.ok(wanted.includes(verdict), `${file}: ${verdict} ${format}`)
    }
  })

  it('prove no time by their time stamps, which come from authorities not known here', async () => {
    let seen = 0
    for (const [file] of labels()) {
      const read = await attempt(() => readJades(bytesOf(file)))
      if (!read.ok) continue
      for (const { weigh } of read.value.signatures.flatMap(
        ({ proof }) => proof.timeStamps ?? [],
      )) {
        const { status } = await weigh({ anchors: [], revocationLists: [], now })
        assert.notEqual(status, 'proven', file)
        if (file.includes('broken-sigTst')) assert.equal(status, 'broken')
        seen++
      }
    }
    assert.ok(seen >= 8, `${seen} time stamps`)
  })
})
