// Opens a badge, whatever it comes in: what it says, and the proofs to check. Nothing is believed yet.

import type { Award } from '../../credential/award.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../read/json.ts'
import { readDateTime } from '../../read/date-time.ts'
import { attempt, refuse, type Refusal } from '../../refusal.ts'
import { proofsOf, withoutProof } from '../../seal/data-integrity/index.ts'
import { requireClosed } from '../../seal/json-ld/closed.ts'
import { credentialsV1 } from '../../seal/json-ld/contexts.ts'
import { toCanonicalQuads } from '../../seal/json-ld/quads.ts'
import type { Proof } from '../../seal/proof.ts'
import type { Conformance, Holding, NamedIssuer, Opened } from '../opened.ts'
import { openContainer } from './container.ts'
import { issuerId, openJwt } from './jwt.ts'
import { awardOf } from './read-award.ts'
import { faultsOf } from './rules.ts'
import { statusReferences } from './status.ts'
import { hasType, objectsOf, plainText } from './terms.ts'

interface Sealed {
  readonly credential: JsonObject
  readonly proofs: readonly Proof[]
  readonly presentation?: Holding['presentation']
  /** Whether the proofs themselves see to it that every term has a meaning. */
  readonly meaningSealed: boolean
}

/**
 * Refuses `ob3.several` for a presentation of more than one credential, other `ob3.*`, and what the readers of its parts refuse. */
export async function openBadge(bytes: Uint8Array): Promise<Opened> {
  const { variant, content } = await openContainer(bytes)
  const sealed = 'token' in content ? openToken(content.token) : openJson(content.json)
  return openedOf(sealed, variant)
}

function openToken(token: string): Sealed {
  const { credential, proof } = openJwt(token, '')
  return { credential, proofs: [proof], meaningSealed: false }
}

function openJson(document: JsonObject): Sealed {
  requireClosed(document, '$')
  if (hasType(document, 'VerifiablePresentation')) return openPresentation(document)
  const proofs = proofsOf(document)
  requirePurpose(proofs, 'assertionMethod')
  return { credential: withoutProof(document), proofs, meaningSealed: proofs.length > 0 }
}

function requirePurpose(proofs: readonly Proof[], purpose: Proof['purpose']): void {
  if (proofs.some((proof) => proof.purpose !== purpose)) {
    refuse(
      'ob3.proof-purpose',
      '$.proof',
      'A proof was made for another purpose than it is used for here.',
    )
  }
}

/** One credential, shown by its holder (VCDM 2.0, section 4.13). */
function openPresentation(document: JsonObject): Sealed {
  const [inner, ...more] = listOf(document['verifiableCredential'])
  // Good, for all that is known, but one answer cannot be about all of them.
  if (more.length > 0)
    refuse('ob3.several', '$.verifiableCredential', 'The presentation holds several credentials.')
  if (!isObject(inner)) {
    return refuse(
      'ob3.presentation',
      '$.verifiableCredential',
      'What the presentation holds is not a credential.',
    )
  }
  const { holder } = document
  const name = isObject(holder) ? textOf(holder['id']) : textOf(holder)
  if (holder !== undefined && name === undefined)
    refuse('ob3.presentation', '$.holder', 'The holder of the presentation is not named.')
  const proofs = proofsOf(document)
  requirePurpose(proofs, 'authentication')
  const [first] = proofs
  return {
    ...(hasType(inner, 'EnvelopedVerifiableCredential')
      ? openToken(envelopedToken(inner))
      : openJson(requireCredential(inner))),
    presentation: {
      ...(name === undefined ? {} : { holder: name }),
      ...(first?.challenge === undefined ? {} : { challenge: first.challenge }),
      ...(first?.domain === undefined ? {} : { domain: first.domain }),
      ...(first?.signedAt === undefined ? {} : { presentedAt: first.signedAt }),
      proofs,
    },
  }
}

function requireCredential(inner: JsonObject): JsonObject {
  return hasType(inner, 'VerifiablePresentation')
    ? refuse(
        'ob3.presentation',
        '$.verifiableCredential',
        'A presentation cannot hold another one.',
      )
    : inner
}

function envelopedToken(inner: JsonObject): string {
  const found = /^data:application\/(?:vc\+jwt|jwt),([A-Za-z0-9_.-]+)$/.exec(
    textOf(inner['id']) ?? '',
  )?.[1]
  return (
    found ??
    refuse(
      'ob3.presentation',
      '$.verifiableCredential',
      'The credential in the presentation is in an unknown envelope.',
    )
  )
}

async function openedOf(sealed: Sealed, variant: string): Promise<Opened> {
  const { credential, proofs, presentation } = sealed
  requireBadge(credential)
  const from = credential['validFrom'] ?? credential['issuanceDate']
  const until = credential['validUntil'] ?? credential['expirationDate']
  const id = textOf(credential['id'])
  const subject = textOf(objectsOf(credential['credentialSubject'])[0]?.['id'])
  let award: Award | undefined
  return {
    format: 'ob3',
    variant,
    ...(id === undefined ? {} : { id }),
    types: listOf(credential['type']).flatMap((type) => (typeof type === 'string' ? [type] : [])),
    issuer: issuerOf(credential),
    // Reading it costs more than checking the signature, and not everybody who checks one needs it.
    get award() {
      return (award ??= awardOf(credential))
    },
    proofs,
    // Open Badges 3.0, section 8: a badge is secured, or it is none.
    sealDemanded: true,
    ...(from === undefined ? {} : { validFrom: readDateTime(from, '$.validFrom') }),
    ...(until === undefined ? {} : { validUntil: readDateTime(until, '$.validUntil') }),
    status: statusReferences(credential),
    holding: {
      ...(subject === undefined ? {} : { subject }),
      ...(presentation === undefined ? {} : { presentation }),
    },
    conformance: [await conformanceOf(sealed)],
  }
}

function requireBadge(credential: JsonObject): void {
  if (
    !hasType(credential, 'OpenBadgeCredential') &&
    !hasType(credential, 'AchievementCredential')
  ) {
    refuse('ob3.type', '$.type', 'This credential is no Open Badge.')
  }
  if (issuerId(credential) === undefined)
    refuse('ob3.issuer', '$.issuer', 'The credential does not name its issuer.')
  const subjects = listOf(credential['credentialSubject'])
  if (subjects.length !== 1 || !isObject(subjects[0])) {
    refuse('ob3.subject', '$.credentialSubject', 'The credential must be about one learner.')
  }
}

function issuerOf(credential: JsonObject): NamedIssuer {
  const profile = isObject(credential['issuer']) ? credential['issuer'] : {}
  const id = issuerId(credential)
  const name = plainText(profile['name'])
  const address = isObject(profile['address']) ? profile['address'] : {}
  const country = textOf(address['addressCountryCode'])
  const legal = ['ext:eidas', 'ext:vat']
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { country }),
    identifiers: objectsOf(profile['otherIdentifier']).flatMap((entry) => {
      const value = textOf(entry['identifier'])
      return value !== undefined && legal.includes(textOf(entry['identifierType']) ?? '')
        ? [value]
        : []
    }),
  }
}

async function conformanceOf({ credential, meaningSealed }: Sealed): Promise<Conformance> {
  const faults: Refusal[] = [...faultsOf(credential)]
  if (!meaningSealed) {
    const answer = await attempt(() => toCanonicalQuads(credential, '$'))
    if (!answer.ok) faults.push(...answer.refusals)
  }
  const old = listOf(credential['@context'])[0] === credentialsV1
  return {
    profile: old ? 'Open Badges 3.0 (VCDM 1.1)' : 'Open Badges 3.0',
    conforms: faults.length === 0,
    faults,
  }
}
