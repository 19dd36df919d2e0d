// The inputs of the W3C test suite for the Verifiable Credentials Data Model 2.0. They are fragments of credentials of no
// kind; each is laid over a good Open Badge, which is then sealed and checked. What the suite calls good stays valid;
// what it calls bad is refused, or at the least reported as not conforming.

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { PrivateJwk } from 'tessera/machine/port'
import { isObject, type Json, type JsonObject, listOf } from 'tessera/read/json'
import { utf8 } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { sealDocument } from 'tessera/seal/data-integrity/index'
import { memorySigner } from 'tessera/seal/keys/memory'
import { didKeyFrom } from 'tessera/trust/did/did-key'
import { noResolver } from 'tessera/trust/resolver'
import type { Trust } from 'tessera/trust/trust'
import type { Expectations } from 'tessera/verify/context'
import { verify } from 'tessera/verify/verify'
import { type Answer, type Exceptions, requireExpected } from './answers.ts'

const home = 'vc/w3c/vc-data-model-2.0-test-suite-input'
const now = new Date('2026-06-01T12:00:00Z')

const pair = generateKeyPairSync('ed25519')
const jwk = pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
const { did, method } = didKeyFrom(memorySigner(jwk).publicKey)
const signer = memorySigner(jwk, { verificationMethod: method })
const trust: Trust = [
  {
    name: 'the list of this test',
    anchors: [],
    issuers: [{ id: did, name: 'Example University', alsoKnownAs: [], keys: [] }],
    revocationLists: [],
  },
]

const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const good: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', badgeContext],
  id: 'urn:uuid:8f2b3b44-8c7e-4c3b-9d8a-0c9c3f6a0001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Research ethics',
  issuer: { id: did, type: ['Profile'], name: 'Example University' },
  validFrom: '2026-05-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:subject',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:8f2b3b44-8c7e-4c3b-9d8a-0c9c3f6a0002',
      type: ['Achievement'],
      name: 'Research ethics',
      description: 'Judges research by its ethics.',
      criteria: { narrative: 'A written assignment.' },
    },
  },
}

/** The fragment over a good badge: what it leaves out is the badge's, unless it is about leaving it out. */
function laidOver(fragment: JsonObject, name: string): JsonObject {
  const { '@context': context, type } = fragment
  const { '@context': _context, type: _type, ...rest } = good
  const { issuer: _issuer, ...withoutIssuer } = rest
  const { credentialSubject: _subject, ...withoutSubject } = rest
  const badge = name.includes('no-issuer')
    ? withoutIssuer
    : name.includes('no-subject')
      ? withoutSubject
      : rest
  return {
    ...(context === undefined ? {} : { '@context': added(context, badgeContext) }),
    ...(type === undefined ? {} : { type: added(type, 'OpenBadgeCredential') }),
    ...badge,
    ...withoutIdentity(fragment),
  }
}

function added(value: Json, more: string): Json {
  return [...listOf(value), more]
}

function withoutIdentity(all: JsonObject): JsonObject {
  const { '@context': _context, type: _type, ...fragment } = all
  const { issuer, credentialSubject: subject } = fragment
  const names = isObject(good['issuer']) ? good['issuer'] : {}
  const learner = isObject(good['credentialSubject']) ? good['credentialSubject'] : {}
  return {
    ...fragment,
    // The issuer's own identifier is put in, as the suite does it; one that is no identifier stays.
    ...(isObject(issuer) ? { issuer: { ...names, ...issuer, ...identifierOf(issuer) } } : {}),
    ...(typeof issuer === 'string' && issuer.startsWith('did:') ? { issuer: did } : {}),
    // An empty subject is what the input is about.
    ...(isObject(subject) && Object.keys(subject).length > 0
      ? { credentialSubject: { ...learner, ...subject } }
      : {}),
  }
}

function identifierOf({ id }: JsonObject): JsonObject {
  return typeof id === 'string' && id.startsWith('did:') ? { id: did } : {}
}

async function answerTo(badge: JsonObject): Promise<string> {
  const sealed = await attempt(() => sealDocument(badge, signer, { created: now }))
  if (!sealed.ok) return `cannot be sealed: ${sealed.refusals[0]?.code.replace('-elsewhere', '')}`
  return verdictOn(sealed.value)
}

async function verdictOn(document: JsonObject, expect: Expectations = {}): Promise<string> {
  const bytes = utf8(JSON.stringify(document))
  const answer = await verify(bytes, { trust, now, resolver: noResolver, expect })
  const { verdict, checks, profile } = answer
  if (verdict === 'valid' && profile.some(({ conforms }) => !conforms)) return beside
  const first = checks.find(({ status }) => status !== 'passed')
  return verdict === 'valid' ? verdict : `${verdict}: ${first?.code}`
}

const asked = { challenge: 'c-1', domain: 'https://reader.example' }

/** The fragment with sealed badges where its credentials are, shown by the holder who is asked for. */
async function answerToPresentation(fragment: JsonObject): Promise<string> {
  // Of the holder, who shows it.
  const learner = { ...(good['credentialSubject'] as JsonObject), id: did }
  const own = { ...good, credentialSubject: learner }
  const badge = await sealDocument(own, signer, { created: now })
  const { holder, verifiableCredential: inside = [{ type: ['VerifiableCredential'] }] } = fragment
  const replaced = listOf(inside).map((one) =>
    isObject(one) && listOf(one['type']).includes('VerifiableCredential') ? badge : one,
  )
  const presentation: JsonObject = {
    ...fragment,
    verifiableCredential: replaced,
    ...(typeof holder === 'string' && holder.startsWith('did:key:') ? { holder: did } : {}),
    ...(isObject(holder) && String(holder['id']).startsWith('did:key:')
      ? { holder: { ...holder, id: did } }
      : {}),
  }
  const settings = { created: now, purpose: 'authentication', ...asked } as const
  const sealed = await attempt(() => sealDocument(presentation, signer, settings))
  if (!sealed.ok) return `cannot be sealed: ${sealed.refusals[0]?.code.replace('-elsewhere', '')}`
  return verdictOn(sealed.value, asked)
}

const beside = 'valid, but no Open Badge as its profile wants it'
const context = 'cannot be sealed: json-ld.context'
const direction = 'cannot be sealed: json-ld.undefined'

/** Good inputs that we do not take, by our answer and the reason. */
const exceptions: Exceptions = Object.fromEntries([
  ...[
    'context-combo1',
    'context-combo2',
    'evidence',
    'evidences',
    'id-single',
    'optional-type',
    'proof',
    'refresh-type',
    'schema-type',
    'status-missing-id',
    'status',
    'termsofuse-id',
    'termsofuse',
    'termsofuses',
    'type-mapped-url',
  ].map((name) => [
    `credential-${name}-ok.json`,
    [
      context,
      'its terms come from the examples of the standard or from itself, which is no known context',
    ],
  ]),
  ...['credential-description', 'credential-name', 'issuer-description', 'issuer-name'].map(
    (name) => [
      `names-and-descriptions/${name}-language-direction-en-ok.json`,
      [direction, 'statements of RDF hold no direction of a text, so no signature would cover it'],
    ],
  ),
  [
    'credential-subject-multiple-ok.json',
    ['invalid: format.malformed', 'a badge is about one learner'],
  ],
  ['credential-validfrom-far-future-ok.json', ['invalid: dates.not-yet', 'it is not yet in force']],
  ...['ms', 'tz'].map((name) => [
    `credential-validuntil-${name}-ok.json`,
    ['invalid: dates.expired', 'it has ended'],
  ]),
  ['credential-validuntil-ok.json', ['invalid: dates.expired', 'it has ended']],
])

const shownExceptions: Exceptions = {
  'presentation-context-combo2-ok.json': [context, 'it brings a context of its own'],
  'presentation-optional-type-ok.json': [context, 'it brings a context of its own'],
  'presentation-enveloped-vc-ok.json': [
    'unknown: format.not-known',
    'what is in its envelope is no badge',
  ],
  'presentation-multiple-vc-ok.json': [
    'unknown: format.several',
    'one badge is shown at a time, so that there is one answer',
  ],
}

describe('the inputs for the Data Model 2.0', { skip: unlessPresent(home) }, () => {
  it('begin from a badge that is valid', async () => {
    assert.equal(await answerTo(good), 'valid')
  })

  it('are valid where they are good, and not where they are bad', async (test) => {
    const answers: Answer[] = []
    const names = readdirSync(reference(home), { recursive: true, encoding: 'utf8' }).toSorted()
    for (const name of names.filter((each) => /(^|\/)(?:credential|issuer)-.*\.json$/.test(each))) {
      const text = readFileSync(reference(`${home}/${name}`), 'utf8')
        .replaceAll('PAST DATE', '2026-01-01T00:00:00Z')
        .replaceAll('FUTURE DATE', '2027-01-01T00:00:00Z')
      const came = await answerTo(laidOver(JSON.parse(text) as JsonObject, name))
      const expected = name.includes('-fail')
        ? [came === 'valid' ? 'anything but valid' : came]
        : ['valid', beside]
      answers.push({ vector: name, expected, came })
    }
    assert.equal(answers.length, 95)
    requireExpected(test, answers, exceptions)
  })

  it('are shown by their holder where they are good, and not where they are bad', async (test) => {
    const answers: Answer[] = []
    const names = readdirSync(reference(home)).filter((each) => each.startsWith('presentation-'))
    // The other ones about self-asserted credentials are about the credential inside, which is a badge here.
    for (const name of names.filter((each) =>
      /-(ok|fail|fail-or-inject|holder-mismatch)\.json$/.test(each),
    )) {
      const text = readFileSync(reference(`${home}/${name}`), 'utf8')
      const came = await answerToPresentation(JSON.parse(text) as JsonObject)
      const bad = !name.endsWith('-ok.json')
      const expected = bad ? [came === 'valid' ? 'anything but valid' : came] : ['valid']
      answers.push({ vector: name, expected, came })
    }
    requireExpected(test, answers, shownExceptions)
  })
})
