// For tests only: what we issue, in every format and form, with whatever is needed to check it.

import { randomBytes } from 'node:crypto'
import type { Award } from 'tessera/credential/award'
import { formats } from 'tessera/formats/index'
import { exampleRun, type ExampleRun } from 'tessera/issue/example-cohort'
import { sealAward } from 'tessera/issue/seal-award'
import { readJsonObject, type JsonObject } from 'tessera/read/json'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { sealDocument } from 'tessera/seal/data-integrity/sign'
import { credentialsV2 } from 'tessera/seal/json-ld/contexts'
import { generateKeyPair } from 'tessera/seal/keys/generate'
import { memorySigner } from 'tessera/seal/keys/memory'
import { presentSdJwt } from 'tessera/seal/sd-jwt/present'
import { didKeyFrom } from 'tessera/trust/did/did-key'
import { writeTesseraList } from 'tessera/trust/lists/tessera-list'
import type { Trust } from 'tessera/trust/trust'
import type { Expectations } from 'tessera/verify/context'
import { verify } from 'tessera/verify/verify'
import type { WebFile } from './web-files.ts'

export interface IssuedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly expect: Expectations
}

export interface Issued {
  readonly files: readonly IssuedFile[]
  readonly trust: Trust
  /** What the issuer publishes, by address. */
  readonly web: readonly WebFile[]
  readonly now: Date
  /** A file for that learner, in one format. */
  readonly forLearner: (format: string, learner: Partial<Award['learner']>) => Promise<Uint8Array>
}

const audience = 'https://employer.example'
const nonce = randomBytes(12).toString('base64url')

let made: Promise<Issued> | undefined

/** Issued once a run, a minute ago. */
export function issuedFiles(): Promise<Issued> {
  made ??= issueFiles(new Date(Date.now() - 60_000))
  return made
}

async function issueFiles(now: Date): Promise<Issued> {
  const run = await exampleRun(now)
  const files: IssuedFile[] = []
  for (const format of formats)
    for (const { extension, bytes } of await run.seal(format))
      files.push({ name: `${format.id}.${extension}`, bytes, expect: {} })
  files.push(await shownByItsHolder(run), await presented(run))
  const { trust } = run.party
  const web = new Map<string, Uint8Array>()
  const resolver = {
    async get(...asked: Parameters<typeof run.party.resolver.get>) {
      const answer = await run.party.resolver.get(...asked)
      if (answer !== undefined) web.set(asked[0], answer.bytes)
      return answer
    },
  }
  // What is looked up for them is all they need.
  for (const { bytes, expect } of files) await verify(bytes, { trust, now, resolver, expect })
  return {
    files,
    trust,
    web: [...web].map(([place, bytes]) => ({ place, bytes, at: now })),
    now,
    forLearner: (format, learner) => sealed(run, format, learner),
  }
}

async function sealed(
  run: ExampleRun,
  id: string,
  learner: Partial<Award['learner']>,
): Promise<Uint8Array> {
  const format = formats.find((one) => one.id === id)
  if (format === undefined) throw new Error(`no format ${id}`)
  const award = { ...run.award, learner: { ...run.award.learner, ...learner } }
  const options = { settings: run.settings, issuer: run.party, trial: run.party }
  const [artefact] = await sealAward(award, format, options)
  if (artefact === undefined) throw new Error('nothing was issued')
  return artefact.bytes
}

/** An SD-JWT VC bound to a learner's key, shown with a proof of that key (RFC 9901, section 4.3). */
async function shownByItsHolder(run: ExampleRun): Promise<IssuedFile> {
  const holder = memorySigner(await generateKeyPair('P-256'))
  const issued = await sealed(run, 'sd-jwt', { id: didKeyFrom(holder.publicKey).did })
  const shown = await presentSdJwt(utf8Decode(issued), [[]], {
    holder,
    audience,
    nonce,
    now: run.now,
  })
  return {
    name: 'sd-jwt with key binding',
    bytes: utf8(shown),
    expect: { audience, nonce, keyBinding: true },
  }
}

/** An Open Badge in a presentation its learner signed (VCDM 2.0, section 4.13). */
async function presented(run: ExampleRun): Promise<IssuedFile> {
  const key = await generateKeyPair('Ed25519')
  const { did, method } = didKeyFrom(memorySigner(key).publicKey)
  const presentation = {
    '@context': [credentialsV2],
    type: ['VerifiablePresentation'],
    holder: did,
    verifiableCredential: [readJsonObject(await sealed(run, 'ob3', { id: did }))],
  }
  const signer = memorySigner(key, { verificationMethod: method })
  const signed = await sealDocument(presentation, signer, {
    created: run.now,
    purpose: 'authentication',
    challenge: nonce,
    domain: audience,
  })
  return {
    name: 'ob3 presented',
    bytes: utf8(JSON.stringify(signed)),
    expect: { challenge: nonce, domain: audience, holderIsSubject: true },
  }
}

/** The trust list as a file. */
export async function listFor({ trust, now }: Issued): Promise<JsonObject> {
  const [list] = trust
  if (list === undefined) throw new Error('no list')
  const signer = memorySigner(await generateKeyPair('Ed25519'))
  return writeTesseraList({ ...list, name: 'Trust list of this test' }, 1, now, signer)
}
