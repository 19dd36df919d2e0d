// Letters: to one plain address, with nothing of what people typed in a header, again until they are taken.

import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SMTPServer } from 'smtp-server'
import type { House } from '../house.ts'
import { leaseJobs } from '../jobs/queue.ts'
import { doAllDue } from '../jobs/worker.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { languages, sayIn } from '../web/messages.ts'
import { isMailAddress } from './address.ts'
import { compose } from './compose.ts'
import { letterKinds, queueLetters } from './letters.ts'
import { letterTrade } from './send-letters.ts'
import { openMailer } from './smtp-mailer.ts'

const reference =
  process.env['TESSERA_REFERENCE'] ??
  fileURLToPath(new URL('../../../../shared/reference', import.meta.url))
const vectorFile = join(reference, 'security', 'own', 'strings', 'mail-injection.json')
const vectors: readonly { readonly field: string; readonly value: string }[] = existsSync(
  vectorFile,
)
  ? JSON.parse(readFileSync(vectorFile, 'utf8')).cases
  : []
const without = vectors.length === 0 ? 'the reference data is not here' : false

describe('an address a letter may go to', () => {
  for (const good of [
    'lea@example.org',
    "o'neil+a@uni.example",
    'a.b_c@x-y.uni.example',
    'A@B.EXAMPLE',
  ])
    it(`may be ${good}`, () => assert.equal(isMailAddress(good), true))
  for (const bad of [
    '',
    'a',
    'a@b',
    '@b.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@127.0.0.1',
    'a b@c.example',
    'a@-b.example',
    '.a@b.example',
    'a@b.example.',
    `${'a'.repeat(65)}@b.example`,
  ])
    it(`may not be ${JSON.stringify(bad)}`, () => assert.equal(isMailAddress(bad), false))

  it('is none of those that attack', { skip: without }, () => {
    const passed = vectors
      .filter(({ field }) => field === 'address')
      .map(({ value }) => value)
      .filter(isMailAddress)
    assert.deepEqual(passed, ['A@B.EXAMPLE'])
  })
})

describe('a letter in words', () => {
  const words = { name: 'Núria', title: 'Water', organisation: 'Uni', reason: 'a slip' }
  for (const language of languages)
    for (const kind of letterKinds.filter((one) => one !== 'slip'))
      it(`says what it is about: ${kind}, ${language}`, () => {
        const link = 'https://uni.example/claim/x'
        const letter = compose(kind, { to: 'a@b.example', words, link }, sayIn(language), language)
        assert.match(letter.subject, /Uni/)
        assert.ok(letter.text.includes(`\n${link}\n`))
        assert.ok(letter.html.includes(`lang="${language}"`))
        assert.doesNotMatch(letter.html, /<img|<script|<link|style=/)
        assert.doesNotMatch(letter.text + letter.subject, /\{|letters-/)
      })

  it('is text where a name looks like mark-up', () => {
    const evil = { ...words, name: '<img src=x onerror=alert(1)>"&' }
    const { html } = compose('awarded', { to: 'a@b.example', words: evil }, sayIn('en'), 'en')
    assert.doesNotMatch(html, /<img/)
  })
})

interface Arrived {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

describe('the outbox', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const arrived: Arrived[] = []
  let answer: ((to: string) => number) | undefined
  let house: TestHouse & House
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = answer?.(address) ?? 250
      done(code < 300 ? undefined : Object.assign(new Error('no'), { responseCode: code }))
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        arrived.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
  })

  before(async () => {
    await new Promise<void>((settle) => {
      server.listen(0, '127.0.0.1', settle)
    })
    const { port } = server.server.address() as AddressInfo
    const mailer = openMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      mailFrom: 'Tessera <no-reply@tessera.example>',
    })
    house = testHouse(fresh.store, { mailer })
    await house.store.asOrganisation('uni', async (tx) => {
      await tx.insertInto('alliance').values({ id: 'all', name: '{}' }).execute()
      await tx
        .insertInto('organisation')
        .values({ id: 'uni', alliance_id: 'all', profile: '{}', issuer: '{}' })
        .execute()
    })
  })
  after(() => new Promise<void>((settle) => server.close(settle)))

  const write = (to: string, name: string, title = 'Water') =>
    house.store.asOrganisation('uni', (tx) =>
      queueLetters(house, tx, 'uni', [
        {
          kind: 'awarded',
          language: 'en',
          content: {
            to,
            words: { name, title, organisation: 'Uni' },
            link: 'https://uni.example/claim/secret-of-the-link',
          },
        },
      ]),
    )
  const send = () => doAllDue(house, [letterTrade])
  const letter = async (id: string | undefined) => {
    const rows = await house.store.asOrganisation('uni', (tx) =>
      tx
        .selectFrom('letter')
        .selectAll()
        .where('id', '=', id ?? '')
        .execute(),
    )
    return rows[0]
  }

  it('sends once, with its own number, and forgets the link', async () => {
    const [id] = await write('lea@example.org', 'Léa')
    await send()
    await send()
    assert.equal(arrived.length, 1)
    const { to, raw, from } = arrived[0] ?? { to: [], raw: '', from: '' }
    assert.deepEqual([to, from], [['lea@example.org'], 'no-reply@tessera.example'])
    assert.match(raw, new RegExp(`^Message-ID: <${id}@localhost>\r$`, 'm'))
    assert.match(raw, /^Content-Language: en\r$/m)
    assert.match(raw, /multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/)
    const row = await letter(id)
    assert.equal(row?.state, 'sent')
    const { openLetter } = await import('./letters.ts')
    const content = openLetter(house, 'uni', id ?? '', undefined, row?.content ?? new Uint8Array())
    assert.deepEqual(Object.keys(content), ['to', 'words'])
  })

  it('lets nothing people typed into a header', { skip: without }, async () => {
    arrived.length = 0
    const evil = vectors.filter(({ field }) => ['name', 'subject', 'body'].includes(field))
    for (const { value } of evil) await write('lea@example.org', value, value)
    await send()
    assert.equal(arrived.length, evil.length)
    const names = (raw: string) =>
      raw
        .slice(0, raw.indexOf('\r\n\r\n'))
        .split('\r\n')
        .filter((line) => !/^\s/.test(line))
        .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
        .toSorted()
    const [first] = arrived
    for (const { raw, to } of arrived) {
      assert.deepEqual(names(raw), names(first?.raw ?? ''))
      assert.deepEqual(to, ['lea@example.org'])
    }
  })

  it('marks what is refused for good, and does not try it again', async () => {
    arrived.length = 0
    answer = () => 550
    const [id] = await write('gone@example.org', 'Léa')
    await send()
    answer = undefined
    const row = await letter(id)
    assert.deepEqual([row?.state, row?.last_error], ['bounced', '550'])
    house.wind(3_600_000)
    await send()
    assert.equal(arrived.length, 0)
  })

  it('tries again what is refused for now', async () => {
    arrived.length = 0
    answer = () => 451
    const [id] = await write('slow@example.org', 'Léa')
    await send()
    assert.equal((await letter(id))?.state, 'waiting')
    answer = undefined
    await send()
    assert.equal(arrived.length, 0, 'not at once')
    house.wind(5_000)
    await send()
    assert.equal(arrived.length, 1)
    assert.equal((await letter(id))?.state, 'sent')
  })

  it('waits as long as no mail server is named', async () => {
    const mute: House = { ...house, mailer: openMailer({ mailFrom: 'x@y.example' }) }
    const [id] = await write('lea@example.org', 'Léa')
    for (let i = 0; i < 60; i++) {
      await doAllDue(mute, [letterTrade])
      house.wind(61_000)
    }
    assert.equal((await letter(id))?.state, 'waiting')
    await send()
    assert.equal((await letter(id))?.state, 'sent')
    assert.deepEqual(await leaseJobs(house, { kinds: ['letter'], most: 9, millis: 1 }), [])
  })

  it('writes to nobody that is no address', async () => {
    await assert.rejects(write('a@b.example, c@d.example', 'Léa'))
  })
})
