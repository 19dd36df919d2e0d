// The deed itself: an award and everything that follows from it, written in one transaction. Either the learner has
// the award, its files, its place in the status list, a door to it and a letter on the way, and the audit and the
// student information system know; or nothing happened.

import { createHash } from 'node:crypto'
import { type Award, nameOf } from 'tessera/credential/award'
import { inLanguage } from 'tessera/credential/text'
import type { CohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { tell } from '../jobs/events.ts'
import { isMailAddress } from '../mail/address.ts'
import { type NewLetter, queueLetters } from '../mail/letters.ts'
import { hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'
import type { Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { type SealedFile, sealContent, sealFile } from './award-content.ts'
import { designTitle } from './issuer-of.ts'
import type { Reservation } from './reserve-status.ts'
import { secondFactHash, secondFactOf } from './second-fact.ts'

/** Sealed, and not yet anybody's. */
export interface SealedAward {
  readonly id: string
  readonly cohort: string | undefined
  readonly row: CohortRow
  readonly award: Award
  readonly files: readonly SealedFile[]
  readonly secret: Secret
  readonly place: Reservation
  readonly issuingKey: string
  readonly language: string
  /** Who sealed it, for the audit. */
  readonly actor: string
  readonly supersedes?: {
    readonly id: string
    readonly person: string | null
    readonly reason: string
  }
}

export async function storeAwards(
  house: House,
  tx: Tx,
  organisation: string,
  awards: readonly SealedAward[],
): Promise<void> {
  if (awards.length === 0) return
  await tx
    .insertInto('award')
    .values(
      awards.map(({ id, cohort, award, secret, place, issuingKey, language, supersedes }) => ({
        organisation_id: organisation,
        id,
        cohort_id: cohort ?? null,
        design_id: award.design.id,
        design_version: award.design.version,
        person_id: supersedes?.person ?? null,
        secret_id: secret.id,
        issuing_key: issuingKey,
        content: sealContent(secret, id, award),
        language,
        status_list: place.list,
        status_index: place.index,
        issued_at: new Date(award.issuedAt ?? house.clock.now()),
        supersedes: supersedes?.id ?? null,
      })),
    )
    .execute()
  await tx
    .insertInto('sealed_file')
    .values(
      awards.flatMap(({ id, files, secret }) =>
        files.map((file) => ({
          organisation_id: organisation,
          award_id: id,
          format: file.format,
          extension: file.extension,
          media_type: file.mediaType,
          content: sealFile(secret, id, file),
          sha256: createHash('sha256').update(file.bytes).digest(),
        })),
      ),
    )
    .execute()
  await hangDoors(house, tx, organisation, awards)
  await record(
    house,
    tx,
    organisation,
    ...awards.map(({ id, actor, cohort, award, place, supersedes }) => ({
      actor,
      action: supersedes === undefined ? 'award sealed' : 'award corrected',
      subject: `award:${id}`,
      details: {
        ...(cohort === undefined ? {} : { cohort }),
        ...(supersedes === undefined ? {} : { supersedes: supersedes.id }),
        design: award.design.id,
        version: award.design.version,
        list: place.list,
        index: place.index,
      },
    })),
  )
  await tell(
    house,
    tx,
    organisation,
    awards.map(({ id, cohort, award, supersedes }) => ({
      kind: 'award.sealed',
      award: id,
      content: {
        design: award.design.id,
        version: award.design.version,
        issuedAt: award.issuedAt ?? '',
        ...(cohort === undefined ? {} : { cohort }),
        ...(supersedes === undefined ? {} : { supersedes: supersedes.id }),
      },
    })),
  )
}

/** A claim with its second fact, a door to it, and the letter or the slip that carries the door's secret. */
async function hangDoors(
  house: House,
  tx: Tx,
  organisation: string,
  awards: readonly SealedAward[],
): Promise<void> {
  const letters: NewLetter[] = []
  const claims = awards.map(({ id, row, secret }) => {
    const fact = secondFactOf(row, house.random)
    return {
      organisation_id: organisation,
      award_id: id,
      second_fact: fact.kind,
      second_fact_hash: secondFactHash(house, organisation, id, fact.kind, fact.value),
      code: fact.kind === 'code' ? secret.seal(Buffer.from(fact.value), 'claim', 'code', id) : null,
    }
  })
  await tx.insertInto('claim').values(claims).execute()
  for (const { id, row, award, secret, language, supersedes } of awards) {
    const words = {
      ...wordsFor(award, language),
      ...(supersedes === undefined ? {} : { reason: supersedes.reason }),
    }
    const by = { language, award: id, secret }
    const { email } = row
    if (email !== undefined && isMailAddress(email)) {
      const link = await claimLink(house, tx, organisation, id)
      const kind = supersedes === undefined ? 'awarded' : 'corrected'
      letters.push({ kind, ...by, content: { to: email, words, link } })
    } else {
      const door = { kind: 'paper' as const, organisation, subject: id }
      const code = await hangDoor(tx, house, door)
      letters.push({ kind: 'slip', ...by, content: { to: '', words, code } })
    }
  }
  await queueLetters(house, tx, organisation, letters)
}

/** A new way in for the learner; earlier ones stay open, since their letters are still in the mailbox. */
export async function claimLink(
  house: Pick<House, 'config' | 'random' | 'clock'>,
  tx: Tx,
  organisation: string,
  award: string,
): Promise<string> {
  const secret = await hangDoor(tx, house, { kind: 'claim', organisation, subject: award })
  return `${house.config.address}/claim/${secret}`
}

/** What letters about an award say of it. */
export function wordsFor(award: Award, language: string): Readonly<Record<string, string>> {
  const legal = award.issuer?.legalName
  return {
    name: nameOf(award.learner),
    title: designTitle(award.design, language),
    organisation: legal === undefined ? '' : inLanguage(legal, language).value,
  }
}
