// What ELM 3.2 has no place for is said in a note, and the note's subject says which part of the model
// it is: readable for people in any viewer, and for us on the way back.

import type { Text } from '../../credential/text.ts'
import type { JsonObject } from '../../read/json.ts'
import type { EdcDocument } from './document.ts'
import { idOf, noteText } from './document.ts'

const scheme = 'urn:tessera:note:'

/** The subjects of our notes, with the heading a viewer shows. */
export const headings = {
  need: 'Need',
  'target-group': 'Target group',
  'part-of-qualification': 'Part of a qualification',
  'further-information': 'Further information',
  stackability: 'Integration and stackability',
  'stackability-note': 'Integration and stackability',
  'decided-by': 'Decided by',
  cycle: 'Cycle (QF-EHEA)',
  'level-standing': 'Standing of the level',
  criterion: 'Assessment criterion',
  supervision: 'Supervision and identity verification',
  outcomes: 'Learning outcomes',
  weight: 'Weight in the grade',
  'quality-assurance': 'Type of quality assurance',
  standard: 'Standard of quality assurance',
  'outcome-type': 'Type of learning outcome',
  'validation-route': 'Validation of prior learning',
  fictitious: 'Invented',
} as const satisfies Readonly<Record<string, string>>

export type Heading = keyof typeof headings

/** IRI of a note's subject; `value` where the note stands for one of a few words of the model. */
export function subjectIri(heading: Heading, value?: string): string {
  return `${scheme}${heading}${value === undefined ? '' : `:${value}`}`
}

export interface OwnNote {
  readonly text: Text
  readonly value?: string
}

export function ownNotes(
  document: EdcDocument,
  parent: JsonObject | undefined,
  heading: Heading,
): readonly OwnNote[] {
  return document.nodes(parent, 'additionalNote').flatMap((note): readonly OwnNote[] => {
    const text = noteText(note)
    const subject = idOf(document.first(note, 'subject'))
    if (text === undefined || subject === undefined) return []
    const plain = subjectIri(heading)
    if (subject === plain) return [{ text }]
    return subject.startsWith(`${plain}:`) ? [{ text, value: subject.slice(plain.length + 1) }] : []
  })
}

/** The text of our note under that heading. */
export function ownText(
  document: EdcDocument,
  parent: JsonObject | undefined,
  heading: Heading,
): Text | undefined {
  return ownNotes(document, parent, heading)[0]?.text
}

/** The word of the model our note under that heading stands for. */
export function ownValue(
  document: EdcDocument,
  parent: JsonObject | undefined,
  heading: Heading,
): string | undefined {
  return ownNotes(document, parent, heading).find((note) => note.value !== undefined)?.value
}

/** Every word of the model our notes under that heading stand for. */
export function ownValues(
  document: EdcDocument,
  parent: JsonObject | undefined,
  heading: Heading,
): readonly string[] {
  return ownNotes(document, parent, heading).flatMap((note) => note.value ?? [])
}

/** Notes that are not ours: what a foreign document tells in free text. */
export function foreignNotes(
  document: EdcDocument,
  parent: JsonObject | undefined,
): Text | undefined {
  const merged: Record<string, string> = {}
  for (const note of document.nodes(parent, 'additionalNote')) {
    if (idOf(document.first(note, 'subject'))?.startsWith(scheme) === true) continue
    for (const [tag, said] of Object.entries(noteText(note) ?? {})) {
      const before = merged[tag]
      const together = before === undefined ? said : `${before}\n${said}`
      if (together.length <= 20_000) merged[tag] = together
    }
  }
  return Object.keys(merged).length > 0 ? merged : undefined
}
