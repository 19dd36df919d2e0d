// Secrets of learners, the key of the house, and the audit.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { record, verifyAudit } from './audit.ts'
import { NotOurs, open, seal } from './envelope.ts'
import { rewrapEverything } from './rewrap.ts'
import { destroySecret, Erased, openSecret, secretOfLearner } from './secret.ts'
import { freshStore, noPostgres } from './test-store.ts'
import { houseSecret, keysOfFolder, openVault, openVaultOf, readKeys } from './vault.ts'

const random = (length: number) => new Uint8Array(randomBytes(length))
const house = 'valdeserena'

describe('an envelope', () => {
  const key = random(32)

  it('opens at its own place with its own key, and nowhere else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.string(), (plain, a, b) => {
        const sealed = seal(key, plain, a, random)
        assert.deepEqual(new Uint8Array(open(key, sealed, a)), plain)
        if (a !== b) assert.throws(() => open(key, sealed, b), NotOurs)
        assert.throws(() => open(random(32), sealed, a), NotOurs)
      }),
      { numRuns: 50 },
    )
  })

  it('does not open with any bit changed, cut off or added', () => {
    const sealed = seal(key, Buffer.from('Núria'), 'a', random)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.throws(() => open(key, changed, 'a'), NotOurs)
    }
    for (let length = 0; length < sealed.length; length++)
      assert.throws(() => open(key, sealed.subarray(0, length), 'a'), NotOurs)
    assert.throws(() => open(key, Buffer.concat([sealed, random(1)]), 'a'), NotOurs)
  })
})

describe('the key of the house', () => {
  it('is made once in the folder, for the owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-key-'))
    try {
      const [made] = keysOfFolder(folder, random)
      assert.deepEqual(keysOfFolder(folder, random)[0], made)
      assert.equal(statSync(join(folder, 'house.key')).mode & 0o077, 0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is 32 bytes in base64url, and nothing like it', () => {
    const good = Buffer.from(random(32)).toString('base64url')
    assert.equal(readKeys(`${good}, ${good}=`).length, 2)
    for (const bad of ['', 'x', `${good}A`, good.slice(1), `${good},`, good.replace(/.$/, '!')])
      assert.throws(() => readKeys(bad), /TESSERA_KEY/, bad)
  })

  it('wraps with the first and unwraps with all that are given', () => {
    const [a, b] = [random(32), random(32)]
    const wrapped = openVault([a], random).wrap(Buffer.from('x'), 'p')
    const both = openVault([b, a], random)
    assert.equal(Buffer.from(both.unwrap(wrapped, 'p')).toString(), 'x')
    assert.equal(both.isCurrent(wrapped), false)
    assert.equal(both.isCurrent(both.wrap(Buffer.from('x'), 'p')), true)
    assert.throws(() => openVault([b], random).unwrap(wrapped, 'p'), NotOurs)
    assert.throws(() => both.unwrap(wrapped, 'q'), NotOurs)
  })
})

describe('what is kept of learners', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const keys = { old: random(32), new: random(32) }
  const hands = async (...which: readonly (keyof typeof keys)[]) => {
    const [first = 'old', ...more] = which
    const vault = await openVaultOf(
      fresh.store,
      [keys[first], ...more.map((word) => keys[word])],
      random,
    )
    return { vault, random, store: fresh.store, clock: { now: () => new Date('2026-03-02') } }
  }

  it('has one secret a learner, found again, also by two at once', async () => {
    await fresh.store.atTheDoor((tx) =>
      tx.insertInto('alliance').values({ id: 'mosaica', name: '{}' }).execute(),
    )
    await fresh.store.asOrganisation(house, (tx) =>
      tx
        .insertInto('organisation')
        .values({ id: house, alliance_id: 'mosaica', profile: '{}', issuer: '{}' })
        .execute(),
    )
    const given = await hands('old')
    const ids = await Promise.all(
      [1, 2, 3, 4].map(() =>
        fresh.store.asOrganisation(house, async (tx) => {
          const secret = await secretOfLearner(given, tx, house, 'student number|1')
          return secret.id
        }),
      ),
    )
    assert.equal(new Set(ids).size, 1)
    const stored = await fresh.store.asOrganisation(house, (tx) =>
      tx.selectFrom('secret').selectAll().execute(),
    )
    assert.equal(JSON.stringify(stored).includes('student number'), false)
  })

  it('opens with a new key of the house, and without the old one after rewrapping', async () => {
    const learner = 'student number|2'
    const before = await hands('old')
    const { id, sealed } = await fresh.store.asOrganisation(house, async (tx) => {
      const secret = await secretOfLearner(before, tx, house, learner)
      return { id: secret.id, sealed: secret.seal(Buffer.from('Léa'), 'result', 'content', 'r') }
    })
    const both = await hands('new', 'old')
    assert.ok((await rewrapEverything(both)) > 0)
    assert.equal(await rewrapEverything(both), 0)
    const after = await hands('new')
    const again = await fresh.store.asOrganisation(house, (tx) =>
      secretOfLearner(after, tx, house, learner),
    )
    assert.equal(again.id, id)
    assert.equal(Buffer.from(again.open(sealed, 'result', 'content', 'r')).toString(), 'Léa')
    assert.throws(() => again.open(sealed, 'result', 'content', 'other'), NotOurs)
  })

  it('is gone for ever when the secret is destroyed; the learner may come again as somebody new', async () => {
    const given = await hands('new')
    const learner = 'student number|3'
    const make = () =>
      fresh.store.asOrganisation(house, (tx) => secretOfLearner(given, tx, house, learner))
    const { id } = await make()
    await fresh.store.asOrganisation(house, (tx) => destroySecret(tx, house, id, given.clock.now()))
    await assert.rejects(
      fresh.store.asOrganisation(house, (tx) => openSecret(given, tx, house, id)),
      Erased,
    )
    await assert.rejects(
      fresh.store.asOrganisation(house, (tx) =>
        tx
          .updateTable('secret')
          .set({ wrapped: random(60), destroyed_at: null })
          .where('id', '=', id)
          .execute(),
      ),
      /never changed/,
    )
    assert.notEqual((await make()).id, id)
  })

  it('has secrets of the house that two servers make as one', async () => {
    const { vault } = await hands('new')
    const all = await Promise.all(
      [1, 2, 3].map(() => houseSecret(fresh.store, vault, random, 'keys')),
    )
    assert.equal(new Set(all.map((bytes) => Buffer.from(bytes).toString('hex'))).size, 1)
  })

  it('binds every line of the audit to the one before, also when many write at once', async () => {
    const given = await hands('new')
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        fresh.store.asOrganisation(house, (tx) =>
          record(given, tx, house, {
            actor: 'house',
            action: 'award sealed',
            subject: `award:${i}`,
            details: { format: 'edc', index: i },
          }),
        ),
      ),
    )
    const verdict = await fresh.store.asOrganisation(house, (tx) => verifyAudit(tx, house))
    assert.ok(verdict.whole)
    assert.equal(verdict.head.sequence, 20)
    const later = await fresh.store.asOrganisation(house, (tx) =>
      verifyAudit(tx, house, { sequence: 21, hash: '' }),
    )
    assert.deepEqual(later, {
      whole: false,
      brokenAt: 21,
      sentence: 'The audit ends at line 20; it had 21.',
    })
  })

  it('shows a line that was changed, taken out or put in, by whoever owns the tables', async () => {
    const tamper = async (statement: string, say: RegExp) => {
      await fresh.owner.query('begin')
      await fresh.owner.query("select set_config('tessera.organisation', $1, true)", [house])
      await fresh.owner.query('alter table audit disable trigger user')
      await fresh.owner.query(statement)
      await fresh.owner.query('alter table audit enable trigger user')
      await fresh.owner.query('commit')
      const verdict = await fresh.store.asOrganisation(house, (tx) => verifyAudit(tx, house))
      assert.equal(verdict.whole, false)
      assert.match(verdict.whole ? '' : verdict.sentence, say)
    }
    await tamper(`update audit set actor = 'nobody' where sequence = 20`, /Line 20 .* changed/)
    await tamper(`delete from audit where sequence = 19`, /Line 19 .* missing/)
    await tamper(`update audit set at = at + interval '1 ms' where sequence = 5`, /Line 5 /)
    await tamper(`update audit set details = '{"index": 9}' where sequence = 2`, /Line 2 /)
  })
})
