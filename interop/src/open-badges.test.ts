// Independent implementations accept the badges Tessera issues, and refuse them once they were changed.

import { verifyCredential } from '@digitalcredentials/verifier-core'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formatsModule from 'ajv-formats'
import { importJWK, jwtVerify, type JWK } from 'jose'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import { completenessOf } from 'tessera/check/completeness'
import { extractFromPng } from 'tessera/read/png'
import { extractFromSvg } from 'tessera/read/svg'
import { unlessPresent } from 'tessera/reference'
import { sealDocument } from 'tessera/seal/data-integrity/index'
import { bitstringCredential } from 'tessera/status/bitstring'
import { newStatusTable, reserve, revoke } from 'tessera/status/table'
import {
  answerFromMemory,
  didDocument,
  digitalBazaarAccepts,
  registryUrl,
  schemaOf,
} from './open-badges-peers.ts'

const did = 'did:web:credentials.arrabida.example'
const keys = sampleKeys()
const document = didDocument(did, keys)
const achievementSchema =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
const skipSchemas = unlessPresent('vc/1edtech/schemas')

let turn = 0
const random = (length: number) =>
  Uint8Array.from({ length }, () => (turn = (turn * 73 + 41) % 251))
const reserved = reserve(newStatusTable(), 2, random)
const [good = 0, revoked = 0] = reserved.indexes
const now = new Date('2026-07-01T10:00:00Z')
const table = revoke(reserved.table, revoked, { by: 'registrar', at: now })

async function issue(index: number) {
  const settings = { ...sampleSettings(), status: { ...sampleSettings().status, index } }
  const unsigned = await openBadges.build(sampleAward(), settings)
  const artefacts = await openBadges.seal(unsigned, keys, settings)
  const bytes = (extension: string) =>
    artefacts.find((one) => one.extension === extension)?.bytes ?? new Uint8Array()
  const text = (extension: string) => new TextDecoder().decode(bytes(extension))
  return { bytes, text, credential: JSON.parse(text('json')) as Record<string, unknown> }
}

async function statusList(purpose: 'revocation' | 'suspension') {
  const url = `https://credentials.arrabida.example/status/a/${purpose}`
  const list = await bitstringCredential(table, {
    url,
    issuer: did,
    purpose,
    validFrom: now,
    validUntil: new Date('2040-01-01T00:00:00Z'),
  })
  return [url, await sealDocument(list, keys.proof, { created: now })] as const
}

interface CoreAnswer {
  readonly log?: readonly { readonly id: string; readonly valid?: boolean }[]
  readonly errors?: readonly { readonly name: string }[]
  readonly additionalInformation?: readonly {
    readonly id: string
    readonly results: readonly { readonly result: { readonly valid: boolean } }[]
  }[]
}

async function verifierCore(credential: unknown): Promise<CoreAnswer> {
  const pages = new Map<string, unknown>([
    ['https://credentials.arrabida.example/.well-known/did.json', document],
    [
      registryUrl,
      {
        meta: { created: '2026-01-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' },
        registry: {
          [did]: {
            name: 'University of Arrábida',
            location: 'Arrábida',
            url: 'https://www.arrabida.example/',
          },
        },
      },
    ],
    ...(skipSchemas === false
      ? [[achievementSchema, schemaOf('ob_v3p0_achievementcredential_schema.json')] as const]
      : []),
    await statusList('revocation'),
    await statusList('suspension'),
  ])
  const restore = answerFromMemory(pages)
  try {
    return (await verifyCredential({
      credential: structuredClone(credential) as never,
      knownDIDRegistries: [{ name: 'Alliance', type: 'dcc-legacy', url: registryUrl }] as never,
    })) as CoreAnswer
  } finally {
    restore()
  }
}

function step(answer: CoreAnswer, id: string): boolean | undefined {
  return answer.log?.find((one) => one.id === id)?.valid
}

describe('@digitalcredentials/verifier-core', () => {
  it('accepts a badge: signature, dates, status and issuer', async () => {
    const answer = await verifierCore((await issue(good)).credential)
    assert.deepEqual(answer.errors ?? [], [])
    for (const id of ['valid_signature', 'expiration', 'revocation_status', 'registered_issuer']) {
      assert.equal(step(answer, id), true, `${id}: ${JSON.stringify(answer)}`)
    }
  })

  it('finds the badge conforming to the 1EdTech schema', { skip: skipSchemas }, async () => {
    const answer = await verifierCore((await issue(good)).credential)
    const results = answer.additionalInformation?.flatMap((one) => one.results) ?? []
    assert.ok(
      results.length > 0 && results.every(({ result }) => result.valid),
      JSON.stringify(answer.additionalInformation),
    )
  })

  it('sees that a badge was revoked', async () => {
    const answer = await verifierCore((await issue(revoked)).credential)
    assert.equal(step(answer, 'valid_signature'), true)
    assert.equal(step(answer, 'revocation_status'), false)
  })

  it('refuses a changed badge', async () => {
    const { credential } = await issue(good)
    const answer = await verifierCore({ ...credential, validFrom: '2026-06-01T10:00:00Z' })
    assert.deepEqual(
      answer.errors?.map(({ name }) => name),
      ['invalid_signature'],
    )
  })
})

describe('Digital Bazaar', () => {
  it('accepts a badge from JSON, PNG and SVG', async () => {
    const { credential, bytes, text } = await issue(good)
    for (const one of [
      credential,
      JSON.parse(await extractFromPng(bytes('png'))),
      JSON.parse(extractFromSvg(text('svg')).content),
    ]) {
      assert.equal(await digitalBazaarAccepts(one, document), true)
    }
  })

  it('refuses a badge in which any fact was changed', async () => {
    const { credential } = await issue(good)
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
    const { text } = await issue(good)
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
    const { text } = await issue(good)
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
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formatsModule.default(ajv)
  const validate =
    skipSchemas === false
      ? ajv.compile(schemaOf('ob_v3p0_achievementcredential_schema.json') as object)
      : undefined

  it('accept a badge and its token', async () => {
    const { credential, text } = await issue(good)
    assert.ok(validate?.(credential), JSON.stringify(validate?.errors))
    const payload: unknown = JSON.parse(
      Buffer.from(text('jwt').split('.')[1] ?? '', 'base64url').toString(),
    )
    assert.ok(validate?.(payload), JSON.stringify(validate?.errors))
  })

  it('refuse a badge without criteria', async () => {
    const { credential } = await issue(good)
    const subject = credential['credentialSubject'] as { achievement: { criteria?: unknown } }
    delete subject.achievement.criteria
    assert.equal(validate?.(credential), false)
  })
})

it('a badge holds all mandatory elements of Annex I', async () => {
  const { bytes } = await issue(good)
  assert.deepEqual(completenessOf((await openBadges.open(bytes('png'))).award).missing, [])
})
