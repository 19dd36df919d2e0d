// Seals with a time stamp (level B-T): they outlive their certificate, if the stamp is what it says.

import { randomBytes } from 'node:crypto'
import { testTimeStamps } from 'tessera/seal/time/test-authority'
import type { TestAuthority } from 'tessera/trust/x509/test-authority'
import type { Exhibit, Fault, SealClaim, World } from '../judge.ts'
import { changed, today } from './edc-seals.ts'
import {
  authority,
  awardAt,
  ecKey,
  later,
  newAuthority,
  rsaKey,
  sealedEdc,
  sealOf,
  serialOf,
  settingsAt,
  worldAt,
} from './edc-world.ts'

const stamped = later(today, 0.01)

export async function stampsOf(by: TestAuthority, key = ecKey()) {
  return testTimeStamps({
    authority: by,
    organisation: 'Interop',
    key,
    random: randomBytes,
    clock: () => stamped,
    from: later(today, -30),
    years: 10,
  })
}

export async function edcTimeStamps(): Promise<readonly Exhibit[]> {
  const exhibits: Exhibit[] = []
  const show = (
    name: string,
    bytes: Uint8Array,
    world: World,
    fault?: Fault,
    seal: Partial<SealClaim> = {},
  ) =>
    exhibits.push({
      name: `B-T, ${name}`,
      kind: 'edc',
      bytes,
      world,
      seal: { level: 'T', signingTime: 'iat', signedAt: today, ...seal },
      ...(fault === undefined ? {} : { fault }),
    })
  const timeStamps = await stampsOf(authority)
  const world = await worldAt(later(today, 1))
  const seal = await sealOf(authority, later(today, -10), { years: 1 })
  const file = async (change: object = {}) =>
    Buffer.from(
      await sealedEdc(awardAt(today), seal, settingsAt(today, { timeStamps, ...change })),
    )
  const good = await file()
  show('iat', good, world)
  show('sigT', await file({ signingTime: 'sigT' }), world, undefined, { signingTime: 'sigT' })
  show('time stamp by an RSA key', await file({ timeStamps: await stampsOf(authority, rsaKey()) }), world)
  const since = await worldAt(later(today, 1), [{ serial: serialOf(seal), at: later(today, 0.5) }])
  show('certificate revoked since', good, since)
  const prior = await worldAt(later(today, 1), [{ serial: serialOf(seal), at: later(today, -1) }])
  show('certificate revoked before', good, prior, 'certificate-revoked')
  const yearsLater = await worldAt(later(today, 800))
  show('certificate ended since', good, yearsLater)

  const change = (what: Parameters<typeof changed>[1]) => changed(good, what)
  show(
    'a fact changed',
    change((all) => {
      all.payload = all.payload.replace('Data ethics', 'Data theft!')
    }),
    world,
    'content',
  )
  const other = JSON.parse((await file()).toString()) as { signatures: [{ header: object }] }
  show(
    'certificate ended since, time stamp of another file',
    change((_, first) => {
      Object.assign(first, { header: other.signatures[0].header })
    }),
    yearsLater,
    'time-stamp',
  )
  show(
    'certificate ended since, time stamp taken away',
    change((_, first) => {
      delete first.header
    }),
    yearsLater,
    'time-stamp',
  )
  const strangers = await stampsOf(await newAuthority())
  show(
    'certificate ended since, time stamp nobody trusts',
    await file({ timeStamps: strangers }),
    yearsLater,
    'time-stamp',
  )
  return exhibits
}
