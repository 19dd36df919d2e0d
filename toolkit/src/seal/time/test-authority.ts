// A time-stamp authority for development: it signs real tokens under a test certificate, and says in
// every name that it is not a real one.

import { type PrivateJwk, type Random, sha256, sign } from '#machine'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { readDer, tags } from '../../trust/x509/der.ts'
import { derEcdsa } from '../../trust/x509/signature.ts'
import { signatureAlgorithm } from '../../trust/x509/signed-object.ts'
import type { TestAuthority } from '../../trust/x509/test-authority.ts'
import { algorithmFor } from '../keys/key-kind.ts'
import {
  context,
  der,
  generalizedTime,
  nothing,
  octetString,
  oid,
  positive,
  sequence,
  set,
  smallInteger,
} from '../../trust/x509/write.ts'
import { attempt, refuse } from '../../refusal.ts'
import { type Exchange, type TimeStampAuthority, authorityOver } from './authority.ts'
import { hashes, ids } from './identifiers.ts'
import { readTimeStampRequest, type TimeStampRequest } from './request.ts'
import { writeTimeStampRefusal, writeTimeStampResponse } from './response.ts'

export interface TestTimeStamps extends TimeStampAuthority {
  /** Answers a request as the authority's server would (`application/timestamp-reply`). */
  readonly answer: Exchange
  /** The certificate its tokens bring, DER. */
  readonly certificate: Uint8Array
}

export interface TestTimeStampsPlan {
  /** Whose certificate it gets, and who may believe it: {@link TestAuthority.timeStampAnchor}. */
  readonly authority: TestAuthority
  readonly organisation: string
  /** P-256, P-384 or RSA. */
  readonly key: PrivateJwk
  readonly random: Random
  /** What its clock says. */
  readonly clock: () => Date
  /** When its certificate begins (the clock, where it is not said), and for how long. */
  readonly from?: Date
  readonly years?: number
}

/** An invented policy, the one OpenSSL and EU DSS use for theirs. */
const policy = '1.2.3.4'

export async function testTimeStamps(plan: TestTimeStampsPlan): Promise<TestTimeStamps> {
  const { authority, organisation, key, random, clock } = plan
  const certificate = await authority.issueTimeStampCertificate({
    organisation,
    publicKey: key,
    now: plan.from ?? clock(),
    years: plan.years ?? 5,
    random,
  })
  const answer: Exchange = async (bytes) => {
    const request = await attempt(() => readTimeStampRequest(bytes))
    return request.ok
      ? writeTimeStampResponse(await tokenFor(request.value, certificate, plan))
      : writeTimeStampRefusal()
  }
  return { certificate, answer, ...authorityOver(answer, random) }
}

async function tokenFor(
  { imprint, nonce, wantsCertificate }: TimeStampRequest,
  certificate: Uint8Array,
  { key, random, clock }: TestTimeStampsPlan,
): Promise<Uint8Array> {
  const algorithm = algorithmFor(key)
  // The hash of the signature, else OpenSSL and others do not understand it.
  const hash =
    hashes.find(({ bits }) => algorithm.endsWith(bits)) ??
    refuse('time.key', '', 'Time stamps are not signed with this kind of key.')
  const hashName = sequence(oid(hash.id), nothing())
  const info = sequence(
    smallInteger(1),
    oid(policy),
    sequence(sequence(oid(imprint.hash), nothing()), octetString(imprint.digest)),
    positive(random(16)),
    generalizedTime(clock()),
    sequence(smallInteger(1)),
    ...(nonce === undefined ? [] : [der(tags.integer, octets(nonce))]),
  )
  const attributes = [
    attribute(ids.contentType, oid(ids.timeStampInfo)),
    attribute(ids.messageDigest, octetString(hash.digest(info))),
    attribute(
      ids.signingCertificateV2,
      sequence(sequence(sequence(octetString(sha256(certificate))))),
    ),
  ]
  const signed = set(...attributes)
  const plain = await sign(algorithm, key, signed)
  const { issuer, serial } = readCertificate(certificate)
  const signer = sequence(
    smallInteger(1),
    sequence(issuer.der, der(tags.integer, octets(serial))),
    hashName,
    // The same members as what was signed, under another tag (RFC 5652, 5.4).
    context(0, readDer(signed).content),
    signatureAlgorithm(algorithm),
    octetString(key.kty === 'EC' ? derEcdsa(plain) : plain),
  )
  const data = sequence(
    smallInteger(3),
    set(hashName),
    sequence(oid(ids.timeStampInfo), context(0, octetString(info))),
    ...(wantsCertificate ? [context(0, certificate)] : []),
    set(signer),
  )
  return sequence(oid(ids.signedData), context(0, data))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), set(value))
}

function octets(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}
