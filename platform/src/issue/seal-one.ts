// From a ratified result and the frozen design to sealed files: built, sealed for trial with throw-away keys and
// verified, sealed with the real keys, verified and compared (toolkit, issue/seal-award.ts). Touches no row.

import type { Award } from 'tessera/credential/award'
import type { Design } from 'tessera/credential/design'
import type { WriteSettings } from 'tessera/formats/format'
import { awardOf } from 'tessera/issue/award'
import type { CohortRow } from 'tessera/issue/cohort'
import { sealAward } from 'tessera/issue/seal-award'
import { refuse } from 'tessera/refusal'
import type { House } from '../house.ts'
import type { SealedFile } from './award-content.ts'
import type { Reservation } from './reserve-status.ts'
import type { SealingDesk } from './sealing-desk.ts'

export interface SealOrder {
  readonly row: CohortRow
  readonly design: Design
  readonly place: Reservation
  readonly formats: readonly string[]
  readonly language: string
}

export interface Sealed {
  readonly award: Award
  readonly files: readonly SealedFile[]
}

/** Refuses with the step that failed; then nothing was issued. */
export async function sealOne(
  house: Pick<House, 'clock' | 'random'>,
  desk: SealingDesk,
  { row, design, place, formats, language }: SealOrder,
): Promise<Sealed> {
  const now = wholeSeconds(house.clock.now())
  const award = awardOf(row, design, desk.issuer, `urn:uuid:${place.award}`, now)
  const settings: WriteSettings = {
    now,
    random: house.random,
    pictures: desk.pictures,
    status: { index: place.index, ...desk.addresses },
    signingTime: desk.issuer.signingTime,
    base: desk.issuer.base,
    language,
  }
  const chosen = desk.formats.filter(({ id }) => formats.includes(id))
  if (chosen.length === 0)
    refuse('issue.no-format', 'formats', 'The cohort names no format to seal in.')
  const files: SealedFile[] = []
  for (const format of chosen)
    for (const { extension, mediaType, bytes } of await sealAward(award, format, {
      settings,
      issuer: desk.real,
      trial: desk.trial,
    }))
      files.push({ format: format.id, extension, mediaType, bytes })
  return { award, files }
}

const wholeSeconds = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)

/** The learner's own language where it is known, else the first of the design. */
export const languageFor = (row: CohortRow, design: Design): string =>
  row.language ?? design.languages[0] ?? 'en'
