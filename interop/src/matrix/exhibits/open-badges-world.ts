// An invented university that issues Open Badges, and the web around it.

import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import type { JsonObject } from 'tessera/read/json'
import { sealDocument } from 'tessera/seal/data-integrity/index'
import { bitstringCredential } from 'tessera/status/bitstring'
import { newStatusTable, reserve, revoke } from 'tessera/status/table'
import { didDocument } from '../../open-badges-peers.ts'

export const did = 'did:web:credentials.arrabida.example'
export const keys = sampleKeys()
export const document = didDocument(did, keys)
export const documentAddress = 'https://credentials.arrabida.example/.well-known/did.json'

const now = new Date('2026-07-01T10:00:00Z')
let turn = 0
const random = (length: number) =>
  Uint8Array.from({ length }, () => (turn = (turn * 73 + 41) % 251))
const reserved = reserve(newStatusTable(), 2, random)
const [standing = 0, withdrawn = 0] = reserved.indexes
export const entries = { standing, withdrawn } as const
const table = revoke(reserved.table, withdrawn, { by: 'registrar', at: now })

/** A badge in every form, its bit at that place of the status list. */
export async function issueBadge(index: number, change: Parameters<typeof award>[0] = {}) {
  const settings = { ...sampleSettings(), status: { ...sampleSettings().status, index } }
  const unsigned = await openBadges.build(award(change), settings)
  const artefacts = await openBadges.seal(unsigned, keys, settings)
  const bytes = (extension: string) =>
    artefacts.find((one) => one.extension === extension)?.bytes ?? new Uint8Array()
  const text = (extension: string) => new TextDecoder().decode(bytes(extension))
  return { bytes, text, credential: JSON.parse(text('json')) as Record<string, unknown> }
}

function award(change: Partial<ReturnType<typeof sampleAward>>): ReturnType<typeof sampleAward> {
  return { ...sampleAward(), ...change }
}

/** What the university serves, by address. */
export async function servedPages(): Promise<ReadonlyMap<string, JsonObject>> {
  return new Map<string, JsonObject>([
    [documentAddress, document],
    await statusList('revocation'),
    await statusList('suspension'),
  ])
}

async function statusList(purpose: 'revocation' | 'suspension') {
  const url = `https://credentials.arrabida.example/status/a/${purpose}`
  const list = await bitstringCredential(table, {
    url,
    issuer: did,
    purpose,
    validFrom: now,
    validUntil: new Date('2040-01-01T00:00:00Z'),
  })
  return [url, await sealDocument(list, keys.proof, { created: now })] as const
}
