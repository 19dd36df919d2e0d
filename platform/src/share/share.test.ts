// Links: they show what was chosen and nothing else, for as long as was chosen, to whoever has them.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'
import { verify } from 'tessera/verify/verify'
import { createApp } from '../app.tsx'
import { type Given, houseWithKeys, sealAwards } from '../hold/example-holder.ts'
import { decideStatus } from '../issue/decide-status.ts'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { withOwnPublications } from '../issue/publish.ts'
import { type Browser, openBrowser } from '../server/test-visitor.ts'
import { openSecret } from '../store/secret.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import type { TestHouse } from '../test-house.ts'
import { linksOf } from './links.ts'

const marker = 'Bewerbung bei Müller'

describe('links', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let app: ReturnType<typeof createApp>
  let at: Browser
  let one: Given
  let two: Given
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    app = createApp(house)
    const given = await sealAwards(house, desk, [exampleRow(1), exampleRow(2)], ['ob3', 'sd-jwt'])
    ;[one, two] = [given[0] as Given, given[1] as Given]
    at = openBrowser(app, house)
    await at.post(`/claim/${one.secret}`, { fact: '1971-12-01' })
  })
  after(() => close())

  const stranger = () => openBrowser(app, house)
  const links = () =>
    fresh.store.asOrganisation(desk.organisation, async (tx) => {
      const { secret_id: id } = await tx
        .selectFrom('award')
        .where('id', '=', one.award)
        .select('secret_id')
        .executeTakeFirstOrThrow()
      const secret = await openSecret(house, tx, desk.organisation, id)
      return linksOf(tx, house, desk.organisation, secret, one.award)
    })
  const make = async (preset: string, lasts = 'always', label = '') => {
    const answer = await at.post(`/mine/${one.award}/links`, { preset, lasts, label })
    assert.equal(answer.status, 303)
    const id = answer.headers.get('location')?.split('#link-')[1]
    const link = (await links()).find((each) => each.id === id)
    assert.ok(link !== undefined)
    return { ...link, path: new URL(link.address).pathname }
  }
  const read = async (path: string, who = stranger()) => {
    const answer = await who.get(path)
    return { answer, text: await answer.text() }
  }
  /** What a presentation tells, in plain text. */
  const told = (token: string) => JSON.stringify(readSdJwt(token).claims)

  it('are made by the learner alone, listed with a code and the address as text', async () => {
    const link = await make('employer', 'month', marker)
    const page = await (await at.get(`/mine/${one.award}/links`)).text()
    assert.ok(page.includes(marker))
    assert.ok(page.includes(`>${link.address}<`))
    assert.match(page, /<svg[^>]*role="img"/)
    assert.ok(page.includes(encodeURIComponent(link.address)), 'LinkedIn with this link')
    assert.equal((await stranger().get(`/mine/${one.award}/links`)).status, 404)
    const post = await stranger().post(`/mine/${one.award}/links`, {
      preset: 'everything',
      lasts: 'week',
    })
    assert.equal(post.status, 404)
    for (const wrong of [{ preset: 'all' }, { lasts: 'ever' }, { label: 'x'.repeat(101) }]) {
      const fields = { preset: 'only', lasts: 'week', label: '', ...wrong }
      assert.equal((await at.post(`/mine/${one.award}/links`, fields)).status, 422)
    }
  })

  it('show an employer what they need and neither birthday nor number', async () => {
    const { path } = await make('employer')
    const { answer, text } = await read(path)
    assert.equal(answer.status, 200)
    for (const seen of ['Ąžuolienė 1', '8.5', 'In force', 'What Žygimantė'])
      assert.ok(text.includes(seen), seen)
    for (const kept of ['1971', 'S-000001', marker]) assert.ok(!text.includes(kept), kept)
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    const token = await (await stranger().get(`${path}/file`)).text()
    const claims = told(token)
    for (const seen of ['Ąžuolienė 1', '8.5', 'learning_outcomes'])
      assert.ok(claims.includes(seen), seen)
    for (const kept of ['1971', 'S-000001']) assert.ok(!claims.includes(kept), kept)
    assert.equal((await read(`${path}/files/ob3.json`)).answer.status, 404)
    assert.equal((await read(`${path}/files/sd-jwt.sd-jwt`)).answer.status, 404)
  })

  it('show only that the learner has it', async () => {
    const { path } = await make('only')
    const { text } = await read(path)
    assert.ok(text.includes('Ąžuolienė 1'))
    for (const kept of ['1971', 'S-000001', '8.5', 'What Žygimantė', 'ECTS', 'How it was assessed'])
      assert.ok(!text.includes(kept), kept)
    const claims = told(await (await stranger().get(`${path}/file`)).text())
    assert.ok(claims.includes('Ąžuolienė 1'))
    for (const kept of ['1971', 'S-000001', '8.5', 'learning_outcomes', 'hasClaim'])
      assert.ok(!claims.includes(kept), kept)
  })

  it('show everything, with the sealed files, where that was chosen', async () => {
    const { path } = await make('everything')
    const { text } = await read(path)
    for (const seen of ['Ąžuolienė 1', '1971', 'S-000001', '8.5'])
      assert.ok(text.includes(seen), seen)
    const badge = await stranger().get(`${path}/files/ob3.json`)
    assert.equal(badge.status, 200)
    assert.match(badge.headers.get('content-disposition') ?? '', /^attachment/)
    assert.equal((await stranger().get(`${path}/files/nothing.json`)).status, 404)
  })

  it('give a file that any checker finds valid', async () => {
    for (const preset of ['employer', 'only', 'everything']) {
      const { path } = await make(preset)
      const file = Buffer.from(await (await stranger().get(`${path}/file`)).arrayBuffer())
      const { trust } = await house.keys.keysOf(desk.organisation)
      const verdict = await verify(file, {
        trust: [trust],
        now: house.clock.now(),
        resolver: withOwnPublications(house, house.resolver),
      })
      assert.equal(verdict.verdict, 'valid', `${preset}: ${JSON.stringify(verdict.checks)}`)
    }
  })

  it('count on which days they were opened, and not by whom', async () => {
    const link = await make('only')
    for (let times = 0; times < 3; times++) await read(link.path)
    await read(link.path, at)
    await app.request(new URL(link.path, house.config.address), { method: 'HEAD' })
    await stranger().get(link.path, { 'sec-purpose': 'prefetch' })
    house.wind(26 * 3_600_000)
    await read(link.path)
    await at.post(`/claim/${one.secret}`, { fact: '1971-12-01' })
    const { seen } = (await links()).find(({ id }) => id === link.id) ?? { seen: [] }
    assert.deepEqual(
      seen.map(({ count }) => count),
      [1, 3],
      'the learner’s own look is not counted, nor a fetch ahead',
    )
    const { rows } = await fresh.owner.query<{ column: string }>(
      `select attname::text as column from pg_attribute
        where attrelid = 'share_view'::regclass and attnum > 0`,
    )
    assert.deepEqual(rows.map(({ column }) => column).toSorted(), [
      'at',
      'link_id',
      'organisation_id',
    ])
    const page = await (await at.get(`/mine/${one.award}/links`)).text()
    assert.match(page, /Opened 4 times, last on/)
  })

  it('are the same nothing when unknown, switched off, over, or of another kind', async () => {
    const off = await make('everything')
    const over = await make('everything', 'week')
    assert.equal((await read(off.path)).answer.status, 200)
    const closed = await at.post(`/mine/${one.award}/links/close`, { link: off.id })
    assert.equal(closed.status, 303)
    assert.equal((await at.post(`/mine/${one.award}/links/close`, { link: off.id })).status, 404)
    house.wind(8 * 86_400_000)
    await at.post(`/claim/${one.secret}`, { fact: '1971-12-01' })
    const answers = new Set<string>()
    for (const path of [off.path, over.path, `/s/${'x'.repeat(43)}`, `/s/${one.secret}`, '/s/x'])
      for (const more of ['', '/file', '/files/ob3.json']) {
        const { answer, text } = await read(`${path}${more}`)
        const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
        answers.add(
          `${answer.status} ${JSON.stringify(headers)} ${text}`.replaceAll(`${path}${more}`, ''),
        )
      }
    assert.equal(answers.size, 1)
    assert.ok([...answers][0]?.startsWith('404 '))
  })

  it('are switched off by their own learner only', async () => {
    const link = await make('only')
    const other = openBrowser(app, house)
    await other.post(`/claim/${two.secret}`, { fact: '1971-12-01' })
    assert.equal((await other.get(`/mine/${two.award}/links`)).status, 200)
    const foreign = await other.post(`/mine/${two.award}/links/close`, { link: link.id })
    assert.equal(foreign.status, 404)
    assert.equal((await read(link.path)).answer.status, 200)
    assert.ok(!(await (await other.get(`/mine/${two.award}/links`)).text()).includes(link.address))
  })

  it('lie in the store so that nobody reads what they are for or opens them from there', async () => {
    const link = await make('only', 'always', marker)
    const { rows } = await fresh.store.asOrganisation(desk.organisation, async (tx) => ({
      rows: await tx.selectFrom('share_link').selectAll().execute(),
    }))
    const text = JSON.stringify(rows.map((row) => ({ ...row, content: [...row.content] })))
    assert.ok(!text.includes(marker))
    for (const { content } of rows) {
      assert.ok(!Buffer.from(content).includes(marker))
      assert.ok(!Buffer.from(content).includes(link.path.split('/').at(-1) ?? ''))
    }
  })

  it('tell at once what became of the award, and not why', async () => {
    const link = await make('employer')
    const by = { organisation: desk.organisation, by: desk.officer }
    const order = {
      award: one.award,
      kind: 'suspended' as const,
      reason: 'A reason for the learner.',
    }
    await fresh.store.asOrganisation(desk.organisation, (tx) => decideStatus(house, tx, by, order))
    const { text } = await read(link.path)
    assert.match(text, /does not count for now/)
    assert.ok(!text.includes('A reason for the learner.'))
    const own = await (await at.get(`/mine/${one.award}`)).text()
    assert.ok(own.includes('A reason for the learner.'))
  })
})
