// The run over a cohort: reserve, seal, write, record; resumed where it stopped, never twice.

import type { Award } from '../credential/award.ts'
import { nameOf } from '../credential/award.ts'
import type { Design } from '../credential/design.ts'
import type { Format, Pictures, WriteSettings } from '../formats/format.ts'
import { awardOf, uuidUrn } from '../issue/award.ts'
import { addressesOf, type Addresses } from '../issue/addresses.ts'
import type { CohortRow } from '../issue/cohort.ts'
import type { Issuer } from '../issue/issuer.ts'
import { contentDigest, issuingKey, type Ledger, type Reserved } from '../issue/ledger.ts'
import { publish, resolverOf } from '../issue/publication.ts'
import { sealAward, type SealingParty } from '../issue/seal-award.ts'
import { trialParty } from '../issue/trial.ts'
import { base64url } from '../read/base64.ts'
import { attempt, refuse, type Refusal } from '../refusal.ts'
import { authorityOver } from '../seal/time/index.ts'
import { reserve, type StatusTable } from '../status/table.ts'
import { anchorsOf, revocationListsOf } from '../trust/known.ts'
import { writeTesseraList } from '../trust/lists/tessera-list.ts'
import type { CohortFolder, IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { newKey } from './issuer-keys.ts'
import { progressBar } from './progress.ts'
import { timeStampsAt } from './time-stamp-network.ts'

export interface CohortOrder {
  readonly design: Design
  readonly issuer: Issuer
  readonly keys: IssuerKeys
  readonly keysFolder: string
  readonly rows: readonly CohortRow[]
  readonly formats: readonly Format[]
  readonly pictures: Pictures
  readonly desk: Desk
  readonly now: Date
}

export interface CohortAnswer {
  /** Learners sealed in this run, and those that already were. */
  readonly issued: number
  readonly before: number
  readonly files: number
  readonly refused: readonly Refusal[]
}

export async function issueCohort(folder: CohortFolder, order: CohortOrder): Promise<CohortAnswer> {
  const { issuer, formats, desk, now } = order
  folder.sweep()
  const about =
    folder.about() ?? folder.describe(base64url(desk.random(9)), issuer, order.keysFolder)
  if (about.issuer.organisation.id !== issuer.organisation.id) {
    refuse('issue.other-issuer', folder.path, 'This folder holds the cohort of another issuer.')
  }
  const addresses = addressesOf(issuer, about.listName)
  const refused: Refusal[] = []
  const { rows, table } = reserveAll(folder, order, refused)
  const issuerParty = await partyOf(order, addresses, table)
  const trial = await trialParty({
    issuer,
    addresses,
    table,
    formats,
    now,
    random: desk.random,
    newKey,
  })
  const { sealed } = folder.ledger()
  const bar = progressBar(desk, rows.length, 'Sealing')
  const files = new Map(folder.issued().map((file) => [file.file, file]))
  let issued = 0
  let before = 0
  for (const [i, { row, reserved }] of rows.entries()) {
    const answer = await attempt(() =>
      sealRow(folder, order, addresses, { issuer: issuerParty, trial }, sealed, row, reserved),
    )
    if (!answer.ok) {
      refused.push(
        ...answer.refusals.map((refusal) => ({
          ...refusal,
          place: [`row ${row.row}`, refusal.place].filter((part) => part !== '').join(', '),
        })),
      )
      // Without time stamps the next row would fare no better; each would wait in vain.
      if (answer.refusals.some(({ code }) => code.startsWith('time.'))) {
        refused.push(stopped(rows.length - i))
        break
      }
    } else {
      if (answer.value.fresh) issued++
      else before++
      for (const file of answer.value.files) files.set(file.file, file)
    }
    bar.step(i + 1)
  }
  bar.end()
  await finish(folder, order, addresses, table, [...files.values()])
  return { issued, before, files: files.size, refused }
}

function stopped(waiting: number): Refusal {
  return {
    code: 'issue.stopped',
    place: '',
    sentence: `The run stopped for want of a time stamp; ${waiting} of the learners wait and nothing of theirs was written. Give the same command again later: it goes on where it stopped.`,
  }
}

interface ReservedRow {
  readonly row: CohortRow
  readonly reserved: Reserved
}

/** Ids and status entries first, in one synced write: whatever happens later, none is given twice. */
function reserveAll(
  folder: CohortFolder,
  order: CohortOrder,
  refused: Refusal[],
): { rows: ReservedRow[]; table: StatusTable } {
  const { design, desk, now, issuer } = order
  folder.mendLedger()
  const ledger = folder.ledger()
  let table = folder.statusTable(issuer.statusEntries, ledger)
  const rows: ReservedRow[] = []
  const fresh: CohortRow[] = []
  for (const row of order.rows) {
    const reserved = ledger.reserved.get(issuingKey(row, design))
    if (reserved === undefined) fresh.push(row)
    else if (reserved.content === contentDigest(row)) rows.push({ row, reserved })
    else {
      refused.push({
        code: 'issue.changed-since',
        place: `row ${row.row}`,
        sentence:
          'This learner was issued this micro-credential before with other content. A correction is not a second issue.',
      })
    }
  }
  const { table: next, indexes } = reserve(table, fresh.length, desk.random)
  table = next
  const at = `${now.toISOString().slice(0, 19)}Z`
  const reservations = fresh.map((row, i): ReservedRow => ({
    row,
    reserved: {
      deed: 'reserved',
      key: issuingKey(row, design),
      content: contentDigest(row),
      id: uuidUrn(desk.random(16)),
      index: indexes[i] ?? 0,
      at,
    },
  }))
  if (reservations.length > 0) folder.record(reservations.map(({ reserved }) => reserved))
  folder.saveStatusTable(table)
  return { rows: [...rows, ...reservations].toSorted((a, b) => a.row.row - b.row.row), table }
}

async function sealRow(
  folder: CohortFolder,
  order: CohortOrder,
  addresses: Addresses,
  parties: { readonly issuer: SealingParty; readonly trial: SealingParty },
  sealed: Ledger['sealed'],
  row: CohortRow,
  reserved: Reserved,
): Promise<{ readonly fresh: boolean; readonly files: readonly IssuedFile[] }> {
  const { design, issuer, formats, pictures, desk } = order
  const issuedAt = new Date(reserved.at)
  // A learner of an earlier run keeps the version as it was frozen then.
  const award = awardOf(
    row,
    frozenAt(design, issuedAt),
    order.keys.test ? asTest(issuer) : issuer,
    reserved.id,
    issuedAt,
  )
  const files: IssuedFile[] = []
  let fresh = false
  const parts: {
    format: Format
    names: readonly string[]
    artefacts?: Awaited<ReturnType<typeof sealAward>>
  }[] = []
  for (const format of formats) {
    const done = sealed.get(`${reserved.key}|${format.id}`)
    if (done !== undefined && done.every((name) => folder.has(name))) {
      parts.push({ format, names: done })
      continue
    }
    const settings: WriteSettings = {
      now: order.now,
      random: desk.random,
      pictures,
      status: { index: reserved.index, ...addresses },
      signingTime: issuer.signingTime,
      base: issuer.base,
      ...(row.language === undefined ? {} : { language: row.language }),
    }
    const artefacts = await sealAward(award, format, {
      settings,
      issuer: parties.issuer,
      trial: parties.trial,
    })
    parts.push({
      format,
      artefacts,
      names: artefacts.map(({ extension }) => fileName(award, format, extension)),
    })
  }
  // All formats of a learner held: only now is anything written.
  for (const { format, names, artefacts } of parts) {
    if (artefacts !== undefined) {
      fresh = true
      artefacts.forEach((artefact, i) => folder.write(names[i] ?? '', artefact.bytes))
      folder.record([{ deed: 'sealed', key: reserved.key, format: format.id, files: [...names] }])
    }
    for (const file of names) {
      files.push({
        row: row.row,
        learner: nameOf(row.learner),
        format: format.id,
        file,
        id: reserved.id,
        statusIndex: reserved.index,
      })
    }
  }
  return { fresh, files }
}

/** Sealed under a test authority, a file says in itself that it is no real credential, whoever issued it. */
function asTest(issuer: Issuer): Issuer {
  return { ...issuer, organisation: { ...issuer.organisation, fictitious: true } }
}

function frozenAt(design: Design, at: Date): Design {
  return design.frozen === undefined
    ? design
    : { ...design, frozen: { ...design.frozen, at: at.toISOString() } }
}

function fileName(award: Award, format: Format, extension: string): string {
  const id = (award.id ?? '').replace('urn:uuid:', '')
  return `credentials/${id}/${format.id === extension ? 'credential' : format.id}.${extension}`
}

async function partyOf(
  order: CohortOrder,
  addresses: Addresses,
  table: StatusTable,
): Promise<SealingParty> {
  const { keys } = order
  const publication = await publicationOf(order, addresses, table)
  return {
    keys: keys.keyring,
    trust: [keys.trust],
    resolver: resolverOf(publication),
    ...timeStampsOf(order),
  }
}

/** The authority the settings name; where the keys' folder says whom to believe, its word must prove something. */
function timeStampsOf({ issuer, keys, desk }: CohortOrder): Pick<SealingParty, 'timeStamps'> {
  if (issuer.timeStamps === undefined) return {}
  const trust = [keys.trust]
  const anchors = anchorsOf(trust, 'time-stamps')
  const revocationLists = revocationListsOf(trust)
  const believed = () => ({ anchors, revocationLists, now: desk.now() })
  const exchange = timeStampsAt(issuer.timeStamps)
  return {
    timeStamps: authorityOver(exchange, desk.random, anchors.length === 0 ? undefined : believed),
  }
}

function publicationOf(
  { issuer, keys, formats, now }: CohortOrder,
  addresses: Addresses,
  table: StatusTable,
) {
  return publish({
    issuer,
    keys: keys.keyring,
    documentKeys: keys.documentKeys,
    addresses,
    table,
    formats,
    now,
    ...(keys.revocationList === undefined
      ? {}
      : { certificateRevocationList: keys.revocationList }),
  })
}

async function finish(
  folder: CohortFolder,
  order: CohortOrder,
  addresses: Addresses,
  table: StatusTable,
  files: readonly IssuedFile[],
): Promise<void> {
  const { keys, now } = order
  folder.publish(await publicationOf(order, addresses, table))
  const list = await writeTesseraList(
    keys.trust,
    Math.floor(now.getTime() / 1000),
    now,
    keys.keyring.proof,
  )
  folder.write('trust.json', `${JSON.stringify(list, null, 2)}\n`)
  const sorted = files.toSorted((a, b) => a.row - b.row || (a.file < b.file ? -1 : 1))
  folder.write('issued.json', `${JSON.stringify(sorted, null, 2)}\n`)
}
