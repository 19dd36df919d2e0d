// For tests only: an award that uses every part of the model this format can carry.

import { parseAward } from '../../credential/parse.ts'

const university = {
  id: 'did:web:uni.example',
  legalName: { en: 'Example University', es: 'Universidad de Ejemplo' },
  shortName: { en: 'EU' },
  identifiers: [
    { scheme: 'eidas', value: 'VATES-A00000000', country: 'ES' },
    { scheme: 'ror', value: 'https://ror.org/000000000' },
    { scheme: 'other', value: '17', name: 'house number' },
  ],
  country: 'ES',
  region: 'ES41',
  address: { es: 'Calle Mayor 1' },
  homepage: 'https://uni.example/',
  email: 'registrar@uni.example',
  alliance: { id: 'https://alliance.example/', name: { en: 'Example Alliance' } },
  qualityAssurance: [
    { type: 'external', scope: 'institution', body: { en: 'Agency' }, bodyCountry: 'ES' },
  ],
}

const partner = {
  id: 'https://partner.example/',
  legalName: { de: 'Beispielhochschule' },
  country: 'AT',
}

/** Everything in it survives: read back, it is the same. */
export const sampleAward = parseAward({
  tessera: 'award/1',
  id: 'urn:uuid:5f8f0b2e-5f57-4b3a-9d4a-0d6e1a3b7c11',
  issuedAt: '2026-06-01T12:00:00.000Z',
  awardedOn: '2026-05-28',
  issuer: university,
  learner: {
    id: 'did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ',
    givenName: 'Łucja',
    familyName: 'Ó Súilleabháin',
    fullName: 'Łucja Ó Súilleabháin-محمد',
    dateOfBirth: '1998-11-02',
    identifiers: [
      { scheme: 'student number', value: 'S-2026-0042' },
      { scheme: 'European Student Identifier', value: 'urn:schac:x' },
    ],
  },
  place: { country: 'ES', name: { es: 'Valdeserena' } },
  results: [
    {
      assessment: 'E1',
      grade: 'Very good',
      assessedOn: '2026-05-20',
      supervision: { supervised: true, identityChecked: true },
    },
  ],
  grade: '8.5',
  creditsEarned: { system: 'ECTS', points: 3 },
  furtherInformation: { en: 'Awarded with the prize of the year.' },
  design: {
    tessera: 'design/1',
    id: 'https://uni.example/designs/data-ethics',
    version: '2.1',
    title: { en: 'Data ethics', es: 'Ética de los datos' },
    description: { en: 'Data and what is right.', es: 'Los datos y lo correcto.' },
    awardingBodies: [{ organisation: university }, { organisation: partner, role: 'partner' }],
    providers: [partner],
    targetGroups: ['persons-with-3-10-years-work-experience'],
    fields: ['0613'],
    level: { eqf: 6, cycle: 'first', nqf: { framework: 'MECES', level: '2' } },
    teachingLanguages: ['en', 'es'],
    outcomes: [
      {
        id: 'LO1',
        type: 'knowledge',
        text: { en: 'Explain bias.', es: 'Explicar el sesgo.' },
        skills: [
          {
            framework: 'ESCO',
            uri: 'http://data.europa.eu/esco/skill/1565b401-1754-4b07-8f1a-eb5869e64d95',
            title: { en: 'ethics' },
          },
          { framework: 'DigComp', uri: 'https://example.org/digcomp/2.1' },
        ],
      },
      {
        id: 'judge',
        type: 'skill',
        text: { en: 'Judge a data set.', es: 'Juzgar un conjunto de datos.' },
        reusability: 'cross-sector',
      },
    ],
    activities: [
      {
        id: 'A1',
        title: { en: 'Seminar' },
        types: ['workshop-seminar-or-conference'],
        modes: ['online'],
        workload: { hours: 60 },
        contactHours: 20,
        language: 'en',
      },
    ],
    assessments: [
      {
        id: 'E1',
        title: { en: 'Project' },
        methods: ['project-work'],
        modes: ['presential'],
        criteria: [{ text: { en: 'The bias is measured.' } }],
        supervision: { supervised: true, identityChecked: true },
        gradingScheme: { title: { en: 'Spanish grades' }, description: { en: '0 to 10' } },
        workload: { hours: 15.5 },
      },
    ],
    workload: { hours: 75.5 },
    credits: { system: 'ECTS', points: 3 },
    modes: ['blended'],
    setting: 'formal',
    opportunityType: 'short-learning-programme',
    qualityAssurance: [
      {
        type: 'internal',
        scope: 'programme',
        title: { en: 'Board review' },
        standard: 'ESG',
        decidedOn: '2026-01-15',
        validUntil: '2031-01-15',
        report: 'https://uni.example/qa',
      },
      {
        type: 'external',
        scope: 'programme',
        body: { en: 'Agency' },
        bodyId: 'https://agency.example/',
      },
    ],
    prerequisites: { text: { en: 'None', es: 'Ninguno' } },
    stackability: {
      kind: 'stand-alone-and-stackable',
      towards: [
        {
          title: { en: 'Master in Data' },
          url: 'https://uni.example/master',
          decidedBy: { en: 'Example University' },
        },
      ],
    },
    partOfQualification: { en: 'Master in Data' },
    homepage: 'https://uni.example/data-ethics',
    furtherInformation: { en: 'Taught each spring.' },
    fictitious: true,
  },
})
