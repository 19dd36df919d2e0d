// The learner in an Open Badges 3.0 credential (sections B.1.2 and B.1.11): the name as people read it,
// numbers only as salted hashes.

import { type Random, sha256 } from '#machine'
import { type Learner, nameOf } from '../../credential/award.ts'
import type { JsonObject } from '../../read/json.ts'
import { base64url } from '../../read/base64.ts'
import { textOf } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { isUrl, slug } from './profile.ts'
import { objectsOf, plainText } from './terms.ts'

export function identifiersOf(learner: Learner, random: Random): readonly JsonObject[] {
  const name = nameOf(learner)
  return [
    ...(name === ''
      ? []
      : [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: name }]),
    ...learner.identifiers.map(({ scheme, value }) => {
      const salt = base64url(random(16))
      return {
        type: 'IdentityObject',
        identityType: `ext:${slug(scheme)}`,
        hashed: true,
        identityHash: identityHash(value, salt),
        salt,
      }
    }),
  ]
}

/** `sha256$` and the hash of value and salt in hex (Open Badges 3.0, section C.2.2). */
export function identityHash(value: string, salt: string): string {
  const hash = sha256(utf8(value + salt))
  return `sha256$${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** The learner a subject names. A hashed number is read as its hash: enough to compare, not to know. */
export function learnerOf(subject: JsonObject): Learner {
  const id = textOf(subject['id'])
  const objects = objectsOf(subject['identifier'])
  const plain = objects.filter((object) => object['hashed'] !== true)
  const name = plain
    .map((object) =>
      object['identityType'] === 'name' ? plainText(object['identityHash']) : undefined,
    )
    .find((text) => text !== undefined)
  const others = objects.filter(
    (object) => object['identityType'] !== 'name' && object['identityType'] !== 'emailAddress',
  )
  return {
    ...(id !== undefined && isUrl(id) ? { id } : {}),
    ...(name === undefined ? {} : { fullName: name.slice(0, 400) }),
    identifiers: others.flatMap((object) => {
      const value = plainText(object['identityHash'])
      const scheme = (textOf(object['identityType']) ?? 'identifier')
        .replace(/^ext:/, '')
        .replaceAll('_', ' ')
      return value === undefined
        ? []
        : [{ scheme: scheme.slice(0, 100), value: value.slice(0, 200) }]
    }),
  }
}
