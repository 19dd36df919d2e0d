// tessera verify FILE: is it intact, whose is it, is it still good?

import { statSync } from 'node:fs'
import { limits } from '../limits.ts'
import { withoutLineEnd } from '../read/text-file.ts'
import { noResolver, type Resolver } from '../trust/resolver.ts'
import { verify, type Verdict } from '../verify/verify.ts'
import { exit, Usage, type Command, type Desk } from './command.ts'
import { only, readArguments } from './arguments.ts'
import { readBytes } from './files.ts'
import { network } from './network.ts'
import { loadTrust } from './trust-files.ts'
import { verdictWords } from './verdict-words.ts'
import { firstOf, webFolder } from './web-folder.ts'

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Check a micro-credential of any format',
  help: `Usage: tessera verify FILE|- [--trust LIST]... [--web DIR] [--now TIME] [--offline] [--lang xx] [--json]

Checks a sealed micro-credential (European Digital Credential, Open Badge 3.0 as JSON, token, PNG
or SVG, SD-JWT VC). “-” reads standard input.

  --trust LIST   a trust list to go by; may be given several times. Without one a good file is unknown.
                 Read: Tessera's own, ETSI TS 119 602 (sealed or not), DCC registries, plain lists of keys.
  --trust-signer FILE
                 a certificate (PEM) or key (JWK); every trust list must then be signed by one of these
  --web DIR      answer look-ups from a folder laid out as it would be served
  --now TIME     check as of that time (2026-06-01T12:00:00Z)
  --offline      look nothing up over the network
  --lang xx      language of the answer
  --json         print the whole verdict as JSON

Exit: 0 valid, 1 invalid, 2 unknown, 64 the command was not understood or the file cannot be read.

Example: tessera verify diploma.jsonld --trust trust.json`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      trust: { type: 'string', multiple: true },
      'trust-signer': { type: 'string', multiple: true },
      web: { type: 'string' },
      now: { type: 'string' },
      offline: { type: 'boolean' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    })
    const path = only(positionals, 'FILE')
    const given = path === '-' ? await desk.stdin() : readBytes(path, limits.file)
    const language = values.lang ?? 'en'
    const verdict = await verify(withoutLineEnd(given), {
      trust: await loadTrust(values.trust ?? [], values['trust-signer']),
      now: readTime(values.now, desk),
      resolver: resolverFor(values.web, values.offline === true),
      language,
    })
    desk.out(
      values.json === true
        ? JSON.stringify(contract(verdict), null, 2)
        : inWords(verdict, language),
    )
    return { valid: exit.ok, invalid: exit.no, unknown: exit.unknown }[verdict.verdict]
  },
}

function resolverFor(web: string | undefined, offline: boolean): Resolver {
  if (web !== undefined && statSync(web, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Usage(`${web} is not a folder.`)
  const folder = web === undefined ? [] : [webFolder(web)]
  return firstOf([...folder, offline ? noResolver : network])
}

export function readTime(text: string | undefined, desk: Desk): Date {
  if (text === undefined) return desk.now()
  if (
    !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) ||
    Number.isNaN(Date.parse(text))
  ) {
    throw new Usage(`“${text}” is not a time such as 2026-06-01T12:00:00Z.`)
  }
  return new Date(text)
}

function contract(verdict: Verdict) {
  const { verdict: word, format, checks, issuer, credential, profile, completeness } = verdict
  return { verdict: word, format, checks, issuer, credential, profile, completeness }
}

const signs = { valid: '✓', invalid: '✗', unknown: '?' }
const marks = { passed: '✓', failed: '✗', undecided: '?' }

function inWords(verdict: Verdict, language: string): string {
  const { credential, issuer } = verdict
  const words = verdictWords(language)
  const lines = [`${signs[verdict.verdict]} ${words[verdict.verdict]}`]
  if (credential !== null) {
    lines.push(
      `  ${credential.title ?? 'without a title'}, for ${credential.learner ?? 'a learner not named'}, by ${issuer?.name ?? issuer?.id ?? 'an issuer not named'}`,
    )
    if (credential.fictitious) lines.push(`  ${words.example}`)
  }
  for (const check of verdict.checks) {
    lines.push(
      `  ${marks[check.status]} ${check.id.padEnd(13)} ${check.message}  [${check.source}]`,
    )
  }
  const { completeness } = verdict
  if (completeness !== null) {
    const missing = completeness.elements.filter(({ id }) => completeness.missing.includes(id))
    lines.push(
      `  · Annex I: ${missing.length === 0 ? 'every mandatory element is there' : `missing: ${missing.map(({ name }) => name).join('; ')}`}`,
    )
  }
  for (const profile of verdict.profile) {
    lines.push(
      `  · ${profile.profile}: ${profile.conforms ? 'conforms' : `${profile.faults.length} faults`}`,
    )
  }
  return lines.join('\n')
}
