// An account and what hangs on it: taken away whole, and given up without losing what the letters open.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { type Browser, openBrowser, signedIn } from '../server/test-visitor.ts'
import { verifyAudit } from '../store/audit.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makePerson, type TestHouse } from '../test-house.ts'
import { type Given, houseWithKeys, sealAwards, wholeDatabase } from './example-holder.ts'

const birthday = '1971-12-01'

describe('the data', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let app: ReturnType<typeof createApp>
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    app = createApp(house)
  })
  after(() => close())

  const inside = <T>(work: Parameters<TestHouse['store']['asOrganisation']>[1]) =>
    house.store.asOrganisation(desk.organisation, work) as Promise<T>
  const open = async (one: Given, fact: string): Promise<Browser> => {
    const at = openBrowser(app, house)
    assert.equal((await at.post(`/claim/${one.secret}`, { fact })).status, 303)
    return at
  }

  it('of an account are taken away and given up, and the letters still open what they opened', async () => {
    const person = await makePerson(fresh.store, 'Accountmarker')
    await fresh.store.atTheDoor((tx) =>
      tx
        .insertInto('identifier')
        .values({
          kind: 'email',
          authority: '',
          value: 'accountmarker@learners.example',
          person_id: person,
          verified_at: house.clock.now(),
        })
        .execute(),
    )
    const [one] = await sealAwards(house, desk, [exampleRow(8)])
    assert.ok(one !== undefined)
    const at = await signedIn(app, house, person)
    await at.post(`/claim/${one.secret}`, { fact: birthday })
    await at.post(`/mine/${one.award}/account`)
    const page = await (await at.get('/mine/data')).text()
    assert.ok(page.includes('accountmarker@learners.example'))
    const archive = Buffer.from(await (await at.get('/mine/data/everything.zip')).arrayBuffer())
    for (const said of ['accountmarker@learners.example', 'Ąžuolienė 8', '.sd-jwt'])
      assert.ok(archive.includes(said), said)
    assert.equal((await at.post('/mine/data/erase')).status, 200)
    assert.equal(await at.visitor(), undefined)
    const all = await wholeDatabase(fresh.owner)
    assert.ok(!/accountmarker/i.test(all))
    const byLetter = await open(one, birthday)
    assert.equal((await byLetter.get(`/mine/${one.award}`)).status, 200)
    const audit = await inside<Awaited<ReturnType<typeof verifyAudit>>>((tx) =>
      verifyAudit(tx, desk.organisation),
    )
    assert.equal(audit.whole, true)
  })

  it('of an account that works at a university are not given up unseen', async () => {
    const person = await makePerson(fresh.store, 'Works', { [desk.organisation]: ['owner'] })
    const at = await signedIn(app, house, person)
    assert.match(await (await at.get('/mine/data')).text(), /You work at a university here/)
    await at.post('/mine/data/erase')
    assert.ok((await at.visitor()) !== undefined)
  })

  it('of an award kept with an account are erased after a fresh proof, without the second fact', async () => {
    const person = await makePerson(fresh.store, 'Fresh')
    const [one] = await sealAwards(house, desk, [exampleRow(11)])
    assert.ok(one !== undefined)
    const first = await signedIn(app, house, person)
    await first.post(`/claim/${one.secret}`, { fact: birthday })
    await first.post(`/mine/${one.award}/account`)
    const at = await signedIn(app, house, person)
    house.wind(20 * 60_000)
    assert.match(await (await at.get(`/mine/${one.award}/erase`)).text(), /\/prove\?next=/)
    assert.equal((await at.post(`/mine/${one.award}/erase`, { sure: 'yes' })).status, 200)
    assert.equal((await at.get(`/mine/${one.award}`)).status, 200, 'not erased without the proof')
    const proved = await signedIn(app, house, person)
    const done = await proved.post(`/mine/${one.award}/erase`, { sure: 'yes' })
    assert.match(await done.text(), /Everything personal was erased/)
    assert.equal((await proved.get(`/mine/${one.award}`)).status, 404)
    assert.match(await (await proved.get('/mine')).text(), /There is nothing here yet/)
  })
})
