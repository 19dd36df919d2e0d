// The examples are what newcomers copy: they must be complete, consistent and plainly invented.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { check } from './check/check.ts'
import type { Design } from './credential/design.ts'
import type { Organisation } from './credential/organisation.ts'
import { parseDesign, parseOrganisation } from './credential/parse.ts'
import { hoursOf } from './credential/workload.ts'
import { readCohort } from './issue/cohort.ts'
import { parseIssuer } from './issue/issuer.ts'
import { reference, unlessPresent } from './reference.ts'
import { languages as knownLanguages } from './vocabulary/languages.ts'

const home = fileURLToPath(new URL('../../examples/', import.meta.url))
const now = new Date('2026-11-25T12:00:00Z')

interface Example {
  readonly file: string
  readonly design: Design
}

/** Where an organisation is expected, a path may stand, read from where the file lies. */
function organisationAt(value: unknown, file: string): unknown {
  return typeof value === 'string'
    ? parse(readFileSync(resolve(dirname(file), value), 'utf8'))
    : value
}

function readDesign(file: string): Design {
  const raw = parse(readFileSync(file, 'utf8')) as {
    awardingBodies?: { organisation: unknown }[]
    providers?: unknown[]
  }
  return parseDesign({
    ...raw,
    awardingBodies: (raw.awardingBodies ?? []).map((body) => ({
      ...body,
      organisation: organisationAt(body.organisation, file),
    })),
    providers: (raw.providers ?? []).map((provider) => organisationAt(provider, file)),
  })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(`${home}${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
}

function designs(): readonly Example[] {
  return filesIn('designs').map((file) => ({ file, design: readDesign(`${home}designs/${file}`) }))
}

function organisations(): readonly Organisation[] {
  return filesIn('organisations').map((file) =>
    parseOrganisation(organisationAt(file, `${home}organisations/.`)),
  )
}

/** Every text of a design with its place. Legal names, and titles of outside frameworks, stay in their own languages. */
function textsOf(value: unknown, place = ''): { place: string; languages: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const isText =
    entries.length > 0 &&
    entries.every(([key, part]) => /^[a-z]{2}$/.test(key) && typeof part === 'string')
  if (isText) return [{ place, languages: entries.map(([key]) => key) }]
  return entries
    .filter(([key]) => !['organisation', 'providers', 'skills'].includes(key))
    .flatMap(([key, part]) => textsOf(part, place === '' ? key : `${place}.${key}`))
}

test('the nine universities of the alliance come from nine countries, and each file is listed', () => {
  const all = organisations()
  const alliance = parse(readFileSync(`${home}alliance.yaml`, 'utf8')) as {
    id: string
    members: string[]
    fictitious: boolean
  }
  assert.equal(alliance.fictitious, true)
  assert.deepEqual(
    alliance.members.toSorted(),
    filesIn('organisations').map((file) => `organisations/${file}`),
  )
  assert.deepEqual(all.map(({ country }) => country).toSorted(), [
    'AT',
    'DE',
    'ES',
    'FR',
    'IE',
    'IT',
    'LT',
    'PL',
    'PT',
  ])
  assert.ok(all.every(({ alliance: its }) => its?.id === alliance.id))
  assert.equal(new Set(all.map(({ id }) => id)).size, 9)
})

test('no example can be taken for somebody real', () => {
  for (const organisation of organisations()) {
    const { id, identifiers, fictitious, homepage } = organisation
    assert.equal(fictitious, true, id)
    assert.match(id, /^did:web:credentials\.[a-z]+\.example$/)
    assert.match(homepage ?? '', /^https:\/\/www\.[a-z]+\.example\/$/)
    const legal = identifiers.find(({ scheme }) => scheme === 'eidas')
    assert.match(legal?.value ?? '', /^VAT[A-Z]{2}-[A-Z]?0+[A-Z]{0,2}$/)
    assert.ok(legal?.value.startsWith(`VAT${organisation.country}-`), id)
  }
  for (const { file, design } of designs()) {
    assert.equal(design.fictitious, true, file)
    for (const [address] of JSON.stringify(design).matchAll(/https?:\/\/[^"/]+/g)) {
      assert.match(address, /\.example$|^http:\/\/data\.europa\.eu$/, file)
    }
  }
})

test('texts are told apart by languages, not by countries', () => {
  for (const organisation of organisations()) {
    const own = textsOf(organisation).flatMap(({ place, languages }) =>
      languages.map((tag) => ({ place, tag })),
    )
    assert.ok(own.some(({ place }) => place === 'legalName'))
    const strange = own.filter(({ tag }) => knownLanguages.byCode(tag) === undefined)
    assert.deepEqual(strange, [], organisation.id)
  }
})

test('every design is written in each of its languages, English among them', () => {
  for (const { file, design } of designs()) {
    assert.ok(design.languages.includes('en'), file)
    assert.ok(design.languages.length >= 2, file)
    const incomplete = textsOf(design).filter(
      ({ languages }) => languages.toSorted().join() !== design.languages.toSorted().join(),
    )
    assert.deepEqual(incomplete, [], file)
  }
})

test('hours of activities and assessments add up to the workload, weights to a hundred', () => {
  for (const { file, design } of designs()) {
    const hours = [...design.activities, ...design.assessments].map(
      ({ workload }) => hoursOf(workload) ?? 0,
    )
    assert.equal(
      hours.reduce((sum, part) => sum + part, 0),
      hoursOf(design.workload),
      file,
    )
    const weights = design.assessments.map(({ weight }) => weight ?? 0)
    assert.equal(
      weights.reduce((sum, part) => sum + part, 0),
      100,
      file,
    )
  }
})

test('a joint design has one leading body, and the shares of the credits make the whole', () => {
  const joint = designs().filter(({ design }) => design.awardingBodies.length > 1)
  assert.ok(joint.length >= 4)
  for (const { file, design } of joint) {
    assert.equal(design.awardingBodies.filter(({ role }) => role === 'leading').length, 1, file)
    const shares = design.awardingBodies.map(({ credits }) => credits ?? 0)
    assert.equal(
      shares.reduce((sum, part) => sum + part, 0),
      design.credits?.points,
      file,
    )
    assert.ok(
      design.awardingBodies.every(({ approvedOn }) => approvedOn !== undefined),
      file,
    )
  }
})

test('every outcome is learnt, assessed and has a criterion', () => {
  for (const { file, design } of designs()) {
    for (const { id } of design.outcomes) {
      assert.ok(
        design.activities.some(({ outcomes }) => outcomes.includes(id)),
        `${file} ${id}`,
      )
      const proving = design.assessments.filter(({ outcomes }) => outcomes.includes(id))
      assert.ok(proving.length > 0, `${file} ${id}`)
      for (const { criteria } of proving) {
        assert.ok(
          criteria.some(({ outcomes }) => outcomes.includes(id)),
          `${file} ${id}`,
        )
      }
    }
  }
})

test('the twelve designs pass the check without error or warning', () => {
  const all = designs()
  assert.equal(all.length, 12)
  for (const { file, design } of all) {
    const { findings } = check(design, { now })
    const faults = findings.filter(({ severity }) => severity !== 'advice')
    assert.deepEqual(faults, [], file)
    assert.ok(
      check({ ...design, assessments: [] }, { now }).errors > 0,
      `${file} passes even without assessment`,
    )
  }
})

const labels = '../data/esco/merged/skill_labels.csv.gz'

test(
  'every skill link leads to a skill of ESCO with that very name',
  { skip: unlessPresent(labels) },
  () => {
    const known = new Map<string, Set<string>>()
    for (const line of gunzipSync(readFileSync(reference(labels)))
      .toString('utf8')
      .split('\n')) {
      const [, uri = '', rest = ''] = /^(http[^,]+),[^,]*,[^,]*,(.*)/.exec(line) ?? []
      const [, language = '', quoted, plain] =
        /^([a-z]+),(?:"((?:[^"]|"")*)"|([^,]*))/.exec(rest) ?? []
      const names = known.get(uri) ?? new Set<string>()
      known.set(uri, names.add(`${language} ${quoted?.replaceAll('""', '"') ?? plain ?? ''}`))
    }
    const links = designs().flatMap(({ file, design }) =>
      design.outcomes.flatMap(({ skills }) => skills.map((skill) => ({ file, ...skill }))),
    )
    assert.ok(links.length >= 20)
    for (const { file, uri, title } of links) {
      for (const [language, name] of Object.entries(title ?? {})) {
        assert.ok(
          known.get(uri)?.has(`${language} ${name}`),
          `${file}: ${uri} is not “${name}” (${language})`,
        )
      }
    }
  },
)

test('the cohort passed the first design, in many scripts, and no row is refused', () => {
  const [first] = designs()
  assert.ok(first !== undefined)
  const cohort = readCohort(readFileSync(`${home}cohort.csv`), first.design, now)
  assert.deepEqual(cohort.errors, [])
  assert.ok(cohort.rows.length >= 12)
  const names = cohort.rows
    .map(({ learner }) => `${learner.givenName} ${learner.familyName} ${learner.fullName}`)
    .join()
  for (const script of ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Georgian']) {
    assert.match(names, new RegExp(`\\p{Script=${script}}{2}`, 'u'), script)
  }
  for (const { row, language } of cohort.rows) {
    assert.ok(language !== undefined && first.design.languages.includes(language), `row ${row}`)
  }
})

test('the issuer of the examples is the leading body of the first design', () => {
  const file = `${home}issuer.yaml`
  const raw = parse(readFileSync(file, 'utf8')) as { organisation: unknown }
  const issuer = parseIssuer({ ...raw, organisation: organisationAt(raw.organisation, file) })
  const [first] = designs()
  const leading = first?.design.awardingBodies.find(({ role }) => role === 'leading')
  assert.equal(issuer.organisation.id, leading?.organisation.id)
  assert.equal(issuer.organisation.id, `did:web:${new URL(issuer.base).host}`)
})
