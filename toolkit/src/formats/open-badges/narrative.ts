// The criteria of an achievement as Markdown (Open Badges 3.0, section B.1.6): what has no place of its
// own in Open Badges is told to people here, in a form that can be read back.

import type { Assessment, Criterion } from '../../credential/assessment.ts'
import type { Design } from '../../credential/design.ts'
import type { LearningActivity } from '../../credential/activity.ts'
import { say } from './language.ts'
import { heading, type Section, sectionOf } from './words.ts'

export function narrativeOf(design: Design, language: string): string {
  const { need, validationRoute } = design
  const parts: readonly (readonly [Section, string | undefined])[] = [
    [
      'assessment',
      joined(
        design.assessments.map((assessment) => assessmentText(assessment, language)),
        '\n\n',
      ),
    ],
    [
      'activities',
      joined(
        design.activities.map((activity) => activityText(activity, language)),
        '\n',
      ),
    ],
    ['prerequisites', say(design.prerequisites?.text, language)],
    ['need', need === undefined ? undefined : needText(need, language)],
    ['targetGroup', say(design.targetGroup, language)],
    [
      'validation',
      validationRoute?.possible === true ? (say(validationRoute.how, language) ?? '✓') : undefined,
    ],
    ['qualification', say(design.partOfQualification, language)],
    ['further', say(design.furtherInformation, language)],
  ]
  const text = parts
    .flatMap(([section, body]) =>
      body === undefined
        ? []
        : [
            `## ${heading(section, language)}\n\n${section === 'assessment' || section === 'activities' ? body : escaped(body)}`,
          ],
    )
    .join('\n\n')
  return text === '' ? (say(design.description ?? design.title, language) ?? '-') : text
}

function joined(parts: readonly string[], between: string): string | undefined {
  return parts.length === 0 ? undefined : parts.join(between)
}

function needText({ statement, evidence }: NonNullable<Design['need']>, language: string): string {
  const sources = evidence.map(
    ({ title, url }) => `- ${say(title, language)}${url === undefined ? '' : ` <${url}>`}`,
  )
  return [say(statement, language), ...(sources.length === 0 ? [] : [sources.join('\n')])].join(
    '\n\n',
  )
}

function assessmentText(assessment: Assessment, language: string): string {
  const { id, title, description, weight, criteria, supervision } = assessment
  const title1 = say(title, language)
  const notes = [
    ...(weight === undefined ? [] : [`${weight} %`]),
    ...(supervision?.where === undefined ? [] : [supervision.where]),
  ]
  const head = `### ${id}${title1 === undefined ? '' : ` · ${oneLine(title1)}`}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
  const words = say(description, language)
  return [
    head,
    ...(words === undefined ? [] : [escaped(words)]),
    ...(criteria.length === 0
      ? []
      : [criteria.map((criterion) => criterionText(criterion, language)).join('\n')]),
  ].join('\n\n')
}

function criterionText({ id, text, outcomes }: Criterion, language: string): string {
  const about = [
    ...(id === undefined ? [] : [id]),
    ...(outcomes.length === 0 ? [] : [`→ ${outcomes.join(', ')}`]),
  ].join(' ')
  return `- ${say(text, language).replaceAll('\n', '\n  ')}${about === '' ? '' : ` *(${about})*`}`
}

function activityText(activity: LearningActivity, language: string): string {
  const { id, title, workload, modes } = activity
  const notes = [...(workload?.hours === undefined ? [] : [`${workload.hours} h`]), ...modes]
  return `- ${id} · ${oneLine(say(title, language))}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}

/** A text of the design must not look like a heading of ours. */
function escaped(text: string): string {
  return text.replaceAll(/^(\\*)#/gm, String.raw`$1\#`)
}

function unescaped(text: string): string {
  return text.replaceAll(/^(\\*)\\#/gm, '$1#')
}

export interface ReadNarrative {
  readonly texts: Readonly<Partial<Record<Section, string>>>
  readonly assessments: ReadonlyMap<string, ReadAssessment>
}

export interface ReadAssessment {
  readonly title?: string
  readonly description?: string
  readonly weight?: number
  readonly where?: 'on-site' | 'online'
  readonly criteria: readonly {
    readonly id?: string
    readonly text: string
    readonly outcomes: readonly string[]
  }[]
}

/** The sections of a criteria text written by {@link narrativeOf}; undefined for any other text. */
export function readNarrative(text: string): ReadNarrative | undefined {
  const blocks = text.split(/^## /m)
  if (blocks[0] !== '' || blocks.length < 2) return undefined
  const texts: Partial<Record<Section, string>> = {}
  let assessments: ReadonlyMap<string, ReadAssessment> = new Map()
  for (const block of blocks.slice(1)) {
    const end = block.indexOf('\n')
    const section = sectionOf(block.slice(0, Math.max(end, 0)))
    if (section === undefined) return undefined
    const body = block.slice(end + 1).trim()
    if (section === 'assessment') assessments = readAssessments(body)
    else if (section !== 'activities' && body !== '') texts[section] = unescaped(body)
  }
  return { texts, assessments }
}

const headForm =
  /^([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?: · (.*?))?(?: \((?:([0-9.]+) %)?(?:, )?(on-site|online)?\))?$/
const criterionForm =
  /^([\s\S]*?)(?: \*\((?:([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?(?: ?→ ([A-Za-z0-9._, -]+))?\)\*)?$/

function readAssessments(body: string): ReadonlyMap<string, ReadAssessment> {
  const found = new Map<string, ReadAssessment>()
  for (const part of body.split(/^### /m).slice(1)) {
    const [first = '', ...rest] = part.trim().split('\n')
    const head = headForm.exec(first)
    const id = head?.[1]
    if (id === undefined) continue
    const [, , title, weight, where] = head ?? []
    const content = rest.join('\n').trim()
    const list = /(?:^|\n\n)(- [\s\S]*)$/.exec(content)
    const words = unescaped((list === null ? content : content.slice(0, list.index)).trim())
    found.set(id, {
      ...(title === undefined ? {} : { title }),
      ...(words === '' ? {} : { description: words }),
      ...(weight === undefined ? {} : { weight: Number(weight) }),
      ...(where === undefined ? {} : { where: where as 'on-site' | 'online' }),
      criteria: (list?.[1] ?? '')
        .split(/\n?^- /m)
        .slice(1)
        .map(readCriterion),
    })
  }
  return found
}

function readCriterion(line: string): ReadAssessment['criteria'][number] {
  const [, text = line, id, outcomes] = criterionForm.exec(line.trim()) ?? []
  return {
    text: text.replaceAll('\n  ', '\n'),
    ...(id === undefined ? {} : { id }),
    outcomes: outcomes === undefined ? [] : outcomes.split(', '),
  }
}
