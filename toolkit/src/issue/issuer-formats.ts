// The formats as an issuer's settings have them.

import type { Format } from '../formats/format.ts'
import { profiles, sdJwtVcOf } from '../formats/sd-jwt-vc/index.ts'
import type { Issuer } from './issuer.ts'

/** The same formats, SD-JWT VC in the type the issuer chose. What is read does not depend on it. */
export function formatsOf(issuer: Issuer, formats: readonly Format[]): readonly Format[] {
  const profile = profiles.find(({ id }) => id === issuer.sdJwtProfile)
  return profile === undefined
    ? formats
    : formats.map((format) => (format.id === 'sd-jwt' ? sdJwtVcOf(profile) : format))
}
