// Seal certificates of the test authority and tokens of the test time-stamp authority.

import { createHash } from 'node:crypto'
import type { Exhibit, World } from '../judge.ts'
import {
  authority,
  ecKey,
  later,
  newAuthority,
  rsaKey,
  sealOf,
  serialOf,
  worldAt,
} from './edc-world.ts'
import { today } from './edc-seals.ts'
import { stampsOf } from './edc-time-stamps.ts'

/** For `openssl verify`. */
export async function certificates(): Promise<readonly Exhibit[]> {
  const from = later(today, -10)
  const world = await worldAt(later(today, 1))
  const seal = await sealOf(authority, from)
  const [leaf = new Uint8Array()] = seal.certificates
  const leafOf = async (...order: Parameters<typeof sealOf>) =>
    (await sealOf(...order)).certificates[0] ?? new Uint8Array()
  const revoked = await worldAt(later(today, 1), {
    revoked: [{ serial: serialOf(seal), at: today }],
  })
  const changed = Buffer.from(leaf)
  const name = changed.indexOf('University of Example')
  changed.write('Universitas', name)
  const rows: readonly (readonly [string, Uint8Array, Exhibit['fault'], World])[] = [
    ['P-256', leaf, undefined, world],
    ['P-384', await leafOf(authority, from, { key: ecKey('P-384') }), undefined, world],
    ['RSA', await leafOf(authority, from, { key: rsaKey() }), undefined, world],
    ['for time stamps', (await stampsOf(authority)).certificate, undefined, world],
    ['another name written into it', changed, 'content', world],
    ['revoked', leaf, 'certificate-revoked', revoked],
    ['ended', leaf, 'certificate-expired', await worldAt(later(today, 4 * 365))],
    ['authority of the same name', await leafOf(await newAuthority(), from), 'authority', world],
  ]
  return rows.map(([title, bytes, fault, at]) => ({
    name: title,
    kind: 'certificate',
    bytes,
    world: at,
    ...(fault === undefined ? {} : { fault }),
  }))
}

/** For `openssl ts`. */
export async function timeStamps(): Promise<readonly Exhibit[]> {
  const data = 'what was there'
  const imprint = createHash('sha256').update(data).digest()
  const world = await worldAt(later(today, 1))
  const tokenOf = async (...by: Parameters<typeof stampsOf>) =>
    (await stampsOf(...by)).stamp(imprint)
  const good = await tokenOf(authority)
  const changed = Buffer.from(good)
  const last = changed.length - 1
  changed[last] = (changed[last] ?? 0) ^ 1
  const rows: readonly (readonly [string, Uint8Array, Exhibit['fault'], string])[] = [
    ['by ES256', good, undefined, data],
    ['by ES384', await tokenOf(authority, ecKey('P-384')), undefined, data],
    ['by RS256', await tokenOf(authority, rsaKey()), undefined, data],
    ['over something else', good, 'content', 'something else'],
    ['a bit of the signature changed', changed, 'signature', data],
    ['authority of the same name', await tokenOf(await newAuthority()), 'authority', data],
  ]
  return rows.map(([title, bytes, fault, over]) => ({
    name: title,
    kind: 'time-stamp',
    bytes,
    world,
    asked: { data: over },
    ...(fault === undefined ? {} : { fault }),
  }))
}
