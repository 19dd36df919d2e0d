// Tessera's own signed trust list: anchors and issuers, who they are, what they may award, from when until
// when. Signed over its RFC 8785 form, so that white space does not matter and nothing else can change.

import { z } from 'zod'
import { verifySignature, type Algorithm, type PublicJwk } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import { base64, base64Decode, base64url, base64urlDecode } from '../../read/base64.ts'
import { readPublicJwk, thumbprintOf } from '../../read/jwk.ts'
import type { JsonObject } from '../../read/json.ts'
import { refuseShape } from '../../read/shape.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { Signer } from '../../seal/signer.ts'
import type { KnownIssuer, TrustAnchor, TrustList } from '../trust.ts'

const time = z.iso.datetime()
const signatureSchema = z.strictObject({
  algorithm: z.enum(['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256', 'RS256']),
  publicKey: z.record(z.string(), z.string()),
  value: z.string(),
})
export const tesseraListSchema = z.strictObject({
  tessera: z.literal('trust-list/1'),
  name: z.string().min(1).max(200),
  sequence: z.int().min(1),
  issuedAt: time,
  nextUpdate: time.optional(),
  test: z.boolean().optional(),
  anchors: z.array(
    z.strictObject({
      name: z.string(),
      certificate: z.string(),
      from: time.optional(),
      until: time.optional(),
      purposes: z
        .array(z.enum(['seals', 'time-stamps']))
        .min(1)
        .optional(),
      vouchesFor: z.array(z.string()).optional(),
    }),
  ),
  issuers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      alsoKnownAs: z.array(z.string()).default([]),
      keys: z.array(z.record(z.string(), z.string())).default([]),
      country: z.string().optional(),
      mayAward: z
        .strictObject({
          maxEqfLevel: z.int().optional(),
          fields: z.array(z.string()).optional(),
          formats: z.array(z.string()).optional(),
        })
        .optional(),
      from: time.optional(),
      until: time.optional(),
      test: z.boolean().optional(),
    }),
  ),
  revocationLists: z.array(z.string()).default([]),
  signature: signatureSchema,
})

export function recogniseTesseraList(value: JsonObject): boolean {
  return value['tessera'] === 'trust-list/1'
}

/** Reads and checks the list's own signature. Refuses a list that was changed after signing. */
export async function readTesseraList(value: JsonObject, place: string): Promise<TrustList> {
  const answer = tesseraListSchema.safeParse(value)
  if (!answer.success) return refuseShape('trust-list.shape', place, answer.error)
  const { signature, ...list } = answer.data
  const key = readPublicJwk(signature.publicKey, place)
  const { signature: _, ...content } = value
  const holds = await verifySignature(
    signature.algorithm,
    key,
    utf8(canonicalJson(content)),
    base64urlDecode(signature.value, place),
  )
  if (!holds)
    return refuse('trust-list.signature', place, 'The trust list was changed after it was signed.')
  return {
    name: list.name,
    signedBy: thumbprintOf(key),
    issuedAt: new Date(list.issuedAt),
    ...(list.nextUpdate === undefined ? {} : { nextUpdate: new Date(list.nextUpdate) }),
    anchors: list.anchors.map((anchor): TrustAnchor => ({
      name: anchor.name,
      certificate: base64Decode(anchor.certificate, place),
      ...span(anchor),
      ...(anchor.purposes === undefined ? {} : { purposes: anchor.purposes }),
      ...(anchor.vouchesFor === undefined ? {} : { vouchesFor: anchor.vouchesFor }),
    })),
    issuers: list.issuers.map((issuer): KnownIssuer => ({
      id: issuer.id,
      name: issuer.name,
      alsoKnownAs: issuer.alsoKnownAs,
      keys: issuer.keys.map((entry) => readPublicJwk(entry, place)),
      ...(issuer.country === undefined ? {} : { country: issuer.country }),
      ...(issuer.mayAward === undefined ? {} : { mayAward: issuer.mayAward }),
      ...span(issuer),
      ...(issuer.test === undefined ? {} : { test: issuer.test }),
    })),
    revocationLists: list.revocationLists.map((crl) => base64Decode(crl, place)),
    ...(list.test === undefined ? {} : { test: list.test }),
  }
}

function span(entry: { from?: string | undefined; until?: string | undefined }): {
  from?: Date
  until?: Date
} {
  return {
    ...(entry.from === undefined ? {} : { from: new Date(entry.from) }),
    ...(entry.until === undefined ? {} : { until: new Date(entry.until) }),
  }
}

/** The list as JSON, signed. `sequence` grows with every edition. */
export async function writeTesseraList(
  list: TrustList,
  sequence: number,
  issuedAt: Date,
  signer: Signer,
): Promise<JsonObject> {
  const content = {
    tessera: 'trust-list/1',
    name: list.name,
    sequence,
    issuedAt: iso(issuedAt),
    ...(list.nextUpdate === undefined ? {} : { nextUpdate: iso(list.nextUpdate) }),
    ...(list.test === undefined ? {} : { test: list.test }),
    anchors: list.anchors.map(({ name, certificate, from, until, purposes, vouchesFor }) => ({
      name,
      certificate: base64(certificate),
      ...isoSpan(from, until),
      ...(purposes === undefined ? {} : { purposes: [...purposes] }),
      ...(vouchesFor === undefined ? {} : { vouchesFor: [...vouchesFor] }),
    })),
    issuers: list.issuers.map((issuer) => ({
      id: issuer.id,
      name: issuer.name,
      alsoKnownAs: [...issuer.alsoKnownAs],
      keys: issuer.keys.map(plainKey),
      ...(issuer.country === undefined ? {} : { country: issuer.country }),
      ...(issuer.mayAward === undefined
        ? {}
        : { mayAward: structuredClone(issuer.mayAward) as JsonObject }),
      ...isoSpan(issuer.from, issuer.until),
      ...(issuer.test === undefined ? {} : { test: issuer.test }),
    })),
    revocationLists: list.revocationLists.map((crl) => base64(crl)),
  }
  const value = base64url(await signer.sign(utf8(canonicalJson(content))))
  return {
    ...content,
    signature: {
      algorithm: signer.algorithm satisfies Algorithm,
      publicKey: plainKey(signer.publicKey),
      value,
    },
  }
}

function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

function isoSpan(
  from: Date | undefined,
  until: Date | undefined,
): { from?: string; until?: string } {
  return {
    ...(from === undefined ? {} : { from: iso(from) }),
    ...(until === undefined ? {} : { until: iso(until) }),
  }
}

function plainKey(key: PublicJwk): Record<string, string> {
  const { kty, crv, x, y, n, e, kid } = key
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e, kid }).filter(
      (member): member is [string, string] => member[1] !== undefined,
    ),
  )
}
