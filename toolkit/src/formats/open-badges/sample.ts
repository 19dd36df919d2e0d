// For tests and benchmarks only: an invented, complete award and keys made of fixed numbers.

import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import type { PrivateJwk } from '#machine'
import type { Award } from '../../credential/award.ts'
import type { Organisation } from '../../credential/organisation.ts'
import { parseAward } from '../../credential/parse.ts'
import { base64url } from '../../read/base64.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import type { Keyring } from '../../seal/signer.ts'
import type { WriteSettings } from '../format.ts'

const did = 'did:web:credentials.arrabida.example'

const arrabida = {
  id: did,
  legalName: { en: 'University of Arrábida', pt: 'Universidade da Arrábida' },
  identifiers: [
    { scheme: 'eidas', value: 'VATPT-000000000', country: 'PT' },
    { scheme: 'schac', value: 'arrabida.example' },
  ],
  country: 'PT',
  region: 'PT17',
  address: { en: 'Rua da Serra 1, 0000-000 Arrábida' },
  homepage: 'https://www.arrabida.example/',
  email: 'registrar@arrabida.example',
  fictitious: true,
}

const scheme = {
  title: { en: 'Portuguese scale 0 to 20' },
  description: { en: '10 is a pass.' },
  passMark: '10',
  best: '20',
}

/** An award of one learner of the sample design; `n` tells learners apart. */
export function sampleAward(n = 1): Award {
  return parseAward({
    tessera: 'award/1',
    id: `urn:uuid:1c2d3e4f-0000-4000-8000-${String(n).padStart(12, '0')}`,
    issuer: arrabida,
    issuedAt: '2026-07-01T10:00:00Z',
    validFrom: '2026-07-01T10:00:00Z',
    expiresAt: '2031-07-01T10:00:00Z',
    awardedOn: '2026-06-30',
    place: { country: 'PT', name: { en: 'Setúbal' } },
    route: 'course',
    learner: {
      fullName: `Łucja “Lu” Ñandú-Öztürk ${n}`,
      identifiers: [{ scheme: 'Student number', value: `S-${n}` }],
      identity: 'checked',
    },
    grade: String(10 + (n % 10)),
    creditsEarned: { system: 'ECTS', points: 3 },
    results: [
      { assessment: 'E1', grade: '17' },
      { title: { en: 'Peer feedback' }, grade: 'very helpful' },
    ],
    furtherInformation: { en: 'Took part in the\nsummer school.' },
    design: {
      tessera: 'design/1',
      id: 'https://credentials.arrabida.example/designs/coastal-data',
      version: '1.2',
      languages: ['en', 'pt'],
      title: { en: 'Coastal Data Stories', pt: 'Histórias de dados costeiros' },
      description: {
        en: 'Find, clean and tell what sensors of a coast say.\nWith a project of your own.',
        pt: 'Encontrar, limpar e contar.',
      },
      awardingBodies: [
        { organisation: arrabida, role: 'leading', credits: 2 },
        {
          organisation: {
            id: 'did:web:tu-inseln.example',
            legalName: { de: 'Technische Universität der Inseln' },
            country: 'DE',
          },
          role: 'partner',
          credits: 1,
        },
      ],
      need: {
        statement: { en: 'Coastal towns measure much and understand little.' },
        evidence: [{ title: { en: 'Survey 2025' }, url: 'https://arrabida.example/survey' }],
      },
      targetGroup: { en: '# People in municipal offices\nand students.' },
      fields: ['0612', '0521'],
      level: {
        eqf: 6,
        nqf: { framework: 'QNQ', level: '6' },
        cycle: 'first',
        standing: 'confirmed',
      },
      teachingLanguages: ['en'],
      outcomes: [
        {
          id: 'LO1',
          type: 'knowledge',
          text: { en: 'Explain how tide gauges and buoys measure.', pt: 'Explicar.' },
          skills: [
            {
              framework: 'ESCO',
              uri: 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001',
              title: { en: 'oceanography' },
            },
          ],
        },
        { id: 'LO2', type: 'skill', text: { en: 'Clean a year of sensor data.' }, skills: [] },
        { id: 'LO3', text: { pt: 'Contar uma história com dados.' } },
      ],
      activities: [
        {
          id: 'A1',
          title: { en: 'Online units' },
          types: ['e-learning-coursework'],
          modes: ['online'],
          workload: { hours: 60 },
        },
      ],
      assessments: [
        {
          id: 'E1',
          title: { en: 'Data story (portfolio)' },
          description: { en: 'A story of 1,500 words.' },
          methods: ['portfolio'],
          modes: ['online'],
          outcomes: ['LO1', 'LO2', 'LO3'],
          criteria: [
            { id: 'E1-1', text: { en: 'Every figure names its source.' }, outcomes: ['LO2'] },
            {
              text: { en: 'A reader without training\nunderstands it.' },
              outcomes: ['LO1', 'LO3'],
            },
            { text: { en: 'It is short.' }, outcomes: [] },
          ],
          supervision: { supervised: true, identityChecked: true, where: 'online' },
          gradingScheme: scheme,
          weight: 70,
        },
        {
          id: 'E2',
          methods: ['oral-examination'],
          outcomes: ['LO1'],
          supervision: { supervised: false, identityChecked: false },
        },
      ],
      workload: { hours: 78 },
      credits: { system: 'ECTS', points: 3 },
      modes: ['blended'],
      setting: 'formal',
      qualityAssurance: [
        {
          type: 'external',
          scope: 'programme',
          body: { en: 'Agency of the Serra' },
          bodyCountry: 'PT',
          standard: 'ESG',
          title: { en: 'Programme accreditation' },
          report: 'https://agency.example/reports/1',
          decidedOn: '2025-01-02',
          validUntil: '2030-01-01',
        },
      ],
      prerequisites: { text: { en: 'English at level B2.' }, level: 5 },
      stackability: {
        kind: 'stand-alone-and-stackable',
        towards: [
          {
            title: { en: 'Diploma in ocean data' },
            url: 'https://www.arrabida.example/diploma',
            decidedBy: { en: 'the credit board' },
          },
        ],
        note: { en: 'Never automatic.' },
      },
      validationRoute: { possible: true, how: { en: 'By a portfolio of earlier work.' } },
      gradingScheme: scheme,
      homepage: 'https://www.arrabida.example/coastal-data',
      furtherInformation: { en: 'All materials are captioned.' },
      fictitious: true,
    },
  })
}

export const sampleIssuer: Organisation = sampleAward().issuer ?? ({} as Organisation)

function ed25519Key(): PrivateJwk {
  const seed = new Uint8Array(32).fill(7)
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x: base64url(ed25519.getPublicKey(seed)),
    d: base64url(seed),
  }
}

function p256Key(): PrivateJwk {
  const seed = new Uint8Array(32).fill(9)
  const point = p256.getPublicKey(seed, false)
  return {
    kty: 'EC',
    crv: 'P-256',
    x: base64url(point.subarray(1, 33)),
    y: base64url(point.subarray(33)),
    d: base64url(seed),
  }
}

/** Keys under the name of the issuer, or under another one. */
export function sampleKeys(issuer = did): Keyring {
  return {
    proof: memorySigner(ed25519Key(), { verificationMethod: `${issuer}#proof-1` }),
    seal: memorySigner(p256Key(), { verificationMethod: `${issuer}#seal-1` }),
  }
}

/** One black pixel and one circle. */
const png = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Badge</title><circle r="4"/></svg>\n'

export function sampleSettings(n = 1): WriteSettings {
  let turn = n
  return {
    now: new Date('2026-07-01T10:00:00Z'),
    random: (length) => Uint8Array.from({ length }, () => (turn = (turn * 73 + 41) % 251)),
    pictures: { certificate: async () => [], badge: async () => ({ png, svg }) },
    status: {
      index: 1000 + n,
      revocationList: 'https://credentials.arrabida.example/status/a/revocation',
      suspensionList: 'https://credentials.arrabida.example/status/a/suspension',
      tokenList: 'https://credentials.arrabida.example/status/a/tokens',
    },
    signingTime: 'iat',
    base: 'https://credentials.arrabida.example',
  }
}
