// Who did what. Lines are added, never changed; each is bound to the one before by its hash, so that a line that
// was changed, taken out or put in between shows. A cut-off end shows against a head that was written down
// elsewhere: backups carry it, and `tessera-server audit` prints it.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from 'tessera/canonical-json'
import type { House } from '../house.ts'
import type { Tx } from './store.ts'

export interface Deed {
  /** `person:<id>`, `client:<id>` or `house` for what the service does by itself. */
  readonly actor: string
  /** In the domain's verbs: `award sealed`, `cohort approved`. */
  readonly action: string
  /** `award:<id>`, `cohort:<id>` … */
  readonly subject: string
  /** Nothing personal: names and addresses would outlive their erasure. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

const beginning = new Uint8Array(32)

/** Writes lines into the audit, in the transaction of the deed: both happen or neither. Best as its last step. */
export async function record(
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  organisation: string,
  ...deeds: readonly Deed[]
): Promise<void> {
  // One at a time an organisation: two lines with the same predecessor would be a fork.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${organisation}`}, 0))`.execute(
    tx,
  )
  const last = await tx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .where('organisation_id', '=', organisation)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  let sequence = Number(last?.sequence ?? 0)
  let previous: Uint8Array = last?.hash ?? beginning
  const lines = deeds.map(({ actor, action, subject, details = {} }) => {
    sequence += 1
    const line = { organisation, sequence, at: clock.now(), actor, action, subject, details }
    const hash = hashOf(line, previous)
    const row = {
      organisation_id: organisation,
      sequence: String(sequence),
      at: line.at,
      actor,
      action,
      subject,
      details: JSON.stringify(details),
      previous,
      hash,
    }
    previous = hash
    return row
  })
  if (lines.length > 0) await tx.insertInto('audit').values(lines).execute()
}

interface Line {
  readonly organisation: string
  readonly sequence: number
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
}

function hashOf(line: Line, previous: Uint8Array): Uint8Array {
  const said = canonicalJson({
    ...line,
    at: line.at.toISOString(),
    details: line.details as never,
    previous: Buffer.from(previous).toString('base64url'),
  })
  return createHash('sha256').update(said).digest()
}

export interface AuditHead {
  readonly sequence: number
  /** base64url */
  readonly hash: string
}

export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly brokenAt: number; readonly sentence: string }

/** Goes along the whole chain; with a head written down earlier, the chain must still lead through it. */
export async function verifyAudit(
  tx: Tx,
  organisation: string,
  known?: AuditHead,
): Promise<AuditVerdict> {
  let sequence = 0
  let previous: Uint8Array = beginning
  const broken = (brokenAt: number, sentence: string): AuditVerdict => ({
    whole: false,
    brokenAt,
    sentence,
  })
  for (;;) {
    const rows = await tx
      .selectFrom('audit')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where('sequence', '>', String(sequence))
      .orderBy('sequence')
      .limit(1_000)
      .execute()
    for (const row of rows) {
      sequence += 1
      if (row.sequence !== String(sequence))
        return broken(sequence, `Line ${sequence} of the audit is missing.`)
      const hash = hashOf(
        {
          organisation,
          sequence,
          at: row.at,
          actor: row.actor,
          action: row.action,
          subject: row.subject,
          details: row.details,
        },
        previous,
      )
      if (!same(row.previous, previous) || !same(row.hash, hash))
        return broken(sequence, `Line ${sequence} of the audit was changed.`)
      if (known?.sequence === sequence && text(hash) !== known.hash)
        return broken(sequence, `Line ${sequence} is not the one that was written down.`)
      previous = hash
    }
    if (rows.length < 1_000) break
  }
  if (known !== undefined && known.sequence > sequence)
    return broken(sequence + 1, `The audit ends at line ${sequence}; it had ${known.sequence}.`)
  return { whole: true, head: { sequence, hash: text(previous) } }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b))
