// One sealed file of every form Tessera issues and reads, and how each is checked. The pictures in them
// are tiny, so that every byte can be tried.

import type { CertificatePicture, Pictures } from 'tessera/formats/format'
import { formats } from 'tessera/formats/index'
import { exampleRun, type ExampleRun } from 'tessera/issue/example-cohort'
import { sealAward } from 'tessera/issue/seal-award'
import type { Award } from 'tessera/credential/award'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { readJsonObject } from 'tessera/read/json'
import { sealDocument } from 'tessera/seal/data-integrity/sign'
import { credentialsV2 } from 'tessera/seal/json-ld/contexts'
import { generateKeyPair } from 'tessera/seal/keys/generate'
import { memorySigner } from 'tessera/seal/keys/memory'
import { presentSdJwt } from 'tessera/seal/sd-jwt/present'
import { didKeyFrom } from 'tessera/trust/did/did-key'
import type { VerifyOptions } from 'tessera/verify/verify'

export interface SealedFile {
  /** `edc jsonld`, `ob3 png`, … */
  readonly name: string
  readonly bytes: Uint8Array
  readonly check: VerifyOptions
}

/** One white pixel (PNG, second edition, section 11). */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const tinyPictures: Pictures = {
  certificate: async (_award, language): Promise<readonly CertificatePicture[]> => [
    { language, page: 1, mediaType: 'image/png', bytes: pixel },
  ],
  badge: async () => ({
    png: pixel,
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>',
  }),
}

const now = new Date('2026-11-25T10:00:00Z')
const audience = 'https://employer.example'
const nonce = 'a-question-asked-once'

/** Every file is sealed anew, with new keys. */
export async function sealedFiles(): Promise<readonly SealedFile[]> {
  const run = await exampleRun(now, '12-returning-to-learning.yaml')
  const check = { trust: run.party.trust, now, resolver: run.party.resolver }
  const issued = await Promise.all(formats.map((format) => sealedAs(format.id, run, run.award)))
  const files = issued.flat().map(({ name, bytes }) => ({ name, bytes, check }))
  return [...files, await shownByItsHolder(run), await presented(run)]
}

type Issued = { readonly name: string; readonly bytes: Uint8Array }

async function sealedAs(id: string, run: ExampleRun, award: Award): Promise<readonly Issued[]> {
  const format = formats.find((one) => one.id === id)
  if (format === undefined) throw new Error(`no format ${id}`)
  const settings = { ...run.settings, pictures: tinyPictures }
  const options = { settings, issuer: run.party, trial: run.party }
  const artefacts = await sealAward(award, format, options)
  return artefacts.map(({ extension, bytes }) => ({ name: `${id} ${extension}`, bytes }))
}

/** An SD-JWT VC bound to a learner's key, shown with a proof of that key (RFC 9901, section 4.3). */
async function shownByItsHolder(run: ExampleRun): Promise<SealedFile> {
  const holder = memorySigner(await generateKeyPair('P-256'))
  const learner = { ...run.award.learner, id: didKeyFrom(holder.publicKey).did }
  const [issued] = await sealedAs('sd-jwt', run, { ...run.award, learner })
  if (issued === undefined) throw new Error('nothing was issued')
  const shown = await presentSdJwt(utf8Decode(issued.bytes), [[]], {
    holder,
    audience,
    nonce,
    now,
  })
  return {
    name: 'sd-jwt shown by its holder',
    bytes: utf8(shown),
    check: {
      trust: run.party.trust,
      now,
      resolver: run.party.resolver,
      expect: { audience, nonce, keyBinding: true },
    },
  }
}

/** An Open Badge in a presentation its learner signed (VCDM 2.0, section 4.13). */
async function presented(run: ExampleRun): Promise<SealedFile> {
  const key = await generateKeyPair('Ed25519')
  const { did, method } = didKeyFrom(memorySigner(key).publicKey)
  const learner = { ...run.award.learner, id: did }
  const [issued] = await sealedAs('ob3', run, { ...run.award, learner })
  if (issued === undefined) throw new Error('nothing was issued')
  const presentation = {
    '@context': [credentialsV2],
    type: ['VerifiablePresentation'],
    holder: did,
    verifiableCredential: [readJsonObject(issued.bytes)],
  }
  const signed = await sealDocument(
    presentation,
    memorySigner(key, { verificationMethod: method }),
    { created: now, purpose: 'authentication', challenge: nonce, domain: audience },
  )
  return {
    name: 'ob3 presented by its holder',
    bytes: utf8(JSON.stringify(signed)),
    check: {
      trust: run.party.trust,
      now,
      resolver: run.party.resolver,
      expect: { challenge: nonce, domain: audience, holderIsSubject: true },
    },
  }
}
