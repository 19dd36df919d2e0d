// For tests only: a complete award of an invented issuer, sealed by a throw-away party.

import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Award } from '../credential/award.ts'
import { freeze } from '../credential/freeze.ts'
import { loadDesign, loadIssuer } from '../cli/model-files.ts'
import { createDocuments } from '../document/index.ts'
import type { Artefact, Format, Pictures, WriteSettings } from '../formats/format.ts'
import { formats } from '../formats/index.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { newStatusTable, reserve } from '../status/table.ts'
import { addressesOf } from './addresses.ts'
import { awardOf, uuidUrn } from './award.ts'
import { sealAward, type SealingParty } from './seal-award.ts'
import { trialParty } from './trial.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

export interface ExampleRun {
  readonly award: Award
  readonly party: SealingParty
  readonly settings: WriteSettings
  readonly now: Date
  seal(format: Format): Promise<readonly Artefact[]>
}

export async function exampleRun(
  now: Date,
  designFile = '01-heat-resilient-cities.yaml',
): Promise<ExampleRun> {
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const issuer = loadIssuer(join(examples, 'issuer.yaml'))
  const design = freeze(loadDesign(join(examples, 'designs', designFile)), now)
  const addresses = addressesOf(issuer, 'example')
  const { table, indexes } = reserve(newStatusTable(), 1, random)
  const party = await trialParty({
    issuer,
    addresses,
    table,
    formats,
    now,
    random,
    newKey: generateKeyPair,
  })
  const award = awardOf(
    {
      row: 2,
      learner: {
        givenName: 'Žygimantė',
        familyName: 'Ąžuolienė',
        dateOfBirth: '1971-12-01',
        identifiers: [{ scheme: 'Student number', value: 'S-000123' }],
        identity: 'checked',
      },
      grade: '8.5',
      results: [],
      awardedOn: now.toISOString().slice(0, 10),
    },
    design,
    issuer,
    uuidUrn(random(16)),
    now,
  )
  const settings: WriteSettings = {
    now,
    random,
    pictures: await pictures(),
    status: { index: indexes[0] ?? 0, ...addresses },
    signingTime: 'iat',
    base: issuer.base,
  }
  return {
    award,
    party,
    settings,
    now,
    seal: (format) => sealAward(award, format, { settings, issuer: party, trial: party }),
  }
}

let made: Promise<Pictures> | undefined
function pictures(): Promise<Pictures> {
  made ??= createDocuments()
  return made
}
