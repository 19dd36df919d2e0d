// Everything about me: taken away whole; erased so that nothing of it is left to read anywhere, while what others
// rely on stays and the log still proves itself.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadDesign } from 'tessera/cli/model-files'
import { freeze } from 'tessera/credential/freeze'
import { addressesOf } from 'tessera/issue/addresses'
import { type CohortRow, learnerKey } from 'tessera/issue/cohort'
import { createApp } from '../app.tsx'
import { approvedCohort, exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { issuingKeyOf } from '../issue/result-content.ts'
import { startSealing } from '../issue/seal-cohort.ts'
import { sealingTrade } from '../issue/sealing-trade.ts'
import { readPublication } from '../issue/publish.ts'
import { doAllDue } from '../jobs/worker.ts'
import { letterTrade } from '../mail/send-letters.ts'
import { type Browser, openBrowser, signedIn } from '../server/test-visitor.ts'
import { verifyAudit } from '../store/audit.ts'
import { openSecret } from '../store/secret.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makePerson, type TestHouse } from '../test-house.ts'
import { type Given, houseWithKeys, sealAwards, wholeDatabase } from './example-holder.ts'
import { dropOverdueRecords, keptRecords } from './kept-record.ts'
import { answerTicket } from './tickets.ts'

const birthday = '1971-12-01'

/** Everything personal of one learner, each in a place of its own. */
const markers = {
  given: 'Zenobiamarker',
  family: 'Quillfeathermarker',
  birthday: '1953-07-19',
  number: 'MARKERNUMBER-77',
  mail: 'zenobia.marker@learners.example',
  label: 'Labelmarker for a firm',
  ticket: 'Ticketmarker: my name is spelt otherwise',
  answer: 'Answermarker: we have looked',
}

describe('my data', { skip: noPostgres }, () => {
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

  const row = {
    ...exampleRow(500),
    learner: {
      givenName: markers.given,
      familyName: markers.family,
      dateOfBirth: markers.birthday,
      identifiers: [{ scheme: 'Student number', value: markers.number }],
      identity: 'checked' as const,
    },
    email: markers.mail,
    language: 'en',
  }
  const inside = <T>(work: Parameters<TestHouse['store']['asOrganisation']>[1]) =>
    house.store.asOrganisation(desk.organisation, work) as Promise<T>

  const open = async (one: Given, fact: string): Promise<Browser> => {
    const at = openBrowser(app, house)
    assert.equal((await at.post(`/claim/${one.secret}`, { fact })).status, 303)
    return at
  }
  const linkOf = (page: string): string => /\/s\/[A-Za-z0-9_-]{43}/.exec(page)?.[0] ?? ''

  let erased: Given
  it('are all listed, and all in the archive', async () => {
    ;[erased = (undefined as never)] = await sealAwards(house, desk, [row])
    await doAllDue(house, [letterTrade])
    const at = await open(erased, markers.birthday)
    await at.post(`/mine/${erased.award}/claim`)
    const fields = { preset: 'everything', lasts: 'always', label: markers.label }
    await at.post(`/mine/${erased.award}/links`, fields)
    const sent = await at.post(`/mine/${erased.award}/tickets`, {
      about: 'name',
      text: markers.ticket,
    })
    assert.equal(sent.status, 303)
    const [ticket] = await inside<{ id: string; due_at: Date; opened_at: Date }[]>((tx) =>
      tx.selectFrom('ticket').selectAll().where('award_id', '=', erased.award).execute(),
    )
    assert.ok(ticket !== undefined && ticket.due_at > ticket.opened_at)
    assert.match(await (await at.get(`/mine/${erased.award}`)).text(), /Will be answered by/)
    await inside((tx) =>
      answerTicket(tx, house, desk.organisation, desk.officer, ticket.id, markers.answer),
    )
    assert.ok((await (await at.get(`/mine/${erased.award}`)).text()).includes(markers.answer))
    await doAllDue(house, [letterTrade])
    const letter = house.letters.at(-1)
    assert.equal(letter?.to, markers.mail)
    assert.match(letter?.text ?? '', /has answered what you wrote[^]*\/claim\//)
    assert.ok(!letter?.text.includes(markers.answer), 'the answer itself is read on the page')

    const page = await at.get(`/mine/${erased.award}/data`)
    assert.equal(page.status, 200)
    const text = await page.text()
    for (const said of ['What is kept', markers.label, 'award sealed', 'ticket answered'])
      assert.ok(text.includes(said), said)
    assert.ok(!text.includes(desk.officer), 'who answered is not named')

    const archive = await at.get(`/mine/${erased.award}/data/everything.zip`)
    assert.equal(archive.headers.get('content-type'), 'application/zip')
    const bytes = Buffer.from(await archive.arrayBuffer())
    for (const [name, marker] of Object.entries(markers))
      assert.ok(bytes.includes(marker), `${name} is in the archive`)
    assert.ok(bytes.includes('data.json') && bytes.includes('.sd-jwt'))
  })

  it('are told to nobody else', async () => {
    const [other] = await sealAwards(house, desk, [exampleRow(1)])
    assert.ok(other !== undefined)
    const at = await open(other, birthday)
    for (const path of ['/data', '/data/everything.zip', '/erase'])
      for (const who of [at, openBrowser(app, house)])
        assert.equal((await who.get(`/mine/${erased.award}${path}`)).status, 404, path)
    const foreign = await at.post(`/mine/${erased.award}/erase`, {
      sure: 'yes',
      fact: markers.birthday,
    })
    assert.equal(foreign.status, 404)
  })

  it('are not erased without being sure and without the second fact', async () => {
    const at = await open(erased, markers.birthday)
    const preview = await (await at.get(`/mine/${erased.award}/erase`)).text()
    for (const said of ['What goes', 'What stays, and why', 'Nobody can undo this'])
      assert.ok(preview.includes(said), said)
    const erase = (fields: Record<string, string>) => at.post(`/mine/${erased.award}/erase`, fields)
    assert.equal((await erase({ fact: markers.birthday })).status, 422)
    assert.equal((await erase({ sure: 'yes' })).status, 422)
    assert.equal((await erase({ sure: 'yes', fact: '1990-01-01' })).status, 422)
    assert.equal((await at.get(`/mine/${erased.award}`)).status, 200)
  })

  it('are gone from every table afterwards; what others rely on stays', async () => {
    const at = await open(erased, markers.birthday)
    const shared = linkOf(await (await at.get(`/mine/${erased.award}/links`)).text())
    assert.equal((await openBrowser(app, house).get(shared)).status, 200)
    const place = await inside<{ list: string; index: number }[]>((tx) =>
      tx
        .selectFrom('status_entry')
        .where('award_id', '=', erased.award)
        .select(['list', 'index'])
        .execute(),
    )
    const head = await inside<Awaited<ReturnType<typeof verifyAudit>>>((tx) =>
      verifyAudit(tx, desk.organisation),
    )
    assert.ok(head.whole)
    // What is not encrypted: a fault that quotes a cell, and the fingerprints learners are found by.
    const fault = JSON.stringify([{ code: 'x', place: 'row 1', sentence: `“${markers.given}”` }])
    await inside((tx) =>
      tx
        .updateTable('result')
        .set({ faults: fault })
        .where('award_id', '=', erased.award)
        .execute(),
    )
    const prints = [
      house.vault.fingerprint(learnerKey(row.learner), `${desk.organisation}|secret|learner_key`),
      issuingKeyOf(house, desk.organisation, row, desk.design),
    ]
    const full = await wholeDatabase(fresh.owner)
    for (const found of [markers.given, ...prints])
      assert.ok(full.includes(found), 'the search finds what is there')

    const answer = await at.post(`/mine/${erased.award}/erase`, {
      sure: 'yes',
      fact: '19.07.1953',
    })
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /Everything personal was erased/)

    const all = await wholeDatabase(fresh.owner)
    assert.ok(all.includes(desk.design.id), 'the search sees the tables')
    for (const [name, marker] of Object.entries(markers))
      assert.ok(!all.includes(marker), `${name} is nowhere`)
    for (const print of prints)
      assert.ok(!all.includes(print), 'nor what the learner was told apart by')
    const { secret } = await inside<{ secret: unknown }>(async (tx) => ({
      secret: await tx
        .selectFrom('secret')
        .innerJoin('award', 'award.secret_id', 'secret.id')
        .where('award.id', '=', erased.award)
        .select(['secret.wrapped', 'secret.learner_key'])
        .executeTakeFirst(),
    }))
    assert.deepEqual(secret, { wrapped: null, learner_key: null })

    const afterwards = await inside<{ list: string; index: number }[]>((tx) =>
      tx
        .selectFrom('status_entry')
        .where('award_id', '=', erased.award)
        .select(['list', 'index'])
        .execute(),
    )
    assert.deepEqual(afterwards, place)
    const list = await readPublication(
      house,
      desk.organisation,
      addressesOf(desk.issuer, place[0]?.list ?? '').tokenList,
    )
    assert.ok(list !== undefined)
    const audit = await inside<Awaited<ReturnType<typeof verifyAudit>>>((tx) =>
      verifyAudit(tx, desk.organisation, head.whole ? head.head : undefined),
    )
    assert.equal(audit.whole, true)

    for (const path of ['', '/data', '/links', '/files/sd-jwt.sd-jwt', '/files/everything.zip'])
      assert.equal((await at.get(`/mine/${erased.award}${path}`)).status, 404, path)
    assert.equal((await openBrowser(app, house).get(shared)).status, 404)
    const old = await openBrowser(app, house).get(`/claim/${erased.secret}`)
    assert.equal(old.status, 410)
    assert.match(await old.text(), /was erased/)
    const again = await openBrowser(app, house).post(`/claim/${erased.secret}`, {
      fact: markers.birthday,
    })
    assert.equal(again.status, 410)
  })

  it('that were erased keep no other learner from an award, nor the same one from a later one', async () => {
    const later = { ...exampleRow(3), email: 'later@learners.example' }
    const [first] = await sealAwards(house, desk, [later])
    assert.ok(first !== undefined)
    // A cohort that is not sealed yet has a result of the learner who goes.
    const waiting = await approvedCohort(
      house,
      desk,
      [{ ...later, row: 9 }, exampleRow(4)],
      ['sd-jwt'],
    )
    const at = await open(first, 'S-000003')
    const fields = { sure: 'yes', fact: 'S-000003' }
    assert.equal((await at.post(`/mine/${first.award}/erase`, fields)).status, 200)
    const { organisation, officer: by } = desk
    await inside((tx) => startSealing(tx, house, { organisation, by }, waiting))
    await doAllDue(house, [sealingTrade])
    const states = await inside<{ state: string }[]>((tx) =>
      tx
        .selectFrom('result')
        .where('cohort_id', '=', waiting)
        .select('state')
        .orderBy('row_number')
        .execute(),
    )
    assert.deepEqual(states.map(({ state }) => state).toSorted(), ['awarded', 'left-out'])
    // Who comes back begins anew.
    const [back] = await sealAwards(house, desk, [later])
    assert.ok(back !== undefined)
    assert.equal((await (await open(back, 'S-000003')).get(`/mine/${back.award}`)).status, 200)
  })

  it('of a learner who is not erased cannot be forgotten by a change of the award', async () => {
    const [one] = await sealAwards(house, desk, [exampleRow(14)])
    assert.ok(one !== undefined)
    for (const key of ['x', `erased:${one.award}`])
      await assert.rejects(
        inside((tx) =>
          tx.updateTable('award').set({ issuing_key: key }).where('id', '=', one.award).execute(),
        ),
        /never changed/,
      )
  })

  it('leave a letter that was not sent yet unsent', async () => {
    const [one] = await sealAwards(house, desk, [exampleRow(5)])
    assert.ok(one !== undefined)
    const at = await open(one, birthday)
    await at.post(`/mine/${one.award}/erase`, { sure: 'yes', fact: birthday })
    const count = house.letters.length
    await doAllDue(house, [letterTrade])
    assert.ok(!house.letters.slice(count).some(({ to }) => to === one.row.email))
  })

  it('are not destroyed with what may be somebody else’s of the same name', async () => {
    const nameOnly = (number: number) => ({
      ...exampleRow(number),
      learner: { givenName: 'Ana', familyName: 'Same', identifiers: [] },
    })
    const code = async (one: Given) => {
      const rows = await inside<{ id: string; secret_id: string; code: Uint8Array | null }[]>(
        (tx) =>
          tx
            .selectFrom('claim')
            .innerJoin('award', 'award.id', 'claim.award_id')
            .where('award.id', '=', one.award)
            .select(['award.id', 'award.secret_id', 'claim.code'])
            .execute(),
      )
      const [found] = rows
      assert.ok(found?.code)
      const sealed = found.code
      return inside<string>(async (tx) => {
        const secret = await openSecret(house, tx, desk.organisation, found.secret_id)
        return Buffer.from(secret.open(sealed, 'claim', 'code', found.id)).toString('utf8')
      })
    }
    const [one] = await sealAwards(house, desk, [nameOnly(10)])
    assert.ok(one !== undefined)
    const at = await open(one, await code(one))
    assert.match(await (await at.get(`/mine/${one.award}/erase`)).text(), /What goes/)
    // Another Ana Same, who did something else: her award hangs on the same secret.
    const other = await anotherDesign()
    const [two] = await sealAwards(house, other, [withoutGrade(nameOnly(13))])
    assert.ok(two !== undefined)
    const preview = await (await at.get(`/mine/${one.award}/erase`)).text()
    assert.match(preview, /Somebody else with your name/)
    assert.doesNotMatch(preview, /What goes/)
    const fact = await code(one)
    assert.equal((await at.post(`/mine/${one.award}/erase`, { sure: 'yes', fact })).status, 409)
    const archive = await at.get(`/mine/${one.award}/data/everything.zip`)
    const bytes = Buffer.from(await archive.arrayBuffer())
    assert.ok(bytes.includes(one.award))
    assert.ok(!bytes.includes(two.award), 'nor taken away')
    assert.equal((await (await open(two, await code(two))).get(`/mine/${two.award}`)).status, 200)
  })

  const withoutGrade = ({ grade: none, ...rest }: CohortRow): CohortRow => {
    assert.ok(none !== undefined)
    return rest
  }

  async function anotherDesign(): Promise<ExampleDesk> {
    const path = fileURLToPath(
      new URL(
        '../../../examples/designs/02-water-stewardship-in-dry-regions.yaml',
        import.meta.url,
      ),
    )
    const design = freeze(loadDesign(path), house.clock.now())
    await inside((tx) =>
      tx
        .insertInto('design')
        .values({
          organisation_id: desk.organisation,
          id: design.id,
          version: design.version,
          body: JSON.stringify(design),
          digest: design.frozen?.digest ?? '',
          frozen_at: house.clock.now(),
        })
        .execute(),
    )
    return { ...desk, design }
  }

  it('stay as far as a law demands, which is told before, and only until its day', async () => {
    const sets = await makePerson(fresh.store, 'Sets', { [desk.organisation]: ['owner'] })
    const rule = await signedIn(app, house, sets, desk.organisation)
    assert.equal((await rule.post('/kept-records', { law: 'X', years: 'many' })).status, 422)
    const law = { law: 'The Higher Education Act', years: '5' }
    assert.equal((await rule.post('/kept-records', law)).status, 303)
    const learner = {
      ...row.learner,
      givenName: 'Lawmarker',
      identifiers: [{ scheme: 'Student number', value: 'LAW-1' }],
    }
    const [one] = await sealAwards(house, desk, [{ ...row, learner, row: 601 }])
    assert.ok(one !== undefined)
    const at = await open(one, markers.birthday)
    const preview = await (await at.get(`/mine/${one.award}/erase`)).text()
    assert.match(
      preview,
      /The Higher Education Act obliges the university to keep it, until 28 February 2031/,
    )
    const answer = await at.post(`/mine/${one.award}/erase`, {
      sure: 'yes',
      fact: markers.birthday,
    })
    assert.match(await answer.text(), /What the law obliges/)
    assert.ok(
      !(await wholeDatabase(fresh.owner)).includes('Lawmarker'),
      'not readable in any table',
    )
    const owner = await makePerson(fresh.store, 'Owner', { [desk.organisation]: ['owner'] })
    const auditor = await makePerson(fresh.store, 'Auditor', { [desk.organisation]: ['auditor'] })
    const byOwner = await signedIn(app, house, owner, desk.organisation)
    assert.ok((await (await byOwner.get('/kept-records')).text()).includes('Lawmarker'))
    const byAuditor = await signedIn(app, house, auditor, desk.organisation)
    assert.equal((await byAuditor.get('/kept-records')).status, 403)
    const looked = await inside<unknown[]>((tx) =>
      tx.selectFrom('audit').where('action', '=', 'kept records read').select('actor').execute(),
    )
    assert.deepEqual(looked, [{ actor: `person:${owner}` }])
    const kept = () =>
      inside<Awaited<ReturnType<typeof keptRecords>>>((tx) =>
        keptRecords(house, tx, desk.organisation),
      )
    const [record] = await kept()
    assert.equal(record?.name, `Lawmarker ${markers.family}`)
    const later = { clock: { now: () => new Date('2031-03-01T00:00:00Z') } }
    assert.equal(await inside((tx) => dropOverdueRecords(later, tx, desk.organisation)), 1)
    assert.deepEqual(await kept(), [])
    const back = await signedIn(app, house, sets, desk.organisation)
    assert.equal((await back.post('/kept-records', { law: '', years: '' })).status, 303)
    const none = await (await back.get('/kept-records')).text()
    assert.match(none, /no law is named/)
  })
})
