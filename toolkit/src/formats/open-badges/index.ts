// Open Badges 3.0 (1EdTech, document version 1.3), on W3C Verifiable Credentials 2.0.

import { isObject, type JsonObject } from '../../read/json.ts'
import { attempt, refuse } from '../../refusal.ts'
import type { Design } from '../../credential/design.ts'
import { toCanonicalQuads } from '../../seal/json-ld/quads.ts'
import type { Format } from '../format.ts'
import { buildCredential } from './build.ts'
import { looksLikeBadge, openContainer } from './container.ts'
import { losses } from './losses.ts'
import { openBadge } from './open.ts'
import { designOf } from './read-design.ts'
import { faultsOf } from './rules.ts'
import { sealBadge } from './seal.ts'
import { hasType, objectsOf } from './terms.ts'

export { sealCredential } from './seal.ts'

export const openBadges: Format = {
  id: 'ob3',
  name: 'Open Badges 3.0',
  losses,
  recognise: looksLikeBadge,
  open: openBadge,
  async importDesign(bytes) {
    const container = await attempt(() => openContainer(bytes))
    if (container.ok && 'json' in container.value.content) {
      const { json } = container.value.content
      return looksLikeBadge(bytes) || hasType(json, 'Achievement') ? importDesign(json) : undefined
    }
    return looksLikeBadge(bytes) ? (await openBadge(bytes)).award.design : undefined
  },
  build: buildCredential,
  async validate({ document }) {
    const credential = document as JsonObject
    const meaning = await attempt(() => toCanonicalQuads(credential, '$'))
    return [...faultsOf(credential), ...(meaning.ok ? [] : meaning.refusals)]
  },
  seal: sealBadge,
}

/**
 * The design behind an Open Badges 3.0 credential or a bare achievement, for people to go on with.
 * Refuses `ob3.type` for anything else.
 */
export function importDesign(document: JsonObject): Design {
  if (hasType(document, 'Achievement')) return designOf(document, undefined)
  const { achievement } = objectsOf(document['credentialSubject'])[0] ?? {}
  if (!isObject(achievement))
    return refuse('ob3.type', '$', 'There is no achievement in this document.')
  const { issuer } = document
  return designOf(achievement, isObject(issuer) || typeof issuer === 'string' ? issuer : undefined)
}
