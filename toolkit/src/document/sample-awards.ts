// Awards to look at and to test with: invented universities, learners and texts, in many scripts.

import type { Award } from '../credential/award.ts'
import { parseAward } from '../credential/parse.ts'
import { catalogue } from './labels/index.ts'

export interface Sample {
  readonly name: string
  readonly language: string
  readonly award: Award
}

const alliance = {
  id: 'https://mosaica.example/',
  name: { en: 'Mosaica Alliance', ar: 'تحالف موزاييكا', uk: 'Альянс «Мозаїка»' },
}

const valdeserena = {
  id: 'did:web:credentials.valdeserena.example',
  legalName: {
    en: 'University of Valdeserena',
    es: 'Universidad de Valdeserena',
    ar: 'جامعة فالديسيرينا',
    uk: 'Університет Вальдесерени',
  },
  country: 'ES',
  alliance,
  fictitious: true,
}
const others = [
  ['at-almenbrunn', 'AT', { en: 'University of Almenbrunn', de: 'Universität Almenbrunn' }],
  ['pt-ribamonte', 'PT', { en: 'University of Ribamonte', pt: 'Universidade de Ribamonte' }],
  ['lt-ezerava', 'LT', { en: 'University of Ežerava', lt: 'Ežeravos universitetas' }],
  ['pl-zielonogrod', 'PL', { en: 'University of Zielonogród', pl: 'Uniwersytet Zielonogrodzki' }],
].map(([id, country, legalName]) => ({
  id: `did:web:${String(id)}.example`,
  legalName,
  country,
  alliance,
  fictitious: true,
}))

const design = {
  tessera: 'design/1',
  id: 'https://mosaica.example/designs/water-in-dry-regions',
  languages: ['en', 'es'],
  title: {
    en: 'Sharing Water Fairly in Dry Regions',
    es: 'Compartir el agua con justicia en regiones secas',
    ar: 'تقاسم المياه بإنصاف في المناطق الجافة',
    uk: 'Справедливий розподіл води в посушливих регіонах',
  },
  awardingBodies: [{ organisation: valdeserena, role: 'leading' }],
  level: { eqf: 6, cycle: 'first', standing: 'indicative' },
  outcomes: [
    {
      id: 'LO1',
      type: 'knowledge',
      text: {
        en: 'Explain how a river basin stores, loses and gains water over a year.',
        es: 'Explicar cómo una cuenca fluvial almacena, pierde y gana agua a lo largo de un año.',
        ar: 'شرح كيف يخزّن حوض النهر المياه ويفقدها ويكتسبها على مدار السنة.',
        uk: 'Пояснювати, як річковий басейн накопичує, втрачає й поповнює воду протягом року.',
      },
    },
    {
      id: 'LO2',
      type: 'skill',
      text: {
        en: 'Draw up a water balance of a valley from open measurements, stating the uncertainty in figures.',
        es: 'Elaborar el balance hídrico de un valle a partir de mediciones abiertas, indicando la incertidumbre en cifras.',
        ar: 'إعداد ميزان مائي لوادٍ انطلاقًا من قياسات مفتوحة، مع بيان هامش عدم اليقين بالأرقام.',
        uk: 'Складати водний баланс долини за відкритими вимірюваннями, зазначаючи похибку в цифрах.',
      },
    },
    {
      id: 'LO3',
      type: 'responsibility-and-autonomy',
      text: {
        en: 'Lead a conversation between farmers, towns and nature wardens about who gives up how much.',
        es: 'Conducir una conversación entre agricultores, municipios y guardas de la naturaleza sobre quién renuncia a cuánto.',
        ar: 'إدارة حوار بين المزارعين والبلدات وحرّاس الطبيعة حول ما يتنازل عنه كل طرف.',
        uk: 'Вести розмову між фермерами, містами та охоронцями природи про те, хто від чого відмовляється.',
      },
    },
  ],
  assessments: [
    {
      id: 'E1',
      title: {
        en: 'Water balance of a real valley',
        es: 'Balance hídrico de un valle real',
        ar: 'ميزان مائي لوادٍ حقيقي',
        uk: 'Водний баланс справжньої долини',
      },
      methods: ['project-work'],
      supervision: { supervised: false, identityChecked: true, where: 'online' },
    },
    {
      id: 'E2',
      methods: ['oral-examination'],
      supervision: { supervised: true, identityChecked: true, where: 'on-site' },
    },
  ],
  workload: { hours: 75 },
  credits: { system: 'ECTS', points: 3 },
  modes: ['blended'],
  qualityAssurance: [
    {
      type: 'internal-and-external',
      scope: 'micro-credential',
      body: {
        en: 'Drylands Agency for University Quality (invented)',
        ar: 'وكالة الأراضي الجافة لجودة الجامعات (خيالية)',
        uk: 'Агенція якості університетів посушливих земель (вигадана)',
      },
      standard: 'ESG',
      validUntil: '2030-05-11',
    },
  ],
  prerequisites: {
    level: 5,
    text: {
      en: 'Working with spreadsheets.',
      es: 'Manejo de hojas de cálculo.',
      ar: 'استخدام جداول البيانات.',
      uk: 'Робота з електронними таблицями.',
    },
  },
  stackability: {
    kind: 'stand-alone-and-stackable',
    towards: [
      {
        title: {
          en: 'Postgraduate diploma in climate adaptation',
          ar: 'دبلوم الدراسات العليا في التكيف مع المناخ',
          uk: 'Диплом з адаптації до клімату',
        },
        decidedBy: {
          en: 'the University of Valdeserena',
          ar: 'جامعة فالديسيرينا',
          uk: 'Університет Вальдесерени',
        },
      },
    ],
  },
  gradingScheme: {
    title: {
      en: 'Scale 0 to 10, pass at 5',
      es: 'Escala de 0 a 10, aprobado con 5',
      ar: 'سلّم من 0 إلى 10، النجاح عند 5',
      uk: 'Шкала від 0 до 10, прохідна 5',
    },
  },
  fictitious: true,
}

const uuids = 'urn:uuid:5b0f3f0e-9a1c-4d1e-8f55-6f1c2d7e4a'

/** The sample award with another learner and other parts of the design. */
export function sampleAward(
  learner: string,
  designParts: object = {},
  awardParts: object = {},
): Award {
  return parseAward({
    tessera: 'award/1',
    id: `${uuids}10`,
    design: { ...design, ...designParts },
    learner: { fullName: learner, identity: 'checked' },
    issuer: valdeserena,
    issuedAt: '2026-10-30T09:00:00Z',
    awardedOn: '2026-10-28',
    place: { country: 'ES', name: { en: 'Valdeserena', ar: 'فالديسيرينا', uk: 'Вальдесерена' } },
    results: [
      { assessment: 'E1', grade: '8.9' },
      { assessment: 'E2', grade: '8.5' },
    ],
    grade: '8.7',
    ...awardParts,
  })
}

const joint = {
  credits: { system: 'ECTS', points: 6 },
  workload: { hours: 150 },
  awardingBodies: [valdeserena, ...others].map((organisation, i) => ({
    organisation,
    role: i === 0 ? 'leading' : 'partner',
    credits: i === 0 ? 2 : 1,
  })),
}

const longOutcomes = {
  outcomes: Array.from({ length: 10 }, (_, i) => ({
    id: `LO${i + 1}`,
    text: {
      en: `Compare measure ${i + 1} for holding back water in a landscape by its effect on people, soil, plants and animals, its cost over thirty years, the upkeep it needs and the people who would have to agree to it, and defend the choice against two objections.`,
    },
  })),
}

const short = { stackability: undefined, prerequisites: undefined, gradingScheme: undefined }

export const samples: readonly Sample[] = [
  { name: '01-spanish', language: 'es', award: sampleAward('Núria Peñalver Ibáñez') },
  { name: '02-lithuanian', language: 'lt', award: sampleAward('Žygimantė Šiaučiūnaitė-Ąžuolienė') },
  {
    name: '03-polish',
    language: 'pl',
    award: sampleAward('Świętosława Brzęczyszczykiewicz-Źdźbło'),
  },
  { name: '04-greek', language: 'en', award: sampleAward('Ελευθερία Παπαδημητρίου') },
  { name: '05-ukrainian', language: 'uk', award: sampleAward('Соломія Дем’яненко-Їжакевич') },
  { name: '06-arabic', language: 'ar', award: sampleAward('ليلى بنت يوسف الحدّاد') },
  { name: '07-hebrew', language: 'en', award: sampleAward('נועה בן־אברהם') },
  { name: '08-chinese', language: 'de', award: sampleAward('欧阳若澜') },
  { name: '09-georgian', language: 'pt', award: sampleAward('ქეთევან ჯავახიძე-წერეთლიშვილი') },
  {
    name: '10-long-portuguese',
    language: 'pt',
    award: sampleAward(
      'Maria da Conceição Francisca Xavier Leopoldina de Albuquerque e Vasconcelos Brandão Magalhães de Noronha Sottomayor e Câmara',
    ),
  },
  { name: '11-joint', language: 'en', award: sampleAward('Siobhán O’Súilleabháin', joint) },
  {
    name: '12-ten-outcomes',
    language: 'en',
    award: sampleAward('Þórdís Sæmundsdóttir', longOutcomes),
  },
  { name: '13-korean-name', language: 'fr', award: sampleAward('김서연', short) },
  { name: '14-ethiopic-name', language: 'it', award: sampleAward('ሰላም ተስፋዬ', short) },
  {
    name: '15-bare',
    language: 'en',
    award: parseAward({
      tessera: 'award/1',
      design: { tessera: 'design/1', id: 'https://mosaica.example/designs/bare' },
    }),
  },
  {
    name: '16-mixed-directions',
    language: 'ar',
    award: sampleAward('Wiratama (ويراتاما)', {
      ...joint,
      title: { en: 'Climate: “C# & [water]”' },
    }),
  },
]

/** Languages certificates are printed in. */
export const sampleLanguages: readonly string[] = Object.keys(catalogue)
