// What a certificate says, decided before anything is set: an award in one language becomes plain data
// for the template. What the award does not hold is left out; nothing is made up.

import type { Assessment, Supervision } from '../credential/assessment.ts'
import { nameOf, type Award, type Result } from '../credential/award.ts'
import type { Level } from '../credential/design.ts'
import type { QualityAssurance } from '../credential/quality.ts'
import { inLanguage, type Text } from '../credential/text.ts'
import { hoursOf } from '../credential/workload.ts'
import { assessmentTypes } from '../vocabulary/assessment-types.ts'
import type { ConceptList } from '../vocabulary/list.ts'
import { modes } from '../vocabulary/modes.ts'
import { labelsFor } from './labels/index.ts'
import type { Labels } from './labels/labels.ts'
import { strip, type Mosaic } from './mosaic.ts'
import { apart, directionOf, oneLine, severalLines } from './plain-text.ts'

/** A piece of text with the language it is in, as a screen reader must know it. */
export interface Said {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

export interface Fact {
  readonly label: string
  readonly value: string
  readonly note?: string
}

export interface DetailLine {
  readonly main: Said
  readonly notes: readonly Said[]
}

export interface CertificateContent {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Title of the document for its reader: "Micro-credential – title – name". */
  readonly documentTitle: string
  /** Year, month, day. */
  readonly date?: readonly [number, number, number]
  readonly microCredential: string
  readonly alliance?: Said
  /** The line that says this is an example or a test. */
  readonly notices: readonly string[]
  readonly awardedTo: string
  readonly name?: Said
  readonly forAchieving: string
  readonly byValidation?: string
  readonly title?: Said
  readonly bodiesLabel: string
  readonly bodies: readonly { readonly name: Said; readonly note?: string }[]
  readonly facts: readonly Fact[]
  readonly outcomesLabel: string
  readonly outcomes: readonly Said[]
  readonly details: readonly { readonly label: string; readonly lines: readonly DetailLine[] }[]
  readonly checkLabel: string
  readonly checkText: string
  readonly credential?: { readonly label: string; readonly id: string }
  readonly recommendation: string
  readonly page: string
  readonly mosaic: Mosaic
}

export interface ContentSettings {
  /** The seal is a test seal: every page says so. */
  readonly testSeal: boolean
}

/** The certificate of an award in a language, as data for the template. */
export function certificateContent(award: Award, tag: string, settings: ContentSettings): CertificateContent {
  const { language, labels } = labelsFor(tag)
  const words = wordsOf(tag, language, labels)
  const { design } = award
  const name = oneLine(nameOf(award.learner))
  const title = words.line(design.title)
  const alliance = allianceOf(award)
  const date = (award.issuedAt ?? award.awardedOn ?? award.validFrom)?.slice(0, 10)
  return {
    lang: language,
    dir: labels.direction,
    documentTitle: [labels.microCredential, title?.text, name].filter(Boolean).join(' – '),
    ...(date === undefined ? {} : { date: calendar(date) }),
    microCredential: labels.microCredential,
    ...optional('alliance', words.line(alliance)),
    notices: noticesOf(award, labels, settings),
    awardedTo: labels.awardedTo,
    ...(name === '' ? {} : { name: { text: name, lang: 'und', dir: directionOf(name) } }),
    forAchieving: labels.forAchieving,
    ...(award.route === 'validation' ? { byValidation: labels.byValidation } : {}),
    ...optional('title', title),
    bodiesLabel: design.awardingBodies.length > 1 ? labels.awardedJointlyBy : labels.awardedBy,
    bodies: bodiesOf(award, words),
    facts: factsOf(award, words),
    outcomesLabel: labels.learningOutcomes,
    outcomes: design.outcomes.flatMap((outcome) => some(words.line(outcome.text))),
    details: detailsOf(award, words),
    checkLabel: labels.howToCheck,
    checkText: labels.checkText,
    ...(award.id === undefined
      ? {}
      : { credential: { label: labels.credentialId, id: oneLine(award.id) } }),
    recommendation: labels.recommendation,
    page: labels.page,
    mosaic: strip(design.id, award.id ?? name, 35, 5),
  }
}

/** The lines that say a document is an example or a test. */
export function noticesOf(award: Award, labels: Labels, settings: ContentSettings): readonly string[] {
  const invented =
    award.design.fictitious === true ||
    [award.issuer, ...award.design.awardingBodies.map((body) => body.organisation)].some(
      (organisation) => organisation?.fictitious === true,
    )
  if (invented) return [labels.fictitious]
  return settings.testSeal ? [labels.testSeal] : []
}

/** The alliance all awarding bodies belong to, if there is one. */
export function allianceOf(award: Award): Text | undefined {
  const [first, ...others] = award.design.awardingBodies.map((body) => body.organisation.alliance)
  const same = others.every(
    (alliance) => alliance !== undefined && inLanguage(alliance.name, 'en').value === inLanguage(first?.name ?? {}, 'en').value,
  )
  return first !== undefined && same ? first.name : undefined
}

interface Words {
  readonly language: string
  readonly labels: Labels
  line(text: Text | undefined): Said | undefined
  lines(text: Text | undefined): Said | undefined
  own(text: string): Said
  join(parts: readonly (string | undefined)[]): string
  number(value: number): string
  hours(value: number): string
  day(isoDate: string): string
  country(code: string | undefined): string | undefined
}

/** Where a language alone would mean another continent's way to write dates. */
const european: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' }

function wordsOf(tag: string, language: string, labels: Labels): Words {
  // Digits stay the same as in the sealed data, so that grades and numbers can be compared by eye.
  const locale = `${european[language] ?? language}-u-ca-gregory-nu-latn`
  const said = (text: Text | undefined, clean: (text: string) => string): Said | undefined => {
    if (text === undefined) return undefined
    const found = inLanguage(text, tag)
    const value = clean(found.value)
    return value === ''
      ? undefined
      : { text: value, lang: found.language.split('-')[0] ?? language, dir: directionOf(value) }
  }
  return {
    language,
    labels,
    line: (text) => said(text, oneLine),
    lines: (text) => said(text, severalLines),
    own: (text) => ({ text, lang: language, dir: labels.direction }),
    join: (parts) =>
      parts
        .filter((part) => part !== undefined && part !== '')
        .map((part) => apart(part ?? ''))
        .join(labels.separator),
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
    hours: (value) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: 2 }).format(value),
    day: (isoDate) => {
      const [year, month, day] = calendar(isoDate)
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(year, month - 1, day)),
      )
    },
    country: (code) => (code === undefined ? undefined : new Intl.DisplayNames([locale], { type: 'region' }).of(code)),
  }
}

function bodiesOf(award: Award, words: Words): CertificateContent['bodies'] {
  return award.design.awardingBodies.flatMap(({ organisation, credits }) => {
    const name = words.line(organisation.legalName)
    if (name === undefined) return []
    const note = words.join([
      words.country(organisation.country),
      credits === undefined || award.design.credits === undefined
        ? undefined
        : `${words.number(credits)} ${oneLine(award.design.credits.system)}`,
    ])
    return [{ name, ...(note === '' ? {} : { note }) }]
  })
}

function factsOf(award: Award, words: Words): readonly Fact[] {
  const { labels } = words
  const { design } = award
  const facts: Fact[] = []
  const credits = award.creditsEarned ?? design.credits
  const hours = hoursOf(design.workload)
  const workload = [
    credits === undefined ? undefined : `${words.number(credits.points)} ${oneLine(credits.system)}`,
    hours === undefined ? undefined : words.hours(hours),
  ].filter((part) => part !== undefined)
  if (workload[0] !== undefined) facts.push(fact(labels.workload, workload[0], workload[1]))
  const level = design.level === undefined ? undefined : levelOf(design.level, words)
  if (level !== undefined) facts.push(level)
  if (award.grade !== undefined) {
    facts.push(fact(labels.grade, oneLine(award.grade), words.line(design.gradingScheme?.title)?.text))
  }
  const issued = award.issuedAt ?? award.awardedOn
  if (issued !== undefined) {
    const place = words.line(award.place?.name)?.text
    facts.push(
      fact(
        labels.dateOfIssue,
        words.day(issued.slice(0, 10)),
        [place, words.country(award.place?.country)].filter((part) => part !== undefined).join(labels.comma),
      ),
    )
  }
  return facts
}

function levelOf(level: Level, words: Words): Fact | undefined {
  const { labels } = words
  const eqf = level.eqf === undefined ? undefined : `${labels.eqf} ${level.eqf}`
  const national = level.nqf === undefined ? undefined : `${oneLine(level.nqf.framework)} ${oneLine(level.nqf.level)}`
  const cycle = level.cycle === undefined ? undefined : labels.cycle[level.cycle]
  const value = eqf ?? national ?? cycle
  if (value === undefined) return undefined
  return fact(
    labels.level,
    value,
    words.join([labels.standing[level.standing], ...[national, cycle].filter((part) => part !== value)]),
  )
}

function detailsOf(award: Award, words: Words): CertificateContent['details'] {
  const { labels } = words
  const { design } = award
  const details: CertificateContent['details'][number][] = []
  const add = (label: string, lines: readonly DetailLine[]) => {
    if (lines.length > 0) details.push({ label, lines })
  }
  add(labels.assessment, assessmentLines(award, words))
  add(
    labels.formOfParticipation,
    design.modes.length === 0 && design.activities.every((activity) => activity.modes.length === 0)
      ? []
      : [plain(words, capital(words.join(modeNames(award, words)), words.language))],
  )
  add(labels.qualityAssurance, qualityLines(award, words))
  const entry = words.line(design.prerequisites?.text)
  const entryLevel = design.prerequisites?.level
  add(labels.prerequisites, [
    ...some(entry).map((main) => ({ main, notes: [] })),
    ...(entryLevel === undefined ? [] : [plain(words, `${labels.level} ${apart(`${labels.eqf} ${entryLevel}`)}`)]),
  ])
  if (design.stackability !== undefined) {
    add(labels.stackability, [
      {
        main: words.own(capital(labels.stackabilityKinds[design.stackability.kind], words.language)),
        notes: [
          ...design.stackability.towards.flatMap(({ title, decidedBy }) => {
            const target = words.line(title)?.text
            const decider = words.line(decidedBy)?.text
            return target === undefined
              ? []
              : [words.own(words.join([`${capital(labels.towards, words.language)} ${apart(target)}`, decider && `${labels.decidedBy} ${apart(decider)}`]))]
          }),
          ...some(words.line(design.stackability.note)),
        ],
      },
    ])
  }
  if (award.awardedOn !== undefined && award.awardedOn !== award.issuedAt?.slice(0, 10) && award.issuedAt !== undefined) {
    add(labels.awardedOn, [plain(words, words.day(award.awardedOn))])
  }
  if (award.expiresAt !== undefined) {
    add(labels.validUntil, [plain(words, words.day(award.expiresAt.slice(0, 10)))])
  }
  const issuer = award.issuer
  if (issuer !== undefined && !design.awardingBodies.some((body) => body.organisation.id === issuer.id)) {
    add(labels.issuedBy, some(words.line(issuer.legalName)).map((main) => ({ main, notes: [] })))
  }
  add(
    labels.furtherInformation,
    [...some(words.lines(award.furtherInformation)), ...some(words.lines(design.furtherInformation))].map((main) => ({ main, notes: [] })),
  )
  return details
}

function assessmentLines(award: Award, words: Words): readonly DetailLine[] {
  const results = new Map<string | undefined, Result>(award.results.map((result) => [result.assessment, result]))
  const known = award.design.assessments.map((assessment) => assessmentLine(assessment, results.get(assessment.id), words))
  const ids = new Set(award.design.assessments.map((assessment) => assessment.id))
  const others = award.results.filter((result) => result.assessment === undefined || !ids.has(result.assessment))
  return [...known, ...others.map((result) => assessmentLine(undefined, result, words))].filter((line) => line !== undefined)
}

function assessmentLine(assessment: Assessment | undefined, result: Result | undefined, words: Words): DetailLine | undefined {
  const { labels } = words
  const types = words.join(
    (assessment?.methods ?? []).map((method) => nameIn(assessmentTypes, labels.assessmentTypes, method)),
  )
  const supervision = result?.supervision ?? assessment?.supervision
  const grade = result?.grade === undefined ? undefined : `${labels.grade} ${apart(oneLine(result.grade))}`
  const title = words.line(assessment?.title ?? result?.title)
  const facts = [
    title === undefined ? undefined : types,
    supervision && supervisionName(supervision, labels),
    grade,
  ].filter((part) => part !== undefined && part !== '')
  const notes = facts.length === 0 ? [] : [words.own(capital(words.join(facts), words.language))]
  if (title !== undefined) return { main: title, notes }
  if (types !== '') return { main: words.own(capital(types, words.language)), notes }
  return notes[0] === undefined ? undefined : { main: notes[0], notes: [] }
}

function supervisionName(supervision: Supervision, labels: Labels): string {
  const watched = !supervision.supervised
    ? labels.unsupervised
    : supervision.where === 'on-site'
      ? labels.supervisedOnSite
      : supervision.where === 'online'
        ? labels.supervisedOnline
        : labels.supervised
  return `${watched}${labels.comma}${supervision.identityChecked ? labels.identityChecked : labels.identityNotChecked}`
}

function modeNames(award: Award, words: Words): readonly string[] {
  const { design } = award
  const codes = design.modes.length > 0 ? design.modes : design.activities.flatMap((activity) => activity.modes)
  return [...new Set(codes.map((code) => nameIn(modes, words.labels.modes, code)))]
}

/** Of the micro-credential; where it has none of its own, of the awarding bodies, each by its name. */
function qualityLines(award: Award, words: Words): readonly DetailLine[] {
  const own = award.design.qualityAssurance
  if (own.length > 0) return own.map((quality) => qualityLine(quality, undefined, words))
  return award.design.awardingBodies.flatMap(({ organisation }) =>
    organisation.qualityAssurance.map((quality) => qualityLine(quality, organisation.legalName, words)),
  )
}

function qualityLine(quality: QualityAssurance, of: Text | undefined, words: Words): DetailLine {
  const { labels } = words
  const scope = quality.scope === undefined ? '' : ` (${labels.qualityScopes[quality.scope]})`
  const notes = [
    words.join([words.line(of)?.text, words.line(quality.title)?.text]),
    words.join([
      words.line(quality.body)?.text,
      quality.standard === undefined ? undefined : oneLine(quality.standard),
      quality.validUntil === undefined ? undefined : `${labels.validUntil.toLocaleLowerCase(words.language)} ${words.day(quality.validUntil)}`,
    ]),
  ].filter((note) => note !== '')
  return { main: words.own(capital(`${labels.qualityTypes[quality.type]}${scope}`, words.language)), notes: notes.map(words.own) }
}

/** The label of a code of an EU list; a code of no list is said as it was written. */
function nameIn(list: ConceptList, names: Readonly<Record<string, string>>, code: string): string {
  return names[list.find(code)?.code ?? code] ?? oneLine(code)
}

function plain(words: Words, text: string): DetailLine {
  return { main: words.own(text), notes: [] }
}

function fact(label: string, value: string, note?: string): Fact {
  return { label, value: apart(value), ...(note === undefined || note === '' ? {} : { note }) }
}

function capital(text: string, language: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language))
}

function calendar(isoDate: string): readonly [number, number, number] {
  const [year, month, day] = isoDate.slice(0, 10).split('-').map(Number)
  return [year ?? 1, month ?? 1, day ?? 1]
}

function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V })
}
