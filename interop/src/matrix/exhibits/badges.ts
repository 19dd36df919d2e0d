// Open Badges in every form they are issued in, and as somebody may have changed them.

import { sealDocument } from 'tessera/seal/data-integrity/index'
import { generateKeyPair } from 'tessera/seal/keys/generate'
import { memorySigner } from 'tessera/seal/keys/memory'
import type { Exhibit, Fault, Kind, World } from '../judge.ts'
import { did, entries, issueBadge, keys, servedPages } from './open-badges-world.ts'

type Members = Record<string, unknown>

async function worldNow(): Promise<World> {
  const pages = await servedPages()
  return {
    now: new Date(),
    anchors: [],
    revocationLists: [],
    trust: [
      {
        name: 'Interop',
        anchors: [],
        issuers: [{ id: did, name: 'University of Arrábida', alsoKnownAs: [], keys: [] }],
        revocationLists: [],
      },
    ],
    resolver: {
      get: async (url) => {
        const page = pages.get(url)
        return page === undefined ? undefined : { bytes: Buffer.from(JSON.stringify(page)) }
      },
    },
  }
}

/** Some judges go by the clock of the machine alone: the badges are in force now. */
export async function badges(): Promise<readonly Exhibit[]> {
  const world = await worldNow()
  const exhibits: Exhibit[] = []
  const show = (name: string, kind: Kind, bytes: Uint8Array, fault?: Fault) =>
    exhibits.push({ name, kind, bytes, world, ...(fault === undefined ? {} : { fault }) })
  const showJson = (name: string, credential: unknown, fault?: Fault) =>
    show(`JSON, ${name}`, 'badge-json', Buffer.from(JSON.stringify(credential)), fault)

  const good = await issueBadge(entries.standing)
  const { credential } = good
  showJson('as issued', credential)
  const changed = (path: readonly string[], value: unknown) => {
    const copy = structuredClone(credential)
    const holder = path.slice(0, -1).reduce((held, name) => held[name] as Members, copy)
    holder[path.at(-1) ?? ''] = value
    return copy
  }
  const status = 'https://www.w3.org/2018/credentials#credentialStatus'
  showJson('its name changed', changed(['name'], 'Another'), 'content')
  showJson('its end changed', changed(['validUntil'], '2050-07-01T10:00:00Z'), 'content')
  showJson('credits changed', changed(['credentialSubject', 'creditsEarned'], 30), 'content')
  showJson(
    'another learner',
    changed(['credentialSubject', 'identifier', '0', 'identityHash'], 'Somebody Else'),
    'content',
  )
  showJson('another status entry', changed([status, 'statusListIndex'], '1'), 'content')
  const proof = credential['proof'] as { proofValue: string }
  const value = proof.proofValue.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
  showJson(
    'its signature changed',
    { ...credential, proof: { ...proof, proofValue: value } },
    'signature',
  )
  const { proof: _, ...unsigned } = credential
  const thief = memorySigner(await generateKeyPair('Ed25519'), {
    verificationMethod: `${did}#proof-1`,
  })
  const created = new Date('2026-07-01T10:00:00Z')
  showJson(
    'sealed by a stranger in its name',
    await sealDocument(unsigned as never, thief, { created }),
    'signature',
  )
  showJson('withdrawn', (await issueBadge(entries.withdrawn)).credential, 'revoked')
  const short = { expiresAt: '2026-07-02T10:00:00Z' }
  showJson('past its end', (await issueBadge(entries.standing, short)).credential, 'expired')
  const bare = structuredClone(unsigned) as { credentialSubject: { achievement: Members } }
  delete bare.credentialSubject.achievement['criteria']
  showJson(
    'sealed without criteria',
    await sealDocument(bare as never, keys.proof, { created }),
    'profile',
  )

  show('token', 'badge-token', good.bytes('jwt'))
  const [head, body = '', seal = ''] = good.text('jwt').split('.')
  const payload = Buffer.from(body, 'base64url').toString()
  const more = payload.replace('"creditsEarned":3', '"creditsEarned":30')
  const richer = [head, Buffer.from(more).toString('base64url'), seal].join('.')
  show('token, credits changed', 'badge-token', Buffer.from(richer), 'content')
  const octets = Buffer.from(seal, 'base64url')
  octets[0] = (octets[0] ?? 0) ^ 1
  const other = [head, body, octets.toString('base64url')].join('.')
  show('token, a bit of the signature changed', 'badge-token', Buffer.from(other), 'signature')

  const png = Buffer.from(good.bytes('png'))
  show('PNG', 'badge-png', png)
  const middle = Buffer.from(png)
  const pixels = png.indexOf('IDAT') + 12
  middle[pixels] = (middle[pixels] ?? 0) ^ 1
  show('PNG, a bit of the picture changed', 'badge-png', middle, 'container')
  const svg = good.text('svg')
  show('SVG', 'badge-svg', Buffer.from(svg))
  show('SVG, cut off', 'badge-svg', Buffer.from(svg.slice(0, -8)), 'container')
  return exhibits
}
