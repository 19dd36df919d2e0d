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
import { inTurns, type Row } from './row.ts'

const now = new Date('2026-07-02T00:00:00Z')

interface MultikeyPair {
  id: string
  controller: string
  readonly publicKeyMultibase: string
  signer(): unknown
  export(options: { readonly publicKey: true; readonly includeContext: true }): Promise<JsonObject>
}

/** A badge as others issue them: the shape of the examples of the specification, an issuer with a did:key. */
function foreignBadge(issuer: string): JsonObject {
  const profile = {
    id: issuer,
    type: ['Profile'],
    name: 'Example University',
    url: 'https://uni.example/',
    email: 'badges@uni.example',
  }
  const alignment = (n: number) => ({
    type: ['Alignment'],
    targetName: `Skill ${n}`,
    targetFramework: 'ESCO',
    targetUrl: `http://data.europa.eu/esco/skill/${n}`,
    targetType: 'ceasn:Competency',
  })
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:7c1f3a52-5bd1-4a4e-9a43-2a1d5f0f9b11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Data Ethics',
    issuer: profile,
    validFrom: '2026-03-01T09:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: 'Ada Example',
          identityType: 'name',
        },
      ],
      achievement: {
        id: 'https://uni.example/achievements/1',
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: 'Data Ethics',
        description: 'Judges what data may be used for.',
        inLanguage: 'en',
        criteria: { narrative: 'Hand in a portfolio and pass the oral examination.' },
        creator: profile,
        creditsAvailable: 3,
        alignment: [1, 2, 3, 4].map(alignment),
        resultDescription: [
          {
            id: 'urn:uuid:0b2f7a8e-9b0c-4c1e-8d5e-1f2a3b4c5d6e',
            type: ['ResultDescription'],
            name: 'Grade',
            resultType: 'LetterGrade',
            allowedValue: ['C', 'B', 'A'],
          },
        ],
        tag: ['ethics', 'data'],
      },
      result: [
        {
          type: ['Result'],
          resultDescription: 'urn:uuid:0b2f7a8e-9b0c-4c1e-8d5e-1f2a3b4c5d6e',
          value: 'A',
        },
      ],
    },
  }
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

async function verifying(): Promise<Row> {
  const { key, did, loader } = await peerKey()
  const signing = new DataIntegrityProof({ signer: key.signer(), cryptosuite })
  const signed = await vc.issue({
    credential: foreignBadge(did),
    suite: signing,
    documentLoader: loader,
  })
  const bytes = new TextEncoder().encode(JSON.stringify(signed))
  const jwk = multikeyToJwk(key.publicKeyMultibase)
  const checking = new DataIntegrityProof({ cryptosuite })
  const ours = async () => {
    const { proofs } = await openBadges.open(bytes)
    const answers = await Promise.all(proofs.map((proof) => proof.verify(jwk)))
    require(answers.length === 1 && answers.every(({ holds }) => holds), 'Tessera')
  }
  const peer = async () => {
    const credential: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const { verified } = await vc.verifyCredential({
      credential,
      suite: checking,
      documentLoader: loader,
      now,
    })
    require(verified, 'Digital Bazaar')
  }
  return {
    what: 'OB 3.0: open and verify a badge, vs Digital Bazaar',
    ...(await inTurns(ours, peer)),
    target: 1.5,
  }
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
  return [await verifying(), await sealing()]
}
