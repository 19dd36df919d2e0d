// For tests only: a design nothing can be said against, and how to spoil it.

import type { Design } from '../credential/design.ts'
import type { LearningOutcome } from '../credential/outcome.ts'
import { parseDesign } from '../credential/parse.ts'
import type { CheckOptions } from './check.ts'
import type { Rule } from './rule.ts'

const body = (name: string, country: string, region: string) => ({
  id: `https://${name}.example/`,
  legalName: { en: `University of ${name}` },
  identifiers: [{ scheme: 'registration', value: `${country}-0000`, country }],
  country,
  region,
  fictitious: true,
})

const complete = parseDesign({
  tessera: 'design/1',
  id: 'https://mosaica.example/designs/river-monitoring',
  languages: ['en', 'de'],
  title: { en: 'River Monitoring with Neighbours', de: 'Flussbeobachtung mit der Nachbarschaft' },
  description: { en: 'Learners watch over a river.', de: 'Lernende beobachten einen Fluss.' },
  awardingBodies: [
    {
      organisation: body('valdeserena', 'ES', 'ES43'),
      role: 'leading',
      credits: 2,
      approvedOn: '2026-02-18',
    },
    {
      organisation: body('almenbrunn', 'AT', 'AT12'),
      role: 'partner',
      credits: 1,
      approvedOn: '2026-03-04',
    },
  ],
  need: {
    statement: { en: 'Few people can read a river.', de: 'Wenige können einen Fluss lesen.' },
    evidence: [
      {
        title: { en: 'Survey of 2025', de: 'Umfrage von 2025' },
        url: 'https://mosaica.example/survey',
      },
    ],
  },
  targetGroup: { en: 'People who live by a river.', de: 'Menschen, die an einem Fluss leben.' },
  targetGroups: ['persons-in-tertiary-education-eqf-6'],
  fields: ['0521'],
  level: { eqf: 6, cycle: 'first' },
  teachingLanguages: ['en'],
  outcomes: [
    {
      id: 'LO1',
      type: 'knowledge',
      text: {
        en: 'Explain how land use along a river changes its water.',
        de: 'Erklären, wie die Nutzung des Landes das Wasser eines Flusses verändert.',
      },
      skills: [{ framework: 'ESCO', uri: 'http://data.europa.eu/esco/skill/1' }],
    },
    {
      id: 'LO2',
      type: 'skill',
      text: {
        en: 'Analyse water samples in the field, following a written protocol.',
        de: 'Wasserproben im Gelände nach einem schriftlichen Protokoll analysieren.',
      },
      skills: [{ framework: 'ESCO', uri: 'http://data.europa.eu/esco/skill/2' }],
    },
  ],
  activities: [
    {
      id: 'A1',
      title: { en: 'Field days', de: 'Geländetage' },
      types: ['lab-simulation-practice-coursework'],
      modes: ['presential'],
      outcomes: ['LO1', 'LO2'],
      workload: { hours: 70 },
      contactHours: 30,
    },
  ],
  assessments: [
    {
      id: 'E1',
      title: { en: 'Portfolio of samples', de: 'Portfolio der Proben' },
      methods: ['portfolio'],
      modes: ['presential'],
      outcomes: ['LO1', 'LO2'],
      criteria: [
        {
          id: 'E1-1',
          text: {
            en: 'Another person obtains the same result.',
            de: 'Eine andere Person erhält dasselbe Ergebnis.',
          },
        },
      ],
      supervision: { supervised: true, identityChecked: true, where: 'on-site' },
      weight: 100,
      workload: { hours: 8 },
    },
  ],
  workload: { hours: 78 },
  credits: { system: 'ECTS', points: 3 },
  modes: ['blended'],
  setting: 'formal',
  opportunityType: 'course',
  qualityAssurance: [
    {
      type: 'internal-and-external',
      scope: 'micro-credential',
      body: { en: 'Agency for University Quality (invented)' },
      standard: 'ESG',
      report: 'https://agency.example/reports/river',
      decidedOn: '2026-05-12',
      validUntil: '2030-05-11',
    },
  ],
  prerequisites: { level: 5, text: { en: 'None but curiosity.', de: 'Keine außer Neugier.' } },
  stackability: {
    kind: 'stand-alone-and-stackable',
    towards: [
      {
        title: { en: 'Diploma in river care', de: 'Diplom in Flusspflege' },
        decidedBy: { en: 'Study commission', de: 'Studienkommission' },
      },
    ],
  },
  validationRoute: { possible: true, how: { en: 'By a portfolio.', de: 'Durch ein Portfolio.' } },
  gradingScheme: { title: { en: 'Pass or fail', de: 'Bestanden oder nicht' } },
  homepage: 'https://mosaica.example/river',
  fictitious: true,
})

/** The complete design, after a change. */
export function sample(change: (design: Design) => void = () => {}): Design {
  const design = structuredClone(complete)
  change(design)
  return design
}

/** The first of a list that is known to have one. */
export function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('The list is empty.')
  return item
}

/** A lawful micro-credential of an employer: no credits, no level, no university, internal quality assurance. */
export const ofAnEmployer = parseDesign({
  tessera: 'design/1',
  id: 'https://crane-hire.example/designs/slinging',
  languages: ['en'],
  title: { en: 'Slinging and signalling loads' },
  awardingBodies: [
    {
      organisation: {
        id: 'https://crane-hire.example/',
        legalName: { en: 'Crane Hire Ltd' },
        country: 'IE',
      },
    },
  ],
  outcomes: [
    {
      id: 'LO1',
      text: { en: 'Sling a load and signal to the crane driver without endangering anybody.' },
    },
  ],
  assessments: [{ id: 'E1', methods: ['practical-assessment'] }],
  workload: { hours: 24 },
  modes: ['workbased'],
  qualityAssurance: [{ type: 'internal' }],
})

/** The places one rule finds in a design. */
export function placesOf(
  rule: Rule,
  design: Design,
  options: CheckOptions = {},
): readonly string[] {
  const { languages = design.languages, volume = { min: 1, max: 30 }, now } = options
  return rule
    .run(design, { languages, volume, ...(now === undefined ? {} : { now }) })
    .map(({ place }) => place)
}

/** The complete design with one outcome, in English. */
export function sampleOutcome(text: string, type: LearningOutcome['type'] = 'skill'): Design {
  return sample((design) => {
    design.outcomes = [{ id: 'LO1', type, text: { en: text }, skills: [] }]
  })
}
