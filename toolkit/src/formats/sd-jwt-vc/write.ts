// From an award to an SD-JWT VC: flat claims after the profile, the full description in `ld`, and what can
// be kept back.

import type { PublicJwk } from '#machine'
import type { Award } from '../../credential/award.ts'
import { base64 } from '../../read/base64.ts'
import { isObject, type Json, type JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { secondsOf } from '../../seal/jose/numeric-date.ts'
import { type ClaimPath, issueSdJwt } from '../../seal/sd-jwt/issue.ts'
import type { Keyring } from '../../seal/signer.ts'
import { didJwkOf } from '../../trust/did/did-jwk.ts'
import { didKeyOf } from '../../trust/did/did-key.ts'
import type { Artefact, Unsigned, WriteSettings } from '../format.ts'
import { disclosableOfLd, ldOf } from './ld/award.ts'
import { node } from './ld/make.ts'
import type { Profile } from './profile.ts'
import { typeMetadata } from './type-metadata.ts'

/** The claims before anything is concealed, and what will be. */
export interface SdJwtDocument {
  readonly claims: JsonObject
  readonly disclosable: readonly ClaimPath[]
}

export function documentOf(unsigned: Unsigned): SdJwtDocument {
  const { document } = unsigned
  if (
    !isObject(document) ||
    !isObject(document['claims']) ||
    !Array.isArray(document['disclosable'])
  ) {
    return refuse('sd-jwt.document', '', 'This is not a document of this format.')
  }
  return document as unknown as SdJwtDocument
}

/** The key of a learner whose identifier is a key; nobody else has one we could bind to. */
function holderKey(id: string | undefined): PublicJwk | undefined {
  if (id?.startsWith('did:jwk:')) return didJwkOf(id)
  return id?.startsWith('did:key:') ? didKeyOf(id) : undefined
}

function expiry(award: Award, issuedAt: Date, years: number): Date {
  if (award.expiresAt !== undefined) return new Date(award.expiresAt)
  const end = new Date(issuedAt)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  return end
}

export function buildSdJwt(profile: Profile, award: Award, settings: WriteSettings): Unsigned {
  const id = award.id ?? refuse('sd-jwt.no-id', 'id', 'The award has no identifier yet.')
  const issuedAt = award.issuedAt === undefined ? settings.now : new Date(award.issuedAt)
  const key = holderKey(award.learner.id)
  // JWK members only: kid and alg of the wallet are its own affair.
  const jwk: JsonObject | undefined =
    key === undefined
      ? undefined
      : node({ kty: key.kty, crv: key.crv, x: key.x, y: key.y, n: key.n, e: key.e })
  const claims = node({
    iss: settings.base,
    jti: id,
    iat: secondsOf(issuedAt),
    nbf: award.validFrom === undefined ? undefined : secondsOf(new Date(award.validFrom)),
    exp: secondsOf(expiry(award, issuedAt, profile.technicalYears)),
    vct: profile.vct,
    'vct#integrity': typeMetadata(profile).integrity,
    status: { status_list: { idx: settings.status.index, uri: settings.status.tokenList } },
    cnf: jwk === undefined ? undefined : { jwk },
    ...profile.write(award, 'en'),
    ld: ldOf(award),
  })
  const disclosable = [
    ...profile.claims.filter(({ sd }) => sd !== 'never').map(({ path }) => path),
    ...disclosableOfLd,
  ]
  return { id, document: { claims, disclosable } satisfies SdJwtDocument }
}

export async function sealSdJwt(
  unsigned: Unsigned,
  { seal }: Keyring,
  settings: WriteSettings,
): Promise<readonly Artefact[]> {
  const { claims, disclosable } = documentOf(unsigned)
  const key: { readonly [name: string]: Json } =
    seal.certificates.length > 0
      ? { x5c: seal.certificates.map(base64) }
      : seal.verificationMethod === undefined
        ? {}
        : { kid: seal.verificationMethod }
  const text = await issueSdJwt({ typ: 'dc+sd-jwt', ...key }, claims, seal, {
    random: settings.random,
    disclosable,
  })
  return [
    {
      extension: 'sd-jwt',
      mediaType: 'application/dc+sd-jwt',
      bytes: new TextEncoder().encode(text),
    },
  ]
}
