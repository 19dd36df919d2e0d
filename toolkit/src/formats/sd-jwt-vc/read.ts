// An SD-JWT VC, opened: with or without key binding, of a known profile or any other type.

import { type Award, awardSchema } from '../../credential/award.ts'
import { inLanguage } from '../../credential/text.ts'
import { isObject, type JsonObject, textOf } from '../../read/json.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { proofOfCompact, requireTyp } from '../../seal/jose/compact.ts'
import { numericDate } from '../../seal/jose/numeric-date.ts'
import { confirmationOf, keyBindingOf } from '../../seal/sd-jwt/key-binding.ts'
import { readSdJwt, type SdJwt } from '../../seal/sd-jwt/read.ts'
import type { StatusReference } from '../../status/reference.ts'
import type { Conformance, Holding, Opened } from '../opened.ts'
import { faultsOfRead } from './conformance.ts'
import { type AwardInput, type DesignInput, readLd } from './ld/read.ts'
import type { FlatAward, Profile } from './profile.ts'

/**
 * Opens a file. Refuses `sd-jwt.*`, `jose.*`, `json.*`, `sd-jwt-vc.*`, and `sd-jwt-vc.another` for a credential in an
 * SD-JWT that is no SD-JWT VC; checks no signature.
 */
export function openSdJwt(profiles: readonly Profile[], bytes: Uint8Array): Opened {
  const sdJwt = readSdJwt(utf8Decode(bytes))
  const { token, payload, claims } = sdJwt
  const vct = payload['vct']
  // The name up to draft 6, which verifiers are to accept for a while; W3C VC-JOSE-COSE calls its own SD-JWTs so.
  if (token.header['typ'] === 'vc+sd-jwt') {
    if (vct === undefined)
      refuse('sd-jwt-vc.another', 'vct', 'The token is a credential of another kind.')
  } else requireTyp(token, 'dc+sd-jwt')
  if (typeof vct !== 'string' || vct === '')
    return refuse('sd-jwt-vc.vct', 'vct', 'The credential does not say of which type it is.')
  const iss = issuerOf(payload)
  const issuedAt = numericDate(payload, 'iat', 'iat')
  const validFrom = numericDate(payload, 'nbf', 'nbf') ?? issuedAt
  const validUntil = numericDate(payload, 'exp', 'exp')
  const profile = profiles.find((known) => known.vct === vct)
  const { name, country } = issuerSaid(profile, claims)
  const id = textOf(payload['jti'])
  const lazy = new AwardWhenAsked(() => awardOf(profile, sdJwt, { iss, vct, issuedAt }))
  return Object.assign(lazy, {
    format: 'sd-jwt' as const,
    variant: sdJwt.keyBinding === undefined ? 'sd-jwt' : 'sd-jwt+kb',
    ...(id === undefined ? {} : { id }),
    types: [vct],
    issuer: {
      ...(iss === undefined ? {} : { id: iss }),
      ...(name === undefined ? {} : { name }),
      identifiers: [],
      ...(country === undefined ? {} : { country }),
    },
    proofs: [
      proofOfCompact(sdJwt.token, {
        name: 'SD-JWT',
        ...(issuedAt === undefined ? {} : { signedAt: issuedAt }),
      }),
    ],
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    status: statusOf(payload),
    holding: holdingOf(sdJwt),
    conformance: profile === undefined ? [] : [conformanceOf(profile, sdJwt)],
  })
}

/** Whether a file is genuine does not depend on what it is taken to say, and many are only checked. */
class AwardWhenAsked {
  readonly #make: () => Award
  #award: Award | undefined

  constructor(make: () => Award) {
    this.#make = make
  }

  get award(): Award {
    return (this.#award ??= this.#make())
  }
}

/** What the claims say of who seals; a type we do not know is read as the EU's. */
function issuerSaid(profile: Profile | undefined, claims: JsonObject) {
  const words = profile?.issuerClaims ?? { name: 'issuing_authority', country: 'issuing_country' }
  return {
    name: words.name === undefined ? undefined : textOf(claims[words.name]),
    country: textOf(claims[words.country]),
  }
}

/** Without `iss`, the certificate alone says who issued it (SD-JWT VC, 2.2.2.2). */
function issuerOf(payload: JsonObject): string | undefined {
  const iss = payload['iss']
  if (iss === undefined) return undefined
  if (typeof iss === 'string' && /^(https:\/\/|did:)\S+$/.test(iss)) return iss
  return refuse(
    'sd-jwt-vc.iss',
    'iss',
    'The credential does not name its issuer by an https address.',
  )
}

function statusOf(payload: JsonObject): readonly StatusReference[] {
  const { status } = payload
  if (status === undefined) return []
  if (!isObject(status))
    return refuse('sd-jwt-vc.status', 'status', 'The credential’s status is malformed.')
  const list = status['status_list']
  if (list === undefined) return Object.keys(status).map((type) => ({ kind: 'other', type }))
  const idx = isObject(list) ? list['idx'] : undefined
  const uri = isObject(list) ? list['uri'] : undefined
  if (
    typeof idx !== 'number' ||
    !Number.isSafeInteger(idx) ||
    idx < 0 ||
    typeof uri !== 'string' ||
    !URL.canParse(uri)
  ) {
    return refuse(
      'sd-jwt-vc.status',
      'status',
      'The credential’s place in its status list is malformed.',
    )
  }
  return [{ kind: 'token', list: uri, index: idx }]
}

function holdingOf(sdJwt: SdJwt): Holding {
  const confirmation = confirmationOf(sdJwt.payload, 'cnf')
  const binding = keyBindingOf(sdJwt, 'key binding')
  const subject = textOf(sdJwt.claims['sub'])
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(binding === undefined
      ? {}
      : {
          presentation: {
            nonce: binding.nonce,
            audience: binding.audience,
            presentedAt: binding.presentedAt,
            proofs: [binding.proof],
          },
        }),
  }
}

function conformanceOf(profile: Profile, { payload, claims }: SdJwt): Conformance {
  const faults = faultsOfRead(profile, payload, claims)
  return { profile: `${profile.name} (SD-JWT VC)`, conforms: faults.length === 0, faults }
}

interface Named {
  readonly iss: string | undefined
  readonly vct: string
  readonly issuedAt: Date | undefined
}

/** `ld` gives the structure where it says anything, the flat claims what it does not. */
function awardOf(profile: Profile | undefined, { payload, claims }: SdJwt, named: Named): Award {
  const flat: FlatAward = profile?.read(claims) ?? { design: {} }
  const jti = textOf(payload['jti'])?.slice(0, 500)
  const fallbackId = URL.canParse(named.vct) ? named.vct : 'urn:tessera:unnamed'
  const linked = readLd(claims['ld'], fallbackId)
  const outside = {
    tessera: 'award/1' as const,
    id: jti,
    issuedAt: named.issuedAt?.toISOString(),
    issuer: issuerIn(linked?.design, issuerSaid(profile, claims), named.iss),
  }
  const bare: AwardInput = {
    ...flat,
    ...outside,
    design: { tessera: 'design/1', id: fallbackId, ...flat.design },
  }
  const together: AwardInput = linked === undefined ? bare : { ...merged(bare, linked), ...outside }
  // Foreign texts may not fit the model; then the less is better than nothing.
  for (const candidate of [
    together,
    bare,
    { ...outside, issuer: undefined, design: bare.design },
  ]) {
    const answer = awardSchema.safeParse(candidate)
    if (answer.success) return answer.data
  }
  return awardSchema.parse({ tessera: 'award/1', design: { tessera: 'design/1', id: fallbackId } })
}

/** Members of `over` that are there and say something go before those of `under`. */
function merge<T extends object>(under: T, over: object): T {
  const said = Object.entries(over).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return { ...under, ...Object.fromEntries(said) }
}

function merged(flat: AwardInput, linked: NonNullable<ReturnType<typeof readLd>>): AwardInput {
  const design = merge<DesignInput>(flat.design, linked.design)
  const kind = linked.design.stackability?.kind
  const { stackability } = flat.design
  return {
    ...merge<AwardInput>(flat, linked),
    design: {
      ...design,
      // Only the flat claim tells a stackable one from one that stands alone when nothing is named.
      stackability:
        kind === 'stand-alone' && stackability !== undefined
          ? { ...linked.design.stackability, ...stackability }
          : design.stackability,
    },
    learner: merge(flat.learner ?? {}, linked.learner ?? {}),
  }
}

/**
 * The awarding body of that name, with all that is said of it; else the little the token says. A type without a claim
 * for the name leaves the address the token was issued at.
 */
function issuerIn(
  design: DesignInput | undefined,
  { name, country }: ReturnType<typeof issuerSaid>,
  iss: string | undefined,
): AwardInput['issuer'] {
  const bodies = (design?.awardingBodies ?? []).map(({ organisation }) => organisation)
  if (name === undefined || name === '') return bodies.find(({ id }) => isServedBy(id, iss))
  const found = bodies.find(
    ({ legalName }) =>
      Object.values(legalName).includes(name) || inLanguage(legalName, 'en').value === name,
  )
  return (
    found ??
    (iss === undefined
      ? undefined
      : {
          id: iss,
          legalName: { en: name },
          country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
        })
  )
}

/** A did:web and the https address of the same host are one organisation's. */
function isServedBy(id: string, iss: string | undefined): boolean {
  return iss !== undefined && (id === iss || id === iss.replace(/^https:\/\//, 'did:web:'))
}
