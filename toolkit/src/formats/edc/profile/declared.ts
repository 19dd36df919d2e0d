// Which profiles a document says it follows: by the address of its schema, or by its kind of credential.

import type { JsonObject } from '../../../read/json.ts'
import { listOf, isObject } from '../../../read/json.ts'
import { idOf } from '../document.ts'
import type { EdcProfile } from './validate.ts'

/** Schema address without its folder, and the concept where that alone says it (ELM 3.2). */
const words: readonly (readonly [profile: EdcProfile, schema: string, concept?: string])[] = [
  // The concept “accredited” is what older files call a qualification award: it does not claim an accreditation.
  ['accredited', 'edc-accredited'],
  ['converted', 'edc-converted', 'http://data.europa.eu/snb/credential/c_7e400154'],
  ['issued-by-mandate', 'edc-issued-by-mandate', 'http://data.europa.eu/snb/credential/c_9a31f32a'],
]

/** The generic profile, which all others build on, and those the document names. */
export function declaredProfiles(document: JsonObject): readonly EdcProfile[] {
  const schemas = idsIn(document, 'credentialSchema')
  const kinds = idsIn(document, 'credentialProfiles')
  const named = words.filter(
    ([, schema, concept]) =>
      schemas.some((id) => id.endsWith(`/ap/${schema}`)) ||
      (concept !== undefined && kinds.includes(concept)),
  )
  return ['generic-full', ...named.map(([profile]) => profile)]
}

function idsIn(document: JsonObject, key: string): readonly string[] {
  return listOf(document[key]).flatMap((node) => {
    const id = isObject(node) ? idOf(node) : node
    return typeof id === 'string' ? [id] : []
  })
}
