// An invented university that issues SD-JWT VC, its learner with a key, its status list.

import { randomBytes } from 'node:crypto'
import type { Award } from 'tessera/credential/award'
import type { WriteSettings } from 'tessera/formats/format'
import { eudiLearningCredential, sdJwtVcOf } from 'tessera/formats/sd-jwt-vc/index'
import type { Profile } from 'tessera/formats/sd-jwt-vc/profile'
import { sampleAward } from 'tessera/formats/sd-jwt-vc/sample'
import { memorySigner } from 'tessera/seal/keys/memory'
import type { Signer } from 'tessera/seal/signer'
import { newStatusTable, reserve, revoke } from 'tessera/status/table'
import { issueStatusToken } from 'tessera/status/token'
import { createTestAuthority, type TestAuthority } from 'tessera/trust/x509/test-authority'
import { ecKey, later } from './edc-world.ts'

export const base = 'https://credentials.uni.example'
export const listAddress = `${base}/status/1`

export interface SdJwtWorld {
  readonly now: Date
  readonly authority: TestAuthority
  readonly seal: Signer
  readonly holder: Signer
  readonly standing: number
  readonly withdrawn: number
  /** The status list, as it is served. */
  readonly list: string
  issue(change?: Change): Promise<string>
}

interface Change {
  readonly index?: number
  readonly award?: Partial<Award>
  readonly seal?: Signer
  readonly profile?: Profile
}

export async function sealBy(authority: TestAuthority, from: Date): Promise<Signer> {
  const key = ecKey()
  const certificate = await authority.issueSealCertificate({
    organisation: 'Example University',
    organizationIdentifier: 'VATES-A00000000',
    country: 'ES',
    uris: [base],
    dnsNames: ['credentials.uni.example'],
    publicKey: memorySigner(key).publicKey,
    now: from,
    years: 2,
    random: randomBytes,
  })
  return memorySigner(key, { certificates: [certificate] })
}

export async function authorityFrom(now: Date): Promise<TestAuthority> {
  return createTestAuthority({ name: 'Interop', now, random: randomBytes, key: ecKey() })
}

/** Everything as of a moment; the certificates began a day earlier. */
export async function sdJwtWorld(now: Date): Promise<SdJwtWorld> {
  const authority = await authorityFrom(later(now, -1))
  const seal = await sealBy(authority, later(now, -1))
  const holder = memorySigner(ecKey())
  const reserved = reserve(newStatusTable(), 2, randomBytes)
  const [standing = 0, withdrawn = 0] = reserved.indexes
  const table = revoke(reserved.table, withdrawn, { by: 'registrar', at: now })
  const { kty, crv, x, y } = holder.publicKey
  const id = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`
  const list = await issueStatusToken(table, seal, {
    url: listAddress,
    now,
    validUntil: later(now, 7),
    ttlSeconds: 3600,
  })
  return {
    now,
    authority,
    seal,
    holder,
    standing,
    withdrawn,
    list,
    issue: async (change = {}) => {
      const format = sdJwtVcOf(change.profile ?? eudiLearningCredential)
      const settings = settingsAt(now, change.index ?? standing)
      const award = { ...sampleAward, ...change.award, learner: { ...sampleAward.learner, id } }
      const signer = change.seal ?? seal
      const unsigned = await format.build(award, settings)
      const [file] = await format.seal(unsigned, { seal: signer, proof: signer }, settings)
      return new TextDecoder().decode(file?.bytes)
    },
  }
}

function settingsAt(now: Date, index: number): WriteSettings {
  return {
    now,
    random: randomBytes,
    pictures: {
      certificate: async () => [],
      badge: async () => ({ png: new Uint8Array(), svg: '' }),
    },
    status: {
      index,
      revocationList: `${base}/r`,
      suspensionList: `${base}/s`,
      tokenList: listAddress,
    },
    signingTime: 'iat',
    base,
  }
}
