// Seals with a time stamp (level B-T): they outlive their certificate, if the stamp is what it says.

import { randomBytes } from 'node:crypto'
import { testTimeStamps } from 'tessera/seal/time/test-authority'
import type { TestAuthority } from 'tessera/trust/x509/test-authority'
import type { Exhibit, Fault, World } from '../judge.ts'
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
  const timeStamps = await stampsOf(authority)
  const strangers = await stampsOf(await newAuthority())
  const rsa = await stampsOf(authority, rsaKey())
  const world = await worldAt(later(today, 1))
  // A list made after a certificate ended need not name it any more: one from before speaks of it.
  const yearsLater = await worldAt(later(today, 800), { lists: [later(today, 300)] })
  const afterwards = await worldAt(later(today, 800))
  const nothing = await worldAt(later(today, 800), { lists: [] })

  for (const signingTime of ['iat', 'sigT'] as const) {
    const seal = await sealOf(authority, later(today, -10), { years: 1 })
    const revokedAt = (days: number) =>
      worldAt(later(today, 1), { revoked: [{ serial: serialOf(seal), at: later(today, days) }] })
    const file = async (by = timeStamps) => {
      const settings = settingsAt(today, { timeStamps: by, signingTime })
      return Buffer.from(await sealedEdc(awardAt(today), seal, settings))
    }
    const show = (name: string, bytes: Uint8Array, at: World, fault?: Fault) =>
      exhibits.push({
        name: `${signingTime}, ${name}`,
        kind: 'edc',
        bytes,
        world: at,
        seal: { level: 'T', signingTime, signedAt: today },
        ...(fault === undefined ? {} : { fault }),
      })
    const good = await file()
    show('time stamp by ES256', good, world)
    show('time stamp by RS256', await file(rsa), world)
    show('certificate revoked since', good, await revokedAt(0.5))
    show('certificate revoked before', good, await revokedAt(-1), 'certificate-revoked')
    show('certificate ended since', good, yearsLater)
    show('ended since, lists from afterwards alone', good, afterwards, 'certificate-unasked')
    show('ended since, no list at all', good, nothing, 'certificate-unasked')
    const theft = changed(good, (all) => {
      all.payload = all.payload.replace('Data ethics', 'Data theft!')
    })
    show('a fact changed', theft, world, 'content')
    const other = JSON.parse((await file()).toString()) as { signatures: [{ header: object }] }
    const moved = changed(good, (_, first) => {
      Object.assign(first, { header: other.signatures[0].header })
    })
    show('ended since, time stamp of another file', moved, yearsLater, 'time-stamp')
    const bare = changed(good, (_, first) => {
      delete first.header
    })
    show('ended since, time stamp taken away', bare, yearsLater, 'time-stamp')
    const untrusted = await file(strangers)
    show('ended since, time stamp nobody trusts', untrusted, yearsLater, 'time-stamp')
  }
  return exhibits
}
