// Two accounts become one, and an account is closed: what was awarded goes along, and stays.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { type Given, houseWithKeys, sealAwards } from '../hold/example-holder.ts'
import { type ExampleDesk, exampleRow } from '../issue/example-cohort.ts'
import { signedIn } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, type TestHouse } from '../test-house.ts'
import { identityFrom } from './identity.ts'
import { mergePeople } from './merge-people.ts'
import { welcome } from './sign-in.ts'

describe('accounts', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let given: readonly Given[]
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    given = await sealAwards(house, desk, [exampleRow(1), exampleRow(2), exampleRow(3)])
    await makeOrganisations(fresh.store, 'south')
  })
  after(() => close())

  const keep = (person: string, one: Given | undefined) =>
    fresh.store.asOrganisation(desk.organisation, (tx) =>
      tx
        .updateTable('award')
        .set({ person_id: person })
        .where('id', '=', one?.award ?? '')
        .execute(),
    )
  const awardsOf = async (person: string) => {
    const rows = await fresh.store.asPerson(person, (tx) =>
      tx.selectFrom('award').where('person_id', '=', person).select('id').execute(),
    )
    return rows.map(({ id }) => id).toSorted()
  }
  const rolesOf = async (person: string) => {
    const rows = await fresh.store.atTheDoor((tx) =>
      tx
        .selectFrom('membership')
        .where('person_id', '=', person)
        .select(['organisation_id', 'role'])
        .execute(),
    )
    return rows.map((row) => `${row.organisation_id} ${row.role}`).toSorted()
  }

  it('merged hold the awards and the roles of both', async () => {
    const { organisation } = desk
    const kept = await makePerson(fresh.store, 'Kept', { [organisation]: ['issuer'] })
    const other = await makePerson(fresh.store, 'Other', {
      [organisation]: ['issuer', 'auditor'],
      south: ['designer'],
    })
    const stranger = await makePerson(fresh.store, 'Stranger')
    await keep(kept, given[0])
    await keep(other, given[1])
    await keep(stranger, given[2])
    await fresh.store.atTheDoor((tx) => mergePeople(tx, house, { kept, other }))
    assert.deepEqual(await awardsOf(kept), [given[0]?.award, given[1]?.award].toSorted())
    assert.deepEqual(await awardsOf(other), [])
    assert.deepEqual(await awardsOf(stranger), [given[2]?.award])
    assert.deepEqual(
      await rolesOf(kept),
      [`${organisation} auditor`, `${organisation} issuer`, 'south designer'].toSorted(),
    )
    assert.deepEqual(await rolesOf(other), [])
  })

  it('are one, however many first visits come at one moment', async () => {
    const identity = identityFrom('https://idp.example', 'crowd', {
      name: 'Crowd',
      schac_personal_unique_code: 'urn:schac:personalUniqueCode:int:esi:es:77',
    })
    const people = await Promise.all(
      Array.from({ length: 8 }, () => fresh.store.atTheDoor((tx) => welcome(tx, house, identity))),
    )
    assert.equal(new Set(people).size, 1)
    const { rowCount } = await fresh.owner.query(`select 1 from person where name = 'Crowd'`)
    assert.equal(rowCount, 1)
  })

  it('that fail to merge stay two whole ones', async () => {
    const kept = await makePerson(fresh.store, 'One', { south: ['issuer'] })
    const other = await makePerson(fresh.store, 'Two', { south: ['auditor'] })
    await assert.rejects(
      fresh.store.atTheDoor(async (tx) => {
        await mergePeople(tx, house, { kept, other })
        throw new Error('at the end')
      }),
      /at the end/,
    )
    assert.deepEqual(await rolesOf(other), ['south auditor'])
  })

  it('closed are gone with every way in, and leave what was awarded', async () => {
    const person = await makePerson(fresh.store, 'Leaving Person', { south: ['auditor'] })
    await keep(person, given[2])
    await fresh.store.atTheDoor((tx) =>
      tx
        .insertInto('identifier')
        .values({
          kind: 'email',
          value: 'leaving@mail.example',
          person_id: person,
          verified_at: house.clock.now(),
        })
        .execute(),
    )
    const browser = await signedIn(createApp(house), house, person, 'south')
    assert.equal((await browser.get('/account/close')).status, 200)
    const answer = await browser.post('/account/close')
    assert.equal(answer.status, 303)
    assert.equal(await browser.visitor(), undefined)
    assert.deepEqual(await awardsOf(person), [])
    assert.deepEqual(await rolesOf(person), [])
    const { rows } = await fresh.owner.query(
      `select (select string_agg(p::text, ' ') from person p) || (select coalesce(string_agg(i::text, ' '), '')
        from identifier i) || (select coalesce(string_agg(s::text, ' '), '') from session s) as text`,
    )
    assert.doesNotMatch(JSON.stringify(rows), /Leaving|leaving@/)
    const award = await fresh.store.asOrganisation(desk.organisation, (tx) =>
      tx
        .selectFrom('award')
        .where('id', '=', given[2]?.award ?? '')
        .select('person_id')
        .executeTakeFirst(),
    )
    assert.deepEqual(award, { person_id: null })
  })

  it('of a last owner stay open', async () => {
    const owner = await makePerson(fresh.store, 'Owner', { south: ['owner'] })
    const browser = await signedIn(createApp(house), house, owner, 'south')
    assert.equal((await browser.post('/account/close')).status, 409)
    assert.deepEqual(await rolesOf(owner), ['south owner'])
    assert.ok(await browser.visitor())
  })
})
