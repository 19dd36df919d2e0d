import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { canonicalJson } from '../../canonical-json.ts'
import { type JsonObject, readJson, readJsonObject } from '../../read/json.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { bundledContexts, credentialsV2, knownContexts, openBadgesV303 } from './contexts.ts'
import { toCanonicalQuads } from './quads.ts'

const badge = {
  '@context': [credentialsV2, openBadgesV303],
  id: 'urn:uuid:1c2d3e4f-0000-4000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:uni.example', type: ['Profile'], name: 'University' },
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://uni.example/a',
      type: ['Achievement'],
      name: 'A',
      description: 'B',
      criteria: { narrative: 'C' },
    },
  },
}

async function codeOf(document: JsonObject): Promise<string | undefined> {
  const answer = await attempt(() => toCanonicalQuads(document, '$'))
  return answer.ok ? undefined : answer.refusals[0]?.code
}

test('every bundled context is the one it was built with', () => {
  for (const url of knownContexts) assert.ok(bundledContexts.get(url) !== undefined, url)
})

describe(
  'the bundled contexts are the published ones',
  { skip: unlessPresent('vc/contexts') },
  () => {
    for (const [url, path, digest] of [
      [
        credentialsV2,
        'contexts/www.w3.org_ns_credentials_v2.jsonld',
        '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      ],
      [
        openBadgesV303,
        '1edtech/ob_v3p0-spec/context-3.0.3.json',
        'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761',
      ],
      [
        'https://www.w3.org/2018/credentials/v1',
        'contexts/www.w3.org_2018_credentials_v1.jsonld',
        'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
      ],
      [
        'https://w3id.org/security/data-integrity/v2',
        'contexts/w3id.org_security_data-integrity_v2.jsonld',
        '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
      ],
    ] as const) {
      test(url, () => {
        const bytes = readFileSync(reference(`vc/${path}`))
        assert.equal(createHash('sha256').update(bytes).digest('hex'), digest)
        assert.equal(canonicalJson(bundledContexts.get(url)), canonicalJson(readJson(bytes)))
      })
    }
  },
)

test('a badge has a canonical form that does not depend on the order of its members', async () => {
  const turned = Object.fromEntries(Object.entries(badge).toReversed())
  assert.equal(await toCanonicalQuads(turned, '$'), await toCanonicalQuads(badge, '$'))
})

test('a term nobody defines is refused, not dropped', async () => {
  assert.equal(await codeOf({ ...badge, eqfLevel: 6 }), 'json-ld.undefined')
  assert.equal(
    await codeOf({ ...badge, type: [...badge.type, 'Microcredential'] }),
    'json-ld.undefined',
  )
  assert.equal(await codeOf({ ...badge, id: 'badge-1' }), 'json-ld.undefined')
})

test('nobody but the closed set says what terms mean', async () => {
  const contexts: readonly unknown[] = [
    [credentialsV2, { eqfLevel: 'https://example.org/eqf' }],
    [credentialsV2, { '@vocab': 'https://example.org/' }],
    [credentialsV2, null],
    [credentialsV2, 'https://evil.example/context.json'],
    [credentialsV2, 'http://www.w3.org/ns/credentials/v2'],
    [openBadgesV303, credentialsV2],
    {},
    [],
    undefined,
  ]
  for (const context of contexts) {
    assert.equal(
      await codeOf({ ...badge, '@context': context } as JsonObject),
      'json-ld.context',
      JSON.stringify(context),
    )
  }
  for (const [address, code] of [
    ['https://w3id.org/dcc/v1', 'json-ld.context-elsewhere'],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-9.json', 'json-ld.context-elsewhere'],
    ['https://w3id.org/dcc/v1?x', 'json-ld.context'],
    ['https://w3id.org.evil.example/v1', 'json-ld.context'],
    ['https://evil.example/https://w3id.org/v1', 'json-ld.context'],
  ] as const)
    assert.equal(
      await codeOf({ ...badge, '@context': [credentialsV2, address] } as JsonObject),
      code,
      address,
    )
  const scoped = {
    ...badge,
    credentialSubject: { ...badge.credentialSubject, '@context': [credentialsV2] },
  }
  assert.equal(await codeOf(scoped), 'json-ld.context')
})

test('a proof inside the subject is refused, where readers might take it for one', async () => {
  const subject = { ...badge.credentialSubject, proof: { type: 'DataIntegrityProof' } }
  assert.equal(await codeOf({ ...badge, credentialSubject: subject }), 'json-ld.proof-place')
})

test('JSON-LD keywords that hide or double content are refused wherever they stand', async () => {
  for (const keyword of [
    '@graph',
    '@included',
    '@id',
    '@type',
    '@reverse',
    '@nest',
    '@list',
    '@index',
  ]) {
    assert.equal(await codeOf({ ...badge, [keyword]: 'urn:x' }), 'json-ld.keyword', keyword)
    assert.equal(
      await codeOf({ ...badge, issuer: { ...badge.issuer, [keyword]: 'urn:x' } }),
      'json-ld.keyword',
      keyword,
    )
  }
})

describe(
  'graphs made to take forever',
  { skip: unlessPresent('security/own/poison-graphs') },
  () => {
    for (const name of ['context-array', 'same-subjects']) {
      test(`${name} is refused or done in a second`, async () => {
        const started = process.cpuUsage()
        await attempt(() =>
          toCanonicalQuads(
            readJsonObject(readFileSync(reference(`security/own/poison-graphs/${name}.json`))),
            '$',
          ),
        )
        assert.ok(process.cpuUsage(started).user < 1000_000)
      })
    }
  },
)

test('a clique of blank nodes is refused as too complex', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `_:n${i}`)
  const related = (own: string) => names.filter((name) => name !== own).map((id) => ({ id }))
  const clique = {
    ...badge,
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: { ...badge.credentialSubject.achievement, endorsement: [] },
    },
    termsOfUse: names.map((id) => ({
      id,
      type: ['Achievement'],
      related: related(id).map(({ id: other }) => ({
        id: other,
        type: ['Achievement'],
        related: [],
      })),
    })),
  }
  assert.equal(await codeOf(clique as unknown as JsonObject), 'json-ld.too-complex')
})
