// Results come in, are looked at, mended, ratified and approved; nothing is doubled and nothing lost.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { freeze } from 'tessera/credential/freeze'
import { readCsv } from 'tessera/read/csv'
import { verifyAudit } from '../store/audit.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { approveCohort, sendBackCohort, submitCohort, takeBackCohort } from './approve-cohort.ts'
import { cohortOf, openCohort } from './cohorts.ts'
import { askForNames, confirmName, nameBehind } from './confirm-names.ts'
import { type Entered, enterResults, type Entering } from './enter-results.ts'
import { type ExampleDesk, openExampleDesk } from './example-cohort.ts'
import { countResults, type Look, lookAtResults } from './look-at-results.ts'
import { acceptChange, discardChange, leaveOut, mendResult, takeIn } from './mend-result.ts'
import { ratifyResults, takeOverNew } from './ready-results.ts'

const head = 'given_name,family_name,date_of_birth,identifier,grade,email\n'
const list = (...lines: readonly string[]) => readCsv(Buffer.from(head + lines.join('\n'))).rows

const lea = 'Léa,Exemple,1988-02-29,S-1,8.5,lea@learners.example'
const bo = 'Bo,Ek,1990-01-01,S-2,9,bo@learners.example'

describe('results of a cohort', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk

  before(async () => {
    house = testHouse(fresh.store)
    desk = await openExampleDesk(house)
  })

  const inside = <T>(work: Parameters<typeof house.store.asOrganisation<T>>[1]) =>
    house.store.asOrganisation(desk.organisation, work)
  const officer = () => ({ organisation: desk.organisation, by: desk.officer })
  const second = () => ({ organisation: desk.organisation, by: desk.approver })
  const open = async () => {
    const { design } = desk
    const plan = { design: design.id, version: design.version, name: 'Spring', formats: ['edc'] }
    return (await inside((tx) => openCohort(tx, house, officer(), plan))) ?? ''
  }
  const enter = async (
    cohort: string,
    rows: Entering['rows'],
    source: Entering['source'] = 'file',
  ): Promise<readonly Entered[]> => {
    const by = { person: desk.officer }
    const answer = await inside((tx) =>
      enterResults(house, tx, { organisation: desk.organisation, cohort, rows, source, by }),
    )
    assert.ok(answer.done)
    return answer.entries
  }
  const became = (entries: readonly Entered[]) => entries.map((one) => one.became)
  const counts = (cohort: string) => inside((tx) => countResults(tx, desk.organisation, cohort))
  const look = (cohort: string, kind: Look) =>
    inside((tx) =>
      lookAtResults(house, tx, {
        organisation: desk.organisation,
        cohort,
        design: desk.design,
        look: kind,
        page: 1,
        count: 1,
      }),
    )

  it('are told apart: new, duplicate, below the threshold, without a name, faulty', async () => {
    const cohort = await open()
    const entries = await enter(
      cohort,
      list(
        lea,
        bo,
        'Cy,Low,1990-01-01,S-3,3.1,',
        ',Noname,1990-01-01,S-4,8,',
        'Di,Bad,1990-13-01,S-5,8,',
        'Léa,Other,1988-02-29,S-1,7,',
      ),
    )
    assert.deepEqual(became(entries), [
      'new',
      'new',
      'below-threshold',
      'name-missing',
      'faulty',
      'duplicate',
    ])
    const { entries: seen } = await look(cohort, 'faulty')
    assert.deepEqual(
      seen[0]?.faults.map(({ code }) => code),
      ['cohort.date'],
    )
    assert.match(seen[0]?.faults[0]?.sentence ?? '', /1990-13-01/)
    const { rows } = await fresh.owner.query(
      'select count(*)::int as n from result where faults::text ~ $1',
      ['1990-13'],
    )
    assert.equal(rows[0]?.n, 0, 'what was typed lies in no readable column')
  })

  it('entered twice are the same once, and nothing changes', async () => {
    const cohort = await open()
    const rows = list(lea, bo, ',Noname,1990-01-01,S-4,8,', 'X,,,,,')
    await enter(cohort, rows)
    assert.deepEqual(became(await enter(cohort, rows)), Array(4).fill('unchanged'))
    await inside((tx) => takeOverNew(tx, house, officer(), cohort))
    assert.deepEqual(became(await enter(cohort, rows)), Array(4).fill('unchanged'))
    assert.equal((await counts(cohort)).all, 4)
  })

  it('that a later list says otherwise stand beside the first until somebody decides', async () => {
    const cohort = await open()
    await enter(cohort, list(lea, bo), 'form')
    const changed = list(lea.replace('8.5', '9.5'), bo.replace('Bo', 'Boo'))
    assert.deepEqual(became(await enter(cohort, changed)), ['changed', 'changed'])
    const { entries } = await look(cohort, 'changed')
    const [one, two] = entries
    assert.equal(one?.source.cells.get('grade'), '8.5')
    assert.equal(one?.change?.source.cells.get('grade'), '9.5')
    const at = (result = '') => ({ cohort, result })
    assert.ok((await inside((tx) => acceptChange(house, tx, officer(), at(one?.id)))).done)
    assert.ok((await inside((tx) => discardChange(house, tx, officer(), at(two?.id)))).done)
    const { entries: now } = await look(cohort, 'ready')
    assert.deepEqual(
      now.map(({ source }) => [source.cells.get('given_name'), source.cells.get('grade')]),
      [
        ['Léa', '9.5'],
        ['Bo', '9'],
      ],
    )
  })

  it('are mended where they stand; what is still wrong is said and not written', async () => {
    const cohort = await open()
    const [faulty] = await enter(cohort, list('Di,Bad,1990-13-01,S-5,8,', lea))
    const at = { cohort, result: faulty?.result ?? '' }
    const mend = (cells: Record<string, string>) =>
      inside((tx) => mendResult(house, tx, officer(), at, new Map(Object.entries(cells))))
    const still = await mend({ date_of_birth: '1990-14-01' })
    assert.ok(!still.done && still.because === 'faulty')
    assert.match(still.faults[0]?.sentence ?? '', /1990-14-01/)
    const same = await mend({ date_of_birth: '1990-12-01', identifier: 'S-1' })
    assert.ok(!same.done && same.because === 'faulty')
    assert.equal(same.faults[0]?.code, 'cohort.duplicate')
    assert.ok((await mend({ date_of_birth: '1990-12-01' })).done)
    assert.equal((await counts(cohort)).new, 2)
  })

  it('that are left out stay out when the list comes again, until they are taken in', async () => {
    const cohort = await open()
    const [entry] = await enter(cohort, list(lea))
    const at = { cohort, result: entry?.result ?? '' }
    await inside((tx) => leaveOut(house, tx, officer(), at))
    await enter(cohort, list(lea))
    assert.deepEqual([(await counts(cohort)).all, (await counts(cohort))['left-out']], [0, 1])
    await inside((tx) => takeIn(house, tx, officer(), at))
    assert.equal((await counts(cohort)).new, 1)
  })

  it('go on only when a second person says so', async () => {
    const cohort = await open()
    const submit = () => inside((tx) => submitCohort(tx, house, officer(), cohort))
    assert.deepEqual(await submit(), { done: false, because: 'nothing-ready' })
    await enter(cohort, list(lea, 'Cy,Low,1990-01-01,S-3,3.1,'), 'form')
    assert.deepEqual(await submit(), { done: true, results: 1 })
    const own = await inside((tx) => approveCohort(tx, house, officer(), cohort))
    assert.deepEqual(own, { done: false, because: 'same-person' })
    await assert.rejects(
      inside((tx) =>
        tx
          .updateTable('cohort')
          .set({ approved_by: desk.officer, approved_at: house.clock.now() })
          .where('id', '=', cohort)
          .execute(),
      ),
      /check/,
    )
    await inside((tx) => sendBackCohort(tx, house, second(), cohort, 'Who is Cy?'))
    assert.equal(
      (await inside((tx) => cohortOf(tx, desk.organisation, cohort)))?.row.sent_back,
      'Who is Cy?',
    )
    await submit()
    await inside((tx) => takeBackCohort(tx, house, officer(), cohort))
    await submit()
    const approved = await inside((tx) => approveCohort(tx, house, second(), cohort))
    assert.deepEqual(approved, { done: true, results: 1 })
    const late = await inside((tx) =>
      enterResults(house, tx, {
        organisation: desk.organisation,
        cohort,
        rows: list(bo),
        source: 'api',
        by: { person: desk.officer },
      }),
    )
    assert.deepEqual(late, { done: false, because: 'wrong-state' })
    assert.ok((await inside((tx) => verifyAudit(tx, desk.organisation))).whole)
  })

  it('of a design without a board are not ratified by one', async () => {
    const cohort = await open()
    await enter(cohort, list(lea), 'form')
    const answer = await inside((tx) => ratifyResults(tx, house, second(), cohort))
    assert.deepEqual(answer, { done: false, because: 'wrong-state' })
  })

  it('of a design with a board go on only as the board ratified them', async () => {
    const { frozen: _, ...plain } = desk.design
    const design = freeze(
      { ...plain, id: `${plain.id}/board`, ratification: { by: { en: 'Examination board' } } },
      house.clock.now(),
    )
    const cohort = await inside(async (tx) => {
      await tx
        .insertInto('design')
        .values({
          organisation_id: desk.organisation,
          id: design.id,
          version: design.version,
          body: JSON.stringify(design),
          digest: design.frozen?.digest ?? '',
          frozen_at: house.clock.now(),
        })
        .execute()
      const plan = { design: design.id, version: design.version, name: 'B', formats: ['edc'] }
      return (await openCohort(tx, house, officer(), plan)) ?? ''
    })
    await enter(cohort, list(lea), 'form')
    const submit = () => inside((tx) => submitCohort(tx, house, officer(), cohort))
    assert.deepEqual(await submit(), { done: false, because: 'nothing-ready' })
    const ratify = () => inside((tx) => ratifyResults(tx, house, second(), cohort))
    assert.deepEqual(await ratify(), { done: true, results: 1 })
    await enter(cohort, list(bo), 'form')
    assert.equal((await counts(cohort)).unratified, 1)
    // What changes afterwards is to be ratified anew.
    const { entries } = await look(cohort, 'ready')
    const first = entries.find(({ source }) => source.cells.get('given_name') === 'Léa')
    const at = { cohort, result: first?.id ?? '' }
    await inside((tx) => mendResult(house, tx, officer(), at, new Map([['grade', '9']])))
    assert.equal((await counts(cohort)).unratified, 2)
    assert.deepEqual(await ratify(), { done: true, results: 2 })
    await enter(cohort, list('Di,Uno,1990-01-01,S-8,8,'), 'form')
    assert.deepEqual(await submit(), { done: true, results: 2 })
    const approved = await inside((tx) => approveCohort(tx, house, second(), cohort))
    assert.deepEqual(approved, { done: true, results: 2 })
    assert.equal((await counts(cohort)).unratified, 1, 'who approves is not the board')
  })

  it('have names that learners look at; what they write is laid beside, not over', async () => {
    const cohort = await open()
    const [entry] = await enter(cohort, list(lea, bo), 'form')
    const asked = await inside((tx) => askForNames(house, tx, officer(), cohort, 7))
    assert.deepEqual(asked, { done: true, results: 2 })
    const door = {
      kind: 'name' as const,
      organisation: desk.organisation,
      subject: entry?.result ?? '',
      hash: new Uint8Array(),
    }
    const shown = await inside((tx) => nameBehind(house, tx, door))
    assert.equal(shown?.givenName, 'Léa')
    const say = (name: Parameters<typeof confirmName>[3]) =>
      inside((tx) => confirmName(house, tx, door, name))
    assert.equal(await say('as-it-is'), 'confirmed')
    assert.equal(await say({ givenName: '', familyName: '', fullName: '' }), 'no-name')
    assert.equal(await say({ givenName: 'Lea', familyName: 'Exemple', fullName: '' }), 'proposed')
    const now = await counts(cohort)
    assert.deepEqual([now.ready, now.changed, now.confirmed], [2, 1, 1])
    await inside((tx) => submitCohort(tx, house, officer(), cohort))
    assert.equal(await say('as-it-is'), 'too-late')
  })

  it('come ten thousand at once, and cost no more each than a hundred do', async () => {
    const many = (count: number) =>
      list(
        ...Array.from(
          { length: count },
          (_, i) => `Ana,Uno ${i},1990-01-01,N-${i},8,a${i}@learners.example`,
        ),
      )
    const timed = async (at: string, rows: Entering['rows']) => {
      const begun = performance.now()
      const entries = await enter(at, rows)
      return { entries, each: (performance.now() - begun) / rows.length }
    }
    const few = await timed(await open(), many(100))
    const cohort = await open()
    const rows = many(10_000)
    const first = await timed(cohort, rows)
    assert.equal(first.entries.length, 10_000)
    const again = await timed(cohort, rows)
    assert.ok(again.entries.every((one) => one.became === 'unchanged'))
    // A machine that is busy with other things weighs on both.
    for (const { each } of [first, again])
      assert.ok(each < few.each * 10, `${each} ms against ${few.each} ms a row`)
    const { pages } = await inside((tx) =>
      lookAtResults(house, tx, {
        organisation: desk.organisation,
        cohort,
        design: desk.design,
        look: 'new',
        page: 200,
        count: 10_000,
      }),
    )
    assert.equal(pages, 200)
    const { entries: found } = await inside((tx) =>
      lookAtResults(house, tx, {
        organisation: desk.organisation,
        cohort,
        design: desk.design,
        look: 'all',
        page: 1,
        count: 10_000,
        find: 'uno 9999',
      }),
    )
    assert.deepEqual(
      found.map(({ source }) => source.cells.get('identifier')),
      ['N-9999'],
    )
  })
})
