// One sealed file of every form Tessera issues and reads, and how each is checked. The pictures in them
// are tiny, so that every byte can be tried.

import type { CertificatePicture, Pictures } from 'tessera/formats/format'
import { formats } from 'tessera/formats/index'
import { crc32 } from 'tessera/machine/crc32'
import { exampleRun, type ExampleRun } from 'tessera/issue/example-cohort'
import { sealAward } from 'tessera/issue/seal-award'
import type { Award } from 'tessera/credential/award'
import { base64 } from 'tessera/read/base64'
import { isObject, listOf, readJsonObject } from 'tessera/read/json'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { sealDocument } from 'tessera/seal/data-integrity/sign'
import { signCompact } from 'tessera/seal/jose/compact'
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
  /** Makes check sums right again that say nothing about who wrote the file. */
  readonly mend?: (bytes: Uint8Array) => void
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
  const run = await exampleRun(now, '02-water-stewardship-in-dry-regions.yaml')
  const check = { trust: run.party.trust, now, resolver: run.party.resolver }
  const issued = await Promise.all(formats.map((format) => sealedAs(format.id, run, run.award)))
  const sealed = issued.flat()
  const files = [...sealed, ...(await otherForms(run, sealed))]
  return [
    ...files.map(({ name, bytes }) => ({ name, bytes, check })),
    ...files
      .filter(({ name }) => name === 'ob3 png')
      .map(({ bytes }) => ({ name: 'ob3 png, check sums mended', bytes, check, mend })),
    await shownByItsHolder(run),
    await presented(run),
  ]
}

/** Every part's CRC as PNG counts it (second edition, section 5.4), as far as the parts can be told. */
function mend(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) return
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)))
    at = end + 4
  }
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

/** The forms of an EDC others issue: one signature in flattened form, and a token (RFC 7515, section 7). */
async function otherForms(run: ExampleRun, issued: readonly Issued[]): Promise<readonly Issued[]> {
  const general = issued.find(({ name }) => name.startsWith('edc'))
  if (general === undefined) throw new Error('no EDC was issued')
  const { payload, signatures } = readJsonObject(general.bytes)
  const [signature] = listOf(signatures)
  if (typeof payload !== 'string' || !isObject(signature)) throw new Error('no seal in the EDC')
  const { seal } = run.party.keys
  const header = { typ: 'vc+jwt', cty: 'vc', x5c: seal.certificates.map(base64) }
  const token = await signCompact(header, readJsonObject(payload), seal)
  return [
    { name: 'edc flattened', bytes: utf8(JSON.stringify({ payload, ...signature })) },
    { name: 'edc token', bytes: utf8(token) },
  ]
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
