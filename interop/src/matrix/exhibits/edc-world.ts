// An invented university, its authority and the web around it, for seals of European Digital Credentials.

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Award } from 'tessera/credential/award'
import { exampleAward, exampleSettings } from 'tessera/formats/edc/example-award'
import { edc } from 'tessera/formats/edc/index'
import type { WriteSettings } from 'tessera/formats/format'
import type { PrivateJwk } from 'tessera/machine/port'
import { sealDocument } from 'tessera/seal/data-integrity/index'
import { memorySigner, type SignerNames } from 'tessera/seal/keys/memory'
import type { Signer } from 'tessera/seal/signer'
import { bitstringCredential } from 'tessera/status/bitstring'
import { newStatusTable, reserve, revoke } from 'tessera/status/table'
import { writeDidDocument } from 'tessera/trust/did/document'
import { createTestAuthority, type TestAuthority } from 'tessera/trust/x509/test-authority'
import { readCertificate } from 'tessera/trust/x509/certificate'
import type { World } from '../judge.ts'

export const university = 'did:web:uni.example'
/** Before the authority and everything else. */
const founded = new Date('2025-01-01T00:00:00Z')
const day = 86_400_000
export const later = (date: Date, days: number) => new Date(date.getTime() + days * day)

export function ecKey(namedCurve = 'P-256'): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve })
  return privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
}

export function rsaKey(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  return privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
}

function edKey(): PrivateJwk {
  return generateKeyPairSync('ed25519').privateKey.export({
    format: 'jwk',
  }) as unknown as PrivateJwk
}

export async function newAuthority(): Promise<TestAuthority> {
  return createTestAuthority({ name: 'Interop', now: founded, random: randomBytes, key: ecKey() })
}

export const authority = await newAuthority()

/** A seal key with a certificate of that authority. */
export async function sealOf(
  by: TestAuthority,
  from: Date,
  { key = ecKey(), years = 3, ...names }: SignerNames & { key?: PrivateJwk; years?: number } = {},
): Promise<Signer> {
  const certificate = await by.issueSealCertificate({
    organisation: 'University of Example',
    organizationIdentifier: 'VATES-A00000000',
    country: 'ES',
    uris: [university],
    dnsNames: ['uni.example'],
    crlAddress: 'https://authority.example/test.crl',
    publicKey: memorySigner(key).publicKey,
    now: from,
    years,
    random: randomBytes,
  })
  return memorySigner(key, { ...names, certificates: [certificate] })
}

export function serialOf(signer: Signer): string {
  return readCertificate(signer.certificates[0] ?? new Uint8Array()).serial
}

const proof = memorySigner(edKey(), { verificationMethod: `${university}#proof` })
const reserved = reserve(newStatusTable(), 2, randomBytes)
const [standing = 0, withdrawn = 0] = reserved.indexes
export const entries = { standing, withdrawn } as const
const table = revoke(reserved.table, withdrawn, { by: 'registrar', at: founded })

export interface Events {
  readonly revoked?: readonly { readonly serial: string; readonly at: Date }[]
  /** Days at which the authority made lists that are still at hand; one of this morning where nothing is said. */
  readonly lists?: readonly Date[]
}

/** The world as it is at a time: authority trusted, status lists fresh. */
export async function worldAt(now: Date, events: Events = {}): Promise<World> {
  const { anchor } = authority
  const { revoked = [], lists: days = [later(now, -0.5)] } = events
  const crls = await Promise.all(
    days.map((made, i) => authority.revocationList({ revoked, number: i + 1, now: made, days: 7 })),
  )
  const organisation = exampleAward.issuer
  const pages = new Map<string, unknown>()
  if (organisation !== undefined) {
    pages.set(
      'https://uni.example/.well-known/did.json',
      writeDidDocument(university, organisation, [
        { fragment: 'proof', key: proof.publicKey, certificates: [] },
      ]),
    )
  }
  for (const purpose of ['revocation', 'suspension'] as const) {
    const url = exampleSettings.status[`${purpose}List`]
    const from = later(now, -1)
    const lists = await bitstringCredential(table, {
      url,
      issuer: university,
      purpose,
      validFrom: from,
      validUntil: later(now, 7),
    })
    pages.set(url, await sealDocument(lists, proof, { created: from }))
  }
  return {
    now,
    anchors: [anchor.certificate],
    revocationLists: crls,
    trust: [
      {
        name: 'Interop',
        anchors: [anchor, authority.timeStampAnchor],
        issuers: [],
        revocationLists: crls,
      },
    ],
    resolver: {
      get: async (url) => {
        const page = pages.get(url)
        return page === undefined ? undefined : { bytes: Buffer.from(JSON.stringify(page)) }
      },
    },
  }
}

export function settingsAt(now: Date, change: Partial<WriteSettings> = {}): WriteSettings {
  return {
    ...exampleSettings,
    now,
    random: randomBytes,
    status: { ...exampleSettings.status, index: entries.standing },
    ...change,
  }
}

/** The award as it would have been made on that day. */
export function awardAt(now: Date): Award {
  const at = now.toISOString().replace('.000Z', 'Z')
  return {
    ...exampleAward,
    issuedAt: at,
    validFrom: at,
    awardedOn: at.slice(0, 10),
    expiresAt: later(now, 5 * 365)
      .toISOString()
      .replace('.000Z', 'Z'),
  }
}

/** A sealed file. */
export async function sealedEdc(
  award: Award,
  seal: Signer,
  settings: WriteSettings,
): Promise<Uint8Array> {
  const unsigned = await edc.build(award, settings)
  const [file] = await edc.seal(unsigned, { seal, proof }, settings)
  if (file === undefined) throw new Error('nothing was sealed')
  return file.bytes
}
