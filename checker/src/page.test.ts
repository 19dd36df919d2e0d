// The page as people use it: with a mouse, a keyboard, a narrow screen, another language, forced colours.

import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { startChromium, unlessBrowser, type Chromium, type OpenPage } from './in-browser.ts'
import { issuedFiles, listFor } from './issued-files.ts'
import { languages } from './labels/index.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const hostile = '<img src="https://evil.example/x" onerror="alert(1)"><b>\u202eVALID\u202c'

interface AxeAnswer {
  readonly passes: readonly unknown[]
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { html: string }[]
  }[]
}

describe('the page for people', { skip: unlessBrowser }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-checker-'))
  const at = (name: string) => join(folder, name)
  let chromium: Chromium
  const opened: OpenPage[] = []

  before(async () => {
    chromium = await startChromium()
    const issued = await issuedFiles()
    for (const { name, bytes } of issued.files) writeFileSync(at(name), bytes)
    const badge = JSON.parse(readFileSync(at('ob3.json'), 'utf8'))
    writeFileSync(at('forged.json'), JSON.stringify({ ...badge, name: 'Doctor of everything' }))
    writeFileSync(at('letter.txt'), 'Dear Sir or Madam')
    const arabic = { fullName: 'ليلى بنت يوسف الأندلسية', givenName: 'ليلى', familyName: 'الأندلسية' }
    writeFileSync(at('hostile.json'), await issued.forLearner('ob3', { fullName: hostile }))
    writeFileSync(at('arabic.json'), await issued.forLearner('ob3', arabic))
    writeFileSync(at('trust.json'), JSON.stringify(await listFor(issued)))
    for (const { place, bytes } of issued.web) {
      const { hostname, pathname } = new URL(place)
      mkdirSync(dirname(join(folder, 'web', hostname, pathname)), { recursive: true })
      writeFileSync(join(folder, 'web', hostname, pathname), bytes)
    }
  })
  after(async () => {
    rmSync(folder, { recursive: true })
    await chromium.close()
    assert.deepEqual(
      opened.flatMap(({ trouble }) => trouble),
      [],
      'requests, breaches of the policy, errors',
    )
  })

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const one = await chromium.open(options)
    opened.push(one)
    return one.page
  }

  async function trusting(page: Page): Promise<void> {
    await page.setInputFiles('#add-files', at('trust.json'))
    await page.locator('#given li').first().waitFor()
    await page.setInputFiles('#add-folder', at('web'))
    await page.locator('#given li').nth(1).waitFor()
  }

  async function checked(page: Page, name: string): Promise<string> {
    await page.setInputFiles('#file', at(name))
    await page.locator('.file', { hasText: name }).waitFor()
    return (await page.locator('.answer').first().getAttribute('class')) ?? ''
  }

  async function barriers(page: Page, only?: string): Promise<readonly string[]> {
    await page.evaluate(axe)
    const rules = only === undefined ? '' : `document, { runOnly: ['${only}'] }`
    const { violations, passes } = await page.evaluate<AxeAnswer>(`axe.run(${rules})`)
    assert.ok(passes.length > 0, 'axe looked at nothing')
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  it('says what it answers first, and lends no confirmation to what is not confirmed', async () => {
    const page = await open()
    assert.equal(await checked(page, 'edc.jsonld'), 'answer unknown')
    assert.match(
      (await page.locator('.verdict').textContent()) ?? '',
      /Undecided.*could not be decided/s,
    )
    assert.equal(await page.locator('.said em').count(), 1)
    await trusting(page)
    await page.locator('.answer.valid').waitFor()
    assert.equal(
      await page.locator('.verdict h2').textContent(),
      'Genuine, from a known issuer, and in force.',
    )
    assert.equal(await page.locator('.said em').count(), 0)
    assert.match((await page.locator('.said').textContent()) ?? '', /Žygimantė Ąžuolienė/)
    for (const name of ['ob3.json', 'ob3.jwt', 'ob3.png', 'ob3.svg', 'sd-jwt.sd-jwt'])
      assert.equal(await checked(page, name), 'answer valid', name)
    assert.equal(await checked(page, 'forged.json'), 'answer invalid')
    assert.match((await page.locator('.said').textContent()) ?? '', /None of this may be relied on/)
    assert.equal(await checked(page, 'letter.txt'), 'answer unknown')
    assert.equal(await page.locator('.said').count(), 0)
  })

  it('lets nobody bring along whom to trust', async () => {
    const page = await open()
    await page.setInputFiles('#file', [at('ob3.json'), at('trust.json')])
    await page.locator('#news p').waitFor()
    assert.equal(await page.locator('#given li').count(), 0)
    assert.equal(await page.locator('.answer').getAttribute('class'), 'answer unknown')
    await page.setInputFiles('#file', at('trust.json'))
    await page.locator('#given li').waitFor()
  })

  it('shows the words of a file as words, not as markup, and in one line of reading', async () => {
    const page = await open()
    await checked(page, 'hostile.json')
    const said = (await page.locator('.facts dd').first().textContent()) ?? ''
    assert.equal(said, hostile.replaceAll(/[\u202c\u202e]/g, '\ufffd'))
    assert.equal(await page.locator('#answers img, #answers b').count(), 0)
  })

  it('knows what the issuer’s files are by what they say, without their folder', async () => {
    const page = await open()
    await page.setInputFiles('#add-files', at('trust.json'))
    const loose = readdirSync(join(folder, 'web'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.crl'))
      .map((entry) => join(entry.parentPath, entry.name))
    assert.ok(loose.length >= 4)
    await page.setInputFiles('#add-files', loose)
    await page.locator('#given li').nth(1).waitFor()
    assert.equal(await page.locator('.answer').count(), 0)
    for (const name of ['ob3.json', 'sd-jwt.sd-jwt'])
      assert.equal(await checked(page, name), 'answer valid', name)
  })

  it('takes what is dropped anywhere on it', async () => {
    const page = await open()
    const text = readFileSync(at('ob3.json'), 'utf8')
    await page.evaluate((content) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], 'dropped.json'))
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }),
      )
    }, text)
    await page.locator('.file', { hasText: 'dropped.json' }).waitFor()
  })

  it('can be used with the keyboard alone', async () => {
    const page = await open()
    const reached: string[] = []
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate('document.activeElement.id || document.activeElement.tagName'),
      )
    }
    assert.deepEqual(reached, ['language', 'file', 'SUMMARY', 'add-files', 'add-folder', 'BODY'])
    await page.locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(readFileSync(at('ob3.jwt'), 'utf8'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.answer').waitFor()
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'H2')
    await page.locator('#again').focus()
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('.answer').count(), 0)
    assert.equal(await page.evaluate('document.activeElement.id'), 'file')
  })

  it('speaks the language of its reader, and asks the verifier to', async () => {
    const said = new Set<string>()
    const page = await open({ locale: 'pl-PL' })
    assert.equal(await page.getAttribute('html', 'lang'), 'pl')
    await checked(page, 'ob3.json')
    for (const { tag } of languages) {
      await page.selectOption('#language', tag)
      await page.locator(`html[lang=${tag}]`).waitFor()
      await page.waitForFunction('document.querySelector(".answer").dataset.seen !== "yes"')
      said.add((await page.locator('.answer').textContent()) ?? '')
      await page.evaluate('document.querySelector(".answer").dataset.seen = "yes"')
      assert.doesNotMatch((await page.locator('body').innerText()) ?? '', /\{[a-z]+\}|undefined/)
    }
    assert.equal(said.size, languages.length)
  })

  it('has no barrier axe knows of, in any state, light or dark', async () => {
    for (const [colorScheme, only] of [
      ['light', undefined],
      ['dark', 'color-contrast'],
    ] as const) {
      const page = await open({ colorScheme })
      assert.deepEqual(await barriers(page, only), [], `start, ${colorScheme}`)
      await page.locator('summary').click()
      await checked(page, 'ob3.json')
      assert.deepEqual(await barriers(page, only), [], `unknown, ${colorScheme}`)
      await trusting(page)
      for (const name of ['ob3.json', 'forged.json', 'letter.txt']) {
        await checked(page, name)
        await page.locator('.specialists summary').click()
        assert.deepEqual(await barriers(page, only), [], `${name}, ${colorScheme}`)
      }
    }
  })

  it('fits a phone and four times its size, and a name written from the right', async () => {
    for (const width of [320, 360]) {
      const page = await open({ viewport: { width, height: 256 } })
      await trusting(page)
      await checked(page, 'arabic.json')
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
      const name = page.locator('.facts bdi', { hasText: 'ليلى' })
      assert.equal(await name.evaluate((found) => getComputedStyle(found).unicodeBidi), 'isolate')
      if (width === 320) assert.deepEqual(await barriers(page), [])
    }
    const forced = await open({ forcedColors: 'active' })
    await checked(forced, 'forged.json')
    assert.deepEqual(await barriers(forced), [])
  })

  it('says what it needs where there is no JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false })
    assert.match(await page.locator('body').innerText(), /needs JavaScript/)
    assert.equal(await page.locator('#page').isVisible(), false)
  })

  it('says nothing about a file that this browser cannot check', async () => {
    const page = await open()
    await page.addInitScript(`Object.defineProperty(crypto, 'subtle', { value: undefined })`)
    await page.reload()
    await trusting(page)
    for (const name of ['edc.jsonld', 'sd-jwt.sd-jwt']) {
      assert.equal(await checked(page, name), 'answer unknown', name)
      assert.match(
        (await page.locator('.verdict').textContent()) ?? '',
        /This browser could not check the file/,
      )
      assert.equal(await page.locator('.said').count(), 0)
    }
  })

  it('may connect to nothing, whatever it is told', async () => {
    const page = await open()
    const policy = await page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content')
    assert.match(
      policy ?? '',
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;/,
    )
    const one = await chromium.open()
    const told = await one.page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'connected',
        () => 'refused',
      ),
    )
    assert.equal(told, 'refused')
    assert.ok(!one.trouble.some((line) => line.startsWith('request')))
  })
})
