// The places in a badge that differ from learner to learner.

import { isObject, type JsonObject, listOf } from '../../read/json.ts'
import type { Slot } from '../../seal/data-integrity/template.ts'

const suspension = 'https://www.w3.org/2018/credentials#credentialStatus'

export function slotsOf(credential: JsonObject): readonly Slot[] {
  const subject = isObject(credential['credentialSubject']) ? credential['credentialSubject'] : {}
  const many = (name: string, ...members: readonly string[]): readonly Slot[] =>
    listOf(subject[name]).flatMap((_, i) =>
      members.map((member) => ['credentialSubject', name, i, member]),
    )
  return [
    ['id'],
    ['validFrom'],
    ['validUntil'],
    ['awardedDate'],
    ['credentialSubject', 'id'],
    ['credentialSubject', 'narrative'],
    ...many('identifier', 'identityHash', 'salt'),
    ...many('result', 'value'),
    ...['credentialStatus', suspension].flatMap((name) => [
      [name, 'id'],
      [name, 'statusListIndex'],
    ]),
  ]
}
