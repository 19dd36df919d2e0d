// Seals of European Digital Credentials, as they are issued and as somebody may have changed them.

import { createHash } from 'node:crypto'
import { edc } from 'tessera/formats/edc/index'
import type { WriteSettings } from 'tessera/formats/format'
import { sealJades } from 'tessera/seal/jades/index'
import { memorySigner } from 'tessera/seal/keys/memory'
import type { Signer } from 'tessera/seal/signer'
import type { Exhibit, Fault, SealClaim } from '../judge.ts'
import {
  authority,
  awardAt,
  ecKey,
  entries,
  later,
  newAuthority,
  rsaKey,
  sealedEdc,
  sealOf,
  serialOf,
  settingsAt,
  worldAt,
} from './edc-world.ts'

type Members = Record<string, unknown>
interface Signature {
  protected: string
  header?: Members
  signature: string
}
interface Seal {
  payload: string
  signatures: Signature[]
}

/** The file with one change made to it, and nothing mended afterwards. */
export function changed(bytes: Uint8Array, change: (seal: Seal, first: Signature) => void): Buffer {
  const seal = JSON.parse(Buffer.from(bytes).toString()) as Seal
  const [first] = seal.signatures
  if (first !== undefined) change(seal, first)
  return Buffer.from(JSON.stringify(seal))
}

function changeHeader(signature: Signature, change: (header: Members) => void): void {
  const header = JSON.parse(Buffer.from(signature.protected, 'base64url').toString()) as Members
  change(header)
  signature.protected = Buffer.from(JSON.stringify(header)).toString('base64url')
}

function putCertificate(signature: Signature, { certificates }: Signer): void {
  const [leaf = new Uint8Array()] = certificates
  changeHeader(signature, (header) => {
    header['x5c'] = [Buffer.from(leaf).toString('base64')]
    header['x5t#S256'] = createHash('sha256').update(leaf).digest('base64url')
  })
}

function otherFirstByte(signature: string): string {
  const octets = Buffer.from(signature, 'base64url')
  octets[0] = (octets[0] ?? 0) ^ 1
  return octets.toString('base64url')
}

/** The rule of `iat` came on 2025-07-15; a seal from before it, and one from after. */
const before = new Date('2025-06-02T09:00:00Z')
export const today = new Date('2026-06-01T09:00:00Z')

interface Plan {
  readonly at?: Date
  readonly seal?: Signer
  readonly settings?: Partial<WriteSettings>
}

async function file({ at = today, seal, settings = {} }: Plan): Promise<Buffer> {
  const signer = seal ?? (await sealOf(authority, later(at, -10)))
  return Buffer.from(await sealedEdc(awardAt(at), signer, settingsAt(at, settings)))
}

export async function edcSeals(): Promise<readonly Exhibit[]> {
  const exhibits: Exhibit[] = []
  const world = await worldAt(later(today, 1))
  const show = (name: string, bytes: Uint8Array, more: Partial<Exhibit> = {}) => {
    const seal: SealClaim = { level: 'B', signingTime: 'iat', signedAt: today }
    exhibits.push({ name, kind: 'edc', bytes, world, seal, ...more })
  }
  const years = async (count: number, key = ecKey()) =>
    sealOf(authority, later(today, -10), { years: count, key })

  show('ES384, iat', await file({ seal: await years(3, ecKey('P-384')) }))
  for (const algorithm of ['RS256', 'PS256'] as const) {
    const rsa = await sealOf(authority, later(today, -10), { key: rsaKey(), algorithm })
    show(`${algorithm}, iat`, await file({ seal: rsa }))
  }
  // Each release of DSS accepts one of the two at its level: what is changed is put before both.
  for (const signingTime of ['iat', 'sigT'] as const) {
    const settings = { signingTime }
    const claim: SealClaim = { level: 'B', signingTime, signedAt: today }
    const old = { ...claim, signedAt: before }
    show(`${signingTime}, sealed before 2025-07-15`, await file({ at: before, settings }), {
      world: await worldAt(later(before, 1)),
      seal: old,
    })
    const seal = await years(3)
    const good = await file({ seal, settings })
    const showOne = (name: string, bytes: Uint8Array, fault?: Fault, at = world) =>
      show(`${signingTime}, ${name}`, bytes, {
        world: at,
        seal: claim,
        ...(fault === undefined ? {} : { fault }),
      })
    showOne('ES256', good)
    for (const [name, fault, change] of changes(await years(3)))
      showOne(name, changed(good, change), fault)
    const thief = memorySigner(ecKey(), { certificates: seal.certificates })
    showOne(
      'another key under its certificate',
      await file({ seal: thief, settings }),
      'certificate',
    )
    const impostor = await sealOf(await newAuthority(), later(today, -10))
    showOne('authority of the same name', await file({ seal: impostor, settings }), 'authority')
    const revokedAt = (days: number) =>
      worldAt(later(today, 1), { revoked: [{ serial: serialOf(seal), at: later(today, days) }] })
    showOne('certificate revoked before', good, 'certificate-revoked', await revokedAt(-1))
    showOne('certificate revoked since', good, 'certificate-revoked', await revokedAt(0.5))
    showOne(
      'certificate ended since',
      await file({ seal: await years(1), settings }),
      'certificate-expired',
      await worldAt(later(today, 800), { lists: [later(today, 300)] }),
    )
  }

  const seal = await years(3)
  const status = { ...settingsAt(today).status, index: entries.withdrawn }
  show('withdrawn by its issuer', await file({ seal, settings: { status } }), { fault: 'revoked' })
  show('past its end', await file({ seal: await years(10) }), {
    fault: 'expired',
    world: await worldAt(later(today, 6 * 365)),
  })
  const sealOver = async (content: Members) =>
    Buffer.from(await sealJades(JSON.stringify(content), seal, settingsAt(today)))
  const unsigned = await edc.build(awardAt(today), settingsAt(today))
  const { displayParameter: _, ...lacking } = unsigned.document as Members
  show('without its display', await sealOver(lacking), { fault: 'profile' })
  const mandate = { statement: 'Sealed for the awarding bodies, who answer for what it says.' }
  const mandated = await edc.build({ ...awardAt(today), mandate }, settingsAt(today))
  const asked = { profile: 'issued-by-mandate' } as const
  const content = mandated.document as Members
  show('by mandate', await sealOver(content), { asked })
  const { evidence: __, ...unfounded } = content
  show('by mandate, without its statement', await sealOver(unfounded), { asked, fault: 'profile' })
  return exhibits
}

/** What somebody may do to a file without the key; `other` has another certificate of the same name. */
function changes(
  other: Signer,
): readonly (readonly [name: string, fault: Fault, change: Parameters<typeof changed>[1]])[] {
  return [
    [
      'a fact changed',
      'content',
      (all) => {
        all.payload = all.payload.replace('Data ethics', 'Data theft!')
      },
    ],
    [
      'a blank added to the content',
      'content',
      (all) => {
        all.payload += ' '
      },
    ],
    [
      'another signing time',
      'header',
      (_, first) =>
        changeHeader(first, (header) => {
          if ('iat' in header) header['iat'] = Number(header['iat']) + 1
          else header['sigT'] = String(header['sigT']).replace(':00Z', ':01Z')
        }),
    ],
    [
      'a bit of the signature changed',
      'signature',
      (_, first) => {
        first.signature = otherFirstByte(first.signature)
      },
    ],
    [
      'certificate of another key of the same name',
      'certificate',
      (_, first) => putCertificate(first, other),
    ],
  ]
}
