// Sessions: a secret in the browser, its hash here, an end that either side can bring.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse, type TestHouse } from '../test-house.ts'
import {
  deviceOf,
  endAllSessions,
  endSession,
  hashOf,
  isFresh,
  listSessions,
  startSession,
  visitorBehind,
} from './session.ts'

const minutes = 60_000

describe('a session', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let staff: string
  let learner: string
  before(async () => {
    house = testHouse(fresh.store)
    await makeOrganisations(fresh.store, 'north', 'south')
    staff = await makePerson(fresh.store, 'Ona', { north: ['issuer'], south: ['auditor'] })
    learner = await makePerson(fresh.store, 'Lev')
  })
  const start = (person: string, organisation?: string) =>
    fresh.store.atTheDoor((tx) =>
      startSession(tx, house, { person, organisation, device: 'Firefox' }),
    )
  const look = (secret: string) => fresh.store.atTheDoor((tx) => visitorBehind(tx, house, secret))

  it('gives the roles of the desk the person sits at, and of no other', async () => {
    const visitor = await look(await start(staff, 'north'))
    assert.deepEqual(visitor?.roles, ['issuer', 'learner'])
    assert.equal(visitor?.organisation, 'north')
    assert.equal(visitor?.person?.name, 'Ona')
  })

  it('keeps nothing that opens it', async () => {
    const secret = await start(learner)
    const { rows } = await fresh.owner.query<{ text: string }>('select session::text from session')
    assert.ok(rows.length > 0)
    for (const row of rows) assert.ok(!JSON.stringify(row).includes(secret))
  })

  it('of staff ends after half an hour at rest', async () => {
    const secret = await start(staff, 'north')
    house.wind(29 * minutes)
    assert.ok(await look(secret))
    house.wind(29 * minutes)
    assert.ok(await look(secret))
    house.wind(30 * minutes)
    assert.equal(await look(secret), undefined)
  })

  it('ends after twelve hours, however busy', async () => {
    const secret = await start(staff, 'north')
    for (let hour = 0; hour < 11.75; hour += 0.25) {
      house.wind(15 * minutes)
      assert.ok(await look(secret), `after ${hour} hours`)
    }
    house.wind(15 * minutes)
    assert.equal(await look(secret), undefined)
  })

  it('is fresh for a quarter of an hour after the proof', async () => {
    const secret = await start(staff, 'north')
    const visitor = await look(secret)
    assert.ok(visitor && isFresh(visitor, house.clock.now()))
    house.wind(15 * minutes)
    const later = await look(secret)
    assert.ok(later && !isFresh(later, house.clock.now()))
  })

  it('is listed for its person, who ends one or all others', async () => {
    const mine = await start(learner)
    await start(learner)
    await start(learner)
    await fresh.store.atTheDoor(async (tx) => {
      const list = await listSessions(tx, house, learner)
      const other = list.find(({ ref }) => ref !== refOf(mine))
      assert.ok(other)
      assert.equal(await endSession(tx, staff, other.ref), false, 'not by somebody else')
      assert.equal(await endSession(tx, learner, other.ref), true)
      await endAllSessions(tx, learner, (await visitorBehind(tx, house, mine))?.session)
      assert.deepEqual(
        (await listSessions(tx, house, learner)).map(({ ref }) => ref),
        [refOf(mine)],
      )
    })
  })

  it('of an account that was erased is none', async () => {
    const secret = await start(learner)
    await fresh.owner.query('update person set erased_at = now() where id = $1', [learner])
    assert.equal(await look(secret), undefined)
  })

  it('at a desk whose last role was taken is a session without a desk', async () => {
    const secret = await start(staff, 'south')
    await fresh.store.asOrganisation('south', (tx) => tx.deleteFrom('membership').execute())
    const visitor = await look(secret)
    assert.equal(visitor?.organisation, undefined)
    assert.deepEqual(visitor?.roles, ['learner'])
  })
})

const refOf = (secret: string) => hashOf(secret).toString('base64url')

describe('a device', () => {
  it('is named by browser and system', () => {
    assert.equal(
      deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
      'Firefox, Linux',
    )
    assert.equal(deviceOf('curl/8'), '')
  })
})
