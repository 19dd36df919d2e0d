// Every page a stranger can open, in every language: nothing axe objects to, in light and dark, enlarged to
// 400 %, in forced colours, on a phone and without scripts.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { languages } from '#platform/web/messages.js'
import { noPostgres } from '#platform/store/test-store.js'
import { barriers, pressed, unlessBrowser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

const open = [
  '/',
  '/about',
  '/privacy',
  '/accessibility',
  '/sign-in',
  '/claim',
  '/verify',
  '/nowhere',
]

describe('pages for everybody', { skip: unlessBrowser || noPostgres }, () => {
  let stage: Stage
  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  it('would be found out', async () => {
    const context = await stage.browser.visit()
    const page = await context.newPage()
    await page.goto('/about')
    await page.evaluate(() => {
      const picture = document.createElement('img')
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
      const unsaid = document.createElement('p')
      unsaid.textContent = 'front-nothing'
      const wide = document.createElement('p')
      wide.textContent = 'wide'
      wide.style.inlineSize = '200vw'
      document.querySelector('main')?.append(picture, unsaid, wide)
    })
    const found = (await barriers(page)).join('\n')
    for (const sign of [
      'image-alt',
      'a word is missing: front-nothing',
      'pixels wider',
      'at 400 %',
    ])
      assert.ok(found.includes(sign), `${sign} in ${found}`)
    await context.close()
  })

  for (const language of languages)
    it(`hold nobody up in ${language}`, async () => {
      const context = await stage.browser.visit({ locale: language })
      const page = await context.newPage()
      const found: string[] = []
      for (const path of open) {
        await page.goto(path)
        assert.equal(await page.locator('html').getAttribute('lang'), language)
        found.push(...(await barriers(page)))
      }
      assert.deepEqual(found, [])
      await context.close()
    })

  const ways = {
    'in the dark': { colorScheme: 'dark' },
    'in forced colours': { forcedColors: 'active' },
    'at 400 %': { viewport: { width: 320, height: 256 } },
    'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true },
  } as const
  for (const [name, options] of Object.entries(ways))
    it(`hold nobody up ${name}`, async () => {
      const context = await stage.browser.visit(options)
      const page = await context.newPage()
      const found: string[] = []
      for (const path of open) {
        await page.goto(path)
        found.push(...(await barriers(page)))
        await page.locator('.languages summary').click()
        found.push(...(await barriers(page)))
      }
      assert.deepEqual(found, [])
      await context.close()
    })

  it('keep the language one chose, also without scripts', async () => {
    const context = await stage.browser.visit({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/')
    await page.locator('.languages summary').click()
    await page.getByRole('link', { name: 'العربية' }).click()
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
    await page.goto('/about')
    assert.equal(await page.locator('html').getAttribute('lang'), 'ar')
    await context.close()
  })

  it('are gone through with the keyboard, and begin with a way past the menus', async () => {
    const context = await stage.browser.visit()
    const page = await context.newPage()
    await page.goto('/')
    await pressed(page, 'Skip to the content')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
    await page.goto('/')
    await pressed(page, /English/)
    await pressed(page, 'Deutsch')
    await page.waitForURL('**/?lang=de')
    await pressed(page, 'Datenschutz')
    await page.waitForURL('**/privacy')
    await context.close()
  })

  it('are small: less than 100 kB the first time, and the files once for ever', async () => {
    for (const locale of ['en', 'uk', 'lt', 'ar']) {
      const context = await stage.browser.visit({ locale })
      const page = await context.newPage()
      let bytes = 0
      const asked: string[] = []
      page.on('requestfinished', (request) => {
        asked.push(request.url())
        void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          bytes += responseBodySize + responseHeadersSize
        })
      })
      await page.goto('/', { waitUntil: 'networkidle' })
      assert.ok(bytes > 5_000 && bytes < 100_000, `${locale}: ${bytes} bytes`)
      for (const url of asked.filter((one) => one.includes('/assets/'))) {
        const { headers } = await page.request.get(url).then((answer) => ({
          headers: answer.headers(),
        }))
        assert.match(headers['cache-control'] ?? '', /max-age=31536000, immutable/)
      }
      await context.close()
    }
  })
})
