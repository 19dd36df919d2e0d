// The largest and most awkward inputs each reader takes, just within its limits: none may cost more than the budgets.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import { limits } from 'tessera/limits'
import { base64url } from 'tessera/read/base64'
import { type Json, type JsonObject, readJsonObject } from 'tessera/read/json'
import { chunkOf } from 'tessera/read/png-chunk'
import { utf8 } from 'tessera/read/utf8'
import { reportOf } from './report.ts'
import { runFolder } from './run.ts'
import { folderOf, record } from './test-folder.ts'

const keys = sampleKeys()
const settings = sampleSettings()
const unsigned = await openBadges.build(sampleAward(), settings)
const [file] = await openBadges.seal(unsigned, keys, settings)
const badge = readJsonObject(file?.bytes ?? new Uint8Array())
const subject = badge['credentialSubject'] as JsonObject
/** The issuer is known, so that its proofs are checked. */
const trust = {
  now: settings.now.toISOString(),
  x509Anchors: [],
  issuers: [
    {
      id: (badge['issuer'] as JsonObject)['id'],
      name: 'The issuer',
      keys: [keys.seal, keys.proof].map(({ publicKey, verificationMethod }) => ({
        ...publicKey,
        kid: verificationMethod,
      })),
    },
  ],
}
const achievement = subject['achievement'] as JsonObject

const KiB = 1024
const filler = ['y', '\u{1f600}', '"', '\n', '\u0001'] as const

/** So much of a text that its JSON is that long. */
function textOf(unit: string, letters: number): string {
  return unit.repeat(Math.floor(letters / utf8(JSON.stringify(unit).slice(1, -1)).length))
}

function many(number: number, item: (i: number) => Json): readonly Json[] {
  return Array.from({ length: number }, (_, i) => item(i))
}

function badgeWith(members: JsonObject): JsonObject {
  return {
    ...badge,
    credentialSubject: { ...subject, achievement: { ...achievement, ...members } },
  }
}

/** A badge as long as one may be. */
const room = limits.badge - JSON.stringify(badge).length - KiB
const badges: readonly (readonly [string, JsonObject])[] = [
  ...filler.map((unit, i) => [`text ${i}`, badgeWith({ name: textOf(unit, room) })] as const),
  ...filler.map(
    (unit, i) =>
      [`narrative ${i}`, badgeWith({ criteria: { narrative: textOf(unit, room) } })] as const,
  ),
  ['tags', badgeWith({ tag: many(19_000, (i) => `t${i}`) })],
  ['empty lists', badgeWith({ tag: many(limits.json.values - 2_000, () => []) })],
  ['alignments', badgeWith({ alignment: many(3_000, alignment) })],
  ['equal alignments', badgeWith({ alignment: many(6_000, () => alignment(0)) })],
  [
    'members',
    badgeWith(Object.fromEntries(many(90_000, (i) => i).map((i) => [`m${String(i)}`, 1]))),
  ],
  [
    'proofs',
    {
      ...badgeWith({ tag: many(18_000, (i) => `t${i}`) }),
      proof: many(8, () => badge['proof'] ?? null),
    },
  ],
]

function alignment(i: number): JsonObject {
  return { type: ['Alignment'], targetName: 't'.repeat(300), targetUrl: `https://e.example/${i}` }
}

const header = base64url(
  utf8(JSON.stringify({ alg: 'ES256', typ: 'vc+jwt', kid: keys.seal.verificationMethod ?? '' })),
)
const signature = base64url(new Uint8Array(64))

function token(payload: JsonObject): string {
  return `${header}.${base64url(utf8(JSON.stringify(payload)))}.${signature}`
}

/** A European credential in a JSON envelope as long as one may be, and bare. */
const european: JsonObject = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'http://data.europa.eu/snb/model/context/edc-ap',
  ],
  type: ['VerifiableCredential', 'VerifiableAttestation', 'EuropeanDigitalCredential'],
  issuer: { id: 'did:web:uni.example', type: 'Organisation' },
}
const sealed = (members: JsonObject) =>
  JSON.stringify({
    payload: base64url(utf8(JSON.stringify({ ...european, ...members }))),
    signatures: [{ protected: header, signature }],
  })
const envelope = Math.floor((limits.file - 4 * KiB) * 0.74)

const tokens: readonly (readonly [string, string])[] = [
  ...filler.map(
    (unit, i) =>
      [`badge ${i}`, token(badgeWith({ name: textOf(unit, Math.floor(room * 0.74)) }))] as const,
  ),
  ...filler.map((unit, i) => [`sealed ${i}`, sealed({ title: textOf(unit, envelope) })] as const),
  ...filler.map(
    (unit, i) =>
      [
        `bare ${i}`,
        JSON.stringify({ ...european, title: textOf(unit, limits.file - 4 * KiB) }),
      ] as const,
  ),
  ['sealed members', sealed({ x: many(limits.json.values - 100, () => ({})) })],
  ['payload', `${header}.${'A'.repeat(limits.token - 1_000)}.${signature}`],
  ['brackets', '['.repeat(limits.file)],
  ['spaces', `${' '.repeat(limits.file - 2)}{}`],
  ['dots', '.'.repeat(limits.file)],
]

const drawing = (inside: string, before = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential><![CDATA[{}]]></o:credential>${inside}</svg>`
const roomInDrawing = limits.drawing - KiB
const side = Math.floor(Math.sqrt(limits.pixels / 4)) - 1
const header32 = new Uint8Array(13)
new DataView(header32.buffer).setUint32(0, side)
new DataView(header32.buffer).setUint32(4, side)
header32.set([8, 6], 8)
const picture = Buffer.concat([
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunkOf('IHDR', header32),
  chunkOf(
    'iTXt',
    utf8(`openbadgecredential\0\0\0\0\0{"a":"${'y'.repeat(limits.image.credential - KiB)}"}`),
  ),
  chunkOf('IDAT', deflateSync(new Uint8Array((side * 4 + 1) * side))),
  chunkOf('IEND', new Uint8Array()),
])

const pictures: readonly (readonly [string, string | Uint8Array])[] = [
  ['pixels.png', picture],
  ['text.svg', drawing(`<text>${'x'.repeat(roomInDrawing)}</text>`)],
  ['elements.svg', drawing('<g/>'.repeat(limits.xml.parts / 2 - 100))],
  [
    'attributes.svg',
    drawing(`<g ${many(98, (i) => `a${String(i)}="b"`).join(' ')}/>`.repeat(1_000)),
  ],
  ['entities.svg', drawing(`<text>${'&amp;'.repeat(limits.xml.parts - 100)}</text>`)],
  ['style.svg', drawing(`<style>${'.a{b:c}'.repeat(roomInDrawing / 7 - 100)}</style>`)],
  ['functions.svg', drawing(`<style>${'url( '.repeat(roomInDrawing / 5 - 100)}</style>`)],
  ['comments.svg', drawing('', '<!-- -->'.repeat(roomInDrawing / 8 - 100))],
  ['comments-preface.svg', drawing('', '<!---->'.repeat(1_100))],
  ['preface.svg', `<?xml version="1.0"${' '.repeat(roomInDrawing)}?><svg/>`],
]

const graphs: readonly (readonly [string, string])[] = [
  [
    'grid.nq',
    many(
      900,
      (i) => edge(Number(i), (Number(i) + 1) % 900) + edge(Number(i), (Number(i) + 30) % 900),
    ).join(''),
  ],
  ['lonely.nq', many(limits.rdf.quads - 1, (i) => `_:n${String(i)} <urn:p> "x" .\n`).join('')],
  ['chain.nq', many(limits.rdf.quads - 1, (i) => edge(Number(i), Number(i) + 1)).join('')],
  ['line.nq', `_:a <urn:p> "${'\\t'.repeat(limits.rdf.line / 2 - 100)}" .\n`],
  ['open-line.nq', `_:a <urn:p> "${'\\t'.repeat(limits.rdf.line / 2 - 100)} .\n`],
  ...[3, 4, 6, 8, 12].map((size) => [`cliques-${size}.nq`, cliques(size)] as const),
]

function edge(from: number, to: number): string {
  return `_:n${from} <urn:p> _:n${to} .\n`
}

function cliques(size: number): string {
  let text = ''
  for (let first = 0; text.length < 400_000; first += size) {
    for (let i = first; i < first + size; i++) {
      for (let j = first; j < first + size; j++) if (i !== j) text += edge(i, j)
    }
  }
  return text
}

describe('the largest inputs', () => {
  it('cost no more than the budgets, whatever they are made of', async () => {
    const asFile = (area: string, mode: string) => (entry: readonly [string, unknown]) =>
      record(entry[0], 'any', { area, mode, input: undefined, file: `${area}/${entry[0]}` })
    const folder = folderOf({
      'trust.json': trust,
      'jws.json': tokens.map(([id, input]) => record(id, 'any', { input })),
      'data-integrity.json': badges.map(([id, input]) => record(id, 'any', { input })),
      'files.json': [
        ...pictures.map(asFile('images', 'upload')),
        ...graphs.map(asFile('poison-graphs', 'canonicalise')),
      ],
      ...Object.fromEntries(pictures.map(([path, content]) => [`images/${path}`, content])),
      ...Object.fromEntries(graphs.map(([path, content]) => [`poison-graphs/${path}`, content])),
    })
    const run = await runFolder(folder)
    assert.equal(
      run.judgements.length,
      tokens.length + badges.length + pictures.length + graphs.length,
    )
    assert.deepEqual(run.failures, [], reportOf(run))
    console.log(reportOf(run))
  })
})
