// The officers' pages, from an empty cohort to the report, through the server as browsers use it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../app.tsx'
import { doAllDue } from '../jobs/worker.ts'
import { openLetter } from '../mail/letters.ts'
import { openTicket } from '../hold/tickets.ts'
import { startSession } from '../server/session.ts'
import { openSecret } from '../store/secret.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { type ExampleDesk, openExampleDesk, withExampleKeys } from './example-cohort.ts'
import { sealingTrade } from './sealing-trade.ts'

interface Seat {
  readonly cookie: string
  readonly csrf: string
}

describe('the pages of officers', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-keys-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  let house: TestHouse
  let desk: ExampleDesk
  let app: Hono
  let issuer: Seat
  let approver: Seat
  let registrar: Seat
  let auditor: Seat

  before(async () => {
    house = await withExampleKeys(testHouse(fresh.store), folder)
    desk = await openExampleDesk(house)
    app = createApp(house)
    issuer = await seat('Ida Issuer', 'issuer')
    approver = await seat('Abel Approver', 'approver')
    registrar = await seat('Reto Registrar', 'registrar')
    auditor = await seat('Ada Auditor', 'auditor')
  })

  async function seat(name: string, role: 'issuer' | 'approver' | 'registrar' | 'auditor') {
    const { organisation } = desk
    const person = await makePerson(fresh.store, name, { [organisation]: [role] })
    const secret = await fresh.store.atTheDoor((tx) =>
      startSession(tx, house, { person, organisation, device: 'test' }),
    )
    const { csrf } = await fresh.store.atTheDoor((tx) =>
      tx
        .selectFrom('session')
        .select('csrf')
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow(),
    )
    return { cookie: `tessera=${secret}`, csrf }
  }

  const get = async (who: Seat, path: string) => {
    const answer = await app.request(path, { headers: { cookie: who.cookie, accept: 'text/html' } })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const post = async (
    who: Seat,
    path: string,
    fields: Readonly<Record<string, string | File>> = {},
  ) => {
    const body = new FormData()
    body.set('csrf', who.csrf)
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const answer = await app.request(path, {
      method: 'POST',
      body,
      headers: { cookie: who.cookie, accept: 'text/html' },
    })
    const to = answer.headers.get('location') ?? ''
    return { status: answer.status, text: await answer.text(), to }
  }

  const list = [
    'First name;Surname;Date of birth;Student number;Nota;E-mail',
    'Léa;Exemple;1988-02-29;S-1;8,5;lea@learners.example',
    'Bo;<b>Ek</b>;1990-13-01;S-2;9;bo@learners.example',
    'Cy;Low;1990-01-01;S-3;3;',
  ].join('\n')

  let cohort = ''

  it('open a cohort; what is missing is said beside its field and nothing is lost', async () => {
    const empty = await get(issuer, '/cohorts')
    assert.match(empty.text, /There is no cohort yet/)
    const wrong = await post(issuer, '/cohorts/new', { name: 'Spring', 'format-edc': 'yes' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="Spring"/)
    const { design } = desk
    const made = await post(issuer, '/cohorts/new', {
      design: `${design.version} ${design.id}`,
      name: 'Spring',
      'format-ob3': 'yes',
    })
    assert.equal(made.status, 303)
    cohort = made.to
    assert.match((await get(issuer, cohort)).text, /Next: add the results/)
  })

  it('read a list with the names people give columns, and ask about those nobody knows', async () => {
    assert.equal((await get(issuer, `${cohort}/add`)).status, 200)
    const asked = await post(issuer, `${cohort}/list`, { text: `${list}`.replace('Nota', 'Grde') })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /did you mean grade/)
    assert.match(asked.text, /Léa/, 'the list comes back to be mended')
    const nothing = await post(issuer, `${cohort}/list`)
    assert.match(nothing.text, /Choose a file or paste cells/)
    const broken = await post(issuer, `${cohort}/list`, {
      file: new File(['a,b\n"'], 'x.csv'),
    })
    assert.equal(broken.status, 422)
    const file = new File([list], 'learners.csv', { type: 'text/csv' })
    const entered = await post(issuer, `${cohort}/list`, { file })
    assert.match(entered.to, /done=entered&count=3/)
    const page = await get(issuer, entered.to)
    assert.match(page.text, /2 rows need attention/)
    assert.match(page.text, /“1990-13-01” is not a possible day/)
    assert.ok(!page.text.includes('<b>Ek</b>'), 'what was typed is text')
    const again = await post(issuer, `${cohort}/list`, { text: list })
    assert.match(again.to, /done=unchanged/)
  })

  it('mend a row in its place', async () => {
    const page = await get(issuer, `${cohort}?show=faulty`)
    const [, at = ''] = /action="([^"]+\/mend[^"]*)"/.exec(page.text) ?? []
    const path = at.replaceAll('&amp;', '&')
    const wrong = await post(issuer, path, { date_of_birth: '1990-31-31' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="1990-31-31"/)
    const right = await post(issuer, path, { date_of_birth: '1990-12-01' })
    assert.match(right.to, /done=mended/)
    const whole = await get(issuer, path.replace(/\/mend.*/, ''))
    assert.match(whole.text, /Row saved/)
  })

  it('take over, submit, and let only a second person approve', async () => {
    assert.match((await post(issuer, `${cohort}/take-over`)).to, /count=2/)
    const one = { given_name: 'Di', family_name: 'Uno', identifier: 'S-9', grade: '7' }
    assert.equal((await post(issuer, `${cohort}/one`, { ...one, grade: 'x' })).status, 422)
    assert.match((await post(issuer, `${cohort}/one`, one)).to, /done=entered/)
    const summary = await get(issuer, `${cohort}/summary`)
    assert.match(summary.text, /Submit 3 awards for approval/)
    assert.match(summary.text, /Léa Exemple/)
    assert.equal((await post(issuer, `${cohort}/submit`)).status, 303)
    assert.equal((await post(issuer, `${cohort}/approve`)).status, 403)
    const waiting = await get(approver, cohort)
    assert.match(waiting.text, /This waits for your approval/)
    assert.equal((await post(approver, `${cohort}/send-back`)).status, 422)
    await post(approver, `${cohort}/send-back`, { word: 'Check row 3' })
    assert.match((await get(issuer, cohort)).text, /Check row 3/)
    await post(issuer, `${cohort}/submit`)
    assert.equal((await post(approver, `${cohort}/approve`)).status, 303)
    const late = await post(issuer, `${cohort}/list`, { text: list })
    assert.equal(late.status, 409)
  })

  it('shows one certificate before anything is sealed', async () => {
    const picture = await get(approver, `${cohort}/preview.png`)
    assert.equal(picture.status, 200)
    assert.equal(picture.headers.get('content-type'), 'image/png')
  })

  it('seal, with a bar that tells how far it is, and report', async () => {
    assert.match((await get(issuer, cohort)).text, /Seal 3 awards now/)
    assert.equal((await post(issuer, `${cohort}/seal`)).status, 303)
    const running = await get(issuer, cohort)
    assert.match(running.text, /<progress/)
    assert.match(running.text, /http-equiv="refresh"/)
    assert.equal((await post(issuer, `${cohort}/pause`)).status, 303)
    assert.equal((await post(issuer, `${cohort}/stop`)).status, 422)
    assert.equal((await post(issuer, `${cohort}/resume`)).status, 303)
    await doAllDue(house, [sealingTrade])
    const told = JSON.parse((await get(issuer, `${cohort}/progress`)).text)
    assert.deepEqual([told.state, told.done, told.all], ['done', 3, 3])
    const report = await get(issuer, cohort)
    assert.match(report.text, /3 awards are sealed/)
    const file = await get(auditor, `${cohort}/report.csv`)
    assert.match(file.text, /Léa Exemple/)
    assert.equal((await get(issuer, `${cohort}/slips`)).status, 200)
  })

  let award = ''

  it('find an award, and give its files', async () => {
    const all = await get(auditor, '/awards')
    const [, id = ''] = /\/awards\/([0-9a-f-]{36})/.exec(all.text) ?? []
    const found = await get(registrar, '/awards?q=S-1')
    const [, at = ''] = /href="(\/awards\/[0-9a-f-]{36})"/.exec(found.text) ?? []
    award = at
    assert.match(found.text, /Léa Exemple/)
    assert.equal((await get(registrar, `/awards?q=${id}`)).status, 200)
    const page = await get(registrar, award)
    assert.match(page.text, /This award is in force/)
    const [, file = ''] = /href="([^"]+\/files\/[^"]+)"/.exec(page.text) ?? []
    const bytes = await get(registrar, file)
    assert.equal(bytes.status, 200)
    assert.match(bytes.headers.get('content-disposition') ?? '', /attachment/)
    assert.equal((await get(registrar, `${award}/files/none.txt`)).status, 404)
  })

  it('correct it: what is wrong is said beside the cell, and the old one leads to the new', async () => {
    const form = await get(registrar, `${award}/correct`)
    assert.match(form.text, /value="Exemple"/)
    const cells = {
      given_name: 'Léa',
      family_name: 'Exemple-Dupont',
      date_of_birth: '1988-02-29',
      identifier: 'S-1',
      identifier_scheme: 'Student number',
      grade: '8,5',
    }
    const wrong = await post(registrar, `${award}/correct`, { ...cells, date_of_birth: 'x' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Exemple-Dupont/)
    const right = await post(registrar, `${award}/correct`, { ...cells, reason: 'Married name' })
    assert.equal(right.status, 303, right.text)
    const old = await get(registrar, award)
    assert.match(old.text, /Replaced by a correction/)
    assert.match(old.text, /Married name/)
    assert.equal((await get(registrar, `${award}/decide`)).status, 409)
    award = right.to
    assert.match((await get(registrar, award)).text, /Exemple-Dupont/)
  })

  it('suspend, restore and withdraw it, each with a reason', async () => {
    assert.equal((await post(issuer, `${award}/decide`, { kind: 'withdrawn' })).status, 403)
    const wrong = await post(registrar, `${award}/decide`, { kind: 'suspended' })
    assert.equal(wrong.status, 422)
    for (const kind of ['suspended', 'restored', 'withdrawn']) {
      const done = await post(registrar, `${award}/decide`, { kind, reason: `Because ${kind}` })
      assert.equal(done.status, 303)
      assert.match((await get(registrar, award)).text, new RegExp(`Because ${kind}`))
    }
  })

  it('answer what learners wrote', async () => {
    const id = award.split('/').at(-1) ?? ''
    const ticket = await fresh.store.asOrganisation(desk.organisation, async (tx) => {
      const { secret_id: secret } = await tx
        .selectFrom('award')
        .select('secret_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return openTicket(
        tx,
        house,
        desk.organisation,
        await openSecret(house, tx, desk.organisation, secret),
        { award: id, about: 'name', text: '<i>Dupont</i> please' },
      )
    })
    const page = await get(registrar, '/tickets')
    assert.match(page.text, /&lt;i&gt;Dupont/)
    assert.equal((await post(registrar, `/tickets/${ticket}`)).status, 422)
    assert.equal(
      (await post(registrar, `/tickets/${ticket}`, { answer: 'It is done.' })).status,
      303,
    )
    assert.equal((await post(registrar, `/tickets/${ticket}`, { answer: 'Again.' })).status, 409)
    assert.match((await get(registrar, '/tickets')).text, /Nobody waits/)
    assert.match((await get(registrar, award)).text, /It is done\./)
  })

  it('show the audit to the auditor, whole', async () => {
    assert.equal((await get(issuer, '/audit')).status, 403)
    const page = await get(auditor, '/audit?check=yes')
    assert.match(page.text, /each bound to the one before/)
    assert.match(page.text, /Sealed as a correction/)
    const file = await get(auditor, '/audit.csv')
    assert.match(file.text, /award corrected/)
  })

  it('speak Spanish', async () => {
    for (const path of ['/cohorts', cohort, `${cohort}?show=all`, '/awards', award, '/tickets']) {
      const page = await get(registrar, `${path}${path.includes('?') ? '&' : '?'}lang=es`)
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.text, /issue-[a-z]/)
    }
  })

  it('lead learners to their names behind a link, in their language', async () => {
    const { design } = desk
    const made = await post(issuer, '/cohorts/new', {
      design: `${design.version} ${design.id}`,
      name: 'Names',
      'format-ob3': 'yes',
    })
    const learner = {
      identifier: 'S-77',
      grade: '9',
      email: 'zoe@learners.example',
      language: 'pl',
    }
    await post(issuer, `${made.to}/one`, { given_name: 'Zoe', family_name: 'Zet', ...learner })
    assert.match((await post(issuer, `${made.to}/names`)).to, /done=asked&count=1/)
    const link = await fresh.store.asOrganisation(desk.organisation, async (tx) => {
      const row = await tx
        .selectFrom('letter')
        .selectAll()
        .where('kind', '=', 'names')
        .executeTakeFirstOrThrow()
      const secret = await openSecret(house, tx, desk.organisation, row.secret_id ?? '')
      return openLetter(house, desk.organisation, row.id, secret, row.content).link ?? ''
    })
    const path = new URL(link).pathname
    const stranger = { cookie: '', csrf: '' }
    assert.match((await get(stranger, path)).text, /Zoe Zet/)
    const missing = await post(stranger, path, { answer: 'wrong', given: '', family: '', full: '' })
    assert.equal(missing.status, 422)
    const other = await post(stranger, path, { answer: 'wrong', given: 'Zoë', family: 'Zet' })
    assert.match(other.text, /we have got it/)
    assert.match((await get(issuer, `${made.to}?show=changed`)).text, /Zoë/)
    await post(issuer, `${made.to}/submit`)
    assert.equal((await get(stranger, path)).status, 409)
    assert.equal((await get(stranger, `${path.slice(0, -2)}xx`)).status, 404)
  })

  it('say nothing of what is not there', async () => {
    const nothing = '/cohorts/00000000-0000-4000-8000-000000000000'
    for (const path of [nothing, `${nothing}/add`, '/cohorts/x', `${nothing}/report.csv`])
      assert.equal((await get(issuer, path)).status, 404)
  })
})
