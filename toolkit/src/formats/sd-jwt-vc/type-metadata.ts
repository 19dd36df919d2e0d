// The published description of a type (SD-JWT VC, section 6): names for people, which claims there are,
// which can be kept back. Credentials carry its hash, so that nobody can change what they are shown as.

import { sha256 } from '#machine'
import { base64 } from '../../read/base64.ts'
import type { JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { disclosableOfLd } from './ld/award.ts'
import type { ClaimRule, Profile } from './profile.ts'

export interface TypeMetadata {
  readonly document: JsonObject
  /** The file to publish; the hash is over exactly these bytes. */
  readonly bytes: Uint8Array
  /** `vct#integrity` (W3C Subresource Integrity): `sha256-…`. */
  readonly integrity: string
}

const known = new WeakMap<Profile, TypeMetadata>()

export function typeMetadata(profile: Profile): TypeMetadata {
  const found = known.get(profile)
  if (found !== undefined) return found
  const document = documentOf(profile)
  const bytes = utf8(`${JSON.stringify(document, undefined, 2)}\n`)
  const made = { document, bytes, integrity: `sha256-${base64(sha256(bytes))}` }
  known.set(profile, made)
  return made
}

const ldLabels: Readonly<Record<string, string>> = {
  id: 'Holder',
  fullName: 'Full name',
  dateOfBirth: 'Date of birth',
  identifier: 'Learner identifiers',
  hasClaim: 'Achievement',
  provenBy: 'Results',
}

function documentOf(profile: Profile): JsonObject {
  const linked: readonly ClaimRule[] = [
    {
      path: ['ld'],
      sd: 'never',
      mandatory: false,
      label: 'Full description',
      description: 'The learner and the achievement with the words of the European Learning Model',
    },
    ...disclosableOfLd.map((path): ClaimRule => {
      const label = ldLabels[String(path.at(-1))] ?? ''
      return {
        path,
        sd: 'always',
        mandatory: false,
        label,
        description: `${label}, with the words of the European Learning Model`,
      }
    }),
  ]
  return {
    vct: profile.vct,
    name: profile.title,
    description: profile.description,
    display: [{ locale: 'en', name: profile.title, description: profile.description }],
    claims: [...profile.claims, ...linked].map(({ path, sd, mandatory, label, description }) => ({
      path,
      display: [{ locale: 'en', label, description }],
      mandatory,
      sd,
    })),
  }
}
