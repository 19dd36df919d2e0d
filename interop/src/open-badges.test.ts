// Independent implementations accept the badges Tessera issues, and refuse them once they were changed.

import { importJWK, jwtVerify, type JWK } from 'jose'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { completenessOf } from 'tessera/check/completeness'
import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward } from 'tessera/formats/open-badges/sample'
import { extractFromPng } from 'tessera/read/png'
import { extractFromSvg } from 'tessera/read/svg'
import { unlessPresent } from 'tessera/reference'
import { did, document, entries, issueBadge, keys } from './matrix/exhibits/open-badges-world.ts'
import { badgeValidator } from './matrix/judges/badge-schema.ts'
import { stepOf, verifierCore } from './matrix/judges/verifier-core.ts'
import { digitalBazaarAccepts } from './open-badges-peers.ts'

const skipSchemas = unlessPresent('vc/1edtech/schemas')
const good = entries.standing

describe('@digitalcredentials/verifier-core', () => {
  it('accepts a badge: signature, dates, status and issuer', async () => {
    const answer = await verifierCore((await issueBadge(good)).credential)
    assert.deepEqual(answer.errors ?? [], [])
    for (const id of ['valid_signature', 'expiration', 'revocation_status', 'registered_issuer']) {
      assert.equal(stepOf(answer, id), true, `${id}: ${JSON.stringify(answer)}`)
    }
  })

  it('finds the badge conforming to the 1EdTech schema', { skip: skipSchemas }, async () => {
    const answer = await verifierCore((await issueBadge(good)).credential)
    const results = answer.additionalInformation?.flatMap((one) => one.results) ?? []
    assert.ok(
      results.length > 0 && results.every(({ result }) => result.valid),
      JSON.stringify(answer.additionalInformation),
    )
  })

  it('sees that a badge was revoked', async () => {
    const answer = await verifierCore((await issueBadge(entries.withdrawn)).credential)
    assert.equal(stepOf(answer, 'valid_signature'), true)
    assert.equal(stepOf(answer, 'revocation_status'), false)
  })

  it('refuses a changed badge', async () => {
    const { credential } = await issueBadge(good)
    const answer = await verifierCore({ ...credential, validFrom: '2026-06-01T10:00:00Z' })
    assert.deepEqual(
      answer.errors?.map(({ name }) => name),
      ['invalid_signature'],
    )
  })
})

describe('Digital Bazaar', () => {
  it('accepts a badge from JSON, PNG and SVG', async () => {
    const { credential, bytes, text } = await issueBadge(good)
    for (const one of [
      credential,
      JSON.parse(await extractFromPng(bytes('png'))),
      JSON.parse(extractFromSvg(text('svg')).content),
    ]) {
      assert.equal(await digitalBazaarAccepts(one, document), true)
    }
  })

  it('refuses a badge in which any fact was changed', async () => {
    const { credential } = await issueBadge(good)
    const changed = (path: readonly string[], value: unknown) => {
      const copy = structuredClone(credential)
      const last = path
        .slice(0, -1)
        .reduce((held, name) => held[name] as Record<string, unknown>, copy)
      last[path.at(-1) ?? ''] = value
      return copy
    }
    for (const copy of [
      changed(['name'], 'Another'),
      changed(['validUntil'], '2050-07-01T10:00:00Z'),
      changed(['credentialSubject', 'achievement', 'name'], 'Another'),
      changed(['credentialSubject', 'identifier', '0', 'identityHash'], 'Somebody Else'),
      changed(['credentialSubject', 'creditsEarned'], 30),
      changed(['https://www.w3.org/2018/credentials#credentialStatus', 'statusListIndex'], '1'),
    ]) {
      assert.equal(await digitalBazaarAccepts(copy, document), false)
    }
  })
})

describe('jose', () => {
  it('accepts the badge as a token, which has only the headers Open Badges allows', async () => {
    const { text } = await issueBadge(good)
    const key = await importJWK(keys.seal.publicKey as JWK, 'ES256')
    const { payload, protectedHeader } = await jwtVerify(text('jwt'), key, {
      currentDate: new Date('2026-07-02T00:00:00Z'),
    })
    assert.deepEqual(protectedHeader, { alg: 'ES256', kid: `${did}#seal-1`, typ: 'JWT' })
    assert.deepEqual(
      [payload.iss, payload.jti, payload.nbf, payload.exp],
      [did, sampleAward().id, 1782900000, 1940666400],
    )
  })

  it('refuses a changed token', async () => {
    const { text } = await issueBadge(good)
    const key = await importJWK(keys.seal.publicKey as JWK, 'ES256')
    const [head, body = '', seal] = text('jwt').split('.')
    const other = Buffer.from(body, 'base64url')
      .toString()
      .replace('"creditsEarned":3', '"creditsEarned":30')
    await assert.rejects(
      jwtVerify(`${head}.${Buffer.from(other).toString('base64url')}.${seal}`, key),
    )
  })
})

describe('JSON Schemas of 1EdTech', { skip: skipSchemas }, () => {
  const validate = skipSchemas === false ? badgeValidator() : undefined

  it('accept a badge and its token', async () => {
    const { credential, text } = await issueBadge(good)
    assert.ok(validate?.(credential), JSON.stringify(validate?.errors))
    const payload: unknown = JSON.parse(
      Buffer.from(text('jwt').split('.')[1] ?? '', 'base64url').toString(),
    )
    assert.ok(validate?.(payload), JSON.stringify(validate?.errors))
  })

  it('refuse a badge without criteria', async () => {
    const { credential } = await issueBadge(good)
    const subject = credential['credentialSubject'] as { achievement: { criteria?: unknown } }
    delete subject.achievement.criteria
    assert.equal(validate?.(credential), false)
  })
})

it('a badge holds all mandatory elements of Annex I', async () => {
  const { bytes } = await issueBadge(good)
  assert.deepEqual(completenessOf((await openBadges.open(bytes('png'))).award).missing, [])
})
