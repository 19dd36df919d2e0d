// What the store knows of who issues and of what is awarded, in the toolkit's own words.

import type { Design } from 'tessera/credential/design'
import { requireUntouched } from 'tessera/credential/freeze'
import { parseDesign } from 'tessera/credential/parse'
import { inLanguage } from 'tessera/credential/text'
import { type Issuer, parseIssuer } from 'tessera/issue/issuer'
import type { Tx } from '../store/store.ts'

/** How an organisation seals. Refuses `issuer.shape`. */
export async function issuerOf(tx: Tx, organisation: string): Promise<Issuer> {
  const row = await tx
    .selectFrom('organisation')
    .select('issuer')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  return parseIssuer(row.issuer)
}

export interface DesignName {
  readonly id: string
  readonly version: string
}

/** A frozen version. Refuses `design.changed-after-freezing`. */
export async function designOf(tx: Tx, organisation: string, name: DesignName): Promise<Design> {
  const row = await tx
    .selectFrom('design')
    .select(['body', 'digest', 'frozen_at'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', name.id)
    .where('version', '=', name.version)
    .executeTakeFirstOrThrow()
  const design = parseDesign(row.body)
  const frozen = design.frozen ?? { at: row.frozen_at.toISOString(), digest: row.digest }
  requireUntouched({ ...design, frozen })
  return { ...design, frozen }
}

/** What people call the organisation in that language. */
export const organisationName = (issuer: Issuer, language: string): string =>
  inLanguage(issuer.organisation.legalName, language).value

export const designTitle = (design: Design, language: string): string =>
  design.title === undefined ? design.id : inLanguage(design.title, language).value
