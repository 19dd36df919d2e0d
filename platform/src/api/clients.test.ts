// The page on which an owner gives programs their tokens.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { type Browser, signedIn } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse, type TestHouse } from '../test-house.ts'

describe('the tokens of programs', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let app: ReturnType<typeof createApp>
  let owner: Browser

  before(async () => {
    house = testHouse(fresh.store)
    app = createApp(house)
    await makeOrganisations(fresh.store, 'north')
    const person = await makePerson(fresh.store, 'Ona', { north: ['owner'] })
    owner = await signedIn(app, house, person, 'north')
  })

  const ask = (token: string, path = '/api/v1/designs') =>
    app.request(path, { headers: { authorization: `Bearer ${token}` } })
  const make = async (fields: Readonly<Record<string, string>>) =>
    (await owner.post('/clients', fields)).text()
  const tokenIn = (page: string) => /tessera_[\w-]{43}/.exec(page)?.[0] ?? ''
  const chosen = { name: 'SIS <test>', 'scope-designs-read': 'yes', days: '90' }

  it('are shown once, open what was chosen, and end on their day', async () => {
    const page = await make(chosen)
    const token = tokenIn(page)
    assert.match(page, /SIS &lt;test&gt;/)
    assert.equal((await ask(token)).status, 200)
    assert.equal((await ask(token, '/api/v1/awards')).status, 403)
    const list = await (await owner.get('/clients')).text()
    assert.equal(tokenIn(list), '')
    house.wind(90 * 86_400_000)
    assert.equal((await ask(token)).status, 401)
  })

  it('open nothing once they were closed', async () => {
    const person = await makePerson(fresh.store, 'Oto', { north: ['owner'] })
    owner = await signedIn(app, house, person, 'north')
    const token = tokenIn(await make(chosen))
    const list = await (await owner.get('/clients')).text()
    const [id] = [...list.matchAll(/\/clients\/([0-9a-f-]{36})\/close/g)].map(([, one]) => one)
    assert.equal((await owner.post(`/clients/${id}/close`)).status, 303)
    assert.equal((await ask(token)).status, 401)
    assert.equal((await owner.post(`/clients/${id}/close`)).status, 404)
    assert.equal((await owner.post('/clients/x/close')).status, 404)
  })

  it('need a name and something they are for', async () => {
    const answer = await owner.post('/clients', { name: ' ', days: '90' })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /Say which program it is/)
    assert.match(page, /Choose at least one/)
    assert.equal(tokenIn(page), '')
  })
})
