// Passkeys in a real browser, with a device that Chromium plays.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { createApp } from '../app.tsx'
import { signedIn } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { inviteMember } from './members.ts'

const executablePath = '/usr/bin/chromium'
const skip = noPostgres || (existsSync(executablePath) ? false : 'no Chromium here')

describe('a passkey', { skip, timeout: 120_000 }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let server: Server
  let browser: Browser
  let app: ReturnType<typeof createApp>
  before(async () => {
    server = createServer()
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = `http://localhost:${(server.address() as AddressInfo).port}`
    house = testHouse(fresh.store, { config: { address } })
    app = createApp(house)
    server.on('request', getRequestListener(app.fetch))
    await makeOrganisations(fresh.store, 'north')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  after(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  /** A device of its own; whether its owner is verified can be set. */
  const open = async (verified = true) => {
    const context = await browser.newContext()
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const device = await context.newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: verified,
        automaticPresenceSimulation: true,
      },
    })
    return { context, page }
  }
  const press = async (page: Page) => {
    await page.locator('form[data-passkey] button').click()
  }
  const at = (path: string) => `${house.config.address}${path}`
  const personIn = async (context: BrowserContext) => {
    const secret = (await context.cookies()).find(({ name }) => name === 'tessera')?.value
    const guest = await signedIn(app, house, await anybody(), undefined)
    guest.cookies.set('tessera', secret ?? '')
    return (await guest.visitor())?.person?.id
  }
  let somebody: string | undefined
  const anybody = async () => (somebody ??= await makePerson(fresh.store, 'Somebody'))
  const signInWith = async (context: BrowserContext, person: string) => {
    const { cookies } = await signedIn(app, house, person, 'north')
    const value = cookies.get('tessera') ?? ''
    await context.addCookies([{ name: 'tessera', value, url: house.config.address }])
  }
  const countOf = async (person: string) =>
    (await fresh.owner.query('select 1 from passkey where person_id = $1', [person])).rowCount

  const makeKey = async (person: string) => {
    const opened = await open()
    await signInWith(opened.context, person)
    await opened.page.goto(at('/account'))
    await press(opened.page)
    await opened.page.getByText('Chrome, Linux').first().waitFor()
    await opened.context.clearCookies()
    return opened
  }

  it('is made in the account, and signs in afterwards', async () => {
    const person = await makePerson(fresh.store, 'Kai', { north: ['issuer'] })
    const { context, page } = await makeKey(person)
    assert.equal(await countOf(person), 1)
    await page.goto(at('/sign-in?next=/account'))
    await press(page)
    await page.waitForURL(at('/account'))
    assert.equal(await personIn(context), person)
    await context.close()
  })

  it('renews the proof of its person, and of nobody else', async () => {
    const person = await makePerson(fresh.store, 'Pia', { north: ['owner'] })
    const { context, page } = await makeKey(person)
    await signInWith(context, person)
    await page.goto(at('/prove?next=/stop'))
    await press(page)
    await page.waitForURL(at('/stop'))
    await signInWith(context, await makePerson(fresh.store, 'Not Pia'))
    await page.goto(at('/prove?next=/account'))
    await press(page)
    await page.getByRole('heading', { name: /somebody else/ }).waitFor()
    await context.close()
  })

  it('is not made by a device that does not ask who holds it', async () => {
    const person = await makePerson(fresh.store, 'Una')
    const { context, page } = await open(false)
    await signInWith(context, person)
    await page.goto(at('/account'))
    await press(page)
    await page.getByText('The passkey was not used').waitFor()
    assert.equal(await countOf(person), 0)
    await context.close()
  })

  it('that counts backwards may be a copy, and lets nobody in', async () => {
    const person = await makePerson(fresh.store, 'Cop')
    const { context, page } = await makeKey(person)
    await fresh.owner.query('update passkey set counter = 1000 where person_id = $1', [person])
    await page.goto(at('/sign-in'))
    await press(page)
    await page.getByRole('heading', { name: /may have been copied/ }).waitFor()
    assert.equal(await personIn(context), undefined)
    await context.close()
  })

  it('answers each challenge once, and only its own', async () => {
    const person = await makePerson(fresh.store, 'Rey')
    const { context, page } = await makeKey(person)
    const answer = await caught(page, at('/sign-in'))
    const replay = async (fields: Record<string, string>) =>
      (await page.request.post(at('/sign-in/passkey'), { form: fields, maxRedirects: 0 })).status()
    assert.equal(await replay({ answer }), 303, 'the first time')
    assert.equal(await replay({ answer }), 403, 'used up')
    await page.request.post(at('/sign-in/passkey/options'))
    assert.equal(await replay({ answer }), 403, 'the answer to another challenge')
    for (const broken of [
      '',
      '{',
      '{}',
      '[]',
      'null',
      '{"id":1}',
      answer.replace('"id":"', '"id":"x'),
    ]) {
      await page.request.post(at('/sign-in/passkey/options'))
      assert.equal(await replay({ answer: broken }), 403, broken.slice(0, 20))
    }
    await context.close()
  })

  it('of a page elsewhere is worth nothing here', async () => {
    const person = await makePerson(fresh.store, 'Phi')
    const { context, page } = await makeKey(person)
    const answer = await caught(page, at('/sign-in'))
    const said = JSON.parse(answer) as { response: { clientDataJSON: string } }
    const data = JSON.parse(
      Buffer.from(said.response.clientDataJSON, 'base64url').toString(),
    ) as Record<string, unknown>
    said.response.clientDataJSON = Buffer.from(
      JSON.stringify({ ...data, origin: 'https://evil.example' }),
    ).toString('base64url')
    const answered = await page.request.post(at('/sign-in/passkey'), {
      form: { answer: JSON.stringify(said) },
      maxRedirects: 0,
    })
    assert.equal(answered.status(), 403)
    await context.close()
  })

  it('takes up an invitation', async () => {
    const owner = await makePerson(fresh.store, 'Owner', { north: ['owner'] })
    const { person, secret } = await fresh.store.asOrganisation('north', (tx) =>
      inviteMember(
        tx,
        house,
        { organisation: 'north', by: owner },
        { name: 'Ona', language: 'en', roles: ['designer'] },
      ),
    )
    const { context, page } = await open()
    await page.goto(at(`/join/${secret}`))
    await press(page)
    await page.waitForURL(at('/'))
    assert.equal(await personIn(context), person)
    assert.equal((await page.request.get(at(`/join/${secret}`))).status(), 404)
    await context.close()
  })

  it('that is the only way in stays', async () => {
    const person = await makePerson(fresh.store, 'Sol')
    const { context, page } = await makeKey(person)
    await signInWith(context, person)
    await page.goto(at('/account'))
    await page.getByRole('button', { name: /Remove/ }).click()
    await page.getByText('This is your only way in').waitFor()
    assert.equal(await countOf(person), 1)
    await context.close()
  })
})

/** What the device would answer, kept from being sent. */
async function caught(page: Page, address: string): Promise<string> {
  await page.goto(address)
  const sent = new Promise<string>((resolve) => {
    void page.route('**/sign-in/passkey', (route) => {
      resolve(new URLSearchParams(route.request().postData() ?? '').get('answer') ?? '')
      return route.abort()
    })
  })
  await page.locator('form[data-passkey] button').click()
  const answer = await sent
  await page.unrouteAll()
  return answer
}
