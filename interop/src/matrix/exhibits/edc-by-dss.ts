// Seals made by the Commission's own library under our test authority, in every form of a JWS: the verifier
// of Tessera has to accept what others make, and to refuse it once it was changed.

import { createPrivateKey } from 'node:crypto'
import { edc } from 'tessera/formats/edc/index'
import type { PrivateJwk } from 'tessera/machine/port'
import type { Exhibit } from '../judge.ts'
import { releases } from '../judges/dss.ts'
import { dssProgram, type Release } from '../judges/dss-program.ts'
import { stampsOf } from './edc-time-stamps.ts'
import { today } from './edc-seals.ts'
import { authority, awardAt, ecKey, later, sealOf, settingsAt, worldAt } from './edc-world.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

function pkcs8(key: PrivateJwk): string {
  const secret = createPrivateKey({ key: { ...key }, format: 'jwk' })
  return base64(secret.export({ type: 'pkcs8', format: 'der' }))
}

const forms = [
  ['compact', 'COMPACT_SERIALIZATION', false, 'B'],
  ['flattened', 'FLATTENED_JSON_SERIALIZATION', false, 'B'],
  ['flattened, unencoded', 'FLATTENED_JSON_SERIALIZATION', true, 'B'],
  ['general', 'JSON_SERIALIZATION', false, 'B'],
  ['general, unencoded', 'JSON_SERIALIZATION', true, 'B'],
  ['flattened, time-stamped', 'FLATTENED_JSON_SERIALIZATION', false, 'T'],
  ['general, time-stamped', 'JSON_SERIALIZATION', true, 'T'],
] as const

/** The newest release, and the one the open code of Europass was last published with; none that cannot run here. */
export async function edcByDss(): Promise<readonly Exhibit[]> {
  const makers = [releases[0], releases.at(-1)].filter((one) => one !== undefined)
  const able = makers.filter((one) => dssProgram(one).missing === undefined)
  return (await Promise.all(able.map(madeBy))).flat()
}

async function madeBy(release: Release): Promise<readonly Exhibit[]> {
  const world = await worldAt(later(today, 1))
  const key = ecKey()
  const seal = await sealOf(authority, later(today, -10), { key })
  const stampKey = ecKey()
  const { certificate: stampCertificate } = await stampsOf(authority, stampKey)
  const { document } = await edc.build(awardAt(today), settingsAt(today))
  const exhibits: Exhibit[] = []
  for (const [name, form, unencoded, level] of forms) {
    // Older releases bring no time-stamp authority of their own.
    if (level === 'T' && release.api === 'older') continue
    const answer = await dssProgram(release).ask({
      payload: base64(Buffer.from(JSON.stringify(document))),
      at: today.toISOString(),
      form,
      unencoded,
      key: pkcs8(key),
      chain: seal.certificates.map(base64),
      trusted: world.anchors.map(base64),
      crls: world.revocationLists.map(base64),
      ...(level === 'T'
        ? { stampKey: pkcs8(stampKey), stampCertificate: base64(stampCertificate) }
        : {}),
    })
    const bytes = Buffer.from(String(answer['file'] ?? ''), 'base64')
    if (bytes.length === 0) throw new Error(`DSS made no seal: ${String(answer['error'])}`)
    const signingTime = release.api === 'newer' ? 'iat' : 'sigT'
    const exhibit: Exhibit = {
      name: `${release.version}, ${name}`,
      kind: 'edc',
      bytes,
      world,
      seal: { level, signingTime, signedAt: today },
    }
    const changed = changedFact(bytes)
    exhibits.push(exhibit, {
      ...exhibit,
      name: `${exhibit.name}, a fact changed`,
      bytes: changed,
      fault: 'content',
    })
  }
  return exhibits
}

/** Changes one fact of the content, wherever and however the file carries it. */
function changedFact(bytes: Buffer): Buffer {
  const text = bytes.toString()
  const change = (content: string) => content.replace('Data ethics', 'Data theft!')
  const encoded = (content: string) =>
    Buffer.from(change(Buffer.from(content, 'base64url').toString())).toString('base64url')
  if (!text.startsWith('{')) {
    const [head, content = '', signature] = text.split('.')
    return Buffer.from([head, encoded(content), signature].join('.'))
  }
  const file = JSON.parse(text) as { payload: string }
  file.payload = file.payload.startsWith('{') ? change(file.payload) : encoded(file.payload)
  return Buffer.from(JSON.stringify(file))
}
