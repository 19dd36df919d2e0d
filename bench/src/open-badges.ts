// Open Badges 3.0 beside Digital Bazaar: checking a badge somebody else issued, and sealing a cohort.

import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { openBadges, sealCredential } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import { bundledContexts } from 'tessera/seal/json-ld/contexts'
import type { JsonObject } from 'tessera/read/json'
import { multikeyToJwk } from 'tessera/read/multibase'
import { verify } from 'tessera/verify/verify'
import { foreignBadge } from './foreign-badges.ts'
import { inTurns, type Row } from './row.ts'

const now = new Date('2026-07-02T00:00:00Z')
/** The peer signs with the machine's clock. */
const checkedAt = new Date()

interface MultikeyPair {
  id: string
  controller: string
  readonly publicKeyMultibase: string
  signer(): unknown
  export(options: { readonly publicKey: true; readonly includeContext: true }): Promise<JsonObject>
}

async function peerKey(): Promise<{
  readonly key: MultikeyPair
  readonly did: string
  readonly loader: unknown
}> {
  const key = (await Ed25519Multikey.generate()) as MultikeyPair
  const did = `did:key:${key.publicKeyMultibase}`
  key.controller = did
  key.id = `${did}#${key.publicKeyMultibase}`
  const method = await key.export({ publicKey: true, includeContext: true })
  const document = {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: did,
    assertionMethod: [key.id],
    verificationMethod: [method],
  }
  const loader = async (url: string) => {
    const found = url === key.id ? method : url === did ? document : bundledContexts.get(url)
    if (found === undefined) throw new Error(`not here: ${url}`)
    return { contextUrl: null, documentUrl: url, document: found, tag: 'static' }
  }
  return { key, did, loader }
}

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(`${what} did not accept the badge`)
}

/** Checking alone, as the peer does it, and the whole verdict with the award read and the issuer looked up. */
async function verifying(): Promise<Row[]> {
  const { key, did, loader } = await peerKey()
  const signing = new DataIntegrityProof({ signer: key.signer(), cryptosuite })
  const cohort: Uint8Array[] = []
  for (let n = 1; n <= 240; n++) {
    const signed: unknown = await vc.issue({
      credential: foreignBadge(did, n),
      suite: signing,
      documentLoader: loader,
    })
    cohort.push(new TextEncoder().encode(JSON.stringify(signed)))
  }
  const jwk = multikeyToJwk(key.publicKeyMultibase)
  const checking = new DataIntegrityProof({ cryptosuite })
  const turns = { ours: 0, peer: 0 }
  const next = (who: 'ours' | 'peer') => cohort[turns[who]++ % cohort.length] ?? new Uint8Array()
  const ours = async () => {
    const { proofs, conformance } = await openBadges.open(next('ours'))
    const answers = await Promise.all(proofs.map((proof) => proof.verify(jwk)))
    require(answers.length === 1 && answers.every(({ holds }) => holds), 'Tessera')
    require(conformance.every(({ conforms }) => conforms), 'Tessera')
  }
  const trust = [
    {
      name: 'bench',
      anchors: [],
      issuers: [{ id: did, name: 'University', alsoKnownAs: [], keys: [] }],
      revocationLists: [],
    },
  ]
  const resolver = { get: async () => undefined }
  const whole = async () => {
    const { verdict } = await verify(next('ours'), { trust, now: checkedAt, resolver })
    require(verdict === 'valid', 'Tessera')
  }
  const peer = async () => {
    const credential: unknown = JSON.parse(new TextDecoder().decode(next('peer')))
    const { verified } = await vc.verifyCredential({
      credential,
      suite: checking,
      documentLoader: loader,
      now,
    })
    require(verified, 'Digital Bazaar')
  }
  // Both as a server runs them: compiled by then.
  for (let n = 0; n < 3_000; n++) await ours()
  for (let n = 0; n < 3_000; n++) await whole()
  for (let n = 0; n < 300; n++) await peer()
  return [
    {
      what: 'OB 3.0: open and verify 240 badges, vs Digital Bazaar',
      ...(await inTurns(ours, peer, { millis: 400 })),
      target: 10,
    },
    {
      what: 'OB 3.0: the whole verdict on them, vs the same check',
      ...(await inTurns(whole, peer, { millis: 400 })),
    },
  ]
}

/** Signing alone: the unsigned credentials are there before the clock starts. */
async function sealing(): Promise<Row> {
  const { key, did, loader } = await peerKey()
  const keys = sampleKeys()
  const cohort: JsonObject[] = []
  for (let n = 1; n <= 200; n++) {
    cohort.push((await openBadges.build(sampleAward(n), sampleSettings(n))).document as JsonObject)
  }
  let turn = 0
  const next = () => cohort[turn++ % cohort.length] ?? {}
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite })
  const ours = () => sealCredential(next(), keys, now)
  const peer = () => {
    const credential = next()
    const issuer = { ...(credential['issuer'] as JsonObject), id: did }
    return vc.issue({ credential: { ...credential, issuer }, suite, documentLoader: loader })
  }
  return {
    what: 'OB 3.0: seal a cohort from a template, vs Digital Bazaar',
    ...(await inTurns(ours, peer)),
    target: 30,
  }
}

export async function run(): Promise<Row[]> {
  return [...(await verifying()), await sealing()]
}
