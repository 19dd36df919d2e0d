// For tests only: a time-stamp authority, and tokens no honest authority makes.

import { sign } from '#machine'
import { utf8 } from '../../read/utf8.ts'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { readDer, tags } from '../../trust/x509/der.ts'
import { authority, ecKey, later, random } from '../../trust/x509/example-authority.ts'
import { derEcdsa } from '../../trust/x509/signature.ts'
import {
  context,
  der,
  generalizedTime,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  smallInteger,
} from '../../trust/x509/write.ts'
import { hashes, ids } from './identifiers.ts'
import type { TimeSearch } from './prove.ts'
import { testTimeStamps } from './test-authority.ts'

export { authority, later, random }

export const data = utf8('what existed')
export const key = ecKey()
export const certificate = await authority.issueTimeStampCertificate({
  organisation: 'Example Alliance',
  publicKey: key,
  now: new Date('2026-03-01T00:00:00Z'),
  years: 5,
  random,
})

/** An authority whose clock stands still. */
export function timeStampsAt(at: Date, from = new Date('2026-03-01T00:00:00Z')) {
  return testTimeStamps({
    authority,
    organisation: 'Example Alliance',
    key,
    random,
    clock: () => at,
    from,
  })
}

/** Believes the example authority about time, at the time of the examples. */
export function believing(over: Partial<TimeSearch> = {}): TimeSearch {
  return { anchors: [authority.timeStampAnchor], revocationLists: [], now: later, ...over }
}

type Parts = readonly Uint8Array[]
type Change = (parts: Uint8Array[]) => Parts

/** What a forger changes, part by part; the rest is as an honest authority writes it, and all of it is signed. */
export interface Forgery {
  /** version, policy, imprint, serial, time */
  readonly info?: Change
  /** content-type, message-digest, signing-certificate */
  readonly attributes?: Change
  /** version, name, hash, attributes, algorithm, signature */
  readonly signer?: Change
  /** version, hashes, content, certificates, signers */
  readonly signedData?: Change
  /** type, content */
  readonly contentInfo?: Change
  /** type, content */
  readonly content?: Change
}

export const hashName = sequence(oid(ids.sha256), nothing())
const [{ digest }] = hashes
const same: Change = (parts) => parts

export function attribute(type: string, ...values: Parts): Uint8Array {
  return sequence(oid(type), set(...values))
}

/** Who signs the forged tokens. */
export interface Forger {
  readonly certificate: Uint8Array
  /** The signature's algorithm as the token names it, and the signing. */
  readonly algorithm: Uint8Array
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

const forger: Forger = {
  certificate,
  algorithm: sequence(oid('1.2.840.10045.4.3.2')),
  sign: async (bytes) => derEcdsa(await sign('ES256', key, bytes)),
}

export async function forge(change: Forgery = {}, by = forger): Promise<Uint8Array> {
  const imprint = sequence(hashName, octetString(digest(data)))
  const info = sequence(
    ...(change.info ?? same)([
      smallInteger(1),
      oid('1.2.3.4'),
      imprint,
      smallInteger(7),
      generalizedTime(later),
    ]),
  )
  const own = sequence(sequence(sequence(octetString(digest(by.certificate)))))
  const attributes = set(
    ...(change.attributes ?? same)([
      attribute(ids.contentType, oid(ids.timeStampInfo)),
      attribute(ids.messageDigest, octetString(digest(info))),
      attribute(ids.signingCertificateV2, own),
    ]),
  )
  const { issuer, serial } = readCertificate(by.certificate)
  const octets = Uint8Array.from(serial.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const signer = sequence(
    ...(change.signer ?? same)([
      smallInteger(1),
      sequence(issuer.der, der(tags.integer, octets)),
      hashName,
      context(0, readDer(attributes).content),
      by.algorithm,
      octetString(await by.sign(attributes)),
    ]),
  )
  const content = (change.content ?? same)([oid(ids.timeStampInfo), context(0, octetString(info))])
  const signedData = sequence(
    ...(change.signedData ?? same)([
      smallInteger(3),
      set(hashName),
      sequence(...content),
      context(0, by.certificate),
      set(signer),
    ]),
  )
  return sequence(...(change.contentInfo ?? same)([oid(ids.signedData), context(0, signedData)]))
}

/** Puts other values in the place of some parts. */
export function instead(places: Readonly<Record<number, Uint8Array | null>>): Change {
  return (parts) =>
    parts.flatMap((part, i) => {
      const other = places[i]
      return other === undefined ? [part] : other === null ? [] : [other]
    })
}

export function more(...added: Parts): Change {
  return (parts) => [...parts, ...added]
}
