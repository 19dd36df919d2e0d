// The issuer's own record of what became of each credential. It feeds the W3C and the IETF list; both say
// the same. A revoked credential stays revoked (W3C Bitstring Status List 1.0, 2.2; ARF VCR_04).

import { z } from 'zod'
import type { Random } from '#machine'
import { limits } from '../limits.ts'
import { base64url, base64urlDecode } from '../read/base64.ts'
import { type JsonObject, readJson } from '../read/json.ts'
import { refuse } from '../refusal.ts'

export type StatusWord = 'valid' | 'suspended' | 'revoked'

/** Who decided it, when and why. */
export interface StatusDecision {
  readonly by: string
  readonly at: Date
  readonly reason?: string
}

export interface StatusChange extends StatusDecision {
  readonly status: StatusWord
}

/** A value: every step gives a new table and leaves the old one as it was. */
export interface StatusTable {
  /** Number of entries, a multiple of 8. */
  readonly size: number
  /** One bit an entry, lowest bit of the first byte first: given to a credential once and for ever. */
  readonly reserved: Uint8Array
  /** What was decided about entries, oldest first; an entry without any is valid. */
  readonly changes: ReadonlyMap<number, readonly StatusChange[]>
}

/** An empty table. Refuses `status.too-short` below the size that hides a learner among others. */
export function newStatusTable(size: number = limits.statusEntries): StatusTable {
  if (
    !Number.isSafeInteger(size) ||
    size < limits.statusEntries ||
    size % 8 !== 0 ||
    size > limits.statusList * 4
  ) {
    refuse(
      'status.too-short',
      'size',
      `A status list has at least ${limits.statusEntries} entries, in whole bytes.`,
    )
  }
  return { size, reserved: new Uint8Array(size / 8), changes: new Map() }
}

/** Reserves entries at random, so that an index tells nothing of the order of issuing. Refuses `status.full`. */
export function reserve(
  table: StatusTable,
  count: number,
  random: Random,
): { readonly table: StatusTable; readonly indexes: readonly number[] } {
  const reserved = table.reserved.slice()
  let free = table.size - countOf(table.reserved)
  if (count > free) refuse('status.full', '', `The status list has only ${free} free entries left.`)
  const indexes: number[] = []
  while (indexes.length < count) {
    const index = freeIndex(reserved, table.size, free, random)
    reserved[index >> 3] = (reserved[index >> 3] as number) | (1 << (index & 7))
    free--
    indexes.push(index)
  }
  return { table: { ...table, reserved }, indexes }
}

function isSet(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] as number) >> (index & 7)) & 1) === 1
}

function countOf(bits: Uint8Array): number {
  let count = 0
  for (let byte of bits) for (; byte > 0; byte &= byte - 1) count++
  return count
}

/** Evenly distributed below `limit`: draws again where the last part of the range would weigh more. */
function below(limit: number, random: Random): number {
  const fair = Math.floor(2 ** 32 / limit) * limit
  for (;;) {
    const bytes = random(4)
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
    if (drawn < fair) return drawn % limit
  }
}

function freeIndex(reserved: Uint8Array, size: number, free: number, random: Random): number {
  for (let tries = 0; tries < 16; tries++) {
    const index = below(size, random)
    if (!isSet(reserved, index)) return index
  }
  // Almost full: the n-th of the free ones.
  let index = -1
  for (let left = below(free, random); left >= 0; left--) {
    do index++
    while (isSet(reserved, index))
  }
  return index
}

export function isReserved(table: StatusTable, index: number): boolean {
  return (
    Number.isSafeInteger(index) && index >= 0 && index < table.size && isSet(table.reserved, index)
  )
}

/** What holds for an entry now. Refuses `status.not-reserved` for an index no credential has. */
export function statusOf(table: StatusTable, index: number): StatusWord {
  if (!isReserved(table, index)) {
    refuse(
      'status.not-reserved',
      `entry ${index}`,
      'No credential has this entry of the status list.',
    )
  }
  return table.changes.get(index)?.at(-1)?.status ?? 'valid'
}

/** For ever. Refuses `status.revoked-is-final` when it already is. */
export function revoke(table: StatusTable, index: number, decision: StatusDecision): StatusTable {
  return change(table, index, 'revoked', decision)
}

/** Until further notice. Refuses `status.revoked-is-final`, `status.already-suspended`. */
export function suspend(table: StatusTable, index: number, decision: StatusDecision): StatusTable {
  if (statusOf(table, index) === 'suspended') {
    refuse('status.already-suspended', `entry ${index}`, 'This credential is suspended already.')
  }
  return change(table, index, 'suspended', decision)
}

/** Ends a suspension. Refuses `status.revoked-is-final`, `status.not-suspended`. */
export function restore(table: StatusTable, index: number, decision: StatusDecision): StatusTable {
  if (statusOf(table, index) === 'valid') {
    refuse('status.not-suspended', `entry ${index}`, 'This credential is not suspended.')
  }
  return change(table, index, 'valid', decision)
}

function change(
  table: StatusTable,
  index: number,
  status: StatusWord,
  decision: StatusDecision,
): StatusTable {
  if (statusOf(table, index) === 'revoked') {
    refuse(
      'status.revoked-is-final',
      `entry ${index}`,
      'This credential was revoked, and that is final.',
    )
  }
  const changes = new Map(table.changes)
  changes.set(index, [...(changes.get(index) ?? []), { status, ...decision }])
  return { ...table, changes }
}

const fileSchema = z.strictObject({
  tessera: z.literal('status/1'),
  size: z.int(),
  reserved: z.string(),
  changes: z.array(
    z.strictObject({
      index: z.int().min(0),
      status: z.enum(['valid', 'suspended', 'revoked']),
      at: z.iso.datetime(),
      by: z.string(),
      reason: z.string().optional(),
    }),
  ),
})

/** The table as JSON for the issuer's folder: changes in the order of their time within an entry. */
export function statusTableJson(table: StatusTable): JsonObject {
  return {
    tessera: 'status/1',
    size: table.size,
    reserved: base64url(table.reserved),
    changes: [...table.changes].flatMap(([index, changes]) =>
      changes.map(({ status, at, by, reason }) => ({
        index,
        status,
        at: at.toISOString(),
        by,
        ...(reason === undefined ? {} : { reason }),
      })),
    ),
  }
}

/** Reads what {@link statusTableJson} wrote; every rule holds again. Refuses `status.table` and the rules' own codes. */
export function readStatusTable(input: string | Uint8Array, place = ''): StatusTable {
  const answer = fileSchema.safeParse(readJson(input, place))
  if (!answer.success)
    return refuse('status.table', place, 'This is not a status table of Tessera.')
  const file = answer.data
  const empty = newStatusTable(file.size)
  const reserved = base64urlDecode(file.reserved, place)
  if (reserved.length !== empty.reserved.length) {
    refuse(
      'status.table',
      place,
      'The status table is damaged: its entries are not as many as it says.',
    )
  }
  const changes = new Map<number, StatusChange[]>()
  const table: StatusTable = { size: file.size, reserved, changes }
  for (const { index, status, at, by, reason } of file.changes) {
    const before = statusOf(table, index)
    if (before === 'revoked' || before === status) {
      refuse(
        'status.table',
        `${place} entry ${index}`,
        'The status table tells a story that cannot be.',
      )
    }
    const entry = { status, at: new Date(at), by, ...(reason === undefined ? {} : { reason }) }
    changes.set(index, [...(changes.get(index) ?? []), entry])
  }
  return table
}
