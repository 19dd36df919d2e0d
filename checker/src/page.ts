// The page: takes files, asks the one question, shows the answer. It keeps nothing and connects to nothing.

import './no-eval.ts'
import { utf8 } from 'tessera/read/utf8'
import type { TrustList } from 'tessera/trust/trust'
import { answerElement, unableElement } from './answer.ts'
import { check, type Answer } from './check.ts'
import { filesOf, filesOfDrop } from './dropped-files.ts'
import { element, plain, words } from './element.ts'
import { kindOf, type DroppedFile } from './given-files.ts'
import { laidOutIn } from './laid-out.ts'
import { languageFor, languages, sayIn, type Label } from './labels/index.ts'
import type { WebFile } from './web-files.ts'

interface Checked {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Listed {
  /** What its file is called. */
  readonly name: string
  readonly list: TrustList
}

let language = languageFor(navigator.languages)
const laidOut = laidOutIn(document)
let trust: readonly Listed[] = laidOut.trust.map((list) => ({ name: list.name, list }))
let web: readonly WebFile[] = laidOut.web
let checked: readonly Checked[] = []

const say = (label: Label, said?: Readonly<Record<string, string>>) => sayIn(language)(label, said)

function part<Element extends HTMLElement>(id: string, kind: new () => Element): Element {
  const found = document.querySelector(`#${id}`)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

const answers = part('answers', HTMLElement)
const news = part('news', HTMLElement)
const given = part('given', HTMLElement)
const pasted = part('pasted', HTMLTextAreaElement)

// ------------------------------------------------------------------------------------ words of the page

function speak(): void {
  document.documentElement.lang = language.tag
  for (const labelled of document.querySelectorAll<HTMLElement>('[data-label]'))
    labelled.textContent = say(labelled.dataset['label'] as Label)
  document.title = `${say('question')} · Tessera`
  showGiven()
}

function offerLanguages(): void {
  const choice = part('language', HTMLSelectElement)
  choice.append(
    ...languages.map(({ tag, name }) => element('option', { value: tag, lang: tag }, name)),
  )
  choice.value = language.tag
  choice.addEventListener('change', () => {
    language = languageFor([choice.value])
    speak()
    void answer(false)
  })
}

// ------------------------------------------------------------------------------------ what is given

async function take(files: readonly DroppedFile[]): Promise<void> {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await kindOf(file) })))
  const toCheck = kinds.filter(({ kind }) => kind.kind === 'credential').map(({ file }) => file)
  const said: string[] = []
  for (const { file, kind: is } of kinds) {
    const { name } = file
    if (is.kind === 'credential') continue
    if (is.kind === 'refused') said.push(say('refused', { name }))
    // Who shows a file may not bring along whom to believe.
    else if (toCheck.length > 0) said.push(say('together', { name }))
    else if (is.kind === 'trust-list') trust = [...trust.filter((other) => !isSame(other, is)), is]
    else web = [...web.filter(({ place }) => place !== is.file.place), is.file]
  }
  showGiven()
  if (toCheck.length > 0) checked = toCheck.slice(0, 10)
  if (files.length > 0) await answer(toCheck.length > 0)
  news.replaceChildren(...said.slice(0, 5).map((line) => element('p', {}, words(line))))
}

/** A list that is given again takes the place of its former self. */
function isSame(one: Listed, other: Listed): boolean {
  return one.list.name === other.list.name && one.list.signedBy === other.list.signedBy
}

function showGiven(): void {
  const counts = { lists: String(trust.length), files: String(web.length) }
  part('count', HTMLElement).textContent =
    trust.length === 0 && web.length === 0 ? say('noList') : say('listsCount', counts)
  const hosts = [...new Set(web.map(({ place }) => hostOf(place)))]
  given.replaceChildren(
    ...trust.map((one) => {
      const { name, list } = one
      const from = [list.name === name ? undefined : name, list.signedBy?.slice(0, 12)]
      const where = from.filter((each) => each !== undefined).join(' · ')
      return row(`${say('trustList')}: ${list.name}${where === '' ? '' : ` (${where})`}`, () => {
        trust = trust.filter((other) => other !== one)
      })
    }),
    ...hosts.map((host) => {
      const files = web.filter(({ place }) => hostOf(place) === host)
      return row(say('webFiles', { host, count: String(files.length) }), () => {
        web = web.filter((file) => !files.includes(file))
      })
    }),
  )
}

/** Whose files they are: the host of an address, or the first folder that is named like one. */
function hostOf(place: string): string {
  if (URL.canParse(place)) return new URL(place).hostname
  const folders = place.split('/').slice(0, -1)
  return folders.find((folder) => /^[^.].*\../.test(folder)) ?? folders[0] ?? place
}

function row(name: string, remove: () => void): HTMLElement {
  const label = `${say('remove')}: ${plain(name)}`
  const button = element('button', { type: 'button', 'aria-label': label }, say('remove'))
  button.addEventListener('click', () => {
    remove()
    showGiven()
    part('add-files', HTMLInputElement).focus()
    void answer(false)
  })
  return element('li', {}, words(name), button)
}

// ------------------------------------------------------------------------------------ the answer

let asked = 0

async function answer(lookAtIt: boolean): Promise<void> {
  const turn = ++asked
  const shown: HTMLElement[] = []
  for (const { name, bytes } of checked) {
    if (lookAtIt) news.replaceChildren(say('checking', { name }))
    shown.push(await answerTo(name, bytes))
  }
  // Whoever asks again meanwhile gets the later answer.
  if (turn !== asked) return
  if (lookAtIt) news.replaceChildren()
  answers.replaceChildren(...shown)
  document.body.classList.toggle('answered', shown.length > 0)
  if (!lookAtIt) return
  const [first] = answers.getElementsByTagName('h2')
  first?.focus({ preventScroll: true })
  answers.scrollIntoView({ block: 'start' })
}

async function answerTo(name: string, bytes: Uint8Array): Promise<HTMLElement> {
  const at = new Date()
  const lists = trust.map(({ list }) => list)
  let found: Answer
  try {
    found = await check(bytes, { trust: lists, web, now: at, language: language.tag })
  } catch (error) {
    return unableElement(name, String(error), say)
  }
  // What the host laid out counts as fetched from the issuer; what somebody added is said to be that.
  const places = new Set(
    web.filter((file) => !laidOut.web.includes(file)).map(({ place }) => place),
  )
  return answerElement({ answer: found, name, at, places, language: locale(), say })
}

/** The reader's own kind of the language, for dates: British rather than American English, unless they say so. */
function locale(): string {
  const own = navigator.languages.find((tag) => tag.split('-')[0] === language.tag)
  return own ?? (language.tag === 'en' ? 'en-IE' : language.tag)
}

// ------------------------------------------------------------------------------------ wiring

function listenToFields(): void {
  for (const id of ['file', 'add-files', 'add-folder']) {
    const field = part(id, HTMLInputElement)
    field.addEventListener('change', async () => {
      const files = await filesOf(field.files)
      field.value = ''
      await take(files)
    })
  }
  part('paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    const text = pasted.value.trim()
    if (text !== '') void take([{ name: say('pasted'), bytes: utf8(text.toWellFormed()) }])
  })
  part('again', HTMLButtonElement).addEventListener('click', () => {
    checked = []
    pasted.value = ''
    void answer(false)
    part('file', HTMLInputElement).focus()
  })
}

function listenToDrops(): void {
  const over = (event: DragEvent) => {
    event.preventDefault()
    document.body.classList.add('dragged-over')
  }
  document.addEventListener('dragenter', over)
  document.addEventListener('dragover', over)
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dragged-over')
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    document.body.classList.remove('dragged-over')
    if (event.dataTransfer !== null) void filesOfDrop(event.dataTransfer).then(take)
  })
}

offerLanguages()
speak()
listenToFields()
listenToDrops()
part('page', HTMLElement).hidden = false

// For the console and for tests: the same question without the page around it.
Object.assign(globalThis, { tessera: { check, kindOf } })
