// “Everything about me” to take away (Art. 15 and 20 GDPR): one JSON for programs, the sealed files, and the log of
// who did what, in one archive.

import type { House } from '../house.ts'
import { timeInWords } from '../web/in-words.ts'
import type { Say } from '../web/messages.ts'
import type { AccountRecord } from './account-record.ts'
import { fileName } from './file-name.ts'
import { sealedFilesOf } from './files.ts'
import { type HeldAward, readHeldAward } from './held-award.ts'
import { type LearnerRecord, recordOf } from './learner-record.ts'
import { writeZip, type ZipEntry } from './zip.ts'

export interface ExportOrder {
  readonly held: readonly HeldAward[]
  readonly account?: AccountRecord
  readonly language: string
  readonly say: Say
}

export async function exportEverything(house: House, order: ExportOrder): Promise<Uint8Array> {
  const { held, account, language, say } = order
  const now = house.clock.now()
  const entries: ZipEntry[] = []
  const organisations: unknown[] = []
  const seen = new Set<string>()
  for (const one of held) {
    // Several awards of one learner at one organisation are one record.
    const name = `${one.organisation} ${one.secret.id}`
    if (seen.has(name)) continue
    seen.add(name)
    const record = await house.store.asOrganisation(one.organisation, (tx) =>
      recordOf(house, tx, one),
    )
    organisations.push({ organisation: one.organisation, ...record })
    entries.push(...(await filesOf(house, one, record, language)))
  }
  const data = { made: now, ...(account === undefined ? {} : { account }), organisations }
  const lines = [
    say('hold-export-what'),
    '',
    say('hold-export-data'),
    say('hold-export-files'),
    say('hold-export-log'),
    '',
    say('hold-standing-as-of', { time: timeInWords(language, now) }),
  ]
  return writeZip(
    [
      { name: 'README.txt', bytes: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) },
      { name: 'data.json', bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) },
      ...entries,
    ],
    now,
  )
}

async function filesOf(
  house: House,
  { organisation }: HeldAward,
  { awards }: LearnerRecord,
  language: string,
): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = []
  for (const { id, award } of awards)
    for (const { extension, bytes } of await sealedFilesOf(house, { organisation, id }))
      // The number keeps two awards of one day and title apart.
      entries.push({ name: `files/${id}/${fileName(award, language, extension)}`, bytes })
  return entries
}

export async function heldByPerson(
  house: House,
  rows: readonly { readonly organisation: string; readonly id: string }[],
): Promise<readonly HeldAward[]> {
  const held: HeldAward[] = []
  for (const { organisation, id } of rows) {
    const one = await house.store.asOrganisation(organisation, (tx) =>
      readHeldAward(house, tx, organisation, id),
    )
    if (one !== undefined) held.push(one)
  }
  return held
}
