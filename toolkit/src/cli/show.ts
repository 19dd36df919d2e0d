// tessera show FILE: what it says, in the model's own words, whatever the format.

import { inLanguage, type Text } from '../credential/text.ts'
import { nameOf, type Award } from '../credential/award.ts'
import { hoursOf } from '../credential/workload.ts'
import { formats } from '../formats/index.ts'
import type { Opened } from '../formats/opened.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { exit, type Command } from './command.ts'
import { only, readArguments } from './arguments.ts'
import { readBytes } from './files.ts'

export const showCommand: Command = {
  name: 'show',
  summary: 'Show what a micro-credential says, whatever its format',
  help: `Usage: tessera show FILE [--lang xx] [--json]

Shows the award in plain words. It does not check it: use tessera verify for that.

  --lang xx   language to show, where the file has it
  --json      print the award as JSON in Tessera's own model

Example: tessera show badge.png --lang es`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      lang: { type: 'string' },
      json: { type: 'boolean' },
    })
    const path = only(positionals, 'FILE')
    const opened = await openFile(
      path === '-' ? await desk.stdin() : readBytes(path, limits.file),
      path,
    )
    desk.out(
      values.json === true
        ? JSON.stringify(opened.award, null, 2)
        : portrait(opened.award, values.lang ?? 'en'),
    )
    return exit.ok
  },
}

export async function openFile(bytes: Uint8Array, path: string): Promise<Opened> {
  if (bytes.length > limits.file) refuse('file.too-large', path, 'The file is too large.')
  const format = formats.find((candidate) => candidate.recognise(bytes))
  if (format === undefined)
    return refuse(
      'file.not-known',
      path,
      'This is not a micro-credential in any form Tessera knows.',
    )
  return format.open(bytes)
}

function portrait(award: Award, language: string): string {
  const { design } = award
  const say = (text: Text | undefined) =>
    text === undefined ? undefined : inLanguage(text, language).value
  const hours = hoursOf(design.workload)
  const rows: (readonly [string, string | undefined])[] = [
    ['Title', say(design.title)],
    ['Learner', nameOf(award.learner) || undefined],
    [
      'Awarded by',
      design.awardingBodies
        .map(
          ({ organisation }) =>
            `${say(organisation.legalName)}${organisation.country === undefined ? '' : ` (${organisation.country})`}`,
        )
        .join('; ') || undefined,
    ],
    ['Sealed by', say(award.issuer?.legalName)],
    ['Issued', award.issuedAt],
    [
      'Workload',
      [
        hours === undefined ? '' : `${hours} hours`,
        design.credits === undefined ? '' : `${design.credits.points} ${design.credits.system}`,
      ]
        .filter((part) => part !== '')
        .join(', ') || undefined,
    ],
    ['Level', design.level?.eqf === undefined ? undefined : `EQF ${design.level.eqf}`],
    ['Participation', design.modes.join(', ') || undefined],
    ['Assessment', design.assessments.flatMap(({ methods }) => methods).join(', ') || undefined],
    ['Grade', award.grade ?? award.results.find(({ grade }) => grade !== undefined)?.grade],
    [
      'Quality',
      design.qualityAssurance
        .map(({ type, body }) => [type, say(body)].filter((part) => part !== undefined).join(', '))
        .join('; ') || undefined,
    ],
  ]
  const lines = rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name.padEnd(14)} ${value}`)
  const outcomes = design.outcomes.map((outcome) => `  • ${say(outcome.text)}`)
  const example =
    design.fictitious === true || award.issuer?.fictitious === true
      ? ['An example: the organisations are invented and this is no real credential.']
      : []
  return [
    ...lines,
    ...(outcomes.length > 0 ? ['Learning outcomes', ...outcomes] : []),
    ...example,
  ].join('\n')
}
