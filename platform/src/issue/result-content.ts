// What a result says, as it lies in the store: the toolkit's row of a cohort, encrypted with the learner's secret.

import { z } from 'zod'
import { learnerSchema, resultSchema } from 'tessera/credential/award'
import type { Design } from 'tessera/credential/design'
import { canonicalJson } from 'tessera/canonical-json'
import { cellsOfRow, learnerKey, type CohortRow } from 'tessera/issue/cohort'
import { issuingKey } from 'tessera/issue/ledger'
import type { House } from '../house.ts'
import { type Secret, secretOfLearner } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'

const rowSchema = z.strictObject({
  row: z.int(),
  learner: learnerSchema,
  grade: z.string().optional(),
  results: z.array(resultSchema),
  awardedOn: z.string().optional(),
  language: z.string().optional(),
  email: z.string().optional(),
})

/** The columns of a result that hold who and what. */
export interface ResultContent {
  readonly secret_id: string
  readonly learner_key: string
  readonly content: Uint8Array
  readonly content_digest: string
}

type Hands = Pick<House, 'vault' | 'random'>

/** Encrypts a row for the result of that id. Makes the learner's secret at the first time. */
export async function sealResult(
  house: Hands,
  tx: Tx,
  organisation: string,
  id: string,
  row: CohortRow,
): Promise<ResultContent> {
  const key = learnerKey(row.learner)
  const secret = await secretOfLearner(house, tx, organisation, key)
  return {
    secret_id: secret.id,
    learner_key: house.vault.fingerprint(key, `${organisation}|secret|learner_key`),
    content: secret.seal(Buffer.from(JSON.stringify(row)), 'result', 'content', id),
    content_digest: digestOfCells(house, organisation, cellsOfRow(row)),
  }
}

/** Whether another list says the same of the learner. Keyed, since a name and a birthday can be guessed from a hash. */
export const digestOfCells = (
  { vault }: Pick<House, 'vault'>,
  organisation: string,
  cells: ReadonlyMap<string, string>,
): string =>
  vault.fingerprint(
    canonicalJson(Object.fromEntries([...cells].filter(([, value]) => value.trim() !== ''))),
    `${organisation}|result|content`,
  )

/** The row again. Throws `NotOurs` where it was changed. */
export function openResult(secret: Secret, id: string, content: Uint8Array): CohortRow {
  const text = Buffer.from(secret.open(content, 'result', 'content', id)).toString('utf8')
  // Written by us; the shape is read all the same, since an older version of us may have written it.
  return rowSchema.parse(JSON.parse(text)) as CohortRow
}

/** What is awarded once only: this learner, this version of this design. */
export function issuingKeyOf(
  { vault }: Pick<House, 'vault'>,
  organisation: string,
  row: CohortRow,
  design: Design,
): string {
  return vault.fingerprint(issuingKey(row, design), `${organisation}|award|issuing_key`)
}
