// Members, their roles, and the switch that stops an organisation.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { signedIn } from '../server/test-visitor.ts'
import { verifyAudit } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { grantRole, inviteAgain, inviteMember, listMembers, revokeRole } from './members.ts'
import { pullStopSwitch, releaseStopSwitch, stopOf } from './stop-switch.ts'

const minutes = 60_000

describe('the people of an organisation', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let owner: string
  let issuer: string
  before(async () => {
    house = testHouse(fresh.store)
    await makeOrganisations(fresh.store, 'north', 'south')
    owner = await makePerson(fresh.store, 'Owner', { north: ['owner'], south: ['owner'] })
    issuer = await makePerson(fresh.store, 'Iga', { north: ['issuer'] })
    await arrive(owner)
    await arrive(issuer)
  })
  const arrive = (person: string) =>
    fresh.store.atTheDoor((tx) =>
      tx
        .insertInto('identifier')
        .values({
          kind: 'oidc',
          authority: 'https://idp.example',
          value: person,
          person_id: person,
          verified_at: house.clock.now(),
        })
        .execute(),
    )
  const desk = () => ({ organisation: 'north', by: owner })
  const atNorth = <T>(work: (tx: Tx) => Promise<T>) => fresh.store.asOrganisation('north', work)
  const rolesOf = async (person: string) => {
    const list = await fresh.store.asOrganisation('north', (tx) => listMembers(tx, 'north'))
    return list.find((one) => one.person === person)?.roles ?? []
  }

  it('get and lose roles, and sign in again each time', async () => {
    const app = createApp(house)
    for (const change of [grantRole, revokeRole]) {
      const browser = await signedIn(app, house, issuer, 'north')
      await atNorth((tx) => change(tx, house, desk(), { person: issuer, role: 'auditor' }))
      assert.equal(await browser.visitor(), undefined)
    }
    assert.deepEqual(await rolesOf(issuer), ['issuer'])
  })

  it('always have an owner who can sign in', async () => {
    const revoke = (person: string) =>
      atNorth((tx) => revokeRole(tx, house, desk(), { person, role: 'owner' }))
    assert.equal(await revoke(owner), 'last-owner')
    await atNorth((tx) =>
      inviteMember(tx, house, desk(), { name: 'New', language: 'en', roles: ['owner'] }),
    )
    assert.equal(await revoke(owner), 'last-owner', 'an invited one has not come yet')
    await atNorth((tx) => grantRole(tx, house, desk(), { person: issuer, role: 'owner' }))
    // Two owners who take each other's role at the same moment.
    const outcomes = await Promise.all([revoke(owner), revoke(issuer)])
    assert.deepEqual(outcomes.toSorted(), ['done', 'last-owner'])
    await atNorth((tx) =>
      tx
        .insertInto('membership')
        .values({ organisation_id: 'north', person_id: owner, role: 'owner' })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
    await revoke(issuer)
  })

  it('get all their roles from one form, and leave without any', async () => {
    const guest = await makePerson(fresh.store, 'Guest', { north: ['designer'] })
    const browser = await signedIn(createApp(house), house, owner, 'north')
    const set = (person: string, ...roles: readonly string[]) =>
      browser.post(
        `/people/${person}/roles`,
        Object.fromEntries(roles.map((role) => [`role-${role}`, 'yes'])),
      )
    assert.equal((await set(guest, 'issuer', 'auditor')).status, 303)
    assert.deepEqual(await rolesOf(guest), ['issuer', 'auditor'])
    assert.equal((await set(guest)).status, 303)
    assert.deepEqual(await rolesOf(guest), [])
    assert.equal((await set(guest, 'issuer')).status, 404, 'who left is invited anew')
    const last = await set(owner, 'issuer')
    assert.equal(last.status, 409)
    assert.match(await last.text(), /last owner/)
    assert.deepEqual(await rolesOf(owner), ['owner'])
  })

  it('are changed at the own desk alone', async () => {
    const south = { organisation: 'south', by: owner }
    const changed = await fresh.store.asOrganisation('south', (tx) =>
      grantRole(tx, house, south, { person: issuer, role: 'owner' }),
    )
    assert.equal(changed, 'not-a-member')
    // A form with a colleague's number of another house finds nobody.
    const browser = await signedIn(createApp(house), house, owner, 'south')
    assert.equal(
      (await browser.post(`/people/${issuer}/roles`, { 'role-owner': 'yes' })).status,
      404,
    )
  })

  it('are invited with a link that is seen once', async () => {
    const browser = await signedIn(createApp(house), house, owner, 'north')
    const page = await browser.post('/people/invite', {
      name: '<b>Ona</b>',
      language: 'lt',
      'role-designer': 'yes',
    })
    const text = await page.text()
    const secret = /\/join\/([\w-]{43})/.exec(text)?.[1] ?? ''
    assert.ok(!text.includes('<b>Ona'), 'a name is a text')
    assert.equal((await browser.get(`/join/${secret}`)).status, 200)
    assert.ok(!(await (await browser.get('/people')).text()).includes(secret))
    house.wind(14 * 24 * 60 * minutes)
    assert.equal((await browser.get(`/join/${secret}`)).status, 404)
    house.wind(-14 * 24 * 60 * minutes)
    const invited = (
      await fresh.store.asOrganisation('north', (tx) => listMembers(tx, 'north'))
    ).find(({ roles }) => roles.includes('designer'))
    assert.ok(invited && !invited.arrived)
    const again = await atNorth((tx) => inviteAgain(tx, house, desk(), invited.person))
    assert.equal((await browser.get(`/join/${secret}`)).status, 404, 'the old link is closed')
    assert.equal((await browser.get(`/join/${String(again)}`)).status, 200)
    assert.equal(await atNorth((tx) => inviteAgain(tx, house, desk(), owner)), 'arrived')
  })

  it('are told what is missing in an invitation', async () => {
    const browser = await signedIn(createApp(house), house, owner, 'north')
    const page = await browser.post('/people/invite', { name: ' ', language: 'en' })
    assert.equal(page.status, 422)
    const text = await page.text()
    assert.match(text, /Enter a name/)
    assert.match(text, /at least one role/)
  })

  it('leave a trail that holds together', async () => {
    const verdict = await fresh.store.asOrganisation('north', (tx) => verifyAudit(tx, 'north'))
    assert.equal(verdict.whole, true)
    const { rows } = await fresh.store.asOrganisation('north', async (tx) => ({
      rows: await tx.selectFrom('audit').select(['action', 'details']).execute(),
    }))
    const actions = new Set(rows.map(({ action }) => action))
    for (const action of ['member invited', 'role granted', 'role revoked'])
      assert.ok(actions.has(action), action)
    assert.doesNotMatch(JSON.stringify(rows), /Ona|New/, 'no names')
  })

  it('stop all sealing with one press, and an owner lets it go on', async () => {
    const work = { organisation: 'north', by: issuer }
    assert.equal(await atNorth((tx) => stopOf(tx, 'north')), undefined)
    assert.equal(await atNorth((tx) => pullStopSwitch(tx, house, work, 'wrong list')), 'done')
    assert.equal(await atNorth((tx) => pullStopSwitch(tx, house, work, 'x')), 'pulled-already')
    const stop = await fresh.store.asOrganisation('north', (tx) => stopOf(tx, 'north'))
    assert.equal(stop?.reason, 'wrong list')
    const south = await fresh.store.asOrganisation('south', (tx) => stopOf(tx, 'south'))
    assert.equal(south, undefined)
    const app = createApp(house)
    const browser = await signedIn(app, house, issuer, 'north')
    assert.match(await (await browser.get('/stop')).text(), /wrong list/)
    assert.equal((await browser.post('/stop/release')).status, 403)
    const first = await signedIn(app, house, owner, 'north')
    assert.equal((await first.post('/stop/release')).status, 303)
    assert.equal(await atNorth((tx) => stopOf(tx, 'north')), undefined)
    assert.equal(await atNorth((tx) => releaseStopSwitch(tx, house, desk())), 'not-pulled')
  })

  it('sit at one desk at a time, each with its own roles', async () => {
    const both = await makePerson(fresh.store, 'Both', { north: ['auditor'], south: ['issuer'] })
    const browser = await signedIn(createApp(house), house, both, 'north')
    assert.deepEqual((await browser.visitor())?.roles, ['auditor', 'learner'])
    assert.equal((await browser.post('/desk', { organisation: 'south' })).status, 303)
    assert.deepEqual((await browser.visitor())?.roles, ['issuer', 'learner'])
    await makeOrganisations(fresh.store, 'east')
    assert.equal((await browser.post('/desk', { organisation: 'east' })).status, 403)
  })
})
