// Kinds of learning outcome. The European Qualifications Framework has three; the EU list of ELM 3.2
// (skill-type, CC BY 4.0) has two, so one kind loses its name on the way out.

import type { LearningOutcome } from '../credential/outcome.ts'
import { conceptList, type Concept } from './list.ts'

export const outcomeTypes = conceptList(
  'type of learning outcome',
  'http://data.europa.eu/snb/skill-type/25831c2',
  [
    [
      'knowledge',
      'knowledge',
      'knowledge',
      {
        es: 'conocimiento',
        de: 'Kenntnisse',
        fr: 'savoir',
        it: 'conoscenza',
        pt: 'conhecimento',
        pl: 'wiedza',
        lt: 'žinios',
        ga: 'eolas',
      },
    ],
    [
      'skill',
      'skill',
      'skill',
      {
        es: 'capacidad',
        de: 'Fähigkeit',
        fr: 'aptitude',
        it: 'abilità',
        pt: 'competência',
        pl: 'umiejętność',
        lt: 'gebėjimai',
        ga: 'scil',
      },
    ],
  ],
)

export type OutcomeType = NonNullable<LearningOutcome['type']>

export interface MappedOutcomeType {
  readonly concept: Concept | undefined
  /** What is lost, as one sentence; absent when nothing is. */
  readonly loss?: string
}

/** The EU concept of a kind of outcome. Responsibility and autonomy has none and is left out. */
export function outcomeTypeConcept(type: OutcomeType): MappedOutcomeType {
  if (type !== 'responsibility-and-autonomy') return { concept: outcomeTypes.byCode(type) }
  return {
    concept: undefined,
    loss: 'The EU list knows knowledge and skill only: "responsibility and autonomy" is not carried.',
  }
}

/** The kind of outcome an EU concept stands for; undefined for a concept that is not in the list. */
export function outcomeTypeOf(iri: string): OutcomeType | undefined {
  const code = outcomeTypes.byIri(iri)?.code
  return code === 'knowledge' || code === 'skill' ? code : undefined
}
