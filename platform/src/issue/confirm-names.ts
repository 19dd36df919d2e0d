// Before sealing learners may look at the spelling of their names: a letter with a link, and a page that says “this is
// right” or how it is written. What a learner writes is laid beside the result; the officer takes it or not.

import { nameOf } from 'tessera/credential/award'
import { readCohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { isMailAddress } from '../mail/address.ts'
import { type NewLetter, queueLetters } from '../mail/letters.ts'
import type { Desk } from '../people/members.ts'
import { type Door, hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'
import { openSecret, openSecrets } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { cohortOf } from './cohorts.ts'
import { designTitle, issuerOf, organisationName } from './issuer-of.ts'
import type { Count } from './ready-results.ts'
import { openEntry } from './result-entry.ts'
import { propose } from './write-results.ts'

type Hands = Pick<House, 'clock' | 'random' | 'vault' | 'config'>

const day = 86_400_000

/** Writes to every learner who has an address. Whoever was asked before is not asked again. */
export async function askForNames(
  house: Hands,
  tx: Tx,
  { organisation, by }: Desk,
  cohort: string,
  days: number,
): Promise<Count> {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return { done: false, because: 'no-such-cohort' }
  if (found.row.state !== 'collecting') return { done: false, because: 'wrong-state' }
  const until = new Date(house.clock.now().getTime() + days * day)
  const rows = await tx
    .selectFrom('result')
    .select(['id', 'secret_id', 'content'])
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .where('state', '=', 'ready')
    .where('name_asked_at', 'is', null)
    .where('name_confirmed_at', 'is', null)
    .execute()
  const secrets = await openSecrets(
    house,
    tx,
    organisation,
    rows.map(({ secret_id: id }) => id),
  )
  const issuer = await issuerOf(tx, organisation)
  const asked: string[] = []
  const letters: NewLetter[] = []
  for (const { id, secret_id: secretId, content } of rows) {
    const secret = secrets.get(secretId)
    if (secret === undefined) continue
    const { row } = readCohortRow(openEntry(secret, id, content), found.design, house.clock.now())
    if (row.email === undefined || !isMailAddress(row.email)) continue
    const language = row.language ?? found.design.languages[0] ?? 'en'
    const door = { kind: 'name' as const, organisation, subject: id, expiresAt: until }
    const link = `${house.config.address}/name/${await hangDoor(tx, house, door)}`
    const words = {
      name: nameOf(row.learner),
      title: designTitle(found.design, language),
      organisation: organisationName(issuer, language),
    }
    letters.push({ kind: 'names', language, secret, content: { to: row.email, words, link } })
    asked.push(id)
  }
  if (asked.length === 0) return { done: false, because: 'nothing' }
  await queueLetters(house, tx, organisation, letters)
  for (let at = 0; at < asked.length; at += 5_000)
    await tx
      .updateTable('result')
      .set({ name_asked_at: house.clock.now() })
      .where('organisation_id', '=', organisation)
      .where('id', 'in', asked.slice(at, at + 5_000))
      .execute()
  await tx
    .updateTable('cohort')
    .set({ state: 'names', names_until: until })
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .execute()
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'names asked',
    subject: `cohort:${cohort}`,
    details: { results: asked.length },
  })
  return { done: true, results: asked.length }
}

/** Results may be entered again. Links in letters stay open until they expire. */
export async function endNames(
  house: Hands,
  tx: Tx,
  { organisation, by }: Desk,
  cohort: string,
): Promise<Count> {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return { done: false, because: 'no-such-cohort' }
  if (found.row.state !== 'names') return { done: false, because: 'wrong-state' }
  await tx
    .updateTable('cohort')
    .set({ state: 'collecting', names_until: null })
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .execute()
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'names ended',
    subject: `cohort:${cohort}`,
  })
  return { done: true, results: 0 }
}

export interface SpelledName {
  readonly givenName: string
  readonly familyName: string
  readonly fullName: string
}

export interface NameToConfirm extends SpelledName {
  readonly organisation: string
  readonly title: string
  readonly language: string
  readonly confirmed: boolean
  /** False: it is being sealed, or was. Then a ticket is the way. */
  readonly open: boolean
}

/** What the page behind a door of the kind `name` shows. */
export async function nameBehind(
  house: Hands,
  tx: Tx,
  { organisation, subject }: Door,
): Promise<NameToConfirm | undefined> {
  const found = await resultBehind(house, tx, organisation, subject)
  if (found === undefined) return undefined
  const { source, row, cohort, open } = found
  const issuer = await issuerOf(tx, organisation)
  const language = source.cells.get('language') ?? cohort.design.languages[0] ?? 'en'
  return {
    ...spelled(source.cells),
    organisation: organisationName(issuer, language),
    title: designTitle(cohort.design, language),
    language,
    confirmed: row.name_confirmed_at !== null || row.proposed !== null,
    open,
  }
}

async function resultBehind(house: Hands, tx: Tx, organisation: string, id: string) {
  const row = await tx
    .selectFrom('result')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const cohort = await cohortOf(tx, organisation, row.cohort_id)
  if (cohort === undefined) return undefined
  const secret = await openSecret(house, tx, organisation, row.secret_id)
  const open = row.state === 'ready' && ['collecting', 'names'].includes(cohort.row.state)
  return { row, cohort, secret, source: openEntry(secret, id, row.content), open }
}

const spelled = (cells: ReadonlyMap<string, string>): SpelledName => ({
  givenName: cells.get('given_name') ?? '',
  familyName: cells.get('family_name') ?? '',
  fullName: cells.get('full_name') ?? '',
})

/** `as-it-is`, or how the learner writes it. */
export async function confirmName(
  house: Hands,
  tx: Tx,
  { organisation, subject }: Door,
  name: 'as-it-is' | SpelledName,
): Promise<'confirmed' | 'proposed' | 'too-late' | 'no-name'> {
  await tx
    .selectFrom('result')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', subject)
    .forUpdate()
    .execute()
  const found = await resultBehind(house, tx, organisation, subject)
  if (found === undefined || !found.open) return 'too-late'
  const { source, secret, cohort } = found
  const same = name === 'as-it-is' || sameName(spelled(source.cells), name)
  if (!same) {
    const cells = new Map(source.cells)
    cells.set('given_name', name.givenName)
    cells.set('family_name', name.familyName)
    cells.set('full_name', name.fullName)
    const said = { row: source.row, cells }
    const { faults } = readCohortRow(said, cohort.design, house.clock.now())
    if (faults.length > 0) return 'no-name'
    await propose(tx, organisation, subject, secret, { source: said, faults: [] })
  } else
    await tx
      .updateTable('result')
      .set({ name_confirmed_at: house.clock.now() })
      .where('organisation_id', '=', organisation)
      .where('id', '=', subject)
      .execute()
  await record(house, tx, organisation, {
    actor: 'learner',
    action: same ? 'name confirmed' : 'name corrected',
    subject: `result:${subject}`,
    details: { cohort: cohort.row.id },
  })
  return same ? 'confirmed' : 'proposed'
}

const sameName = (a: SpelledName, b: SpelledName) =>
  a.givenName === b.givenName.trim() &&
  a.familyName === b.familyName.trim() &&
  a.fullName === b.fullName.trim()
