// The VC-JWT form of Open Badges 3.0 (section 8.2.4): the credential is the payload, with a few of its
// members again as registered claims. They must say the same. A token of the type vc+jwt goes by its own
// standard (VC-JOSE-COSE).

import { isObject, type JsonObject, textOf } from '../../read/json.ts'
import { readJsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import {
  type CompactToken,
  proofOfCompact,
  readCompact,
  signCompact,
} from '../../seal/jose/compact.ts'
import {
  type CredentialToken,
  isCredentialToken,
  readCredentialToken,
  refusePresentation,
} from '../../seal/jose/credential-token.ts'
import { mediaTypeOf } from '../../seal/jose/header.ts'
import { headerOf } from '../../seal/jose/jws.ts'
import { numericDate, secondsOf } from '../../seal/jose/numeric-date.ts'
import type { Proof } from '../../seal/proof.ts'
import type { Signer } from '../../seal/signer.ts'
import { objectsOf } from './terms.ts'

const registered = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud']

/** The badge as a compact token. Refuses `seal.key` for a key without an address. */
export async function writeJwt(credential: JsonObject, signer: Signer): Promise<string> {
  const kid = signer.verificationMethod
  if (kid === undefined) {
    return refuse(
      'seal.key',
      '',
      'A badge as a token needs a key that the DID document of the issuer lists.',
    )
  }
  const subject = objectsOf(credential['credentialSubject'])[0]?.['id']
  const { id, validUntil: until } = credential
  const issuer = issuerId(credential)
  const claims: JsonObject = {
    ...credential,
    ...(issuer === undefined ? {} : { iss: issuer }),
    ...(id === undefined ? {} : { jti: id }),
    nbf: secondsAt(credential['validFrom']),
    ...(subject === undefined ? {} : { sub: subject }),
    ...(until === undefined ? {} : { exp: secondsAt(until) }),
  }
  return signCompact({ kid, typ: 'JWT' }, claims, signer)
}

function secondsAt(time: unknown): number {
  return secondsOf(new Date(String(time)))
}

/**
 * Refuses `jose.*`, what {@link readCredentialToken} refuses, `ob3.jwt-type`, and `ob3.jwt-claims` where a claim and
 * the credential differ.
 */
export function openJwt(text: string, place: string): CredentialToken {
  const header = headerOf(text, place)
  if (isCredentialToken(header, place)) return readCredentialToken(text, place)
  const token = readCompact(text, place)
  refusePresentation(token, place)
  const typ = mediaTypeOf(header, 'typ', place)
  if (typ !== undefined && typ !== 'jwt')
    refuse('ob3.jwt-type', place, 'The token is of another type than a credential.')
  const payload = readJsonObject(token.payload, place)
  if (payload['vp'] !== undefined)
    refuse('ob3.jwt-type', place, 'The token is built in a way its type does not allow.')
  const signedAt = numericDate(payload, 'iat', place)
  return {
    credential: credentialIn(payload, place),
    proof: proofOf(token, signedAt),
  }
}

function proofOf(token: CompactToken, signedAt: Date | undefined): Proof {
  return proofOfCompact(token, { name: 'VC-JWT', ...(signedAt === undefined ? {} : { signedAt }) })
}

/** The credential itself, or that of the `vc` claim (VCDM 1.1, section 6.3.1), completed from the claims. */
function credentialIn(payload: JsonObject, place: string): JsonObject {
  const inner = payload['vc']
  if (inner !== undefined && !isObject(inner))
    return refuse('ob3.jwt-claims', place, 'The credential in the token is not an object.')
  const plain = Object.fromEntries(
    Object.entries(inner ?? payload).filter(
      ([name]) => inner !== undefined || !registered.includes(name),
    ),
  )
  const subject = objectsOf(plain['credentialSubject'])[0]
  agree('iss', payload['iss'], issuerId(plain), place)
  agree('jti', payload['jti'], plain['id'], place)
  agree('sub', payload['sub'], subject?.['id'], place)
  const [from, until] = [numericDate(payload, 'nbf', place), numericDate(payload, 'exp', place)]
  const begins = plain['validFrom'] ?? plain['issuanceDate']
  const ends = plain['validUntil'] ?? plain['expirationDate']
  agreeInTime('nbf', from, begins, place)
  agreeInTime('exp', until, ends, place)
  return {
    ...plain,
    ...(plain['issuer'] === undefined && payload['iss'] !== undefined
      ? { issuer: payload['iss'] }
      : {}),
    ...(plain['id'] === undefined && payload['jti'] !== undefined ? { id: payload['jti'] } : {}),
    ...(begins === undefined && from !== undefined ? { validFrom: from.toISOString() } : {}),
    ...(ends === undefined && until !== undefined ? { validUntil: until.toISOString() } : {}),
    ...(subject !== undefined && subject['id'] === undefined && payload['sub'] !== undefined
      ? { credentialSubject: { ...subject, id: payload['sub'] } }
      : {}),
  }
}

function agree(claim: string, value: unknown, meant: unknown, place: string): void {
  if (value !== undefined && meant !== undefined && value !== meant) {
    refuse(
      'ob3.jwt-claims',
      place,
      `The claim ${claim} of the token says something else than the credential in it.`,
    )
  }
}

function agreeInTime(claim: string, value: Date | undefined, meant: unknown, place: string): void {
  if (value !== undefined && meant !== undefined)
    agree(claim, secondsOf(value), secondsAt(meant), place)
}

/** Identifier of the issuer, given as a text or in a profile. */
export function issuerId(credential: JsonObject): string | undefined {
  const { issuer } = credential
  return isObject(issuer) ? textOf(issuer['id']) : textOf(issuer)
}
