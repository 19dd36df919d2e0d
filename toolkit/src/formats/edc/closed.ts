// The profiles are open: a misspelt key vanishes in silence. What we write ourselves is therefore held to
// the words the tables know, and nothing else.

import type { Json, JsonObject } from '../../canonical-json.ts'
import type { Refusal } from '../../refusal.ts'
import { isObject, listOf } from '../../read/json.ts'
import { agents } from './profile/agents.ts'
import { claims } from './profile/claims.ts'
import { documents } from './profile/documents.ts'
import { compiled } from './profile/rows.ts'
import { specifications } from './profile/specifications.ts'
import { credentialTerms, terms } from './profile/terms.ts'

/** Keys of W3C status entries, which the EDC profile leaves open. */
const statusKeys = ['statusPurpose', 'statusListIndex', 'statusListCredential']

const allowed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...compiled(documents, agents, claims, specifications)].map(([name, rows]) => [
    name,
    new Set(['id', 'type', ...rows.map((row) => row.term)]),
  ]),
)

const extra: Readonly<Record<string, readonly string[]>> = {
  EuropeanDigitalCredential: ['@context'],
  CredentialStatus: statusKeys,
}

/** Every key that stands where it means nothing, and every node without a known type. */
export function unknownKeys(document: JsonObject): readonly Refusal[] {
  const faults: Refusal[] = []
  look(document, '', faults)
  return faults
}

function look(node: JsonObject, place: string, faults: Refusal[]): void {
  const types = listOf(node['type']).filter((type) => typeof type === 'string')
  const known = types.filter((type) => allowed.has(type))
  if (known.length === 0) {
    faults.push({
      code: 'edc.unknown-type',
      place,
      sentence: 'This part of the document has no type an EDC knows.',
    })
    return
  }
  for (const [key, value] of Object.entries(node)) {
    const at = place === '' ? key : `${place}.${key}`
    const isKnown = known.some(
      (type) => allowed.get(type)?.has(key) === true || extra[type]?.includes(key) === true,
    )
    if (!isKnown) {
      faults.push({
        code: 'edc.unknown-key',
        place: at,
        sentence: `A ${known.join(', ')} has no "${key}".`,
      })
    } else if (holdsNodes(key)) {
      listOf(value).forEach((item: Json, i) => {
        if (isObject(item)) look(item, Array.isArray(value) ? `${at}[${i}]` : at, faults)
      })
    }
  }
}

function holdsNodes(key: string): boolean {
  return (terms.get(key) ?? credentialTerms.get(key))?.reading === 'id'
}
