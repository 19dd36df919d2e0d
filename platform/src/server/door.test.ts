// Doors open to whoever holds the secret, as long as they stand open.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, testHouse, type TestHouse } from '../test-house.ts'
import { closeDoor, closeDoorsTo, doorBehind, type DoorKind, hangDoor } from './door.ts'
import { noteWrongTry, triesAllowed } from './door.ts'

const subject = '11111111-1111-4111-8111-111111111111'

describe('a door', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  before(async () => {
    house = testHouse(fresh.store)
    await makeOrganisations(fresh.store, 'north')
  })
  const hang = (kind: DoorKind, expiresAt?: Date) =>
    fresh.store.atTheDoor((tx) =>
      hangDoor(tx, house, { kind, organisation: 'north', subject, expiresAt }),
    )
  const open = (kind: DoorKind, secret: string) =>
    fresh.store.atTheDoor((tx) => doorBehind(tx, house, kind, secret))

  it('says where to look and for what', async () => {
    const door = await open('claim', await hang('claim'))
    assert.equal(door?.organisation, 'north')
    assert.equal(door?.subject, subject)
  })

  it('opens only what it is for', async () => {
    assert.equal(await open('share', await hang('claim')), undefined)
  })

  it('keeps nothing that opens it', async () => {
    const secret = await hang('api')
    assert.match(secret, /^tessera_/)
    const { rows } = await fresh.owner.query('select door::text from door')
    assert.ok(!JSON.stringify(rows).includes(secret.slice(8)))
  })

  it('of a code on paper opens however it is typed', async () => {
    const code = await hang('paper')
    assert.match(code, /^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    assert.ok(await open('paper', ` ${typed} `))
  })

  it('is shut for ever once it is closed or its time is over', async () => {
    const soon = new Date(house.clock.now().getTime() + 1000)
    const [closed, over] = [await hang('share'), await hang('share', soon)]
    const door = await open('share', closed)
    assert.ok(door)
    await fresh.store.atTheDoor(async (tx) => {
      assert.equal(await closeDoor(tx, house, door), true)
      assert.equal(await closeDoor(tx, house, door), false, 'the second comes too late')
    })
    assert.ok(await open('share', over))
    house.wind(1000)
    assert.equal(await open('share', closed), undefined)
    assert.equal(await open('share', over), undefined)
  })

  it('wears out by wrong tries', async () => {
    const secret = await hang('claim')
    for (let left = triesAllowed - 1; left >= 0; left -= 1) {
      const door = await open('claim', secret)
      assert.ok(door)
      assert.equal(await fresh.store.atTheDoor((tx) => noteWrongTry(tx, door)), left)
    }
    assert.equal(await open('claim', secret), undefined)
  })

  it('closes with all others to the same thing', async () => {
    const secrets = [await hang('share'), await hang('share')]
    await fresh.store.atTheDoor((tx) =>
      closeDoorsTo(tx, house, { kind: 'share', organisation: 'north', subject }),
    )
    for (const secret of secrets) assert.equal(await open('share', secret), undefined)
  })

  it('does not open to what cannot be a secret', async () => {
    const long = 'A'.repeat(1_000_000)
    for (const text of ['', 'x', long, `${'A'.repeat(42)}'`, `tessera_${'A'.repeat(42)}\0`])
      for (const kind of ['claim', 'paper', 'share', 'api', 'sign-in'] as const)
        assert.equal(await open(kind, text), undefined)
  })
})
