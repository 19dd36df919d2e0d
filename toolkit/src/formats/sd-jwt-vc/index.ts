// SD-JWT VC (IETF draft, `dc+sd-jwt`): the micro-credential for wallets, of which its holder shows only
// what is needed.

import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { ClaimPath } from '../../seal/sd-jwt/issue.ts'
import { type KeyBindingSettings, presentSdJwt } from '../../seal/sd-jwt/present.ts'
import { readSdJwt } from '../../seal/sd-jwt/read.ts'
import type { Format } from '../format.ts'
import { faultsBeforeIssuing } from './conformance.ts'
import { losses } from './losses.ts'
import type { Preset, Profile } from './profile.ts'
import { eudiLearningCredential } from './profiles/eudi-learning-credential.ts'
import { weBuildMicroCredential } from './profiles/we-build-micro-credential.ts'
import { openSdJwt } from './read.ts'
import { typeMetadata, type TypeMetadata } from './type-metadata.ts'
import { buildSdJwt, documentOf, sealSdJwt } from './write.ts'

export type { ClaimRule, Preset, Profile } from './profile.ts'
export { typeMetadata, type TypeMetadata }
export { eudiLearningCredential, weBuildMicroCredential }

/** The types that can be written and whose flat claims are read; any other type is opened as well. */
export const profiles: readonly Profile[] = [eudiLearningCredential, weBuildMicroCredential]

export const sdJwtVc: Format = sdJwtVcOf(eudiLearningCredential)

/** The format, issuing by this profile. */
export function sdJwtVcOf(profile: Profile): Format {
  return {
    id: 'sd-jwt',
    name: 'SD-JWT VC',
    losses: [...profile.losses, ...losses],
    recognise,
    open: async (bytes) => openSdJwt(profiles, bytes),
    build: async (award, settings) => buildSdJwt(profile, award, settings),
    validate: async (unsigned) => faultsBeforeIssuing(profile, documentOf(unsigned).claims),
    seal: sealSdJwt,
    publishes: (base) => [
      {
        address: `${base}/types/${profile.vct.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.json`,
        bytes: typeMetadata(profile).bytes,
      },
    ],
  }
}

/** A compact token (its header begins with `{"` in base64url) with a tilde in it. */
function recognise(bytes: Uint8Array): boolean {
  return bytes[0] === 0x65 && bytes[1] === 0x79 && bytes.includes(0x7e)
}

/**
 * What a holder shows of a file: a preset of its profile or chosen claims, bound to one reader where asked.
 * Refuses `sd-jwt-vc.no-preset` for a type that has no presets.
 */
export async function present(
  bytes: Uint8Array,
  what: Preset | readonly ClaimPath[],
  binding?: KeyBindingSettings,
): Promise<Uint8Array> {
  const text = utf8Decode(bytes)
  const chosen = typeof what === 'string' ? presetOf(text, what) : what
  return new TextEncoder().encode(await presentSdJwt(text, chosen, binding))
}

function presetOf(text: string, preset: Preset): readonly ClaimPath[] {
  const { vct } = readSdJwt(text).payload
  const profile = profiles.find((known) => known.vct === vct)
  return (
    profile?.presets[preset] ??
    refuse('sd-jwt-vc.no-preset', '', 'For this type of credential no such choice is known.')
  )
}
