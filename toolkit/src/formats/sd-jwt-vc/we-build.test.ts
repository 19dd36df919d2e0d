import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { PrivateJwk } from '#machine'
import { parseAward } from '../../credential/parse.ts'
import type { Award } from '../../credential/award.ts'
import type { JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { issueSdJwt } from '../../seal/sd-jwt/issue.ts'
import { readSdJwt } from '../../seal/sd-jwt/read.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import type { WriteSettings } from '../format.ts'
import { present, sdJwtVc, sdJwtVcOf, typeMetadata, weBuildMicroCredential } from './index.ts'
import { sampleAward } from './sample.ts'

const format = sdJwtVcOf(weBuildMicroCredential)
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
const seal = memorySigner(key as unknown as PrivateJwk, {
  certificates: [new Uint8Array([0x30, 0x00])],
})
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
  const unsigned = await format.build(award, settings)
  assert.deepEqual(await format.validate(unsigned), [])
  const [artefact] = await format.seal(unsigned, { seal, proof: seal }, settings)
  return artefact?.bytes ?? new Uint8Array()
}

async function foreign(claims: JsonObject, hidden: readonly string[]): Promise<Uint8Array> {
  const all = { iss: 'https://uni.example', vct: weBuildMicroCredential.vct, ...claims }
  const disclosable = hidden.map((name) => [name])
  return utf8(
    await issueSdJwt({ typ: 'dc+sd-jwt' }, all, seal, { random: randomBytes, disclosable }),
  )
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('a micro-credential after the WE BUILD rulebook', async () => {
  const file = await issued(sampleAward)

  it('is read by the format whatever type it issues itself, and conforms', async () => {
    const opened = await sdJwtVc.open(file)
    assert.deepEqual(opened.types, ['VerifiableMicroCredential'])
    assert.deepEqual(opened.conformance, [
      { profile: 'WE BUILD micro-credential 0.2 (SD-JWT VC)', conforms: true, faults: [] },
    ])
    assert.deepEqual(await opened.proofs[0]?.verify(seal.publicKey), { holds: true })
    assert.equal(opened.issuer.country, 'ES')
  })

  it('carries every part of the model that is not named among the losses', async () => {
    const { award } = await format.open(file)
    assert.deepEqual(plain(award), plain(sampleAward))
  })

  it('says the elements of Annex I with the codes of the rulebook', () => {
    const { claims } = readSdJwt(new TextDecoder().decode(file))
    const flat = plain(claims) as Record<string, unknown>
    assert.deepEqual(
      {
        category: flat['attestation_legal_category'],
        workload: flat['notionalWorkload'],
        level: flat['level'],
        national: flat['nationalQualificationsFrameworkLevel'],
        body: flat['awardingBody'],
        country: flat['issuerCountry'],
        date: flat['issuanceDate'],
      },
      {
        category: 'non-qualified-EAA',
        workload: { value: sampleAward.design.credits?.points, unit: 'ECTS' },
        level: 'EQF-6',
        national: 'MECES 2',
        body: 'Example University, Beispielhochschule',
        country: 'ES',
        date: '2026-06-01',
      },
    )
    assert.equal(typeof flat['typeOfAssessment'], 'string')
    assert.equal(typeof flat['formOfParticipation'], 'string')
  })

  it('shows nothing of learner and learning but what its holder discloses', async () => {
    const bare = await present(file, [])
    const { award, conformance } = await sdJwtVc.open(bare)
    assert.equal(award.design.title, undefined)
    assert.equal(award.learner.givenName, undefined)
    assert.equal(award.issuer, undefined)
    assert.deepEqual(award.design.outcomes, [])
    assert.equal(conformance[0]?.conforms, true)
    const employer = await sdJwtVc.open(await present(file, 'employer'))
    assert.equal(employer.award.design.title?.['en'], 'Data ethics')
    assert.equal(employer.award.learner.dateOfBirth, undefined)
    assert.equal(employer.award.design.credits?.points, 3)
    const admission = await sdJwtVc.open(await present(file, 'admission'))
    assert.deepEqual(plain(admission.award.design), plain(sampleAward.design))
  })

  it('is not issued without what the rulebook makes mandatory', async () => {
    const { assessments: _, qualityAssurance: __, modes: ___, ...design } = sampleAward.design
    const bare = parseAward({
      ...(plain(sampleAward) as object),
      results: [],
      design: { ...design, activities: [] },
    })
    const faults = await format.validate(await format.build(bare, settings))
    assert.deepEqual(
      faults.map(({ place }) => place),
      ['typeOfAssessment', 'formOfParticipation', 'qualityAssurance'],
    )
  })

  it('of another issuer, without our full description, is read from its flat claims', async () => {
    const claims = {
      iat: 1_781_740_800,
      jti: 'urn:uuid:9a3f6b2e-1c44-4b8a-9e21-6f0a2d7c5b31',
      attestation_legal_category: 'non-qualified-EAA',
      identifier: 'MC-7',
      title: 'Ethics of data',
      givenName: 'Elena',
      familyName: 'Kowalska',
      issuerCountry: 'SE',
      awardingBody: 'University of Example',
      awardingBodyHomepage: 'https://uni.example/',
      issuanceDate: '2026-06-15',
      level: 'EQF-6',
      learningOutcomes: ['Applies ethics', 'Evaluates bias'],
      fieldOfEducation: '0613',
      notionalWorkload: { value: 40, unit: 'hours' },
      typeOfAssessment: 'portfolio-assessment',
      formOfParticipation: 'on-site',
      grade: 'Pass',
      gradingScheme: 'Pass/Fail',
      qualityAssurance: 'institutional-accreditation',
      accreditation: { type: 'institutional-accreditation', accreditingAgent: 'Agency' },
      stackable: true,
      partOfQualification: 'BSc Data Science',
    }
    const never = ['iat', 'jti', 'attestation_legal_category']
    const hidden = Object.keys(claims).filter((name) => !never.includes(name))
    const { award, conformance } = await sdJwtVc.open(await foreign(claims, hidden))
    assert.deepEqual(conformance[0]?.faults, [])
    assert.equal(award.learner.familyName, 'Kowalska')
    assert.equal(award.grade, 'Pass')
    const { design } = award
    assert.deepEqual(design.title, { en: 'Ethics of data' })
    assert.equal(design.workload?.hours, 40)
    assert.equal(design.level?.eqf, 6)
    assert.deepEqual(design.modes, ['presential'])
    assert.deepEqual(design.assessments[0]?.methods, ['portfolio'])
    assert.equal(design.qualityAssurance[0]?.scope, 'institution')
    assert.equal(design.awardingBodies[0]?.organisation.legalName['en'], 'University of Example')
    assert.deepEqual(design.partOfQualification, { en: 'BSc Data Science' })

    // The rules of the rulebook are seen in what is disclosed.
    const wrong = {
      ...claims,
      attestation_legal_category: 'QEAA',
      level: '6',
      notionalWorkload: { value: 0, unit: 'days' },
      issuanceDate: '2027-01-01',
      accreditation: { type: 'programme-accreditation' },
    }
    const read = await sdJwtVc.open(await foreign(wrong, hidden.slice(1)))
    assert.deepEqual(read.conformance[0]?.faults.map(({ place }) => place).toSorted(), [
      'accreditation.type',
      'attestation_legal_category',
      'identifier',
      'issuanceDate',
      'level',
      'notionalWorkload',
    ])
  })

  const rulebook = 'elm/mappings/webuild-micro-credential-rulebook-0.2.json'
  it('has the rulebook’s claims, duties and choices', { skip: unlessPresent(rulebook) }, () => {
    const theirs = JSON.parse(readFileSync(reference(rulebook), 'utf8')) as {
      format: { vct: string }
      neverSelective: string[]
      claims: { claim: string; obligation: string; selectivelyDisclosable: string }[]
    }
    const words: Readonly<Record<string, string>> = { MUST: 'always', MAY: 'allowed' }
    assert.equal(weBuildMicroCredential.vct, theirs.format.vct)
    assert.deepEqual(
      weBuildMicroCredential.claims
        .map(({ path, sd, mandatory }) => [path[0], sd, sd === 'never' ? '' : mandatory])
        .toSorted(),
      [
        ...theirs.neverSelective.map((name) => [name, 'never', '']),
        ...theirs.claims.map(({ claim, obligation, selectivelyDisclosable: sd }) => [
          claim,
          words[sd],
          obligation === 'mandatory',
        ]),
      ].toSorted(),
    )
  })

  it('has a description of its type that says which claims can be kept back', () => {
    const { document } = typeMetadata(weBuildMicroCredential)
    const said = document['claims'] as { path: unknown[]; sd: string }[]
    assert.equal(said.find(({ path }) => path[0] === 'title')?.sd, 'always')
    assert.equal(said.find(({ path }) => path[0] === 'grade')?.sd, 'allowed')
    assert.deepEqual(
      format.publishes?.('https://uni.example').map(({ address }) => address),
      ['https://uni.example/types/VerifiableMicroCredential.json'],
    )
  })
})
