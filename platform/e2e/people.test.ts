// Signing in at a university, looking after one's account, inviting a colleague, stopping all sealing: as people
// do it, with nothing on the way that axe objects to.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { makeOrganisations, makePerson } from '#platform/test-house.js'
import { sayIn } from '#platform/web/messages.js'
import { noPostgres } from '#platform/store/test-store.js'
import { barriers, pressed, typed, unlessBrowser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

const people = {
  lina: { name: 'Lina Haddad', locale: 'en', schac_home_organization: 'uni.example' },
  marek: { name: 'Marek Nowak' },
}

describe('people', { skip: unlessBrowser || noPostgres, timeout: 180_000 }, () => {
  let stage: Stage
  before(async () => {
    stage = await openStage({ people })
    const { store } = stage.service.house
    await makeOrganisations(store, 'north', 'south')
    const owner = await makePerson(store, 'Olga', { north: ['owner'], south: ['auditor'] })
    await store.atTheDoor((tx) =>
      tx
        .insertInto('identifier')
        .values({
          kind: 'oidc',
          authority: 'https://elsewhere.example',
          value: 'olga',
          person_id: owner,
          verified_at: new Date(),
        })
        .execute(),
    )
  })
  after(() => stage.close())

  const asOwner = async (options = {}): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await stage.browser.visit(options)
    const page = await context.newPage()
    await page.goto('/sign-in/as/owner?at=north')
    return { context, page }
  }

  it('sign in at their university with the keyboard, and find their account', async () => {
    const context = await stage.browser.visit()
    const page = await context.newPage()
    await page.goto('/account')
    await page.waitForURL('**/sign-in?next=%2Faccount')
    await pressed(page, 'Sign in with your university')
    await page.getByRole('button', { name: 'lina' }).click()
    await page.waitForURL(`${stage.address}/account`)
    assert.deepEqual(await barriers(page), [])
    await page.getByText('lina · 127.0.0.1').waitFor()
    await page.getByLabel('Name').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    assert.deepEqual(await barriers(page), [])
    await typed(page, 'Name', 'Lina H.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/account?lang=en')
    assert.equal(await page.getByLabel('Name').inputValue(), 'Lina H.')
    // Signed out, the account is closed.
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto('/account')
    await page.waitForURL('**/sign-in**')
    await context.close()
  })

  it('turn back at the university, and are told so', async () => {
    const context = await stage.browser.visit()
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Sign in with your university' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('heading', { name: 'You did not sign in' }).waitFor()
    assert.deepEqual(await barriers(page), [])
    await context.close()
  })

  it('invite a colleague, who comes with the link and their university', async () => {
    const { context, page } = await asOwner()
    await page.goto('/people')
    assert.deepEqual(await barriers(page), [])
    await page.getByLabel('Name').fill('Marek')
    await page.getByLabel('Issuer', { exact: true }).check()
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const link = (await page.locator('code').textContent()) ?? ''
    assert.deepEqual(await barriers(page), [])
    const theirs = await stage.browser.visit()
    const their = await theirs.newPage()
    await their.goto(link)
    assert.deepEqual(await barriers(their), [])
    await their.getByRole('button', { name: 'Sign in with your university' }).click()
    await their.getByRole('button', { name: 'marek' }).click()
    await their.waitForURL(`${stage.address}/`)
    await their.goto('/stop')
    assert.equal(await their.getByRole('heading', { level: 1 }).textContent(), 'Stop switch')
    await their.goto('/people')
    assert.deepEqual(await barriers(their), [])
    await their.getByRole('heading', { name: 'You may not do this' }).waitFor()
    await page.goto('/people')
    await page.getByRole('row', { name: /Marek.*Has an account in use/s }).waitFor()
    await theirs.close()
    await context.close()
  })

  it('stop all sealing and let it go on, without a script and in Spanish', async () => {
    const { context, page } = await asOwner({ javaScriptEnabled: false, locale: 'es' })
    const say = sayIn('es')
    await page.goto('/stop?lang=es')
    await page.getByRole('button', { name: say('people-stop-pull') }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel(say('people-stop-reason')).fill('prueba')
    await page.getByRole('button', { name: say('people-stop-pull') }).click()
    await page.getByRole('heading', { name: say('people-stop-pulled') }).waitFor()
    await page.getByRole('button', { name: say('people-stop-release') }).click()
    await page.getByRole('button', { name: say('people-stop-pull') }).waitFor()
    await context.close()
  })

  const views = {
    'in the dark': { colorScheme: 'dark' },
    'in forced colours': { forcedColors: 'active' },
    'at 400 %': { viewport: { width: 320, height: 256 } },
    'in Spanish': { locale: 'es' },
    'from right to left': { locale: 'ar' },
  } as const
  for (const [name, options] of Object.entries(views))
    it(`find nothing in the way ${name}`, async () => {
      const { context, page } = await asOwner(options)
      const found: string[] = []
      for (const path of ['/account', '/people', '/clients', '/stop', '/prove']) {
        const lang = 'locale' in options ? `?lang=${options.locale}` : ''
        await page.goto(`${path}${lang}`)
        found.push(...(await barriers(page)))
      }
      assert.deepEqual(found, [])
      await context.close()
    })
})
