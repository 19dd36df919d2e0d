import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { PublicJwk } from '#machine'
import { multikeyToJwk } from '../../read/multibase.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import type { Opened } from '../opened.ts'
import { openBadges } from './index.ts'

const samples = 'vc/1edtech/validator-samples'

describe('samples of the 1EdTech validator', { skip: unlessPresent(samples) }, () => {
  /** They carry the key behind # of the method, or in the header of the token. */
  const keyOf = ({ key }: Opened['proofs'][number]): PublicJwk => {
    if (key.kind === 'embedded') return key.key
    return multikeyToJwk(key.kind === 'method' ? (key.url.split(/#|did:key:/).at(-1) ?? '') : '')
  }
  const verdict = async (name: string) => {
    const bytes = readFileSync(reference(`${samples}/ob30/${name}`))
    if (!openBadges.recognise(bytes)) return { recognised: false, holds: false, conforms: false }
    const answer = await attempt(() => openBadges.open(bytes))
    if (!answer.ok)
      return { recognised: true, holds: false, conforms: false, refused: answer.refusals[0]?.code }
    const { proofs, conformance } = answer.value
    const answers = await Promise.all(proofs.map((proof) => proof.verify(keyOf(proof))))
    const holds = answers.length > 0 && answers.every((one) => one.holds)
    return {
      recognised: true,
      holds,
      conforms: conformance.every((one) => one.conforms),
      title: answer.value.award.design.title,
      answers,
    }
  }

  for (const name of [
    'simple.json',
    'simple.1ob',
    'simple-did-key-method.json',
    'simple-context-alias.json',
    'simple-json.png',
    'simple-json.svg',
    'simple-jwt.png',
    'simple-jwt.svg',
    'simple_v1.json',
    'simple-jwt_v1.png',
    'simple-jwt_v1.svg',
    'complete.json',
    'simple-context-version.json',
    'simple-eddsa-2022.json',
    'credential-status-revoked.json',
  ]) {
    test(`${name} is read and its proof holds`, async () => {
      const answer = await verdict(name)
      assert.ok(answer.recognised && answer.holds, JSON.stringify(answer))
    })
  }

  test('the token that says nothing about its key is read', async () => {
    const opened = await openBadges.open(readFileSync(reference(`${samples}/ob30/simple.jwt`)))
    assert.deepEqual(
      [opened.proofs[0]?.key.kind, opened.issuer.id, opened.conformance[0]?.profile],
      ['issuer', 'https://example.edu/issuers/565049', 'Open Badges 3.0 (VCDM 1.1)'],
    )
  })

  test('what the validator calls an error is not accepted, or does not conform', async () => {
    const names = readdirSync(reference(`${samples}/ob30`)).filter((name) =>
      name.startsWith('simple-err-'),
    )
    assert.ok(names.length > 12)
    // Expiry is a matter of the clock, and methods of the resolver: other checks see them.
    for (const name of names.filter((one) => !/expired|issued\.json|proof-method/.test(one))) {
      const answer = await verdict(name)
      assert.ok(!answer.holds || !answer.conforms, `${name} ${JSON.stringify(answer)}`)
    }
  })
})

describe(
  'credentials of the Digital Credentials Consortium',
  { skip: unlessPresent('vc/dcc/vc-test-fixtures') },
  () => {
    const home = reference('vc/dcc/vc-test-fixtures/verifiableCredentials')
    const skip = unlessPresent('vc/dcc/vc-test-fixtures')
    const files =
      skip === false
        ? readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) =>
            statSync(`${home}/${path}`).isFile(),
          )
        : []
    test('of them, the badges with a key in their method hold', async () => {
      let held = 0
      for (const path of files.filter((one) => /didkey/i.test(one))) {
        const bytes = readFileSync(`${home}/${path}`)
        if (!openBadges.recognise(bytes)) continue
        const answer = await attempt(() => openBadges.open(bytes))
        if (!answer.ok) {
          // Contexts of the consortium and of old status lists are not in the closed set.
          assert.match(
            answer.refusals[0]?.code ?? '',
            /^(json-ld\.context(?:-elsewhere)?|ob3\.type)$/,
            path,
          )
          continue
        }
        for (const proof of answer.value.proofs) {
          const url = proof.key.kind === 'method' ? proof.key.url : ''
          const signed = await proof.verify(multikeyToJwk(url.split('#')[1] ?? ''))
          assert.equal(
            signed.holds,
            !path.includes('-tampered'),
            `${path} ${JSON.stringify(signed)}`,
          )
          held++
        }
      }
      assert.ok(held > 10, `${held} held`)
    })
  },
)
