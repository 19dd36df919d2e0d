// The answer, as a checker with twenty seconds reads it: one sentence, what was learnt and who says so, what was
// checked; the rest is folded away.

import { inLanguage, type Text } from 'tessera/credential/text'
import { hoursOf } from 'tessera/credential/workload'
import type { CheckLine, VerdictWord } from 'tessera/verify/verdict'
import type { Verdict } from 'tessera/verify/verify'
import type { Answer } from './check.ts'
import { element, plain, sign, words, type Child } from './element.ts'
import type { Say } from './labels/index.ts'

export interface Shown {
  readonly answer: Answer
  /** What the file is called. */
  readonly name: string
  /** Places of the files that were given for an issuer's addresses. */
  readonly places: ReadonlySet<string>
  readonly at: Date
  readonly language: string
  readonly say: Say
}

const states = { valid: 'passed', invalid: 'failed', unknown: 'undecided' } as const

export function answerElement(shown: Shown): HTMLElement {
  const { verdict } = shown.answer
  return element(
    'article',
    { class: `answer ${verdict.verdict}` },
    headOf(shown),
    verdict.credential?.fictitious === true
      ? element('p', { class: 'notice' }, sign('example'), shown.say('example'))
      : undefined,
    saidOf(shown),
    checksOf(shown),
    detailsOf(shown),
  )
}

/** For what a browser cannot check: undecided, and nothing of the file is shown. */
export function unableElement(name: string, why: string, say: Say): HTMLElement {
  return element(
    'article',
    { class: 'answer unknown' },
    head('unknown', name, say('unable'), [why], say),
  )
}

// ------------------------------------------------------------------------------------ the first sentence

function headOf({ answer: { verdict }, name, places, say }: Shown): HTMLElement {
  const key = verdict.checks.find(({ id }) => id === 'issuer-key')
  const fromFile = key?.status === 'passed' && places.has(key.source)
  const reasons = [...reasonsOf(verdict), ...(fromFile ? [say('keysFromFile')] : [])]
  return head(verdict.verdict, name, say(sentenceOf(verdict)), reasons, say)
}

function head(
  verdict: VerdictWord,
  name: string,
  sentence: string,
  reasons: readonly string[],
  say: Say,
): HTMLElement {
  return element(
    'header',
    { class: 'verdict' },
    sign(states[verdict]),
    element(
      'div',
      {},
      element(
        'p',
        { class: 'word' },
        element('strong', {}, say(verdict)),
        ' ',
        element('span', { class: 'file' }, words(name)),
      ),
      element('h2', { tabindex: '-1' }, sentence),
      ...reasons.map((reason) => element('p', { class: 'reason' }, words(reason))),
    ),
  )
}

function sentenceOf({ verdict, format }: Verdict) {
  if (verdict === 'unknown' && format === null) return 'unreadSentence'
  return `${verdict}Sentence` as const
}

/** Why it is not valid, or what a valid one rests on that everybody should know. */
function reasonsOf({ verdict, checks }: Verdict): readonly string[] {
  const telling = checks.filter(({ status, code }) =>
    verdict === 'valid'
      ? code === 'issuer-trust.known-test' || code === 'holder.bound'
      : status === states[verdict] && code !== 'not-reached',
  )
  return telling.map(({ message }) => message)
}

// ------------------------------------------------------------------------------------ what the file says

function saidOf(shown: Shown): HTMLElement | undefined {
  const { answer, language, say } = shown
  const { verdict, opened } = answer
  const { credential } = verdict
  if (credential === null) return undefined
  const caution = { valid: undefined, invalid: 'saysInvalid', unknown: 'saysUnknown' } as const
  const warning = caution[verdict.verdict]
  const title = opened?.award.design.title
  const outcomes = opened?.award.design.outcomes ?? []
  return element(
    'section',
    { class: 'said' },
    element('h3', {}, say(verdict.verdict === 'valid' ? 'learnt' : 'says')),
    warning === undefined ? undefined : element('p', { class: 'caution' }, say(warning)),
    element(
      'p',
      { class: 'title' },
      title === undefined ? (credential.title ?? say('noTitle')) : text(title, language),
    ),
    element('dl', { class: 'facts' }, ...factsOf(shown)),
    outcomes.length === 0 ? undefined : element('h4', {}, say('outcomes')),
    outcomes.length === 0
      ? undefined
      : element(
          'ul',
          { class: 'outcomes' },
          ...outcomes
            .slice(0, 50)
            .map((outcome) => element('li', {}, text(outcome.text, language))),
        ),
  )
}

function text(said: Text, language: string): HTMLElement {
  const found = inLanguage(said, language)
  return words(found.value, found.language)
}

function factsOf({ answer: { verdict, opened }, language, say }: Shown): readonly Child[] {
  const award = opened?.award
  const design = award?.design
  const credits = award?.creditsEarned ?? design?.credits
  const hours = hoursOf(design?.workload)
  const number = new Intl.NumberFormat(language)
  const inHours = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
  })
  const workload = [
    credits === undefined ? undefined : `${number.format(credits.points)} ${credits.system}`,
    hours === undefined ? undefined : inHours.format(hours),
  ].filter((part) => part !== undefined)
  const level = design?.level
  const bodies = (design?.awardingBodies ?? []).map(({ organisation }) => organisation.legalName)
  const until = opened?.validUntil?.toISOString() ?? award?.expiresAt
  return [
    ...fact(say('awardedTo'), words(verdict.credential?.learner ?? say('noName'))),
    ...fact(say('issuedBy'), issuerOf(verdict, language, say)),
    ...(bodies.length > 1
      ? fact(say('awardedBy'), listOf(bodies.map((body) => text(body, language))))
      : []),
    ...fact(say('awardedOn'), day(award?.awardedOn ?? award?.issuedAt, language)),
    ...fact(say('validUntil'), day(until, language)),
    ...fact(say('workload'), workload.length === 0 ? undefined : words(workload.join(' · '))),
    ...fact(
      say('level'),
      level?.eqf === undefined ? undefined : say('eqf', { level: String(level.eqf) }),
    ),
    ...fact(say('grade'), award?.grade === undefined ? undefined : words(award.grade)),
  ]
}

function fact(label: string, value: Child): readonly Child[] {
  return value === undefined ? [] : [element('dt', {}, label), element('dd', {}, value)]
}

function listOf(items: readonly HTMLElement[]): HTMLElement {
  return element('ul', {}, ...items.slice(0, 30).map((item) => element('li', {}, item)))
}

const makesSure = ['signature', 'issuer-key', 'issuer-trust']

function issuerOf({ issuer, checks }: Verdict, language: string, say: Say): HTMLElement {
  const sure = checks.every(({ id, status }) => !makesSure.includes(id) || status === 'passed')
  const name = issuer?.name ?? issuer?.id ?? issuer?.identifiers[0]
  const country = issuer?.country === undefined ? undefined : countryOf(issuer.country, language)
  return element(
    'span',
    {},
    words(name ?? say('noName')),
    country === undefined ? '' : ', ',
    country === undefined ? undefined : words(country),
    sure ? undefined : element('em', {}, ` (${say('unconfirmed')})`),
  )
}

function countryOf(code: string, language: string): string {
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code)
    : code
}

function day(date: string | undefined, language: string): HTMLElement | undefined {
  if (date === undefined || Number.isNaN(Date.parse(date))) return undefined
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const said = format.format(new Date(`${date.slice(0, 10)}T12:00:00Z`))
  return element('time', { datetime: date.slice(0, 10) }, said)
}

// ------------------------------------------------------------------------------------ what was checked

function checksOf({ answer: { verdict }, at, language, say }: Shown): HTMLElement {
  const reached = verdict.checks.filter(({ code }) => code !== 'not-reached')
  const rest = verdict.checks.find(({ code }) => code === 'not-reached')
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  return element(
    'section',
    { class: 'checked' },
    element('h3', {}, say('checks')),
    element('ul', { class: 'checks' }, ...reached.map((check) => checkOf(check, say))),
    rest === undefined ? undefined : element('p', { class: 'note' }, rest.message),
    element('p', { class: 'note' }, say('checkedOn', { time: time.format(at) })),
  )
}

function checkOf({ id, status, code, message }: CheckLine, say: Say): HTMLElement {
  // Nothing was asked and nothing was found out: no tick for that.
  const state = code === 'holder.not-asked' ? 'left' : status
  return element(
    'li',
    { class: state },
    sign(state),
    element(
      'div',
      {},
      element('p', { class: 'name' }, say(id), ': ', element('strong', {}, say(state))),
      element('p', {}, words(message)),
    ),
  )
}

// ------------------------------------------------------------------------------------ for specialists

function detailsOf({ answer: { verdict, opened }, say }: Shown): HTMLElement {
  const { completeness, profile, credential, checks } = verdict
  const missing = (completeness?.elements ?? [])
    .filter(({ id }) => completeness?.missing.includes(id))
    .map(({ name }) => name)
  return element(
    'details',
    { class: 'specialists' },
    element('summary', {}, say('details')),
    element(
      'dl',
      {},
      ...fact(
        say('format'),
        verdict.format === null ? undefined : `${verdict.format} ${opened?.variant ?? ''}`,
      ),
      ...fact(say('identifier'), credential?.id == null ? undefined : words(credential.id)),
      ...fact(
        say('restsOn'),
        listOf(
          checks
            .filter(({ code }) => code !== 'not-reached')
            .map(({ id, source }) => element('span', {}, say(id), ': ', words(source))),
        ),
      ),
      ...fact(
        say('profiles'),
        profile.length === 0
          ? undefined
          : listOf(profile.map((each) => element('span', {}, conformance(each, say)))),
      ),
      ...fact(
        say('elements'),
        completeness === null
          ? undefined
          : completeness.complete
            ? say('complete')
            : say('missing', { elements: missing.join('; ') }),
      ),
    ),
    element('h4', {}, say('answer')),
    element(
      'pre',
      { tabindex: '0', role: 'region', 'aria-label': say('answer'), dir: 'ltr' },
      JSON.stringify(verdict, null, 2).split('\n').map(plain).join('\n'),
    ),
  )
}

function conformance({ profile, conforms, faults }: Verdict['profile'][number], say: Say): string {
  return conforms
    ? say('conforms', { profile })
    : say('deviates', { profile, count: String(faults.length) })
}
