// A learner gets a letter, claims, keeps, shows and asks (J4); somebody it is shown to checks it (J5). In two
// languages, in every manner.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { noPostgres } from '#platform/store/test-store.js'
import { sayIn } from '#platform/web/messages.js'
import { browserFor, handsOf, type Manner } from './as-people.ts'
import { barriers, unlessBrowser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

/** Each goes the journey once: who, born when, in which language, and how. */
const learners: readonly (readonly [string, string, 'en' | 'ar', Manner])[] = [
  ['siobhan', '1989-11-02', 'en', 'with a pointer'],
  ['zygimante', '1997-07-29', 'en', 'with the keyboard alone'],
  ['wiratama', '2000-01-05', 'en', 'without scripts'],
  ['layla', '1995-12-08', 'ar', 'with a pointer'],
  ['noa', '1993-04-11', 'ar', 'with the keyboard alone'],
  ['eleftheria', '1991-05-23', 'ar', 'without scripts'],
]

describe('a learner', { skip: unlessBrowser || noPostgres }, () => {
  let stage: Stage
  before(async () => {
    stage = await openStage({ example: true })
  })
  after(() => stage.close())

  for (const [name, born, language, manner] of learners)
    it(`claims, keeps, shows and asks in ${language}, ${manner}; whoever is shown it checks it`, async () => {
      const say = sayIn(language)
      const letter = await stage.letters.letterTo(`${name}@learners.example`)
      const link = /https?:\/\/\S+\/claim\/\S+/.exec(letter.text)?.[0] ?? ''
      const context = await stage.browser.visit({
        ...browserFor(manner),
        locale: language,
      })
      const page = await context.newPage()
      const hands = handsOf(page, manner)

      // The letter's link shows nothing yet, and is not found by a guess.
      await page.goto(link)
      await sound(page, language)
      await hands.fill(say('claim-fact-birth-date'), '1970-01-01')
      await hands.press(say('claim-fact-go'))
      await page.locator('.summary').waitFor()
      await sound(page, language)
      await hands.fill(say('claim-fact-birth-date'), born)
      await hands.press(say('claim-fact-go'))

      // Is it yours?
      await page.waitForURL('**/mine/*')
      await sound(page, language)
      await hands.press(say('hold-confirm-yes'))
      await page.locator('.files').waitFor()
      await sound(page, language)

      // Keep it.
      const wallet = page.locator('.files a[download$=".sd-jwt"]')
      const downloading = page.waitForEvent('download')
      if (manner === 'with the keyboard alone') {
        await wallet.focus()
        await page.keyboard.press('Enter')
      } else await wallet.click()
      const file = await (await downloading).path()
      assert.ok(/^[A-Za-z0-9_-]+\./.test(readFileSync(file, 'utf8')), 'a sealed token')

      // Show it.
      await hands.press(say('hold-show-links'))
      await page.waitForURL('**/links')
      await sound(page, language)
      await hands.press(say('share-make'))
      const address = page.locator('.qr figcaption a').first()
      await address.waitFor()
      await sound(page, language)
      const shared = (await address.getAttribute('href')) ?? ''

      // Somebody else, on another machine, without an account.
      const stranger = await stage.browser.visit({
        ...browserFor(manner),
        locale: language,
      })
      const theirs = await stranger.newPage()
      await theirs.goto(shared)
      await sound(theirs, language)
      assert.equal(
        await theirs.locator('meta[name=robots]').getAttribute('content'),
        'noindex, nofollow',
      )
      assert.doesNotMatch(await theirs.locator('main').innerText(), new RegExp(born.slice(0, 4)))
      await checks(theirs, manner, language, file)
      await stranger.close()

      // Seen, and switched off.
      await page.reload()
      assert.match(
        await page.locator('main').innerText(),
        new RegExp(say('share-seen', { count: 1, date: '§' }).split('§')[0] ?? ''),
      )
      await hands.press(say('share-close'))
      // A key press does not wait for the answer to its form.
      await page
        .locator('button', { hasText: say('share-close') })
        .waitFor({ state: 'detached', timeout: 15_000 })
      const gone = await (await stage.browser.visit()).newPage()
      assert.equal((await gone.goto(shared))?.status(), 404)
      await gone.context().close()

      // Something is wrong.
      await page.goto(page.url().replace(/\/links.*/, '/tickets'))
      await sound(page, language)
      await hands.tick(say('hold-ticket-about-name'))
      await hands.fill(say('hold-ticket-text'), 'One letter is missing.')
      await hands.press(say('hold-ticket-send'))
      await page.getByText('One letter is missing.').first().waitFor()
      await sound(page, language)
      await context.close()
    })
})

/** Brings the file, or its text where only the keyboard is there, and reads the answer. */
async function checks(page: Page, manner: Manner, language: string, file: string): Promise<void> {
  const say = sayIn(language)
  const hands = handsOf(page, manner)
  await page.goto('/verify')
  await sound(page, language)
  if (manner === 'with the keyboard alone') {
    await hands.press(say('verify-go'))
    await page.locator('.summary').waitFor()
    await sound(page, language)
    await hands.fill(say('verify-text'), readFileSync(file, 'utf8'))
  } else await page.locator('input[type=file]').first().setInputFiles(file)
  await hands.press(say('verify-go'))
  await page.locator('.notice.valid').waitFor()
  assert.match(
    await page.locator('.notice').first().innerText(),
    new RegExp(say('common-state-valid')),
  )
  await sound(page, language)
}

async function sound(page: Page, language: string): Promise<void> {
  assert.equal(await page.locator('html').getAttribute('lang'), language)
  assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr')
  assert.deepEqual(await barriers(page), [])
}
