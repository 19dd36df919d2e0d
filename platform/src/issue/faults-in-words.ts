// What is wrong with an entry, in the officer's language. The toolkit's own sentence stands where there is none yet.

import type { Design } from 'tessera/credential/design'
import { inLanguage } from 'tessera/credential/text'
import type { Refusal } from 'tessera/refusal'
import type { Say } from '../web/messages.ts'
import type { EntrySeen } from './look-at-results.ts'
import { columnOfFault } from './result-entry.ts'

const spoken = new Set([
  'cohort.name',
  'cohort.date',
  'cohort.language',
  'cohort.email',
  'cohort.identifier',
  'cohort.identity',
  'cohort.control',
  'cohort.length',
  'cohort.grade',
  'cohort.not-passed',
  'cohort.duplicate',
  'issue.awarded-already',
])

export interface Spoken {
  readonly say: Say
  readonly language: string
  readonly design: Design
}

/** `value`: what stands in the cell. */
export function faultInWords({ say }: Spoken, fault: Refusal, value: string): string {
  const { code, sentence } = fault
  if (!spoken.has(code)) return sentence === '' ? code : sentence
  const row = /row (\d+)\.$/.exec(sentence)?.[1] ?? ''
  return say(`issue-fault-${code.replace('.', '-')}`, { value: value.slice(0, 80), row })
}

/** What a column is called on pages. */
export function columnInWords({ say, language, design }: Spoken, column: string): string {
  const assessment = design.assessments.find(({ id }) => column === `grade_${id}`)
  if (assessment?.title !== undefined)
    return say('issue-column-grade-of', { title: inLanguage(assessment.title, language).value })
  if (assessment !== undefined) return say('issue-column-grade-of', { title: assessment.id })
  return say(`issue-column-${column.replaceAll('_', '-')}`)
}

/** Faults by column: the first of each. */
export function faultsByColumn(
  spokenOf: Spoken,
  faults: readonly Refusal[],
  cells: EntrySeen['source']['cells'],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const fault of faults) {
    const column = columnOfFault(fault)
    if (!found.has(column))
      found.set(column, faultInWords(spokenOf, fault, cells.get(column) ?? ''))
  }
  return found
}
