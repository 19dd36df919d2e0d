// Published micro-credentials of others, read as designs: the check finds what is really wrong with them.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { designFromEdc } from '../formats/edc/import.ts'
import { readJsonObject } from '../read/json.ts'
import { reference, unlessPresent } from '../reference.ts'
import { check, type Finding } from './check.ts'

const samples = 'elm/samples'

function findingsIn(path: string): readonly Finding[] {
  const bytes = new Uint8Array(readFileSync(reference(`${samples}/${path}`)))
  return check(designFromEdc(readJsonObject(bytes)), { now: new Date('2026-11-25T12:00:00Z') })
    .findings
}

function of(findings: readonly Finding[], rule: string): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule)
}

const official = 'eu-official-2023/Sample-MC-Annex1-unsigned.jsonld'
const mynextid = 'mynextid/edc-mc-example.json'
const dc4eu = 'dc4eu/EUHEMC/euhe-microcredential-example-john-doe.json'

test(
  'the official Annex I sample says P60M, sixty months, for sixty hours',
  { skip: unlessPresent(`${samples}/${official}`) },
  () => {
    const findings = findingsIn(official)
    const [duration, ...more] = of(findings, 'duration-calendar-unit')
    assert.deepEqual(more, [])
    assert.equal(duration?.severity, 'error')
    assert.match(duration?.place ?? '', /^activities\[.+\]\.workload\.stated$/)
    assert.match(duration?.message ?? '', /P60M means 60 months/)
    assert.match(duration?.mend ?? '', /PT60H/)
    // The whole is stated as PT60H for two credits, which is read as hours all the same.
    assert.match(
      of(findings, 'workload-hours-per-credit')[0]?.message ?? '',
      /^60 hours for 2 ECTS credits/,
    )
  },
)

test(
  'the MyNextID example gives five credits for 45 hours, nine hours each',
  { skip: unlessPresent(`${samples}/${mynextid}`) },
  () => {
    const [ratio] = of(findingsIn(mynextid), 'workload-hours-per-credit')
    assert.equal(ratio?.severity, 'error')
    assert.match(
      ratio?.message ?? '',
      /^45 hours for 5 ECTS credits are 9 hours per credit; 25 to 30 are expected/,
    )
  },
)

test(
  'the DC4EU example has no outcomes, no hours and no quality assurance',
  { skip: unlessPresent(`${samples}/${dc4eu}`) },
  () => {
    const findings = findingsIn(dc4eu)
    for (const [rule, severity] of [
      ['M6-outcomes', 'error'],
      ['workload-hours', 'warning'],
      ['M11-quality-assurance', 'error'],
    ] as const) {
      assert.equal(of(findings, rule)[0]?.severity, severity, rule)
    }
    // It states credits, so that Annex I itself is met in this element.
    assert.deepEqual(of(findings, 'M7-workload'), [])
  },
)
