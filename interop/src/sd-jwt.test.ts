// Independent implementations accept what Tessera issues as SD-JWT VC, and refuse it once it was changed.

import assert from 'node:assert/strict'
import { createHash, X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import { compactVerify, importJWK, importX509, type JWK } from 'jose'
import { sampleAward } from 'tessera/formats/sd-jwt-vc/sample'
import {
  eudiLearningCredential,
  present,
  sdJwtVc,
  typeMetadata,
} from 'tessera/formats/sd-jwt-vc/index'
import { base, sdJwtWorld } from './matrix/exhibits/sd-jwt-world.ts'
import { sdJwtPeer } from './matrix/judges/sd-jwt.ts'

const now = new Date('2026-06-01T12:00:00Z')
const world = await sdJwtWorld(now)
const { holder, issue, list } = world
const leaf = world.seal.certificates[0] ?? new Uint8Array()
const text = await issue()
const peer = sdJwtPeer(world.authority.certificate, base, async () => list)

const options = { currentDate: now.getTime() / 1000 }

describe('@sd-jwt/sd-jwt-vc', () => {
  it('accepts the whole credential, its certificate and its status list', async () => {
    const { payload, header } = await peer.verify(text, options)
    assert.equal(header?.['typ'], 'dc+sd-jwt')
    assert.equal(payload.vct, eudiLearningCredential.vct)
    const claims = payload as unknown as Record<string, unknown>
    assert.equal(claims['family_name'], sampleAward.learner.familyName)
    assert.equal(claims['assessment_grade'], '8.5')
    assert.deepEqual(claims['learning_outcomes'], ['Explain bias.', 'Judge a data set.'])
    const { credentialSubject } = claims['ld'] as {
      credentialSubject: { hasClaim: { specifiedBy: { id: string } } }
    }
    assert.equal(credentialSubject.hasClaim.specifiedBy.id, sampleAward.design.id)
  })

  it('reads each preset as we do, bound to the holder’s key', async () => {
    for (const preset of ['employer', 'admission'] as const) {
      const shown = new TextDecoder().decode(
        await present(new TextEncoder().encode(text), preset, {
          holder,
          audience: 'https://reader.example',
          nonce: 'n-123456',
          now,
        }),
      )
      const { payload, kb } = await peer.verify(shown, { ...options, keyBindingNonce: 'n-123456' })
      assert.equal(kb?.payload.aud, 'https://reader.example')
      const names = Object.keys(payload)
      assert.equal(names.includes('learner_identification'), preset === 'admission')
      assert.equal(names.includes('assessment_grade'), true)
      const subject = (payload as unknown as { ld: { credentialSubject: object } }).ld
        .credentialSubject
      assert.equal('dateOfBirth' in subject, preset === 'admission')
      await assert.rejects(peer.verify(shown, { ...options, keyBindingNonce: 'another' }))
    }
  })

  it('makes a presentation of it that we read', async () => {
    const shown = await peer.present(text, {
      given_name: true,
      ld: { credentialSubject: { dateOfBirth: true } },
    } as object)
    const { award } = await sdJwtVc.open(new TextEncoder().encode(shown))
    assert.equal(award.learner.givenName, sampleAward.learner.givenName)
    assert.equal(award.learner.dateOfBirth, sampleAward.learner.dateOfBirth)
    assert.equal(award.learner.familyName, undefined)
  })

  it('refuses it once revoked', async () => {
    await assert.rejects(peer.verify(await issue({ index: world.withdrawn }), options), /status/i)
  })

  it('refuses it after its end', async () => {
    await assert.rejects(
      peer.verify(text, { currentDate: Date.parse('2036-06-02T00:00:00Z') / 1000 }),
    )
  })

  it('refuses changed copies', async () => {
    const [token = '', ...disclosures] = text.split('~')
    const [head = '', body = '', signature = ''] = token.split('.')
    const other = Buffer.from(body, 'base64url').toString().replace('Data ethics', 'Data theft!')
    const copies = [
      [`${head}.${Buffer.from(other).toString('base64url')}.${signature}`, ...disclosures],
      [
        `${head}.${body}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
        ...disclosures,
      ],
      [
        token,
        Buffer.from(JSON.stringify(['salt', 'assessment_grade', '10'])).toString('base64url'),
        '',
      ],
    ]
    for (const copy of copies) await assert.rejects(peer.verify(copy.join('~'), options))
  })
})

describe('jose', () => {
  it('accepts the signed token, the key binding and the status list', async () => {
    const key = await importX509(new X509Certificate(leaf).toString(), 'ES256')
    const credential = await compactVerify(text.split('~')[0] ?? '', key)
    assert.equal(credential.protectedHeader.typ, 'dc+sd-jwt')
    const published = await compactVerify(list, key)
    assert.equal(published.protectedHeader.typ, 'statuslist+jwt')
    const shown = await present(new TextEncoder().encode(text), [], {
      holder,
      audience: 'a',
      nonce: 'n',
      now,
    })
    const binding = new TextDecoder().decode(shown).split('~').at(-1) ?? ''
    const bound = await compactVerify(
      binding,
      await importJWK({ ...holder.publicKey } as JWK, 'ES256'),
    )
    assert.equal(bound.protectedHeader.typ, 'kb+jwt')
  })
})

describe('the type metadata', () => {
  it('has the hash the credential names', () => {
    const { bytes, integrity } = typeMetadata(eudiLearningCredential)
    assert.equal(integrity, `sha256-${createHash('sha256').update(bytes).digest('base64')}`)
    const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString())
    assert.equal(payload['vct#integrity'], integrity)
  })
})
