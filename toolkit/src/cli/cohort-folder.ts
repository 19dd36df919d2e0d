// The folder of an issued cohort: the ledger, the status table, the sealed files and what is to be served.

import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { issuerSchema, type Issuer } from '../issue/issuer.ts'
import { ledgerLine, readLedger, type Ledger, type LedgerEntry } from '../issue/ledger.ts'
import type { Publication } from '../issue/publication.ts'
import { limits } from '../limits.ts'
import { readJson } from '../read/json.ts'
import { refuse } from '../refusal.ts'
import {
  newStatusTable,
  readStatusTable,
  statusTableJson,
  type StatusTable,
} from '../status/table.ts'
import { appendSynced, makeFolder, readBytes, wherePointed, writeWhole } from './files.ts'
import { pathOfAddress } from './web-folder.ts'

const aboutSchema = z.strictObject({
  tessera: z.literal('cohort/1'),
  listName: z.string(),
  issuer: issuerSchema,
  keys: z.string(),
})

/** Who issued the folder, with which keys, under which name its lists are served. */
export type About = z.output<typeof aboutSchema>

/** One line of issued.json, the contract. */
export interface IssuedFile {
  readonly row: number
  readonly learner: string
  readonly format: string
  readonly file: string
  readonly id: string
  readonly statusIndex: number
}

const issuedSchema = z.array(
  z.strictObject({
    row: z.int(),
    learner: z.string(),
    format: z.string(),
    file: z.string(),
    id: z.string(),
    statusIndex: z.int(),
  }),
)

export class CohortFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /** One process at a time; a lock whose process is gone is taken over. */
  lock(): () => void {
    wherePointed(this.path, () => makeFolder(this.path))
    const lock = join(this.path, '.lock')
    for (let tries = 0; tries < 2; tries++) {
      try {
        const file = openSync(lock, 'wx')
        try {
          writeSync(file, String(process.pid))
        } catch (error) {
          // A full disk must not leave a lock that nobody holds.
          rmSync(lock, { force: true })
          throw error
        } finally {
          closeSync(file)
        }
        return () => rmSync(lock, { force: true })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          wherePointed(this.path, () => {
            throw error
          })
        }
        if (isRunning(Number(readFileSync(lock, 'utf8')))) break
        rmSync(lock, { force: true })
      }
    }
    return refuse('issue.locked', this.path, 'Another process is issuing into this folder.')
  }

  about(): About | undefined {
    const path = join(this.path, 'cohort.json')
    if (!existsSync(path)) return undefined
    const answer = aboutSchema.safeParse(readJson(readBytes(path, limits.design), path))
    return answer.success
      ? answer.data
      : refuse('cohort.broken', path, 'The description of this folder is damaged.')
  }

  describe(listName: string, issuer: Issuer, keys: string): About {
    const about: About = { tessera: 'cohort/1', listName, issuer, keys }
    writeWhole(join(this.path, 'cohort.json'), `${JSON.stringify(about, null, 2)}\n`)
    return about
  }

  ledger(): Ledger {
    const path = join(this.path, 'ledger.jsonl')
    return readLedger(existsSync(path) ? readFileSync(path, 'utf8') : '')
  }

  /** Removes what a killed run left half-written. Only under the lock. */
  sweep(): void {
    for (const name of readdirSync(this.path, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.part')) rmSync(join(this.path, name), { force: true })
    }
  }

  /** A line torn by a crash is ended first, so that the next one stands alone; reading leaves it out. */
  mendLedger(): void {
    const path = join(this.path, 'ledger.jsonl')
    if (!existsSync(path)) return
    const text = readFileSync(path, 'utf8')
    if (text !== '' && !text.endsWith('\n'))
      writeWhole(path, text.slice(0, text.lastIndexOf('\n') + 1))
  }

  record(entries: readonly LedgerEntry[]): void {
    appendSynced(join(this.path, 'ledger.jsonl'), entries.map(ledgerLine).join(''))
  }

  /** The table; entries the ledger reserved before a crash are taken as reserved. */
  statusTable(size: number, ledger: Ledger): StatusTable {
    const path = join(this.path, 'status.json')
    const table = existsSync(path)
      ? readStatusTable(readBytes(path, limits.statusList), path)
      : newStatusTable(size)
    const reserved = table.reserved.slice()
    for (const { index } of ledger.reserved.values()) {
      reserved[index >> 3] = (reserved[index >> 3] ?? 0) | (1 << (index & 7))
    }
    return { ...table, reserved }
  }

  saveStatusTable(table: StatusTable): void {
    writeWhole(join(this.path, 'status.json'), `${JSON.stringify(statusTableJson(table))}\n`)
  }

  issued(): readonly IssuedFile[] {
    const path = join(this.path, 'issued.json')
    if (!existsSync(path)) return []
    const answer = issuedSchema.safeParse(readJson(readBytes(path, limits.cohort.bytes), path))
    return answer.success
      ? answer.data
      : refuse('cohort.broken', path, 'The list of issued files is damaged.')
  }

  write(name: string, bytes: Uint8Array | string): void {
    writeWhole(join(this.path, name), bytes)
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name))
  }

  /** Lays the publication out as it is to be served. */
  publish(publication: Publication): void {
    const web = join(this.path, 'web')
    makeFolder(web)
    for (const [address, bytes] of publication) {
      const path = pathOfAddress(web, address)
      if (path === undefined)
        refuse('issue.address', address, 'This address cannot be laid out as a file.')
      else writeWhole(path, bytes)
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
