import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type PrivateJwk, type PublicJwk, sign } from '#machine'
import { parseAward } from '../../credential/parse.ts'
import type { Award } from '../../credential/award.ts'
import { isObject, type JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { issueSdJwt } from '../../seal/sd-jwt/issue.ts'
import { readSdJwt } from '../../seal/sd-jwt/read.ts'
import type { Signer } from '../../seal/signer.ts'
import type { WriteSettings } from '../format.ts'
import { eudiLearningCredential, present, sdJwtVc, typeMetadata } from './index.ts'
import { sampleAward } from './sample.ts'

function newSigner(): Signer {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const privateKey = pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
  return {
    algorithm: 'ES256',
    publicKey: pair.publicKey.export({ format: 'jwk' }) as unknown as PublicJwk,
    // The format carries certificates and looks into none.
    certificates: [new Uint8Array([0x30, 0x00])],
    sign: (data) => sign('ES256', privateKey, data),
  }
}

const seal = newSigner()
const settings: WriteSettings = {
  now: new Date('2026-06-01T12:00:00Z'),
  random: randomBytes,
  pictures: {
    certificate: async () => [],
    badge: async () => ({ png: new Uint8Array(), svg: '' }),
  },
  status: {
    index: 94567,
    revocationList: 'https://uni.example/status/r',
    suspensionList: 'https://uni.example/status/s',
    tokenList: 'https://uni.example/status/t',
  },
  signingTime: 'iat',
  base: 'https://uni.example',
}

async function issued(award: Award): Promise<Uint8Array> {
  const unsigned = await sdJwtVc.build(award, settings)
  assert.deepEqual(await sdJwtVc.validate(unsigned), [])
  const [artefact] = await sdJwtVc.seal(unsigned, { seal, proof: seal }, settings)
  return artefact?.bytes ?? new Uint8Array()
}

const file = await issued(sampleAward)
const text = new TextDecoder().decode(file)

/** Without the members zod leaves as undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('a micro-credential as SD-JWT VC', () => {
  it('is recognised, opened, and says what was awarded', async () => {
    assert.equal(sdJwtVc.recognise(file), true)
    const opened = await sdJwtVc.open(file)
    assert.equal(opened.variant, 'sd-jwt')
    assert.deepEqual(opened.types, [eudiLearningCredential.vct])
    assert.equal(opened.issuer.id, 'https://uni.example')
    assert.equal(opened.issuer.name, 'Example University')
    assert.deepEqual(opened.status, [
      { kind: 'token', list: 'https://uni.example/status/t', index: 94567 },
    ])
    assert.deepEqual(opened.validFrom, settings.now)
    assert.deepEqual(opened.validUntil, new Date('2036-06-01T12:00:00Z'))
    assert.equal(opened.proofs[0]?.suite, 'SD-JWT ES256')
    assert.deepEqual(await opened.proofs[0]?.verify(seal.publicKey), { holds: true })
    assert.deepEqual(opened.conformance, [
      { profile: 'EUDI learning credential 1 (SD-JWT VC)', conforms: true, faults: [] },
    ])
  })

  it('carries every part of the model that is not named among the losses', async () => {
    const { award } = await sdJwtVc.open(file)
    assert.deepEqual(plain(award), plain(sampleAward))
  })

  it('shows nothing of the person but what is disclosed', async () => {
    const bare = await present(file, [])
    const shown = new TextDecoder().decode(bare)
    const { award } = await sdJwtVc.open(bare)
    assert.deepEqual(plain(award.learner), { identifiers: [] })
    assert.equal(award.design.title?.['en'], 'Data ethics')
    assert.equal(award.grade, undefined)
    for (const secret of ['Łucja', '1998', 'S-2026', '8.5', 'Very good']) {
      const payload = Buffer.from(shown.split('.')[1] ?? '', 'base64url').toString()
      assert.equal(payload.includes(secret), false, secret)
    }
  })

  it('shows an employer what was learnt, and an admission office who and the whole of it', async () => {
    const employer = await sdJwtVc.open(await present(file, 'employer'))
    assert.equal(employer.award.grade, '8.5')
    assert.equal(employer.award.design.fictitious, true)
    assert.equal(employer.award.learner.fullName, sampleAward.learner.fullName)
    assert.equal(employer.award.learner.dateOfBirth, undefined)
    assert.deepEqual(employer.award.learner.identifiers, [])
    assert.deepEqual(
      employer.award.design.outcomes.map(({ text: words }) => words['en']),
      ['Explain bias.', 'Judge a data set.'],
    )
    const admission = await sdJwtVc.open(await present(file, 'admission'))
    assert.equal(admission.award.learner.dateOfBirth, '1998-11-02')
    assert.deepEqual(plain(admission.award.design), plain(sampleAward.design))
    assert.ok((await present(file, 'employer')).length < file.length / 2)
  })

  it('is bound to the key of a learner who has one, and to nothing for one who has none', async () => {
    assert.equal((await sdJwtVc.open(file)).holding.confirmation?.crv, 'Ed25519')
    const { id: _, ...learner } = sampleAward.learner
    const unbound = await sdJwtVc.open(await issued({ ...sampleAward, learner }))
    assert.equal(unbound.holding.confirmation, undefined)
    assert.deepEqual(
      unbound.conformance[0]?.faults.map(({ place }) => place),
      ['cnf'],
    )
  })

  it('presented by its holder names reader, nonce and time', async () => {
    const holder = newSigner()
    const own = await issueSdJwt(
      { typ: 'dc+sd-jwt' },
      {
        iss: 'https://uni.example',
        vct: 'x',
        cnf: { jwk: holder.publicKey as unknown as JsonObject },
      },
      seal,
      { random: randomBytes, disclosable: [] },
    )
    const shown = await present(utf8(own), [], {
      holder,
      audience: 'https://reader.example',
      nonce: 'n',
      now: settings.now,
    })
    const { holding, variant, conformance } = await sdJwtVc.open(shown)
    assert.equal(variant, 'sd-jwt+kb')
    assert.deepEqual(conformance, [])
    assert.equal(holding.presentation?.audience, 'https://reader.example')
    assert.deepEqual(holding.presentation?.presentedAt, settings.now)
    assert.deepEqual(await holding.presentation?.proofs[0]?.verify(holder.publicKey), {
      holds: true,
    })
  })

  it('of a learner with one name, no level and no workload can be issued; what the type misses is said', async () => {
    const {
      level: _,
      workload: __,
      credits: ___,
      stackability: ____,
      ...design
    } = sampleAward.design
    const award = parseAward({ ...sampleAward, learner: { fullName: 'Sukarno' }, design })
    const opened = await sdJwtVc.open(await issued(award))
    assert.equal(opened.award.learner.fullName, 'Sukarno')
    assert.equal(opened.award.learner.familyName, 'Sukarno')
    assert.equal(opened.award.design.level, undefined)
  })

  it('without title or learner is not issued', async () => {
    const { title: _, ...design } = sampleAward.design
    const unsigned = await sdJwtVc.build(
      parseAward({ ...sampleAward, learner: {}, design }),
      settings,
    )
    const faults = await sdJwtVc.validate(unsigned)
    assert.deepEqual(
      faults.map(({ place }) => place),
      ['family_name', 'achievement_title'],
    )
  })

  it('after a change of any single byte is refused, or its seal does not hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: file.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          fc.pre(file[at] !== byte)
          const changed = file.slice()
          changed[at] = byte
          const answer = await attempt(async () => {
            const opened = await sdJwtVc.open(changed)
            return opened.proofs[0]?.verify(seal.publicKey)
          })
          assert.equal(answer.ok && answer.value?.holds, false)
        },
      ),
      { numRuns: 250 },
    )
  })

  const broken: readonly (readonly [string, JsonObject, string])[] = [
    ['no type', { vct: 7 }, 'sd-jwt-vc.vct'],
    ['an issuer without https', { iss: 'http://uni.example' }, 'sd-jwt-vc.iss'],
    [
      'a status index that is a text',
      { status: { status_list: { idx: '5', uri: 'https://x.example/1' } } },
      'sd-jwt-vc.status',
    ],
    [
      'a status index below zero',
      { status: { status_list: { idx: -1, uri: 'https://x.example/1' } } },
      'sd-jwt-vc.status',
    ],
    ['an end that is a text', { exp: '2036' }, 'jose.date'],
  ]
  for (const [name, members, code] of broken) {
    it(`with ${name} is refused as ${code}`, async () => {
      const claims = { iss: 'https://uni.example', vct: 'x', ...members }
      const own = await issueSdJwt({ typ: 'dc+sd-jwt' }, claims, seal, {
        random: randomBytes,
        disclosable: [],
      })
      const answer = await attempt(() => sdJwtVc.open(utf8(own)))
      assert.equal(!answer.ok && answer.refusals[0]?.code, code)
    })
  }

  it('is told by the name of its kind, or the name that had up to draft 6', async () => {
    const opened = async (typ: string, vct?: string) => {
      const claims = { iss: 'https://uni.example', ...(vct === undefined ? {} : { vct }) }
      const own = await issueSdJwt({ typ }, claims, seal, { random: randomBytes, disclosable: [] })
      const answer = await attempt(() => sdJwtVc.open(utf8(own)))
      return answer.ok ? 'opened' : answer.refusals[0]?.code
    }
    assert.equal(await opened('dc+sd-jwt', 'x'), 'opened')
    assert.equal(await opened('vc+sd-jwt', 'x'), 'opened')
    assert.equal(await opened('vc+sd-jwt'), 'sd-jwt-vc.another')
    assert.equal(await opened('dc+sd-jwt'), 'sd-jwt-vc.vct')
    assert.equal(await opened('JWT', 'x'), 'jose.typ')
  })

  it('of any type and with any `ld` is opened without a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 4 })),
        async (claim) => {
          const claims = {
            iss: 'https://uni.example',
            vct: eudiLearningCredential.vct,
            issuing_authority: 'X',
            issuing_country: 'nowhere',
            achievement_title: 'T',
            ld: {
              credentialSubject: {
                hasClaim: { specifiedBy: claim, awardedBy: claim, provenBy: [claim] },
                ...claim,
              },
            },
          } as unknown as JsonObject
          const own = await attempt(() =>
            issueSdJwt({ typ: 'dc+sd-jwt' }, claims, seal, {
              random: randomBytes,
              disclosable: [],
            }),
          )
          if (!own.ok) return
          const answer = await attempt(() => sdJwtVc.open(utf8(own.value)))
          if (answer.ok) assert.equal(answer.value.award.design.title?.['en'], 'T')
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the type metadata', () => {
  const { document, bytes, integrity } = typeMetadata(eudiLearningCredential)

  it('is what the credential’s hash is over', () => {
    assert.equal(readSdJwt(text).payload['vct#integrity'], integrity)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes)), document)
    assert.match(integrity, /^sha256-[A-Za-z0-9+/]{43}=$/)
  })

  const official = 'oid4/eudi-learning-credential/learning_credential.type-metadata.json'
  it(
    'names the same claims, disclosure and duty as the EU type',
    { skip: unlessPresent(official) },
    () => {
      const theirs = JSON.parse(readFileSync(reference(official), 'utf8'))
      const rows = (claims: unknown) =>
        (claims as { path: unknown[]; sd: string; mandatory: boolean }[])
          .filter(({ path }) => path[0] !== 'ld')
          .map(({ path, sd, mandatory }) => `${JSON.stringify(path)} ${sd} ${mandatory}`)
          .toSorted()
      assert.equal(document['vct'], theirs.vct)
      assert.deepEqual(rows(document['claims']), rows(theirs.claims))
    },
  )

  it('describes exactly what is issued', () => {
    const { payload, claims, disclosures } = readSdJwt(text)
    const described = (document['claims'] as { path: string[]; sd: string }[]).filter(
      ({ path }) => path.length === 1,
    )
    for (const name of Object.keys(claims)) {
      if (['nbf', 'status', 'vct#integrity'].includes(name)) continue
      const sd = described.find(({ path }) => path[0] === name)?.sd
      assert.equal(sd, payload[name] === undefined ? 'always' : 'never', name)
    }
    assert.ok(isObject(claims['ld']))
    assert.ok(disclosures.length >= 15)
  })
})
