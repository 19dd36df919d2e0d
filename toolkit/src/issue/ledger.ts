// The ledger of a cohort folder: what was reserved and what was finished, one line each, appended before
// the deed it speaks of. After a crash the same file is given again and nothing is issued twice.

import { z } from 'zod'
import { sha256 } from '#machine'
import { canonicalJson } from '../canonical-json.ts'
import type { Design } from '../credential/design.ts'
import { base64url } from '../read/base64.ts'
import { readJson } from '../read/json.ts'
import { utf8 } from '../read/utf8.ts'
import { refuse } from '../refusal.ts'
import { learnerKey, type CohortRow } from './cohort.ts'

const reservedSchema = z.strictObject({
  deed: z.literal('reserved'),
  key: z.string(),
  content: z.string(),
  id: z.string(),
  index: z.int(),
  at: z.iso.datetime(),
})
const sealedSchema = z.strictObject({
  deed: z.literal('sealed'),
  key: z.string(),
  format: z.string(),
  files: z.array(z.string()),
})
const entrySchema = z.discriminatedUnion('deed', [reservedSchema, sealedSchema])

export type Reserved = z.output<typeof reservedSchema>
export type LedgerEntry = z.output<typeof entrySchema>

export interface Ledger {
  readonly reserved: ReadonlyMap<string, Reserved>
  /** `key|format` → files. */
  readonly sealed: ReadonlyMap<string, readonly string[]>
}

/** Reads a ledger. A last line torn by a crash is left out: its deed did not happen. */
export function readLedger(text: string): Ledger {
  const reserved = new Map<string, Reserved>()
  const sealed = new Map<string, readonly string[]>()
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  for (const [i, line] of whole.split('\n').entries()) {
    if (line === '') continue
    const entry = entrySchema.safeParse(readJson(line, `ledger line ${i + 1}`))
    if (!entry.success)
      refuse('ledger.broken', `ledger line ${i + 1}`, 'The record of what was issued is damaged.')
    else if (entry.data.deed === 'reserved') reserved.set(entry.data.key, entry.data)
    else sealed.set(`${entry.data.key}|${entry.data.format}`, entry.data.files)
  }
  return { reserved, sealed }
}

export function ledgerLine(entry: LedgerEntry): string {
  return `${JSON.stringify(entry)}\n`
}

/** One learner and one version of one design: what is issued once only. Hashed, so that the ledger names nobody. */
export function issuingKey(row: CohortRow, design: Design): string {
  return base64url(
    sha256(utf8(canonicalJson([design.id, design.version, learnerKey(row.learner)]))),
  )
}

/** What would be sealed for the row; a second row of the same learner with other content is a correction, not a repeat. */
export function contentDigest(row: CohortRow): string {
  const { learner, grade, results, awardedOn } = row
  return base64url(sha256(utf8(canonicalJson({ learner, grade, results, awardedOn }))))
}
