// What becomes of awards, and what verifiers, learners and programs find of it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { noResolver } from 'tessera/trust/resolver'
import { verify } from 'tessera/verify/verify'
import { createApp } from '../app.tsx'
import { eventsAfter } from '../jobs/events.ts'
import { doAllDue } from '../jobs/worker.ts'
import type { Tx } from '../store/store.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { setTimetable, trades } from '../work.ts'
import { readAward, readFiles } from './award-content.ts'
import { cohortReport, remindUnclaimed, slipsPrinted, slipsToPrint } from './cohort-report.ts'
import { correctAward, rowOfAward } from './correct-award.ts'
import { decideStatus, type Decision, fateOf } from './decide-status.ts'
import {
  approvedCohort,
  exampleRow,
  type ExampleDesk,
  openExampleDesk,
  withExampleKeys,
} from './example-cohort.ts'
import { publications } from './http-publication.ts'
import { withOwnPublications } from './publish.ts'
import { startSealing } from './seal-cohort.ts'

describe('what becomes of an award', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-keys-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  let house: TestHouse
  let desk: ExampleDesk
  let awards: readonly string[] = []
  let cohort = ''

  before(async () => {
    house = await withExampleKeys(testHouse(fresh.store), folder)
    desk = await openExampleDesk(house)
    const rows = [1, 2, 3, 4, 5, 6, 7].map(exampleRow)
    cohort = await approvedCohort(house, desk, rows, ['sd-jwt', 'ob3'])
    await inside((tx) => startSealing(tx, house, by(), cohort))
    await doAllDue(house, trades)
    awards = await inside(async (tx) => {
      const found = await tx
        .selectFrom('result')
        .select('award_id')
        .where('cohort_id', '=', cohort)
        .orderBy('row_number')
        .execute()
      return found.map(({ award_id: id }) => id ?? '')
    })
  })

  const by = () => ({ organisation: desk.organisation, by: desk.officer })
  const inside = <T>(work: (tx: Tx) => Promise<T>) =>
    house.store.asOrganisation(desk.organisation, work)
  const decide = (award: string, kind: Decision, reason = 'a wrong grade') =>
    inside((tx) => decideStatus(house, tx, by(), { award, kind, reason }))
  const verdictOf = async (award: string) => {
    const [file] = await inside((tx) => readFiles(house, tx, desk.organisation, award))
    assert.ok(file !== undefined)
    const { trust } = await house.keys.keysOf(desk.organisation)
    const verdict = await verify(file.bytes, {
      trust: [trust],
      now: house.clock.now(),
      resolver: withOwnPublications(house, noResolver),
    })
    const { code } = verdict.checks.find(({ id }) => id === 'status') ?? { code: '' }
    return `${verdict.verdict} ${code}`
  }
  /** The lists are asked for at most once a second. */
  const later = () => house.wind(1_500)

  it('is valid at the addresses the files name, from the moment of sealing', async () => {
    assert.match(await verdictOf(awards[0] ?? ''), /^valid /)
  })

  it('is suspended and restored, and every look-up after a decision knows of it', async () => {
    const award = awards[0] ?? ''
    assert.equal(await decide(award, 'restored'), 'not-suspended')
    assert.equal(await decide(award, 'suspended', '  '), 'reason-missing')
    assert.equal(await decide(award, 'suspended'), 'done')
    assert.equal(await decide(award, 'suspended'), 'already-suspended')
    later()
    assert.match(await verdictOf(award), /^invalid .*suspended/)
    assert.match(await verdictOf(awards[1] ?? ''), /^valid /)
    assert.equal(await decide(award, 'restored', 'the question is settled'), 'done')
    later()
    assert.match(await verdictOf(award), /^valid /)
  })

  it('is withdrawn for good, with a reason, by somebody, and the learner is told', async () => {
    const award = awards[1] ?? ''
    const already = house.letters.length
    assert.equal(await decide(award, 'withdrawn', 'taken by another person'), 'done')
    later()
    assert.match(await verdictOf(award), /^invalid .*revoked/)
    assert.equal(await decide(award, 'restored'), 'revoked-is-final')
    const fate = await inside((tx) => fateOf(tx, desk.organisation, award))
    assert.deepEqual(
      [fate?.kind, fate?.reason, fate?.by],
      ['withdrawn', 'taken by another person', desk.officer],
    )
    await doAllDue(house, trades)
    const letter = house.letters.slice(already).at(-1)
    assert.match(letter?.text ?? '', /taken by another person/)
    assert.match(letter?.text ?? '', /\/claim\//)
  })

  it('is corrected by a new one, and the old link explains itself', async () => {
    const old = awards[2] ?? ''
    const row = await inside((tx) => rowOfAward(house, tx, desk.organisation, old))
    assert.ok(row !== undefined)
    const right = { ...row, learner: { ...row.learner, familyName: 'Ąžuolaitė' } }
    const order = { award: old, row: right, reason: 'the name was misspelt' }
    const [first, second] = await Promise.all([
      correctAward(house, by(), order),
      correctAward(house, by(), order),
    ])
    const done = [first, second].filter((answer) => answer.done)
    assert.equal(done.length, 1, 'of two who correct at once one does')
    const award = done[0]?.done === true ? done[0].award : ''
    later()
    assert.match(await verdictOf(award), /^valid /)
    assert.match(await verdictOf(old), /^invalid .*revoked/)
    const fate = await inside((tx) => fateOf(tx, desk.organisation, old))
    assert.deepEqual([fate?.kind, fate?.supersededBy], ['superseded', award])
    const read = await inside((tx) => readAward(house, tx, desk.organisation, award))
    assert.equal(read?.award.learner.familyName, 'Ąžuolaitė')
    assert.equal(read?.row.supersedes, old)
    const again = await correctAward(house, by(), order)
    assert.deepEqual(again, { done: false, because: 'revoked-is-final' })
  })

  it('is told to programs, in order', async () => {
    const events = await inside((tx) => eventsAfter(tx, desk.organisation, 0))
    const kinds = events.map(({ kind }) => kind)
    assert.deepEqual(kinds.slice(7), [
      'cohort.finished',
      'award.suspended',
      'award.restored',
      'award.withdrawn',
      'award.sealed',
      'award.superseded',
    ])
    assert.deepEqual(
      events.map(({ sequence }) => sequence),
      events.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
    )
  })

  it('is counted in the report; learners are reminded, slips are printed', async () => {
    const report = await inside((tx) => cohortReport(tx, desk.organisation, cohort))
    assert.deepEqual([report.awards, report.slips, report.unclaimed], [7, 1, 7])
    assert.equal(report.letters.sent + report.letters.waiting, 6)
    await doAllDue(house, trades)
    const reminded = await inside((tx) => remindUnclaimed(house, tx, by(), cohort))
    // One is withdrawn, one has no address.
    assert.equal(reminded, 5)
    assert.equal(await inside((tx) => remindUnclaimed(house, tx, by(), cohort)), 0)
    const slips = await inside((tx) => slipsToPrint(house, tx, desk.organisation, cohort))
    assert.match(slips[0]?.code ?? '', /^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
    const printed = slips.map(({ award }) => award)
    assert.equal(await inside((tx) => slipsPrinted(house, tx, by(), cohort, printed)), 1)
    assert.deepEqual(await inside((tx) => slipsToPrint(house, tx, desk.organisation, cohort)), [])
  })

  it('is served by the app: lists by their name, keys by the host, the rest nowhere', async () => {
    const app = createApp(house, publications)
    const read = await inside((tx) => readAward(house, tx, desk.organisation, awards[0] ?? ''))
    const list = `/status/${read?.row.status_list}`
    const tokens = await app.request(`${list}/tokens`)
    assert.equal(tokens.status, 200)
    assert.equal(tokens.headers.get('content-type'), 'application/statuslist+jwt')
    assert.equal(tokens.headers.get('access-control-allow-origin'), '*')
    const etag = tokens.headers.get('etag') ?? ''
    const same = await app.request(`${list}/tokens`, { headers: { 'if-none-match': etag } })
    assert.equal(same.status, 304)
    assert.equal((await app.request(`${list}/revocation`)).status, 200)
    const host = new URL(desk.issuer.base).host
    const own = { headers: { host } }
    const types = await app.request('/o/valdeserena/did.json')
    assert.match(await types.text(), /"id": "did:web:/)
    const made = () =>
      inside((tx) => tx.selectFrom('publication').select(['path', 'made_at']).execute())
    const already = await made()
    house.wind(7 * 3_600_000)
    for (const path of [
      '/status/valdeserena.x/tokens',
      '/status/x/y',
      '/types/none',
      '/o/x/did.json',
    ])
      assert.equal((await app.request(path, own)).status, 404, path)
    assert.deepEqual(await made(), already, 'nothing is signed for what is not there')
  })

  it('is not forgotten: who has not opened theirs in two weeks is reminded, once', async () => {
    const rows = [101, 102].map(exampleRow)
    const second = await approvedCohort(house, desk, rows, ['sd-jwt'])
    await inside((tx) => startSealing(tx, house, by(), second))
    await doAllDue(house, trades)
    const already = house.letters.length
    const day = 24 * 3_600_000
    for (let days = 0; days < 40; days += 4) {
      house.wind(4 * day)
      await setTimetable(house)
      await doAllDue(house, trades)
    }
    const subjects = house.letters.slice(already).map(({ subject }) => subject)
    assert.equal(subjects.length, 2)
    assert.deepEqual(
      subjects.filter((subject) => /still waiting|esperando/.test(subject)).length,
      2,
    )
  })
})
