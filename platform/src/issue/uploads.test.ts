// Whatever is uploaded as a list of learners: read or refused with a sentence, never a fault of ours; and whatever
// was typed leaves in exports that no spreadsheet runs.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { archiveOf, workbookOf } from 'tessera/read/example-archive'
import { csvText, readCsv } from 'tessera/read/csv'
import type { Hono } from 'hono'
import { createApp } from '../app.tsx'
import { startSession } from '../server/session.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { reportFile } from './awards-of-cohort.ts'
import { openCohort } from './cohorts.ts'
import { type ExampleDesk, openExampleDesk } from './example-cohort.ts'

const own = fileURLToPath(new URL('../../../../shared/reference/security/own/', import.meta.url))
const missing = existsSync(own) ? false : 'no reference data'

describe('uploads of lists', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let app: Hono
  let cookie = ''
  let csrf = ''
  let cohort = ''

  before(async () => {
    house = testHouse(fresh.store)
    desk = await openExampleDesk(house)
    app = createApp(house)
    const { organisation, design } = desk
    const person = await makePerson(fresh.store, 'Ida', { [organisation]: ['issuer'] })
    const secret = await fresh.store.atTheDoor((tx) =>
      startSession(tx, house, { person, organisation, device: 'test' }),
    )
    cookie = `tessera=${secret}`
    const session = await fresh.store.atTheDoor((tx) =>
      tx.selectFrom('session').select('csrf').executeTakeFirstOrThrow(),
    )
    csrf = session.csrf
    const plan = { design: design.id, version: design.version, name: 'Spring', formats: ['edc'] }
    cohort = await fresh.store.asOrganisation(
      organisation,
      async (tx) => (await openCohort(tx, house, { organisation, by: person }, plan)) ?? '',
    )
  })

  const upload = async (bytes: Uint8Array, name: string, more: Record<string, string> = {}) => {
    const body = new FormData()
    body.set('csrf', csrf)
    body.set('file', new File([new Uint8Array(bytes)], name))
    for (const [field, value] of Object.entries(more)) body.set(field, value)
    const answer = await app.request(`/cohorts/${cohort}/list`, {
      method: 'POST',
      body,
      headers: { cookie, accept: 'text/html' },
    })
    return { status: answer.status, text: await answer.text() }
  }

  it('reads a workbook', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
      <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" s="1"><v>32203</v></c></row>`
    const names = ['Vorname', 'Nachname', 'Geburtsdatum', 'Zoë', 'Zet']
    const answer = await upload(workbookOf(rows, names), 'learners.xlsx')
    assert.equal(answer.status, 303, answer.text)
  })

  it('refuses an archive that is no workbook', async () => {
    const answer = await upload(archiveOf([['a.txt', 'x']]), 'learners.xlsx')
    assert.equal(answer.status, 422)
    assert.match(answer.text, /no Excel workbook/)
  })

  for (const area of ['csv', 'archives'])
    it(`answers to every hostile file of ${area}`, { skip: missing }, async () => {
      for (const name of readdirSync(`${own}${area}`))
        for (const leaveOut of ['', 'yes']) {
          const begun = performance.now()
          const answer = await upload(readFileSync(`${own}${area}/${name}`), name, {
            'leave-out': leaveOut,
          })
          assert.ok(answer.status < 500, `${name}: ${answer.status}`)
          assert.ok([303, 422].includes(answer.status), `${name}: ${answer.status}`)
          assert.ok(performance.now() - begun < 10_000, name)
        }
      assert.ok(!('polluted' in Object.prototype))
    })

  it(
    'keeps names that must work as they are, and shows markup as text',
    { skip: missing },
    async () => {
      const strings = (file: string) => {
        const read = JSON.parse(readFileSync(`${own}strings/${file}`, 'utf8'))
        return (read.cases as unknown[]).flatMap((one): string[] =>
          typeof one === 'string'
            ? [one]
            : Object.values(one as object).filter((v) => typeof v === 'string'),
        )
      }
      for (const file of [
        'names-that-must-work.json',
        'markup-strings.json',
        'csv-injection.json',
      ]) {
        const names = strings(file).filter((one) => one.length < 150)
        assert.ok(names.length > 5, file)
        const lines = names.map((one, i) => `"${one.replaceAll('"', '""')}",${file}-${i}`)
        const answer = await upload(
          Buffer.from(`full_name,identifier\n${lines.join('\n')}`),
          'learners.csv',
        )
        assert.ok([303, 422].includes(answer.status), `${file}: ${answer.status}`)
        const page = await app.request(`/cohorts/${cohort}?show=all`, { headers: { cookie } })
        assert.equal(page.status, 200)
        assert.doesNotMatch(
          await page.text(),
          /<script(?![^>]*src="\/assets)|<(?:img|iframe|svg|a|b|math|body)\b[^>]*\son\w+=|href="javascript:/,
        )
      }
    },
  )

  it('lets no cell of an export begin a formula, and loses nothing', { skip: missing }, () => {
    const { cases } = JSON.parse(readFileSync(`${own}strings/csv-injection.json`, 'utf8'))
    const awards = (cases as string[]).map((name) => ({
      id: '1',
      name,
      identifier: name,
      delivery: 'sent' as const,
      openedAt: null,
      claimedAt: null,
      remindedAt: null,
      standing: 'valid' as const,
    }))
    const { rows } = readCsv(Buffer.from(reportFile(awards)))
    assert.equal(rows.length, cases.length)
    for (const [i, { cells }] of rows.entries()) {
      const cell = cells.get('name') ?? ''
      assert.doesNotMatch(cell, /^[\s\u200b\u200e\u200f\u2060\ufeff]*[=+\-@\t\r\n＝＋－＠]/)
      assert.equal(csvText(cell), cases[i])
    }
  })
})
