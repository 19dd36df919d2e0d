// Everything Tessera issues before everybody who can judge it.

import { badges } from './exhibits/badges.ts'
import { certificates, timeStamps } from './exhibits/certificates.ts'
import { edcByDss } from './exhibits/edc-by-dss.ts'
import { edcSeals } from './exhibits/edc-seals.ts'
import { edcTimeStamps } from './exhibits/edc-time-stamps.ts'
import { sdJwts } from './exhibits/sd-jwts.ts'
import type { Exhibit, Judge } from './judge.ts'
import { badgeSchema } from './judges/badge-schema.ts'
import { credoJudge } from './judges/credo.ts'
import { digitalBazaar } from './judges/digital-bazaar.ts'
import { dss, releases } from './judges/dss.ts'
import { edcShapes } from './judges/edc-shapes.ts'
import { jose } from './judges/jose.ts'
import { opensslTimeStamps, opensslVerify } from './judges/openssl.ts'
import { pictures } from './judges/pictures.ts'
import { sdJwt } from './judges/sd-jwt.ts'
import { ourselves } from './judges/tessera.ts'
import { verifierCoreJudge } from './judges/verifier-core.ts'
import { compareMutants, type Agreement } from './mutants.ts'
import { complaints, count, drawTable, examine, type Row } from './table.ts'

const judges: readonly Judge[] = [
  ...releases.map(dss),
  edcShapes,
  verifierCoreJudge,
  digitalBazaar,
  badgeSchema,
  ...pictures,
  sdJwt,
  credoJudge,
  opensslVerify,
  opensslTimeStamps,
  jose,
  ourselves,
]

const subjects: readonly (readonly [title: string, () => Promise<readonly Exhibit[]>])[] = [
  ['European Digital Credential (B-B)', edcSeals],
  ['… time-stamped (B-T)', edcTimeStamps],
  ['… made by EU DSS', edcByDss],
  ['Open Badges 3.0', badges],
  ['SD-JWT VC', sdJwts],
  ['Certificate of the test authority', certificates],
  ['Time stamp of the test authority', timeStamps],
]

const legend = [
  '· no say on such a file    ✗ not as it must be    skipped: see the reasons below',
  '* by its own rule: DSS from 6.1 on wants the signing time as iat (sigT only before 2025-07-15), up to 6.0 as sigT',
  '',
]

/** Prints the matrix; false when a cell is not as it must be. `said` prints the judges' words as well. */
export async function run({ said = false } = {}): Promise<boolean> {
  const absent = new Map<Judge, string>()
  for (const judge of judges) {
    const reason = await judge.available()
    if (reason !== undefined) absent.set(judge, reason)
  }
  const all: Row[] = []
  for (const line of legend) console.log(line)
  for (const [title, exhibits] of subjects) {
    const rows = await examine(await exhibits(), judges, absent)
    all.push(...rows)
    for (const line of drawTable(title, judges, rows)) console.log(line)
    if (said) words(rows)
  }
  const agreement = await compareMutants(200)
  for (const judge of judges) judge.close?.()
  for (const [{ name }, reason] of absent) console.log(`skipped: ${name}: ${reason}`)
  if (agreement !== undefined) tellAgreement(agreement, said)
  const laxer = agreement?.laxer ?? []
  const wrong = [
    ...complaints(judges, all),
    ...laxer.map((one) => `a changed byte: valid for Tessera, not passed for DSS: ${one}`),
  ]
  for (const line of wrong) console.log(`not as it must be: ${line}`)
  const skipped = count(all, 'skipped')
  console.log(
    `interop: ${count(all, 'as-expected') + (agreement?.mutants ?? 0) - laxer.length} passed, ${wrong.length} failed, ${skipped} skipped`,
  )
  return wrong.length === 0
}

function tellAgreement(agreement: Agreement, said: boolean): void {
  const { mutants, bothAccept, bothRefuse, stricter, laxer, unanswered } = agreement
  console.log(`${mutants} seals with one byte changed, before EU DSS and Tessera:`)
  console.log(
    `  both refuse ${bothRefuse}, both accept ${bothAccept} (a byte outside of what is signed)`,
  )
  console.log(`  Tessera alone refuses ${stricter.length}, DSS alone ${laxer.length}`)
  console.log(`  DSS falls over ${unanswered.length} that Tessera accepts`)
  if (said) for (const one of [...stricter, ...unanswered]) console.log(`  ${one}`)
}

function words(rows: readonly Row[]): void {
  for (const { exhibit, cells } of rows) {
    for (const [i, cell] of cells.entries()) {
      if (cell.state === 'as-expected' || cell.state === 'otherwise')
        console.log(`  ${exhibit.name} | ${judges[i]?.name}: ${cell.finding.said}`)
    }
  }
}
