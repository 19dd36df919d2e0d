// Results become awards (J3): two people of a university, who sign in there, take a list of learners to sealed
// micro-credentials and letters. In two languages; with a pointer, the keyboard alone, without scripts.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { busyDesk } from '#platform/example/people.js'
import { inviteMember, listMembers } from '#platform/people/members.js'
import { noPostgres } from '#platform/store/test-store.js'
import { sayIn } from '#platform/web/messages.js'
import { browserFor, handsOf, type Hands, type Manner } from './as-people.ts'
import { barriers, unlessBrowser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

const people = {
  ida: { name: 'Ida Issuer', locale: 'en' },
  abel: { name: 'Abel Approver', locale: 'es' },
}

const runs: readonly (readonly ['en' | 'es', Manner])[] = [
  ['en', 'with a pointer'],
  ['es', 'with the keyboard alone'],
  ['en', 'with the keyboard alone'],
  ['es', 'without scripts'],
]

describe('officers', { skip: unlessBrowser || noPostgres, timeout: 1_800_000 }, () => {
  let stage: Stage
  const invitations = new Map<string, string>()
  before(async () => {
    stage = await openStage({ people, example: true })
    const { house } = stage.service
    await house.store.asOrganisation(busyDesk, async (tx) => {
      const [owner] = await listMembers(tx, busyDesk)
      const desk = { organisation: busyDesk, by: owner?.person ?? '' }
      for (const [name, role] of [
        ['ida', 'issuer'],
        ['abel', 'approver'],
      ] as const) {
        const language = 'en'
        const { secret } = await inviteMember(tx, house, desk, { name, language, roles: [role] })
        invitations.set(name, secret)
      }
    })
  })
  after(() => stage.close())

  /** The first time with the invitation, later without; always at the university. */
  async function seat(who: string, language: string, manner: Manner) {
    const context = await stage.browser.visit({
      ...browserFor(manner),
      locale: language,
    })
    const page = await context.newPage()
    const hands = handsOf(page, manner)
    const invitation = invitations.get(who)
    invitations.delete(who)
    await page.goto(invitation === undefined ? '/sign-in?lang=en' : `/join/${invitation}?lang=en`)
    await hands.press(sayIn('en')('sign-in-university'))
    await page.getByRole('button', { name: who }).click()
    await page.waitForURL((url) => url.origin === stage.address)
    await page.goto(`/cohorts?lang=${language}`)
    return { context, page, hands, say: sayIn(language) }
  }

  for (const [language, manner] of runs)
    it(`take a list to sealed awards in ${language}, ${manner}`, async () => {
      const name = `${language} ${manner}`
      const tag = name.replaceAll(/\W/g, '')
      const list = [
        'given_name,family_name,date_of_birth,identifier,identity,grade,language,email',
        `Ada,Eins,1990-01-01,${tag}-1,checked,9.0,${language},ada@${tag}.example`,
        `Bo,Zwei,1990-13-01,${tag}-2,checked,7.5,${language},bo@${tag}.example`,
        `Cy,Drei,1990-03-01,${tag}-3,checked,2.0,${language},cy@${tag}.example`,
      ].join('\n')
      const ida = await seat('ida', language, manner)
      const { page, hands, say } = ida
      await sound(page, language)

      // A cohort.
      await hands.press(say('issue-new-cohort'))
      await page.waitForURL('**/cohorts/new')
      await sound(page, language)
      await hands.press(say('issue-open-cohort'))
      await page.locator('.summary').waitFor()
      await sound(page, language)
      await chooseDesign(page, manner)
      await hands.fill(say('issue-cohort-name'), name)
      await hands.press(say('issue-open-cohort'))
      await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}/)
      await sound(page, language)
      const cohort = new URL(page.url()).pathname

      // Its results: a list, with a day that is none and a learner who did not pass.
      await page.goto(`${cohort}/add`)
      await sound(page, language)
      await bring(page, hands, say('issue-paste'), list, manner)
      await hands.press(say('issue-read-list'))
      await page.waitForURL(/done=entered/)
      await sound(page, language)
      assert.match(
        await page.locator('main').innerText(),
        new RegExp(say('issue-fault-cohort-date', { value: '1990-13-01' }).slice(0, 12)),
      )

      // Mended where it stands.
      await page.goto(`${cohort}?show=faulty`)
      const cell = page.locator('input[name="date_of_birth"]').first()
      if (manner === 'with the keyboard alone') {
        await cell.focus()
        await page.keyboard.press('Control+a')
        await page.keyboard.insertText('1990-12-01')
        await page.keyboard.press('Enter')
      } else {
        await cell.fill('1990-12-01')
        await hands.press(say('issue-save-row'))
      }
      await page.waitForURL(/done=mended/)
      await sound(page, language)

      // Taken over, looked at, submitted.
      await page.goto(cohort)
      await sound(page, language)
      const main = await page.locator('main').innerText()
      assert.ok(main.includes(say('issue-take-over', { count: 2 })), main)
      await hands.press(say('issue-take-over', { count: 2 }))
      await page.waitForURL(/done=taken-over/)
      await sound(page, language)
      const ratify = page.locator('form[action$="/ratify"]')
      assert.equal(await ratify.count(), 0, 'whoever enters results does not ratify them')
      await page.goto(`${cohort}/summary`)
      await sound(page, language)
      const submit = page.locator('form[action$="/submit"] button')
      if ((await submit.count()) === 0) await ratifyAs(language, manner, cohort)
      await page.goto(`${cohort}/summary`)
      await hands.press(say('issue-submit', { count: 2 }))
      await page.getByText(say('issue-approval-waits')).first().waitFor()
      await sound(page, language)

      // A second person.
      const abel = await seat('abel', language, manner)
      await abel.page.goto(cohort)
      await sound(abel.page, language)
      await abel.hands.press(say('issue-approve', { count: 2 }))
      await abel.page.getByText(say('issue-approved-who')).first().waitFor()
      await abel.context.close()

      // Sealed, with the letters on their way.
      await page.goto(cohort)
      await sound(page, language)
      await hands.press(say('issue-seal', { count: 2 }))
      await page.waitForURL((url) => url.pathname === cohort)
      await sealed(page, say('issue-report-title', { count: 2 }))
      await sound(page, language)
      const letter = await stage.letters.letterTo(`ada@${tag}.example`)
      assert.match(letter.text, /\/claim\//)
      assert.equal(
        stage.letters.received.some(({ to }) => to === `cy@${tag}.example`),
        false,
      )

      // The same list again changes nothing.
      await page.goto('/awards')
      await sound(page, language)
      await ida.context.close()
    })

  async function ratifyAs(language: string, manner: Manner, cohort: string): Promise<void> {
    const { context, page, say } = await seat('abel', language, manner)
    await page.goto(cohort)
    await handsOf(page, manner).press(say('issue-ratify', { count: 2 }))
    await page.waitForURL(/done=ratified/)
    await sound(page, language)
    await context.close()
  }
})

/** The design whose scale and pass mark the list is written for. */
async function chooseDesign(page: Page, manner: Manner): Promise<void> {
  const choice = page.locator('input[type=radio][name=design][value*=heat]').first()
  if (manner === 'with the keyboard alone') {
    await choice.focus()
    await page.keyboard.press('Space')
  } else await choice.check()
}

/** A file, where files can be chosen; with the keyboard alone the cells are pasted. */
async function bring(
  page: Page,
  hands: Hands,
  label: string,
  list: string,
  manner: Manner,
): Promise<void> {
  if (manner === 'with the keyboard alone') return hands.fill(label, list)
  const buffer = Buffer.from(list)
  return page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'learners.csv', mimeType: 'text/csv', buffer })
}

async function sealed(page: Page, title: string): Promise<void> {
  const end = Date.now() + 400_000
  while (Date.now() < end) {
    if ((await page.locator('main').innerText()).includes(title)) return
    await pause(500)
    await page.reload()
  }
  throw new Error(`Nothing was sealed: ${await page.locator('main').innerText()}`)
}

async function sound(page: Page, language: string): Promise<void> {
  assert.equal(await page.locator('html').getAttribute('lang'), language)
  assert.deepEqual(await barriers(page), [])
}
