// Alignments read back into the parts of a design.

import type { AwardingBody, Design } from '../../credential/design.ts'
import type { Organisation } from '../../credential/organisation.ts'
import type { LearningOutcome, SkillLink } from '../../credential/outcome.ts'
import type { QualityAssurance } from '../../credential/quality.ts'
import type { Text } from '../../credential/text.ts'
import { type Json, textOf } from '../../read/json.ts'
import { iscedF } from '../../vocabulary/isced-f.ts'
import { languages } from '../../vocabulary/languages.ts'
import { learningOpportunityTypes } from '../../vocabulary/learning-opportunity-types.ts'
import { learningSettings } from '../../vocabulary/learning-settings.ts'
import type { ConceptList } from '../../vocabulary/list.ts'
import { modes } from '../../vocabulary/modes.ts'
import { targetGroups } from '../../vocabulary/target-groups.ts'
import { outcomeKind, type Target } from './alignments.ts'
import { isUrl } from './profile.ts'
import { alignmentTypes as types, objectsOf, plainText } from './terms.ts'

const localId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/
const eqfIri = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/([1-8])$/
const ownTypes: readonly string[] = Object.values(types)

export function targetsOf(value: Json | undefined): readonly Target[] {
  return objectsOf(value).flatMap((alignment) => {
    const url = textOf(alignment['targetUrl'])
    const name = plainText(alignment['targetName'])
    if (url === undefined || name === undefined) return []
    return [
      {
        type: textOf(alignment['targetType']) ?? '',
        url,
        name: name.slice(0, 20_000),
        code: plainText(alignment['targetCode']),
        framework: plainText(alignment['targetFramework'])?.slice(0, 100),
        description: plainText(alignment['targetDescription']),
        language: textOf(alignment['inLanguage']),
      },
    ]
  })
}

/** Codes of the entries of one kind. */
export function codesOf(
  targets: readonly Target[],
  type: string,
  list: ConceptList,
): readonly string[] {
  return targets.flatMap((target) => {
    if (target.type !== type) return []
    const code = list.byIri(target.url)?.code ?? target.code
    return code === undefined ? [] : [code.slice(0, 100)]
  })
}

/** The alignments as far as they have a place in a design. */
export function designParts(
  targets: readonly Target[],
  organisations: readonly Organisation[],
  language: string,
): Partial<Design> {
  const of = (type: string) => targets.filter((target) => target.type === type)
  const fields = [...codesOf(targets, types.field, iscedF), ...foreignFields(targets)].filter(
    (code) => /^\d{2,4}$/.test(code),
  )
  const [opportunityType] = codesOf(targets, types.opportunity, learningOpportunityTypes)
  const [setting] = codesOf(targets, types.setting, learningSettings)
  const teaching = codesOf(targets, types.teachingLanguage, languages).filter((code) =>
    languageTag.test(code),
  )
  const stackability = stackabilityOf(targets, language)
  const level = levelOf(targets)
  return {
    outcomes: [...outcomesOf(targets, language)],
    fields,
    modes: [...codesOf(targets, types.mode, modes)],
    targetGroups: [...codesOf(targets, types.targetGroup, targetGroups)],
    teachingLanguages: teaching,
    awardingBodies: of(types.body).flatMap((target) => bodyOf(target, organisations, language)),
    providers: of(types.provider).flatMap((target) =>
      organisationAt(target, organisations, language),
    ),
    qualityAssurance: of(types.quality).map((target) => qualityOf(target, language)),
    ...(opportunityType === undefined ? {} : { opportunityType }),
    ...(setting === 'formal' || setting === 'non-formal' ? { setting } : {}),
    ...(level === undefined ? {} : { level }),
    ...(stackability === undefined ? {} : { stackability }),
  }
}

function textIn(target: Target, language: string): Text {
  const tag =
    target.language !== undefined && languageTag.test(target.language) ? target.language : language
  return { [tag]: target.name }
}

function outcomesOf(targets: readonly Target[], language: string): readonly LearningOutcome[] {
  const own = targets.filter(
    (target) => target.type === types.outcome && localId.test(target.code ?? ''),
  )
  const skills = targets.filter((target) => target.type === types.skill || isForeignSkill(target))
  const ids = own.map(({ code }) => code)
  const outcomes = own.map((target): LearningOutcome => {
    const type = outcomeKind(target.description)
    return {
      id: target.code ?? '',
      text: textIn(target, language),
      ...(type === undefined ? {} : { type }),
      skills: skills
        .filter(({ code }) => code === target.code)
        .flatMap((skill) => skillOf(skill, language)),
    }
  })
  // Badges of others name skills without outcomes: each is an outcome of its own.
  const alone = skills.filter(({ code }) => !ids.includes(code))
  return [
    ...outcomes,
    ...alone.map((skill, i): LearningOutcome => ({
      id: `A${i + 1}`,
      text: textIn(skill, language),
      skills: [...skillOf(skill, language)],
    })),
  ]
}

function isForeignSkill({ type, url }: Target): boolean {
  if (ownTypes.includes(type) || eqfIri.test(url) || iscedF.byIri(url) !== undefined) return false
  return type !== 'ceterms:Credential' && !type.startsWith('CFRubric')
}

function skillOf(target: Target, language: string): readonly SkillLink[] {
  const { url, name, framework } = target
  if (!isUrl(url)) return []
  return [
    {
      framework: framework ?? 'unnamed',
      uri: url,
      ...(name === url ? {} : { title: textIn(target, language) }),
    },
  ]
}

function foreignFields(targets: readonly Target[]): readonly string[] {
  return targets.flatMap(({ type, url }) => {
    const code = type === types.field ? undefined : iscedF.byIri(url)?.code
    return code === undefined ? [] : [code]
  })
}

function levelOf(targets: readonly Target[]): Design['level'] {
  const eqf = targets.find(({ type, url }) => type !== types.entryLevel && eqfIri.test(url))
  const nqf = targets.find(({ type }) => type === types.nqf)
  const cycle = (['short', 'first', 'second', 'third'] as const).find((name) =>
    targets.some(({ type, code }) => type === types.cycle && code === name),
  )
  if (eqf === undefined && nqf === undefined && cycle === undefined) return undefined
  const standing = (eqf ?? nqf)?.description === 'confirmed' ? 'confirmed' : 'indicative'
  return {
    standing,
    ...(eqf === undefined ? {} : { eqf: Number(eqfIri.exec(eqf.url)?.[1]) }),
    ...(nqf?.code === undefined || nqf.framework === undefined
      ? {}
      : {
          nqf: {
            framework: nqf.framework,
            level: nqf.code.slice(0, 60),
            ...(nqf.url.includes('national-level') ? {} : { uri: nqf.url }),
          },
        }),
    ...(cycle === undefined ? {} : { cycle }),
  }
}

/** EQF level expected at entry. */
export function entryLevelOf(targets: readonly Target[]): number | undefined {
  const found = targets.find(({ type }) => type === types.entryLevel)
  const level = eqfIri.exec(found?.url ?? '')?.[1]
  return level === undefined ? undefined : Number(level)
}

function organisationAt(
  target: Target,
  known: readonly Organisation[],
  language: string,
): readonly Organisation[] {
  const found = known.find(({ id }) => id === target.url)
  if (found !== undefined) return [found]
  if (!isUrl(target.url)) return []
  const place = target.code ?? ''
  // NUTS has EL and UK where ISO has GR and GB.
  const country = { EL: 'GR', UK: 'GB' }[place.slice(0, 2)] ?? place.slice(0, 2)
  return [
    {
      id: target.url,
      legalName: textIn(target, language),
      identifiers: [],
      qualityAssurance: [],
      ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
      ...(/^[A-Z]{2}[A-Z0-9]{1,3}$/.test(place) ? { region: place } : {}),
    },
  ]
}

function bodyOf(
  target: Target,
  known: readonly Organisation[],
  language: string,
): readonly AwardingBody[] {
  const [, role, credits] =
    /^(leading|partner)(?:; ([0-9.]+) credits)?$/.exec(target.description ?? '') ?? []
  return organisationAt(target, known, language).map((organisation) => ({
    organisation,
    role: role === 'partner' ? 'partner' : 'leading',
    ...(credits === undefined ? {} : { credits: Number(credits) }),
  }))
}

function qualityOf(target: Target, language: string): QualityAssurance {
  const words = new Map(
    (target.description ?? '').split('; ').map((part) => {
      const colon = part.indexOf(': ')
      return [part.slice(0, Math.max(colon, 0)), part.slice(colon + 2)] as const
    }),
  )
  const type = (['internal', 'external', 'internal-and-external'] as const).find(
    (known) => known === target.code,
  )
  const scope = (['institution', 'programme', 'micro-credential'] as const).find(
    (known) => known === words.get('scope'),
  )
  const [, body, country] = /^(.*?)(?: \(([A-Z]{2})\))?$/.exec(words.get('body') ?? '') ?? []
  const date = (name: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(words.get(name) ?? '') ? words.get(name) : undefined
  const [decidedOn, validUntil] = [date('decided'), date('until')]
  return {
    type: type ?? 'external',
    title: textIn(target, language),
    ...(scope === undefined ? {} : { scope }),
    ...(body === undefined || body === '' ? {} : { body: { [language]: body } }),
    ...(country === undefined ? {} : { bodyCountry: country }),
    ...(target.framework === undefined ? {} : { standard: target.framework }),
    ...(/[#.]quality-assurance-\d+$/.test(target.url) || !isUrl(target.url)
      ? {}
      : { report: target.url }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

function stackabilityOf(targets: readonly Target[], language: string): Design['stackability'] {
  const found = targets.find(({ type }) => type === types.stackability)
  const kind = (['stand-alone', 'integrated', 'stand-alone-and-stackable'] as const).find(
    (known) => known === found?.code,
  )
  if (found === undefined || kind === undefined) return undefined
  return {
    kind,
    towards: targets
      .filter(({ type }) => type === types.towards)
      .map((target) => {
        const decidedBy = /^Decided by ([\s\S]+)$/.exec(target.description ?? '')?.[1]
        return {
          title: textIn(target, language),
          ...(/[#.]towards-\d+$/.test(target.url) || !isUrl(target.url) ? {} : { url: target.url }),
          ...(decidedBy === undefined ? {} : { decidedBy: { [language]: decidedBy } }),
        }
      }),
    ...(found.description === undefined ? {} : { note: { [language]: found.description } }),
  }
}
