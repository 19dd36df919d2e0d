// Graphs made so that putting them in order would take for ever: as statements, or as a credential.

import { attempt } from 'tessera/refusal'
import { canonicalise } from 'tessera/seal/json-ld/canonicalise'
import { readNQuads } from 'tessera/seal/json-ld/n-quads'
import type { Answer, World } from '../answer.ts'
import type { Question } from '../vector.ts'
import { askForVerdict } from './credential.ts'

export async function askForCanonicalForm(question: Question, world: World): Promise<Answer> {
  if (question.mode === 'verify') return askForVerdict(question, world)
  const text = new TextDecoder().decode(question.bytes)
  const answer = await attempt(() => canonicalise(readNQuads(text)))
  if (answer.ok) return { word: 'bounded', why: `${answer.value.length} characters` }
  const [first] = answer.refusals
  return { word: 'reject', why: `${first?.code} ${first?.sentence}` }
}
