// The first page and what the service says about itself.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { readExampleAlliance } from '../example/alliance.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse } from '../test-house.ts'
import { cataloguesOf } from '../web/messages.ts'
import { wording } from './privacy.tsx'

describe('the front', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let get: (path: string, language?: string) => Promise<{ status: number; text: string }>
  const alliance = readExampleAlliance()

  before(async () => {
    await fresh.store.atTheDoor((tx) =>
      tx
        .insertInto('alliance')
        .values({ id: 'mosaica', name: JSON.stringify(alliance.name) })
        .execute(),
    )
    for (const { id, issuer } of alliance.organisations)
      await fresh.store.asOrganisation(id, (tx) =>
        tx
          .insertInto('organisation')
          .values({
            id,
            alliance_id: 'mosaica',
            profile: JSON.stringify(issuer.organisation),
            issuer: JSON.stringify(issuer),
          })
          .execute(),
      )
    const app = createApp(testHouse(fresh.store))
    get = async (path, language = 'en') => {
      const headers = { accept: 'text/html', 'accept-language': language }
      const answer = await app.request(path, { headers })
      return { status: answer.status, text: await answer.text() }
    }
  })

  it('names the alliance and every university, each in the reader’s language where it has one', async () => {
    const { text } = await get('/', 'es')
    assert.match(text, /Mosaica Alliance/)
    assert.match(text, /Universidad de Valdeserena/)
    assert.equal(text.match(/<bdi lang=/g)?.length, alliance.organisations.length)
  })

  it('says that the example is one', async () => {
    assert.match((await get('/')).text, /the universities are invented/)
  })

  it('has a privacy notice for each university, with whom to write to', async () => {
    const { text } = await get('/privacy')
    const addresses = [...text.matchAll(/href="(\/privacy\/[^"]+)"/g)].map(([, path = '']) => path)
    assert.equal(addresses.length, alliance.organisations.length)
    for (const address of addresses) assert.match((await get(address)).text, /@[a-z.]+\.example/)
    assert.equal((await get('/privacy/nobody')).status, 404)
  })

  it('speaks in every language the pages have', async () => {
    for (const path of ['/', '/about', '/privacy', '/accessibility', '/nowhere']) {
      const { text } = await get(path, 'ar')
      assert.match(text, /<html lang="ar" dir="rtl">/)
    }
  })
})

describe('the privacy notice', () => {
  it('has a new version when its words change', () => {
    const source = cataloguesOf('en').find(({ area }) => area === 'privacy')?.source ?? ''
    const words = source.replaceAll(/^#.*\n/gm, '').trim()
    const sha256 = createHash('sha256').update(words).digest('hex').slice(0, 16)
    assert.equal(
      sha256,
      wording.sha256,
      'The notice was changed: give it a new day and this hash in privacy.tsx.',
    )
  })
})
