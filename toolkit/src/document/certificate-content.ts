// What a certificate says, decided before anything is set: an award in one language becomes plain data
// for the template. What the award does not hold is left out; nothing is made up.

import { nameOf, type Award } from '../credential/award.ts'
import { inLanguage, type Text } from '../credential/text.ts'
import { detailsOf, type Detail } from './details.ts'
import { factsOf, type Fact } from './facts.ts'
import type { Labels } from './labels/labels.ts'
import { strip, type Mosaic } from './mosaic.ts'
import { directionOf, oneLine } from './plain-text.ts'
import { calendar, some, wordsOf, type Said, type Words } from './words.ts'

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
  readonly details: readonly Detail[]
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
export function certificateContent(
  award: Award,
  tag: string,
  settings: ContentSettings,
): CertificateContent {
  const words = wordsOf(tag)
  const { language, labels } = words
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
export function noticesOf(
  award: Award,
  labels: Labels,
  settings: ContentSettings,
): readonly string[] {
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
    (alliance) =>
      alliance !== undefined &&
      inLanguage(alliance.name, 'en').value === inLanguage(first?.name ?? {}, 'en').value,
  )
  return first !== undefined && same ? first.name : undefined
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

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V })
}
