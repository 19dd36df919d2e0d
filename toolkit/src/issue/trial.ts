// A throw-away issuer: same names, keys of this run only, an authority of its own. What is sealed with it
// is verified with the whole verifier before the real keys sign anything.

import type { PrivateJwk, Random } from '#machine'
import type { Format } from '../formats/format.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import type { Keyring } from '../seal/signer.ts'
import { testTimeStamps } from '../seal/time/test-authority.ts'
import type { StatusTable } from '../status/table.ts'
import type { Trust } from '../trust/trust.ts'
import { createTestAuthority } from '../trust/x509/test-authority.ts'
import { issuerDid, type Addresses } from './addresses.ts'
import type { Issuer } from './issuer.ts'
import { publish, resolverOf } from './publication.ts'
import { orderOf } from './seal-order.ts'
import type { SealingParty } from './seal-award.ts'

export interface TrialPlan {
  readonly issuer: Issuer
  readonly addresses: Addresses
  readonly table: StatusTable
  readonly formats: readonly Format[]
  readonly now: Date
  readonly random: Random
  readonly newKey: (kind: 'Ed25519' | 'P-256') => Promise<PrivateJwk>
}

export async function trialParty(plan: TrialPlan): Promise<SealingParty> {
  const { issuer, addresses, table, formats, now, random, newKey } = plan
  const did = issuerDid(issuer)
  const authority = await createTestAuthority({
    name: 'Trial',
    now,
    random,
    key: await newKey('P-256'),
  })
  const proofKey = await newKey('Ed25519')
  const sealKey = await newKey('P-256')
  const certificate = await authority.issueSealCertificate({
    ...orderOf(issuer, now, random),
    publicKey: memorySigner(sealKey).publicKey,
    years: 1,
  })
  const keys: Keyring = {
    proof: memorySigner(proofKey, { verificationMethod: `${did}#trial-proof` }),
    seal: memorySigner(sealKey, {
      verificationMethod: `${did}#trial-seal`,
      certificates: [certificate],
    }),
  }
  const documentKeys = [
    { fragment: 'trial-proof', key: keys.proof.publicKey, certificates: [] },
    { fragment: 'trial-seal', key: keys.seal.publicKey, certificates: [certificate] },
  ]
  const publication = await publish({ issuer, keys, documentKeys, addresses, table, formats, now })
  const trust: Trust = [
    {
      name: 'trial',
      anchors: [authority.anchor, authority.timeStampAnchor],
      issuers: [{ id: did, name: did, alsoKnownAs: aliasesOf(issuer), keys: [] }],
      revocationLists: [],
    },
  ]
  const party = { keys, trust, resolver: resolverOf(publication) }
  if (issuer.timeStamps === undefined) return party
  // The real authority is asked once a credential, for the real seal.
  const timeStamps = await testTimeStamps({
    authority,
    organisation: 'Trial',
    key: await newKey('P-256'),
    random,
    clock: () => now,
  })
  return { ...party, timeStamps }
}

/** The names an issuer's certificate ties together. */
export function aliasesOf(issuer: Issuer): readonly string[] {
  const eidas = issuer.organisation.identifiers
    .filter(({ scheme }) => scheme === 'eidas')
    .map(({ value }) => value)
  return [issuer.base, ...eidas]
}
