// Who gets to see an award: whoever holds the letter or the slip and knows the second fact, and nobody else.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { closeDoorsTo, hangDoor } from '../server/door.ts'
import { type Browser, openBrowser, signedIn } from '../server/test-visitor.ts'
import { verifyAudit } from '../store/audit.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, type TestHouse } from '../test-house.ts'
import { closedFor, trySecondFact } from './claim-award.ts'
import { type Given, houseWithKeys, sealAwards } from './example-holder.ts'

const birthday = '1971-12-01'

describe('claiming', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let app: ReturnType<typeof createApp>
  let given: readonly Given[]
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    app = createApp(house)
    given = await sealAwards(
      house,
      desk,
      Array.from({ length: 12 }, (_, i) => exampleRow(i + 1)),
    )
  })
  after(() => close())

  const nth = (number: number): Given => {
    const one = given[number - 1]
    assert.ok(one !== undefined)
    return one
  }
  const browser = () => openBrowser(app, house)
  const open = async (one: Given, fact: string, at: Browser = browser()) => ({
    at,
    answer: await at.post(`/claim/${one.secret}`, { fact }),
  })

  it('asks one question before anything is shown, and then shows the award', async () => {
    const one = nth(1)
    const at = browser()
    const asked = await at.get(`/claim/${one.secret}`)
    assert.equal(asked.status, 200)
    const page = await asked.text()
    assert.match(page, /date of birth/i)
    for (const secret of [one.row.learner.familyName, 'Heat', '8.5', 'S-000001'])
      assert.ok(!page.includes(secret ?? ''), `${secret} is not told before the question`)
    const { answer } = await open(one, birthday, at)
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), `/mine/${one.award}`)
    const mine = await at.get(`/mine/${one.award}`)
    assert.equal(mine.status, 200)
    const text = await mine.text()
    assert.ok(text.includes('Ąžuolienė 1'))
    assert.match(text, /What you can do now/)
    assert.match(text, /Is this yours/)
    assert.equal(mine.headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.equal(mine.headers.get('cache-control'), 'no-store')
    assert.equal(mine.headers.get('referrer-policy'), 'no-referrer')
    assert.doesNotMatch(text, /<script(?![^>]*src=)/)
  })

  it('is confirmed once, told to the audit and to programs once, and the same link leads back', async () => {
    const one = nth(2)
    const { at } = await open(one, birthday)
    for (let time = 0; time < 2; time++)
      assert.equal((await at.post(`/mine/${one.award}/claim`)).status, 303)
    const told = await fresh.store.asOrganisation(desk.organisation, async (tx) => ({
      claim: await tx.selectFrom('claim').where('award_id', '=', one.award).selectAll().execute(),
      events: await tx
        .selectFrom('event')
        .where('award_id', '=', one.award)
        .where('kind', '=', 'award.claimed')
        .selectAll()
        .execute(),
      audit: await verifyAudit(tx, desk.organisation),
    }))
    assert.ok(told.claim[0]?.claimed_at && told.claim[0].opened_at)
    assert.equal(told.events.length, 1)
    assert.equal(told.audit.whole, true)
    const again = await at.get(`/claim/${one.secret}`)
    assert.equal(again.headers.get('location'), `/mine/${one.award}`)
    const page = await (await at.get(`/mine/${one.award}`)).text()
    assert.doesNotMatch(page, /Is this yours/)
    assert.match(page, /Keep it/)
    assert.match(page, /linkedin\.com\/profile\/add/)
  })

  it('takes a number where there is no birthday, however it is typed, and a birthday of any custom', async () => {
    assert.equal((await open(nth(3), ' s000003 ')).answer.status, 303)
    assert.equal((await open(nth(1), '1.12.1971')).answer.status, 303)
    assert.equal((await open(nth(1), '01/12/1971')).answer.status, 303)
  })

  it('takes the code of a slip as people type it', async () => {
    const one = nth(7)
    const typed = one.secret.toLowerCase().replaceAll('-', ' ')
    const at = browser()
    const answer = await at.post('/claim', { code: typed })
    assert.equal(answer.status, 303)
    const next = answer.headers.get('location') ?? ''
    assert.equal((await at.get(next)).status, 200)
    assert.equal(
      (await at.post(next, { fact: birthday })).headers.get('location'),
      `/mine/${one.award}`,
    )
    const wrong = await browser().post('/claim', { code: 'AAAAA-BBBBB-CCCCC-DDDDD' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /opens nothing/)
  })

  it('says plainly that an answer was wrong, and closes for a while after five', async () => {
    const one = nth(4)
    const at = browser()
    for (const left of [4, 3, 2, 1]) {
      const answer = await at.post(`/claim/${one.secret}`, { fact: '1990-01-01' })
      assert.equal(answer.status, 422)
      assert.match(
        await answer.text(),
        left === 1 ? /one more try/ : new RegExp(`${left} more tries`),
      )
    }
    assert.equal((await at.post(`/claim/${one.secret}`, { fact: '' })).status, 200, 'no try')
    const fifth = await at.post(`/claim/${one.secret}`, { fact: '1990-01-01' })
    assert.equal(fifth.status, 429)
    assert.match(await fifth.text(), /You can try again from/)
    const right = await at.post(`/claim/${one.secret}`, { fact: birthday })
    assert.equal(right.status, 429, 'closed for the right answer too')
    assert.equal((await at.get(`/claim/${one.secret}`)).status, 429)
    // Another door to the same award is closed with it.
    const second = await fresh.store.asOrganisation(desk.organisation, (tx) =>
      hangDoor(tx, house, { kind: 'claim', organisation: desk.organisation, subject: one.award }),
    )
    assert.equal((await at.post(`/claim/${second}`, { fact: birthday })).status, 429)
    house.wind(15 * 60_000 + 1000)
    assert.equal((await at.post(`/claim/${one.secret}`, { fact: birthday })).status, 303)
  })

  it('stays closed longer each time, a day at most', () => {
    const minutes = [5, 10, 15, 20, 50, 500].map((tries) => closedFor(tries) / 60_000)
    assert.deepEqual(minutes, [15, 30, 60, 120, 1440, 1440])
  })

  it('counts many wrong answers at once one after the other', async () => {
    const { award } = nth(5)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        fresh.store.asOrganisation(desk.organisation, (tx) =>
          trySecondFact(tx, house, desk.organisation, award, '1900-01-01'),
        ),
      ),
    )
    const counted = answers.filter((answer) => !answer.right && answer.triesLeft > 0)
    assert.equal(counted.length, 4)
  })

  it('is the same nothing for a wrong, a closed and another kind of secret', async () => {
    const one = nth(6)
    const hang = (kind: 'share' | 'claim') =>
      fresh.store.asOrganisation(desk.organisation, (tx) =>
        hangDoor(tx, house, { kind, organisation: desk.organisation, subject: one.award }),
      )
    const share = await hang('share')
    const closed = await hang('claim')
    const held = await open({ ...one, secret: closed }, 'S-000006')
    assert.equal((await held.at.get(`/mine/${one.award}`)).status, 200)
    await fresh.store.atTheDoor((tx) =>
      closeDoorsTo(tx, house, {
        kind: 'claim',
        organisation: desk.organisation,
        subject: one.award,
      }),
    )
    const bodies = new Set<string>()
    for (const secret of ['x'.repeat(43), 'short', share, closed, one.secret]) {
      const answer = await browser().get(`/claim/${secret}`)
      assert.equal(answer.status, 404, secret)
      bodies.add((await answer.text()).replaceAll(secret, ''))
      assert.equal((await browser().post(`/claim/${secret}`, { fact: 'S-000006' })).status, 404)
    }
    assert.equal(bodies.size, 1)
    assert.equal(
      (await held.at.get(`/mine/${one.award}`)).status,
      404,
      'a closed door shuts out whoever had come through it',
    )
  })

  it('opens nothing to a stranger, to the door of another award, and to a cookie made up', async () => {
    const [one, other] = [nth(8), nth(9)]
    assert.equal((await browser().get(`/mine/${one.award}`)).status, 404)
    const { at } = await open(other, 'S-000009')
    assert.equal((await at.get(`/mine/${other.award}`)).status, 200)
    for (const path of ['', '/files/sd-jwt.sd-jwt', '/files/everything.zip', '/print', '/tickets'])
      assert.equal((await at.get(`/mine/${one.award}${path}`)).status, 404, path)
    for (const path of ['/claim', '/account', '/tickets'])
      assert.equal((await at.post(`/mine/${one.award}${path}`)).status, 404, path)
    const cookie = at.cookies.get('holder') ?? ''
    assert.ok(cookie.length > 0)
    assert.ok(!Buffer.from(cookie, 'base64url').includes(other.award))
    for (const made of [
      '',
      'x',
      `${cookie.slice(0, -2)}AA`,
      Buffer.from('[]').toString('base64url'),
    ]) {
      at.cookies.set('holder', made)
      assert.equal((await at.get(`/mine/${other.award}`)).status, 404)
    }
    at.cookies.set('holder', cookie)
    house.wind(2 * 3_600_000 + 1000)
    assert.equal((await at.get(`/mine/${other.award}`)).status, 404, 'the cookie is short')
    assert.equal((await at.get(`/claim/${other.secret}`)).status, 200, 'and the link asks again')
  })

  it('opens nothing to staff of another organisation, nor to any account that does not hold it', async () => {
    const one = nth(8)
    await makeOrganisations(fresh.store, 'elsewhere')
    const person = await makePerson(fresh.store, 'Stranger', { elsewhere: ['owner'] })
    const at = await signedIn(app, house, person, 'elsewhere')
    assert.equal((await at.get(`/mine/${one.award}`)).status, 404)
    assert.equal((await at.post(`/mine/${one.award}/account`)).status, 404)
  })

  it('is gathered in an account by whoever came through the door, once', async () => {
    const [one, two] = [nth(10), nth(11)]
    const ana = await signedIn(app, house, await makePerson(fresh.store, 'Ana'))
    await open(one, birthday, ana)
    await open(two, birthday, ana)
    assert.equal((await ana.post(`/mine/${one.award}/account`)).status, 303)
    assert.equal((await ana.post(`/mine/${two.award}/account`)).status, 303)
    house.wind(3 * 3_600_000)
    const later = await signedIn(app, house, await personOf(one.award))
    const mine = await (await later.get('/mine')).text()
    assert.ok(mine.includes(one.award) && mine.includes(two.award))
    assert.equal((await later.get(`/mine/${one.award}`)).status, 200)
    const eve = await signedIn(app, house, await makePerson(fresh.store, 'Eve'))
    await open(one, birthday, eve)
    assert.equal((await eve.post(`/mine/${one.award}/account`)).status, 409)
    assert.ok(!(await (await eve.get('/mine')).text()).includes(one.award))
    assert.equal((await browser().get('/mine')).status, 302, 'asks for a sign-in')
  })

  const personOf = async (award: string): Promise<string> =>
    fresh.store.asOrganisation(desk.organisation, async (tx) => {
      const row = await tx
        .selectFrom('award')
        .where('id', '=', award)
        .select('person_id')
        .executeTakeFirstOrThrow()
      return row.person_id ?? ''
    })

  it('is closed for whoever comes next on a shared computer', async () => {
    const one = nth(12)
    const { at } = await open(one, 'S-000012')
    assert.equal((await at.get(`/mine/${one.award}`)).status, 200)
    await at.post('/mine/leave')
    assert.equal((await at.get(`/mine/${one.award}`)).status, 404)
  })
})
