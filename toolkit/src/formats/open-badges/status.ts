// Where a badge's status is kept. The 1EdTech JSON Schema allows one `credentialStatus`; the second one
// stands under the full name of the same property, so that JSON-LD readers see both.

import { type Json, type JsonObject, listOf, isObject, textOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import type { StatusReference } from '../../status/reference.ts'
import type { ReservedStatus } from '../format.ts'

const fullName = 'https://www.w3.org/2018/credentials#credentialStatus'

export function statusMembers(status: ReservedStatus): JsonObject {
  return {
    credentialStatus: entry(status.revocationList, 'revocation', status.index),
    [fullName]: entry(status.suspensionList, 'suspension', status.index),
  }
}

function entry(list: string, purpose: string, index: number): JsonObject {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  }
}

/** All status entries of a credential. Refuses `ob3.status` for a malformed one. */
export function statusReferences(credential: JsonObject): readonly StatusReference[] {
  const entries: readonly Json[] = [
    ...listOf(credential['credentialStatus']),
    ...listOf(credential[fullName]),
  ]
  return entries.map(referenceOf)
}

function referenceOf(value: Json): StatusReference {
  if (!isObject(value))
    return refuse(
      'ob3.status',
      'credentialStatus',
      'The status of the credential is not an object.',
    )
  const types = listOf(value['type'])
  if (!types.includes('BitstringStatusListEntry')) {
    return { kind: 'other', type: textOf(types[0]) ?? 'unnamed' }
  }
  const list = textOf(value['statusListCredential'])
  const index = textOf(value['statusListIndex'])
  const purpose = textOf(value['statusPurpose'])
  const size = value['statusSize'] ?? 1
  const wellFormed =
    list !== undefined &&
    purpose !== undefined &&
    index !== undefined &&
    /^(?:0|[1-9]\d{0,14})$/.test(index)
  if (!wellFormed || typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 32) {
    return refuse(
      'ob3.status',
      'credentialStatus',
      'The status entry of the credential is malformed.',
    )
  }
  return { kind: 'bitstring', list, index: Number(index), purpose, size }
}
