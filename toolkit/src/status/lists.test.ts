// What a status list may look like, in both standards, and what is none.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import type { JsonObject } from '../canonical-json.ts'
import { base64url } from '../read/base64.ts'
import { utf8 } from '../read/utf8.ts'
import { attempt } from '../refusal.ts'
import { signCompact } from '../seal/jose/compact.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { bitstringCredential, decodeBitstring, encodeBitstring } from './bitstring.ts'
import { readStatusList } from './read.ts'
import {
  newStatusTable,
  readStatusTable,
  reserve,
  revoke,
  statusTableJson,
  suspend,
} from './table.ts'
import { encodeTokenList, issueStatusToken, readTokenList } from './token.ts'

const at = new Date('2026-06-01T12:00:00Z')
const validUntil = new Date('2026-07-01T00:00:00Z')
const seconds = at.getTime() / 1000
const signer = memorySigner(await generateKeyPair('P-256'))

async function codeOf(step: () => unknown): Promise<string> {
  const answer = await attempt(step)
  return answer.ok ? 'accepted' : (answer.refusals[0]?.code ?? '')
}

const credential = await bitstringCredential(newStatusTable(), {
  url: 'https://uni.example/r',
  issuer: 'did:web:uni.example',
  purpose: 'revocation',
  validFrom: at,
  validUntil,
  ttlSeconds: 600,
})
const subject = credential['credentialSubject'] as JsonObject

function read(document: JsonObject) {
  return readStatusList(utf8(JSON.stringify(document)))
}

describe('a W3C status list', () => {
  it('counts its time to live in milliseconds', async () => {
    assert.equal(subject['ttl'], 600_000)
    assert.equal((await read(credential)).ttlSeconds, 600)
  })

  it('may name its issuer by an object, and leave out its address and its dates', async () => {
    const { id: _, validFrom: __, validUntil: ___, ...bare } = credential
    const list = await read({ ...bare, issuer: { id: 'did:web:uni.example' } })
    assert.equal(list.issuer, 'did:web:uni.example')
    assert.deepEqual([list.id, list.validFrom, list.validUntil], [undefined, undefined, undefined])
  })

  it('may be wrapped as the Data Model wraps tokens', async () => {
    const kid = 'did:web:uni.example#seal-1'
    const token = await signCompact({ typ: 'vc+jwt', kid }, credential, signer)
    const wrapped = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    }
    const list = await read(wrapped)
    assert.equal(list.kind, 'bitstring')
    assert.deepEqual(await list.proofs[0]?.verify(signer.publicKey), { holds: true })
    assert.equal(await codeOf(() => read({ ...wrapped, id: 'urn:x' })), 'status.not-a-list')
    const { id: _, ...nameless } = wrapped
    assert.equal(await codeOf(() => read(nameless)), 'status.not-a-list')
  })

  it('is none without issuer, purpose or bits, or with a time to live that is no time', async () => {
    const { issuer: _, ...nobody } = credential
    assert.equal(await codeOf(() => read(nobody)), 'status.not-a-list')
    const parts: readonly JsonObject[] = [
      { statusPurpose: [] },
      { statusPurpose: [7] },
      { encodedList: 7 },
      { ttl: '600000' },
      { ttl: -1 },
      { ttl: 0.5 },
      { type: 'List' },
    ]
    for (const part of parts) {
      const other = { ...credential, credentialSubject: { ...subject, ...part } }
      assert.equal(await codeOf(() => read(other)), 'status.not-a-list', JSON.stringify(part))
    }
  })

  it('is as long as it must be, and not longer than can be', async () => {
    assert.equal(await codeOf(() => encodeBitstring(new Uint8Array(100))), 'status.too-short')
    assert.equal(await codeOf(() => decodeBitstring('u'.repeat(5 * 2 ** 20))), 'status.encoding')
    assert.equal(await codeOf(() => readStatusList(new Uint8Array(5 * 2 ** 20))), 'status.too-long')
  })
})

const url = 'https://uni.example/t'
const lst = await encodeTokenList(Uint8Array.of(0b11_10_01_00))
const claims: JsonObject = { sub: url, iat: seconds, status_list: { bits: 2, lst } }

async function readClaims(over: { readonly [name: string]: unknown } = {}) {
  const plain = JSON.parse(JSON.stringify({ ...claims, ...over })) as JsonObject
  return readStatusList(utf8(await signCompact({ typ: 'statuslist+jwt' }, plain, signer)))
}

describe('an IETF status list', () => {
  it('may have no end, and knows four values of which one is not known here', async () => {
    const list = await readClaims()
    assert.equal(list.validUntil, undefined)
    assert.deepEqual(
      [0, 1, 2].map((index) => list.entry(index, 'revocation')),
      ['not-set', 'set', 'suspended'],
    )
    assert.equal(await codeOf(() => list.entry(3, 'revocation')), 'status.value')
  })

  it('is none without address, time or list, or with a time to live that is no time', async () => {
    for (const over of [
      { sub: undefined },
      { iat: undefined },
      { iss: 7 },
      { ttl: 0 },
      { ttl: '60' },
      { status_list: undefined },
      { status_list: { bits: 2 } },
    ])
      assert.equal(await codeOf(() => readClaims(over)), 'status.not-a-list', JSON.stringify(over))
    const long = { bits: 1, lst: 'a'.repeat(5 * 2 ** 20) }
    assert.equal(await codeOf(() => readTokenList(long)), 'status.encoding')
    assert.equal(await codeOf(() => readTokenList({ bits: 3, lst })), 'status.bits')
  })

  it('is issued with its time to live, its issuer and the certificates of the key', async () => {
    const certificate = Uint8Array.of(0x30, 0)
    const settings = { url, now: at, validUntil, ttlSeconds: 600, issuer: 'https://uni.example' }
    const sealed = { ...signer, certificates: [certificate] }
    const list = await readStatusList(
      utf8(await issueStatusToken(newStatusTable(), sealed, settings)),
    )
    assert.equal(list.ttlSeconds, 600)
    assert.equal(list.issuer, 'https://uni.example')
    assert.deepEqual(list.proofs[0]?.key, { kind: 'certificates', chain: [certificate] })
    const nameless = await issueStatusToken(newStatusTable(), signer, { url, now: at, validUntil })
    assert.deepEqual((await readStatusList(utf8(nameless))).proofs[0]?.key, { kind: 'issuer' })
  })
})

describe('the table of an issuer', () => {
  it('suspends once', async () => {
    const { table, indexes } = reserve(newStatusTable(), 1, randomBytes)
    const index = indexes[0] ?? -1
    const suspended = suspend(table, index, { by: 'registrar', at })
    const again = await codeOf(() => suspend(suspended, index, { by: 'registrar', at }))
    assert.equal(again, 'status.already-suspended')
  })

  it('keeps the reason of a decision', () => {
    const { table, indexes } = reserve(newStatusTable(), 1, randomBytes)
    const index = indexes[0] ?? -1
    const decision = { by: 'registrar', at, reason: 'issued in error' }
    const file = statusTableJson(revoke(table, index, decision))
    const again = readStatusTable(JSON.stringify(file))
    assert.deepEqual(again.changes.get(index), [{ status: 'revoked', ...decision }])
    assert.equal(file['reserved'], base64url(table.reserved))
  })
})
