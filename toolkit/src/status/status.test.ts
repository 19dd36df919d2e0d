import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type PrivateJwk, type PublicJwk, sign } from '#machine'
import { utf8 } from '../read/utf8.ts'
import { reference, unlessPresent } from '../reference.ts'
import { attempt, refuse } from '../refusal.ts'
import { sealDocument } from '../seal/data-integrity/index.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import type { Signer } from '../seal/signer.ts'
import { bitstringCredential, bitstringOf, decodeBitstring, encodeBitstring } from './bitstring.ts'
import { readStatusList, type StatusAnswer } from './read.ts'
import {
  isReserved,
  newStatusTable,
  readStatusTable,
  reserve,
  restore,
  revoke,
  type StatusTable,
  statusOf,
  statusTableJson,
  type StatusWord,
  suspend,
} from './table.ts'
import { issueStatusToken, readTokenList, tokenValue } from './token.ts'

const size = 131_072
const at = new Date('2026-06-01T12:00:00Z')
const decision = { by: 'registrar', at }

async function codeOf(step: () => unknown): Promise<string> {
  const answer = await attempt(step)
  return answer.ok ? 'accepted' : (answer.refusals[0]?.code ?? '')
}

function newSigner(): Signer {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const privateKey = pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
  return {
    algorithm: 'ES256',
    publicKey: pair.publicKey.export({ format: 'jwk' }) as unknown as PublicJwk,
    verificationMethod: 'did:web:uni.example#seal-1',
    certificates: [],
    sign: (data) => sign('ES256', privateKey, data),
  }
}

/** What both published lists say of an entry, read back from their files. */
async function published(
  table: StatusTable,
): Promise<(index: number) => Record<string, StatusAnswer>> {
  const validUntil = new Date('2026-07-01T00:00:00Z')
  const lists = await Promise.all(
    (['revocation', 'suspension'] as const).map(async (purpose) => {
      const url = `https://uni.example/${purpose}`
      const settings = { url, issuer: 'did:web:uni.example', purpose, validFrom: at, validUntil }
      return readStatusList(utf8(JSON.stringify(await bitstringCredential(table, settings))))
    }),
  )
  const url = 'https://uni.example/token'
  const token = await readStatusList(
    utf8(await issueStatusToken(table, newSigner(), { url, now: at, validUntil })),
  )
  return (index) => ({
    revocation: lists[0]?.entry(index, 'revocation') ?? 'set',
    suspension: lists[1]?.entry(index, 'suspension') ?? 'set',
    token: token.entry(index, 'revocation'),
  })
}

describe('the status table', () => {
  it('reserves entries at random and never twice', async () => {
    const first = reserve(newStatusTable(), 2000, randomBytes)
    const second = reserve(first.table, 2000, randomBytes)
    const all = [...first.indexes, ...second.indexes]
    assert.equal(new Set(all).size, 4000)
    assert.ok(all.every((index) => isReserved(second.table, index)))
    // Spread over the whole list: no eighth is empty or holds a third.
    const eighths = Array.from(
      { length: 8 },
      (_, part) => all.filter((index) => Math.floor(index / (size / 8)) === part).length,
    )
    assert.ok(Math.min(...eighths) > 300 && Math.max(...eighths) < 700, eighths.join())
    assert.notDeepEqual(
      first.indexes,
      first.indexes.toSorted((a, b) => a - b),
    )
  })

  it('can be filled to the last entry, and then refuses', async () => {
    // All but three entries are taken.
    const reserved = new Uint8Array(size / 8).fill(0xff)
    for (const index of [7, 4096, size - 1]) reserved[index >> 3] = 0xff & ~(1 << (index & 7))
    const last = reserve({ ...newStatusTable(), reserved }, 3, randomBytes)
    assert.deepEqual(
      last.indexes.toSorted((a, b) => a - b),
      [7, 4096, size - 1],
    )
    assert.equal(await codeOf(() => reserve(last.table, 1, randomBytes)), 'status.full')
  })

  it('never takes a revocation back', async () => {
    const { table, indexes } = reserve(newStatusTable(), 1, randomBytes)
    const index = indexes[0] ?? -1
    const revoked = revoke(table, index, { ...decision, reason: 'issued in error' })
    assert.equal(statusOf(revoked, index), 'revoked')
    assert.equal(statusOf(table, index), 'valid')
    for (const step of [revoke, suspend, restore]) {
      assert.equal(await codeOf(() => step(revoked, index, decision)), 'status.revoked-is-final')
    }
  })

  it('knows nothing of entries no credential has', async () => {
    assert.equal(await codeOf(() => statusOf(newStatusTable(), 5)), 'status.not-reserved')
    assert.equal(await codeOf(() => revoke(newStatusTable(), 5, decision)), 'status.not-reserved')
    assert.equal(await codeOf(() => newStatusTable(1024)), 'status.too-short')
  })

  it('is not read from a file that tells what cannot be', async () => {
    const { table, indexes } = reserve(newStatusTable(), 1, randomBytes)
    const index = indexes[0] ?? -1
    const file = statusTableJson(revoke(table, index, decision))
    const restored = { index, status: 'valid', at: at.toISOString(), by: 'x' }
    const back = { ...file, changes: [...(file['changes'] as object[]), restored] }
    assert.equal(await codeOf(() => readStatusTable(JSON.stringify(back))), 'status.table')
    assert.equal(
      await codeOf(() => readStatusTable(JSON.stringify({ ...file, reserved: '' }))),
      'status.table',
    )
    assert.equal(await codeOf(() => readStatusTable('{}')), 'status.table')
  })

  it('whatever is decided, a simple model, the file and both published lists agree', async () => {
    const step = fc.tuple(
      fc.constantFrom('reserve', 'revoke', 'suspend', 'restore'),
      fc.nat({ max: 9 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        let table = newStatusTable()
        const indexes: number[] = []
        const model = new Map<number, StatusWord>()
        for (const [name, which] of steps) {
          if (name === 'reserve') {
            const next = reserve(table, 1, randomBytes)
            table = next.table
            indexes.push(...next.indexes)
            for (const index of next.indexes) model.set(index, 'valid')
            continue
          }
          const index = indexes[which % Math.max(indexes.length, 1)] ?? 0
          const before = model.get(index)
          const allowed = {
            revoke: ['valid', 'suspended'],
            suspend: ['valid'],
            restore: ['suspended'],
          } as const
          const after = { revoke: 'revoked', suspend: 'suspended', restore: 'valid' } as const
          const act = { revoke, suspend, restore }[name as 'revoke']
          const answer = await attempt(() => act(table, index, decision))
          const may = (allowed[name as 'revoke'] as readonly (StatusWord | undefined)[]).includes(
            before,
          )
          assert.equal(answer.ok, may)
          if (answer.ok) {
            table = answer.value
            model.set(index, after[name as 'revoke'])
          }
        }
        const again = readStatusTable(JSON.stringify(statusTableJson(table)))
        assert.deepEqual(statusTableJson(again), statusTableJson(table))
        const says = await published(again)
        for (const [index, status] of model) {
          assert.equal(statusOf(again, index), status)
          assert.deepEqual(says(index), {
            revocation: status === 'revoked' ? 'set' : 'not-set',
            suspension: status === 'suspended' ? 'suspended' : 'not-set',
            token: { valid: 'not-set', revoked: 'set', suspended: 'suspended' }[status],
          })
        }
        assert.equal(bitstringOf(again, 'revocation').length, size / 8)
      }),
      { numRuns: 8 },
    )
  })
})

describe('a published list', () => {
  it('says nothing of an entry outside it, another purpose or a broken index', async () => {
    const { table } = reserve(newStatusTable(), 1, randomBytes)
    const validUntil = new Date('2026-07-01T00:00:00Z')
    const settings = {
      url: 'https://uni.example/r',
      issuer: 'did:web:uni.example',
      validFrom: at,
      validUntil,
    }
    const document = await bitstringCredential(table, { ...settings, purpose: 'revocation' })
    const list = await readStatusList(utf8(JSON.stringify(document)))
    assert.equal(await codeOf(() => list.entry(size, 'revocation')), 'status.index-out-of-range')
    assert.equal(await codeOf(() => list.entry(-1, 'revocation')), 'status.index')
    assert.equal(await codeOf(() => list.entry(1.5, 'revocation')), 'status.index')
    assert.equal(await codeOf(() => list.entry(0, 'suspension')), 'status.wrong-purpose')
    assert.equal(await codeOf(() => list.entry(0, 'revocation', 2)), 'status.too-short')
    assert.deepEqual(list.validUntil, validUntil)
    const token = await readStatusList(
      utf8(
        await issueStatusToken(table, newSigner(), {
          url: 'https://uni.example/t',
          now: at,
          validUntil,
        }),
      ),
    )
    assert.equal(await codeOf(() => token.entry(size, 'revocation')), 'status.index-out-of-range')
  })

  it('of the IETF form is signed by the issuer’s key', async () => {
    const signer = newSigner()
    const settings = {
      url: 'https://uni.example/t',
      now: at,
      validUntil: new Date('2026-07-01T00:00:00Z'),
    }
    const list = await readStatusList(
      utf8(await issueStatusToken(newStatusTable(), signer, settings)),
    )
    assert.deepEqual(await list.proofs[0]?.verify(signer.publicKey), { holds: true })
    assert.equal((await list.proofs[0]?.verify(newSigner().publicKey))?.holds, false)
    assert.deepEqual(list.proofs[0]?.key, { kind: 'method', url: 'did:web:uni.example#seal-1' })
  })

  it('of the W3C form is signed like any credential', async () => {
    const pair = generateKeyPairSync('ed25519')
    const signer = memorySigner(
      pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk,
      {
        verificationMethod: 'did:web:uni.example#proof-1',
      },
    )
    const { table, indexes } = reserve(newStatusTable(), 1, randomBytes)
    const index = indexes[0] ?? -1
    const document = await bitstringCredential(revoke(table, index, decision), {
      url: 'https://uni.example/r',
      issuer: 'did:web:uni.example',
      purpose: 'revocation',
      validFrom: at,
      validUntil: new Date('2026-07-01T00:00:00Z'),
    })
    const sealed = await sealDocument(document, signer, { created: at })
    const list = await readStatusList(utf8(JSON.stringify(sealed)))
    assert.equal(list.proofs.length, 1)
    assert.deepEqual(await list.proofs[0]?.verify(signer.publicKey), { holds: true })
    assert.equal(list.entry(index, 'revocation'), 'set')
    const moved = { ...sealed, id: 'https://uni.example/other' }
    const other = await readStatusList(utf8(JSON.stringify(moved)))
    assert.equal((await other.proofs[0]?.verify(signer.publicKey))?.holds, false)
  })

  it('is inflated as it was deflated, whatever its bits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16_384, maxLength: 16_500 }), async (bits) => {
        assert.deepEqual(new Uint8Array(await decodeBitstring(await encodeBitstring(bits))), bits)
      }),
      { numRuns: 8 },
    )
  })
})

describe(
  'the vectors of the IETF draft',
  { skip: unlessPresent('oid4/status-list/status-list-vectors.json') },
  () => {
    it('are read entry by entry', async () => {
      const file = JSON.parse(
        readFileSync(reference('oid4/status-list/status-list-vectors.json'), 'utf8'),
      )
      let entries = 0
      for (const { bits, lst, non_zero: set, bytes } of file.vectors) {
        const list = await readTokenList({ bits, lst })
        assert.equal(list.bytes.length, bytes)
        for (let index = 0; index < (bytes * 8) / bits; index++) {
          if (tokenValue(list, index) !== (set[index] ?? 0)) assert.fail(`entry ${index}`)
          entries++
        }
      }
      assert.ok(entries > 1_000_000)
    })
  },
)

function read(name: string): string {
  return readFileSync(reference(`security/own/${name}`), 'utf8')
}

interface Vector {
  readonly id: string
  readonly file: string
  readonly context: { readonly index: unknown; readonly purpose: string; readonly listUrl: string }
  readonly expect: { readonly verdict: string }
}

describe('the attacks on status lists', { skip: unlessPresent('security/own/status.json') }, () => {
  it('never make a credential look not revoked', async () => {
    const keys: PublicJwk[] = JSON.parse(read('trust.json')).issuers[0].keys
    const vectors = JSON.parse(read('status.json')) as Vector[]
    let decided = 0
    for (const { id, file, context, expect } of vectors) {
      // A small stand-in for the verifier: one issuer, one address, one clock.
      const answer = await attempt(async () => {
        const list = await readStatusList(utf8(read(file)))
        const genuine = await Promise.all(
          keys.map(async (key) => (await list.proofs[0]?.verify(key))?.holds),
        )
        if (!genuine.includes(true) || list.id !== context.listUrl)
          return refuse('test', '', 'not its own')
        if (list.validUntil !== undefined && list.validUntil <= at)
          return refuse('test', '', 'out of date')
        return list.entry(context.index as number, context.purpose)
      })
      const said = answer.ok ? answer.value : 'unknown'
      if (expect.verdict !== 'any') assert.equal(said, expect.verdict, id)
      if (answer.ok) decided++
    }
    assert.equal(vectors.length, 43)
    assert.ok(decided >= 6)
  })
})
