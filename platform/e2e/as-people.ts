// How people go through pages: with a pointer, with the keyboard alone, or in a browser that runs no scripts. A
// journey is told once and gone in each of these ways.

import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { pressed } from './browser.ts'

export type Manner = 'with a pointer' | 'with the keyboard alone' | 'without scripts'
export const manners: readonly Manner[] = [
  'with a pointer',
  'with the keyboard alone',
  'without scripts',
]

export const browserFor = (manner: Manner): BrowserContextOptions =>
  manner === 'without scripts' ? { javaScriptEnabled: false } : {}

export interface Hands {
  /** Presses a button or follows a link by its words. */
  press(words: string): Promise<void>
  /** Fills the field with this label. */
  fill(label: string, text: string): Promise<void>
  /** Picks one of several, or ticks a box, by its label. */
  tick(label: string): Promise<void>
}

export function handsOf(page: Page, manner: Manner): Hands {
  if (manner === 'with the keyboard alone') return keyboard(page)
  return {
    press: async (words) => {
      await pressable(page, words).click()
    },
    fill: (label, text) => page.getByLabel(label, { exact: false }).first().fill(text),
    tick: (label) => page.getByLabel(label, { exact: true }).first().check(),
  }
}

/** In the page before the frame around it, which may have the same words. */
const pressable = (page: Page, words: string): Locator =>
  page
    .locator('main')
    .getByRole('button', { name: words })
    .or(page.locator('main').getByRole('link', { name: words }))
    .or(page.locator('main summary', { hasText: words }))
    .first()

function keyboard(page: Page): Hands {
  return {
    press: async (words) => {
      await pressed(page, words)
      await page.waitForLoadState()
    },
    fill: async (label, text) => {
      await pressed(page, label, '')
      const type = await page.evaluate(() => (document.activeElement as HTMLInputElement).type)
      // A date is typed part by part, in the order a Chromium that speaks American English shows them.
      if (type === 'date') {
        const [year = '', month = '', day = ''] = text.split('-')
        await page.keyboard.type(`${month}${day}${year}`)
        return
      }
      if (type === 'select-one') await page.keyboard.type(text)
      else await page.keyboard.insertText(text)
    },
    tick: async (label) => {
      await pressed(page, label, 'Space')
    },
  }
}
