// Checks one file: is it intact, whose is it, is the issuer known, was it withdrawn, is it in force,
// who shows it. Pure: no network, no disk, no clock; everything outside the file comes in as an argument.

import { completenessOf, type Completeness } from '../check/completeness.ts'
import { inLanguage } from '../credential/text.ts'
import { nameOf, type Award } from '../credential/award.ts'
import type { Conformance, NamedIssuer } from '../formats/opened.ts'
import { formats } from '../formats/index.ts'
import { limits } from '../limits.ts'
import { attempt, firstOf } from '../refusal.ts'
import type { Proof } from '../seal/proof.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Trust } from '../trust/trust.ts'
import { checkDates } from './checks/dates.ts'
import { checkHolder } from './checks/holder.ts'
import { checkIssuerKey } from './checks/issuer-key.ts'
import { checkIssuerTrust, confirmedIssuer } from './checks/issuer-trust.ts'
import { checkSignature } from './checks/signature.ts'
import { checkStatus } from './checks/status.ts'
import { line, type CheckContext, type Expectations } from './context.ts'
import { keysOf } from './keys.ts'
import { faultOfOther } from './other-credential.ts'
import type { ProofKeys } from './ownership.ts'
import type { SentenceCode } from './sentences/index.ts'
import { verdictOf, type CheckId, type CheckLine, type VerdictWord } from './verdict.ts'

export interface VerifyOptions {
  /** The lists to go by. Without any, a good file is unknown. */
  readonly trust: Trust
  readonly now: Date
  readonly resolver: Resolver
  readonly expect?: Expectations
  /** Language of the sentences; English where there is no translation. */
  readonly language?: string
}

export interface Verdict {
  readonly verdict: VerdictWord
  /** `edc`, `ob3`, `sd-jwt`; null for bytes of no known format. */
  readonly format: string | null
  readonly checks: readonly CheckLine[]
  /** As the file names it; where a list or a certificate confirms it, by the names and numbers that does. */
  readonly issuer: NamedIssuer | null
  readonly credential: {
    readonly id: string | null
    readonly title: string | null
    readonly learner: string | null
    readonly fictitious: boolean
  } | null
  /** Conformance to the format's profiles: beside the verdict, never part of it. */
  readonly profile: readonly Conformance[]
  /** Which of the 16 elements of Annex I the credential holds: beside the verdict as well. */
  readonly completeness: Completeness | null
}

const order: readonly CheckId[] = [
  'format',
  'signature',
  'issuer-key',
  'issuer-trust',
  'status',
  'dates',
  'holder',
]

/**
 * A seal over another kind of content, or over content that is not in the file; a presentation in a form not read here;
 * a picture without a credential, or with one of Open Badges 2.
 */
const aboutSomethingElse: ReadonlySet<string> = new Set([
  'edc.not-an-edc-document',
  'jades.detached',
  'jose.presentation',
  'sd-jwt-vc.another',
  'png.no-credential',
  'svg.no-credential',
])

/** What may be good and is not read here, whatever its size. */
const notReadHere: Readonly<Record<string, SentenceCode>> = {
  'ob3.several': 'format.several',
  'json-ld.context-elsewhere': 'format.other-words',
}

/** Verifies a file. Never throws for a bad one. */
export async function verify(bytes: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const language = options.language ?? 'en'
  const say = { language }
  if (bytes.length > limits.file) {
    return unread(
      [line(say, 'format', 'undecided', 'format.too-large', `${bytes.length} bytes`)],
      null,
      language,
    )
  }
  const format = formats.find((candidate) => candidate.recognise(bytes))
  if (format === undefined) {
    const fault = await faultOfOther(bytes, say)
    const other = line(say, 'format', 'undecided', 'format.not-known', 'the file')
    return unread(
      fault === undefined ? [other] : fault.id === 'format' ? [fault] : [other, fault],
      null,
      language,
    )
  }
  const opening = await attempt(() => format.open(bytes))
  if (!opening.ok) {
    const refusal = firstOf(opening.refusals)
    // Sealed or framed like this format, but about something else: that is no broken credential.
    if (aboutSomethingElse.has(refusal.code)) {
      const other = line(say, 'format', 'undecided', 'format.not-known', refusal.place)
      return unread([other], null, language)
    }
    const open = notReadHere[refusal.code]
    if (open !== undefined)
      return unread([line(say, 'format', 'undecided', open, refusal.place)], format.id, language)
    // What is larger than is read here may be good all the same.
    if (refusal.code.endsWith('.too-large')) {
      const large = line(say, 'format', 'undecided', 'format.too-large', `${bytes.length} bytes`)
      return unread([large], format.id, language)
    }
    const words = { format: format.name, detail: refusal.sentence }
    const source = refusal.place === '' ? 'the file' : refusal.place
    const broken = line(say, 'format', 'failed', 'format.malformed', source, words)
    return unread([broken], format.id, language)
  }
  const { trust, now, resolver, expect = {} } = options
  const opened = opening.value
  return judge({ opened, trust, now, resolver, expect, language }, format.name)
}

/** Verifies what a format opened. */
export async function judge(context: CheckContext, formatName: string): Promise<Verdict> {
  const { opened, trust, now, resolver, language } = context
  const keys = new Map<Proof, ProofKeys>()
  for (const proof of opened.proofs) {
    keys.set(proof, await keysOf(proof, { issuer: opened.issuer, trust, now, resolver }))
  }
  const checks = [
    checkFormat(context, formatName),
    await checkSignature(context, keys),
    checkIssuerKey(context, keys),
    checkIssuerTrust(context, keys),
    await checkStatus(context),
    checkDates(context),
    await checkHolder(context),
  ]
  return {
    verdict: verdictOf(checks),
    format: opened.format,
    checks,
    issuer: confirmedIssuer(context, keys) ?? opened.issuer,
    credential: credentialOf(opened.award, language),
    profile: opened.conformance,
    completeness: completenessOf(opened.award),
  }
}

function checkFormat(context: CheckContext, formatName: string): CheckLine {
  const { vct } = context.expect
  const words = { format: formatName }
  if (vct !== undefined && !context.opened.types.includes(vct)) {
    return line(context, 'format', 'failed', 'format.other-type', context.opened.types.join(', '))
  }
  return line(context, 'format', 'passed', 'format.known', context.opened.variant, words)
}

function credentialOf(award: Award, language: string): NonNullable<Verdict['credential']> {
  const { design, learner, issuer } = award
  const learnerName = nameOf(learner)
  return {
    id: award.id ?? null,
    title: design.title === undefined ? null : inLanguage(design.title, language).value,
    learner: learnerName === '' ? null : learnerName,
    fictitious: design.fictitious === true || issuer?.fictitious === true,
  }
}

function unread(first: readonly CheckLine[], format: string | null, language: string): Verdict {
  const rest = order
    .filter((id) => !first.some((check) => check.id === id))
    .map((id) => line({ language }, id, 'undecided', 'not-reached', 'the file'))
  const checks = [...first, ...rest]
  return {
    verdict: verdictOf(checks),
    format,
    checks,
    issuer: null,
    credential: null,
    profile: [],
    completeness: null,
  }
}
