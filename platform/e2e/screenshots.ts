// The ten main pages as pictures: `npm run screenshots [folder]`.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { openStage } from './stage.ts'

const folder = process.argv[2] ?? join('out', 'screenshots')
mkdirSync(folder, { recursive: true })

const stage = await openStage({ example: true })
const context = await stage.browser.visit({ viewport: { width: 1200, height: 900 } })
const page = await context.newPage()

const taken: string[] = []
async function take(name: string, of: Page = page): Promise<void> {
  const path = join(folder, `${String(taken.length + 1).padStart(2, '0')}-${name}.png`)
  // Pictures further down are asked for when one comes near them.
  await of.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.allSettled([...document.images].map((picture) => picture.decode()))
  })
  await of.screenshot({ path, fullPage: true })
  taken.push(path)
  process.stdout.write(`${path}\n`)
}

await page.goto('/')
await take('front-page')

// A letter, and what it leads to.
const letter = await stage.letters.letterTo('siobhan@learners.example')
await page.goto(/https?:\/\/\S+\/claim\/\S+/.exec(letter.text)?.[0] ?? '')
await take('claim')
await page.locator('main input[name=fact]').fill('1989-11-02')
await page.locator('main button').first().click()
await page.locator('form[action$="/claim"] button').first().click()
await page.locator('.files').waitFor()
await take('learner')
const award = page.url()
const file = page.waitForEvent('download')
await page.locator('.files a[download$=".sd-jwt"]').click()
const path = await (await file).path()
await page.goto(`${award}/links`)
await page.locator('main button.first').click()
await page.locator('.qr').waitFor()
await take('share-links')
const shared = (await page.locator('.qr a').first().getAttribute('href')) ?? ''

// What a checker sees, in another direction as well.
const arabic = await context.newPage()
await arabic.goto(`${shared}?lang=ar`)
await take('shared-page-in-arabic', arabic)
await page.goto('/verify?lang=en')
await page.locator('input[type=file]').first().setInputFiles(path)
await page.locator('#check button').first().click()
await page.locator('.notice').first().waitFor()
await take('check')

// Those who issue.
await page.goto('/sign-in/as/issuer?at=valdeserena')
await page.goto('/cohorts?lang=en')
await take('cohorts')
await page.goto('/sign-in/as/approver?at=valdeserena')
await page.goto('/cohorts')
await page.getByRole('link', { name: 'Water Stewardship' }).first().click()
await take('approval')
await page.goto('/cohorts')
await page.getByRole('link', { name: 'Heat-Resilient Cities, autumn' }).first().click()
await take('report')
await page.goto('/sign-in/as/owner?at=valdeserena')
await page.goto('/people')
await take('people')

await context.close()
await stage.close()
