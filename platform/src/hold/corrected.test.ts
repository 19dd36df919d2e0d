// What old links say of an award that was corrected, suspended and restored, withdrawn or annulled.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { correctAward } from '../issue/correct-award.ts'
import { type Decision, decideStatus } from '../issue/decide-status.ts'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { type Browser, openBrowser } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import type { TestHouse } from '../test-house.ts'
import { type Given, houseWithKeys, sealAwards } from './example-holder.ts'

const birthday = '1971-12-01'

describe('an old link', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let app: ReturnType<typeof createApp>
  let given: readonly Given[]
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    app = createApp(house)
    given = await sealAwards(house, desk, [1, 2, 4, 5, 8].map(exampleRow))
  })
  after(() => close())

  const nth = (at: number): Given => {
    const one = given[at]
    assert.ok(one !== undefined)
    return one
  }
  const open = async (one: Given): Promise<Browser> => {
    const at = openBrowser(app, house)
    assert.equal((await at.post(`/claim/${one.secret}`, { fact: birthday })).status, 303)
    return at
  }
  const by = () => ({ organisation: desk.organisation, by: desk.officer })
  const decide = (award: string, kind: Decision, reason: string) =>
    fresh.store.asOrganisation(desk.organisation, (tx) =>
      decideStatus(house, tx, by(), { award, kind, reason }),
    )
  const textOf = async (at: Browser, award: string) => (await at.get(`/mine/${award}`)).text()

  it('leads to what the award was corrected into, and says why', async () => {
    const one = nth(0)
    const at = await open(one)
    const row = { ...one.row, grade: '9.0' }
    const answer = await correctAward(house, by(), {
      award: one.award,
      row,
      reason: 'Added up wrongly.',
    })
    assert.ok(answer.done)
    const old = await textOf(at, one.award)
    assert.match(old, /was corrected; a new one has taken its place/)
    assert.match(old, /Added up wrongly\./)
    assert.ok(old.includes(`/mine/${answer.award}`))
    const corrected = await textOf(at, answer.award)
    assert.match(corrected, /This micro-credential is in force/)
    assert.ok(corrected.includes('9.0'))
    // And on: what was corrected twice is reached from the first link.
    const again = { award: answer.award, row: { ...row, grade: '9.5' }, reason: 'And again.' }
    const second = await correctAward(house, by(), again)
    assert.ok(second.done)
    assert.ok((await textOf(at, second.award)).includes('9.5'))
    const stranger = await open(nth(1))
    assert.equal((await stranger.get(`/mine/${second.award}`)).status, 404)
  })

  it('does not lead from a corrected one back to what it replaced', async () => {
    const one = nth(4)
    const order = { award: one.award, row: { ...one.row, grade: '9.0' }, reason: 'Better.' }
    const answer = await correctAward(house, by(), order)
    assert.ok(answer.done)
    const at = await open(one)
    await fresh.store.atTheDoor((tx) =>
      tx
        .updateTable('door')
        .set({ subject_id: answer.award })
        .where('subject_id', '=', one.award)
        .execute(),
    )
    assert.equal((await at.get(`/mine/${one.award}`)).status, 404)
    assert.equal((await at.get(`/mine/${answer.award}`)).status, 200)
  })

  it('says that it does not count for now, and that it counts again', async () => {
    const one = nth(1)
    const at = await open(one)
    await decide(one.award, 'suspended', 'A document is missing.')
    const suspended = await textOf(at, one.award)
    assert.match(suspended, /does not count for now/)
    assert.match(suspended, /A document is missing\./)
    await decide(one.award, 'restored', 'It came.')
    assert.match(await textOf(at, one.award), /This micro-credential is in force/)
  })

  it('says that it was withdrawn, or annulled, and by what reason', async () => {
    const words = { withdrawn: /was withdrawn and does not count/, annulled: /was annulled/ }
    for (const [at, kind] of [
      [2, 'withdrawn'],
      [3, 'annulled'],
    ] as const) {
      const one = nth(at)
      await decide(one.award, kind, `Reason to be ${kind}.`)
      const page = await textOf(await open(one), one.award)
      assert.match(page, words[kind])
      assert.ok(page.includes(`Reason to be ${kind}.`))
    }
  })
})
