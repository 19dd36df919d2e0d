// For tests: an organisation with test keys that has sealed awards, and the letters and slips that went out.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { CohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import {
  approvedCohort,
  exampleIssuer,
  type ExampleDesk,
  openExampleDesk,
} from '../issue/example-cohort.ts'
import { makeTestKeys, openCabinet } from '../issue/key-cabinet.ts'
import { startSealing } from '../issue/seal-cohort.ts'
import { sealingTrade } from '../issue/sealing-trade.ts'
import { doAllDue } from '../jobs/worker.ts'
import { openLetter } from '../mail/letters.ts'
import { openSecret } from '../store/secret.ts'
import type { Store } from '../store/store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'

/** To be called in `before` of a `describe`. */
export async function houseWithKeys(
  store: Store,
): Promise<{ readonly house: TestHouse; readonly desk: ExampleDesk; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-hold-'))
  const passphrase = 'a passphrase of this run'
  const plain = testHouse(store)
  const house: TestHouse = {
    ...plain,
    keys: openCabinet({ folder, passphrase, store, clock: plain.clock }),
  }
  const desk = await openExampleDesk(house)
  const { clock, random } = house
  await makeTestKeys({ folder, passphrase, clock, random }, desk.organisation, exampleIssuer())
  return { house, desk, close: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Given {
  readonly award: string
  readonly row: CohortRow
  /** The secret of the letter's link or the slip's code. */
  readonly secret: string
}

export async function sealAwards(
  house: House,
  desk: ExampleDesk,
  rows: readonly CohortRow[],
  formats: readonly string[] = ['sd-jwt'],
): Promise<readonly Given[]> {
  const { organisation, officer } = desk
  const cohort = await approvedCohort(house, desk, rows, formats)
  await house.store.asOrganisation(organisation, (tx) =>
    startSealing(tx, house, { organisation, by: officer }, cohort),
  )
  await doAllDue(house, [sealingTrade])
  return house.store.asOrganisation(organisation, async (tx) => {
    const awards = await tx
      .selectFrom('result')
      .where('cohort_id', '=', cohort)
      .where('state', '=', 'awarded')
      .select(['award_id', 'secret_id', 'row_number'])
      .orderBy('row_number')
      .execute()
    const given: Given[] = []
    for (const { award_id: award, secret_id: id, row_number: number } of awards) {
      const secret = await openSecret(house, tx, organisation, id)
      const letter = await tx
        .selectFrom('letter')
        .where('award_id', '=', award)
        .selectAll()
        .executeTakeFirstOrThrow()
      const { link, code } = openLetter(house, organisation, letter.id, secret, letter.content)
      const row = rows.find((one) => one.row === number)
      if (row === undefined || award === null) throw new Error('A row was sealed that is not ours.')
      given.push({ award, row, secret: link?.split('/').at(-1) ?? code ?? '' })
    }
    return given
  })
}

/** Every byte of every table, as the owner of the database sees it with the walls down. */
export async function wholeDatabase(owner: pg.Client): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    await owner.query(`alter table ${name} no force row level security`)
    const { rows } = await owner.query<Record<string, unknown>>(`select * from ${name}`)
    await owner.query(`alter table ${name} force row level security`)
    for (const one of rows)
      for (const value of Object.values(one))
        parts.push(
          Buffer.isBuffer(value) ? value.toString('latin1') : (JSON.stringify(value) ?? ''),
        )
  }
  return parts.join('\n')
}
