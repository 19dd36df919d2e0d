// An award with everything in it, for tests of this room and of the judges outside. Invented throughout.

import { parseAward } from '../../credential/parse.ts'
import type { WriteSettings } from '../format.ts'

const agency = {
  body: { en: 'Example Quality Agency' },
  bodyId: 'https://agency.example/',
  bodyCountry: 'ES',
} as const

const spanish = {
  id: 'did:web:uni.example',
  legalName: { es: 'Universidad de Ejemplo', en: 'University of Example' },
  shortName: { es: 'UE', en: 'UE' },
  identifiers: [
    { scheme: 'eidas', value: 'VATES-A00000000' },
    { scheme: 'vat', value: 'ESA00000000' },
    { scheme: 'schac', value: 'uni.example' },
    { scheme: 'other', value: '42', name: 'House number' },
  ],
  country: 'ES',
  region: 'ES41',
  address: { es: 'Plaza Mayor 1' },
  homepage: 'https://uni.example/',
  email: 'office@uni.example',
  alliance: { id: 'https://alliance.example/', name: { en: 'Example Alliance' } },
  qualityAssurance: [
    {
      ...agency,
      type: 'external',
      scope: 'institution',
      standard: 'ESG',
      title: { en: 'Institutional audit' },
      report: 'https://agency.example/report',
      decidedOn: '2024-01-31',
      validUntil: '2030-01-30',
    },
    { type: 'internal', scope: 'institution' },
  ],
  fictitious: true,
}

const austrian = {
  id: 'did:web:hochschule.example',
  legalName: { de: 'Hochschule Beispiel' },
  identifiers: [{ scheme: 'registration', value: 'FN 000000', country: 'DE' }],
  country: 'AT',
}

export const exampleAward = parseAward({
  tessera: 'award/1',
  id: 'urn:uuid:5f8f0b2e-5f57-4b3a-9d4a-0d6e1a3b7c11',
  design: {
    tessera: 'design/1',
    id: 'https://uni.example/designs/data-ethics',
    version: '1.2',
    languages: ['en', 'es'],
    title: { en: 'Data ethics in practice', es: 'Ética de datos en la práctica' },
    description: {
      en: 'What to do with data, and what not.',
      es: 'Qué hacer con los datos y qué no.',
    },
    awardingBodies: [
      { organisation: spanish, role: 'leading' },
      { organisation: austrian, role: 'partner' },
    ],
    providers: [
      {
        id: 'https://academy.example/',
        legalName: { en: 'Example Academy' },
        identifiers: [],
        country: 'IE',
      },
    ],
    need: { statement: { en: 'Towns publish data and need people who weigh what that does.' } },
    targetGroup: { en: 'People in public service' },
    targetGroups: [],
    fields: ['0688'],
    level: {
      eqf: 6,
      nqf: { framework: 'MECU', level: '6' },
      cycle: 'first',
      standing: 'confirmed',
    },
    teachingLanguages: ['en'],
    outcomes: [
      {
        id: 'LO1',
        text: { en: 'Assess the risks of bias in a data set', es: 'Evaluar los riesgos de sesgo' },
        type: 'skill',
        reusability: 'cross-sector',
        skills: [
          {
            framework: 'ESCO',
            uri: 'http://data.europa.eu/esco/skill/5fd5c985-eaaa-47aa-8314-62359c54505a',
            title: { en: 'develop digital content' },
          },
          { framework: 'DigComp', uri: 'http://data.europa.eu/snb/dcf/u69o196gu6' },
        ],
      },
      {
        id: 'LO2',
        text: { en: 'Explain the principles of data ethics' },
        type: 'knowledge',
        skills: [],
      },
      {
        id: 'LO3',
        text: { en: 'Answer for a decision' },
        type: 'responsibility-and-autonomy',
        skills: [],
      },
    ],
    activities: [
      {
        id: 'A1',
        title: { en: 'Online course' },
        description: { en: 'Six units' },
        types: ['e-learning-coursework'],
        modes: ['online'],
        workload: { hours: 60 },
        outcomes: ['LO1', 'LO2'],
        contactHours: 12,
        language: 'en',
      },
      { id: 'A2', title: { en: 'Workshop' }, modes: ['presential'], workload: { hours: 15.5 } },
    ],
    assessments: [
      {
        id: 'E1',
        title: { en: 'Project report' },
        description: { en: 'Ten pages' },
        methods: ['project-work'],
        modes: ['online'],
        outcomes: ['LO1', 'LO3'],
        criteria: [
          { id: 'E1-1', text: { en: 'Names its sources' }, outcomes: ['LO1'] },
          { text: { en: 'Weighs harm' } },
        ],
        weight: 62.5,
        supervision: { supervised: false, identityChecked: true, where: 'online' },
        gradingScheme: { title: { en: 'Points' }, description: { en: 'Up to 100' } },
      },
      {
        id: 'E2',
        title: { en: 'Oral examination' },
        methods: ['oral-examination', 'written-examination'],
        supervision: { supervised: true, identityChecked: true },
      },
    ],
    workload: { hours: 75.5 },
    credits: { system: 'ECTS', points: 3 },
    modes: ['blended'],
    setting: 'formal',
    opportunityType: 'short-learning-programme',
    qualityAssurance: [
      {
        ...agency,
        type: 'internal-and-external',
        scope: 'micro-credential',
        title: { en: 'Joint review' },
      },
    ],
    prerequisites: { text: { en: 'Basic statistics' }, level: 5 },
    stackability: {
      kind: 'stand-alone-and-stackable',
      towards: [
        {
          title: { en: 'Postgraduate Certificate in Data Science' },
          url: 'https://uni.example/pgc',
          decidedBy: { en: 'Faculty board' },
        },
      ],
      note: { en: 'Decided case by case.' },
    },
    partOfQualification: { en: 'Master in Data Science' },
    validationRoute: { possible: true, how: { en: 'Portfolio and interview' } },
    gradingScheme: { title: { en: 'Pass or fail' } },
    homepage: 'https://uni.example/data-ethics',
    furtherInformation: { en: 'Captions in all videos.' },
    fictitious: true,
  },
  learner: {
    id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    givenName: 'Žygimantė',
    familyName: 'ليلى',
    dateOfBirth: '1998-11-02',
    identifiers: [{ scheme: 'Student number', value: 'S-2027-0042' }],
  },
  issuer: spanish,
  issuedAt: '2027-04-01T09:00:00Z',
  awardedOn: '2027-03-30',
  validFrom: '2027-04-01T09:00:00Z',
  expiresAt: '2032-04-01T09:00:00Z',
  place: { country: 'ES', name: { es: 'Ejemplo' } },
  results: [
    { assessment: 'E1', grade: '87', assessedOn: '2027-03-20' },
    { assessment: 'E2', grade: 'B', title: { en: 'Oral examination, second sitting' } },
  ],
  grade: 'Pass',
  creditsEarned: { system: 'ECTS', points: 3 },
  furtherInformation: { en: 'Prize of the year.' },
})

/** A picture of one dot: what an EDC asks for, as small as it gets. */
const dot = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)

export const exampleSettings: WriteSettings = {
  now: new Date('2027-04-01T09:00:00Z'),
  random: (length) => new Uint8Array(length),
  pictures: {
    certificate: async (_award, language) =>
      [1, 2].map((page) => ({ language, page, mediaType: 'image/png', bytes: dot })),
    badge: async () => ({ png: dot, svg: '' }),
  },
  status: {
    index: 94_567,
    revocationList: 'https://uni.example/status/revocation',
    suspensionList: 'https://uni.example/status/suspension',
    tokenList: 'https://uni.example/status/token',
  },
  signingTime: 'iat',
  base: 'https://uni.example',
}
