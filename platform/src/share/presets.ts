// What a shared link shows. One choice decides the page and the file that can be taken from it: neither tells more
// than the other.

import type { Award } from 'tessera/credential/award'
import { present, profiles, sdJwtVc } from 'tessera/formats/sd-jwt-vc/index'
import { utf8Decode } from 'tessera/read/utf8'
import type { ClaimPath } from 'tessera/seal/sd-jwt/issue'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'

export const presets = ['employer', 'only', 'everything'] as const
/** What an employer needs; only that the learner has it; all there is. */
export type Preset = (typeof presets)[number]

export const isPreset = (text: string): text is Preset =>
  (presets as readonly string[]).includes(text)

/** The award as that preset lets it be seen; what is not shown is not in it. */
export function shownBy(preset: Preset, award: Award): Award {
  if (preset === 'everything') return award
  const { givenName, familyName, fullName } = award.learner
  const learner = {
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(fullName === undefined ? {} : { fullName }),
    identifiers: [],
  }
  if (preset === 'employer') return { ...award, learner }
  const { tessera, id, issuer, mandate, issuedAt, awardedOn, expiresAt } = award
  const { design } = award
  return {
    tessera,
    ...(id === undefined ? {} : { id }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(mandate === undefined ? {} : { mandate }),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(awardedOn === undefined ? {} : { awardedOn }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    learner,
    results: [],
    design: {
      ...design,
      outcomes: [],
      activities: [],
      assessments: [],
      providers: [],
      targetGroups: [],
      fields: [],
      teachingLanguages: [],
      modes: [],
      qualityAssurance: [],
      description: undefined,
      need: undefined,
      targetGroup: undefined,
      level: undefined,
      workload: undefined,
      credits: undefined,
      hoursPerCredit: undefined,
      setting: undefined,
      opportunityType: undefined,
      prerequisites: undefined,
      stackability: undefined,
      partOfQualification: undefined,
      validationRoute: undefined,
      gradingScheme: undefined,
      expiry: undefined,
      furtherInformation: undefined,
    },
  }
}

const subject = ['ld', 'credentialSubject'] as const
const names: readonly ClaimPath[] = [
  ['given_name'],
  ['family_name'],
  ['givenName'],
  ['familyName'],
  [...subject, 'givenName'],
  [...subject, 'familyName'],
  [...subject, 'fullName'],
]
/** Of types that keep these back as well. */
const about: readonly ClaimPath[] = [
  ['identifier'],
  ['title'],
  ['awardingBody'],
  ['issuerCountry'],
  ['issuanceDate'],
]

/** The wallet's file with only the disclosures of the preset; undefined for a type with no such choice. */
export async function presentation(
  preset: Preset,
  file: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (preset === 'everything') return file
  const { vct } = readSdJwt(utf8Decode(file)).payload
  const profile = profiles.find((known) => known.vct === vct)
  if (profile === undefined) return undefined
  const chosen =
    preset === 'only'
      ? [...names, ...about]
      : // How it was assessed stands in one claim with what was achieved.
        [...profile.presets.employer, ...names, [...subject, 'hasClaim']]
  return present(file, chosen)
}

export const walletFormat = sdJwtVc.id
