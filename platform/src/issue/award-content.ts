// An award and its files as they lie in the store: encrypted with their learner's secret, each bound to its place.

import type { Award } from 'tessera/credential/award'
import { parseAward } from 'tessera/credential/parse'
import type { House } from '../house.ts'
import { openSecret, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'

export interface SealedFile {
  readonly format: string
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export const sealContent = (secret: Secret, id: string, award: Award): Uint8Array =>
  secret.seal(Buffer.from(JSON.stringify(award)), 'award', 'content', id)

export const openContent = (secret: Secret, id: string, content: Uint8Array): Award =>
  parseAward(JSON.parse(Buffer.from(secret.open(content, 'award', 'content', id)).toString('utf8')))

type FileName = Pick<SealedFile, 'format' | 'extension'>
const placeOfFile = (id: string, { format, extension }: FileName) => `${id}/${format}.${extension}`

export const sealFile = (secret: Secret, id: string, file: SealedFile): Uint8Array =>
  secret.seal(file.bytes, 'sealed_file', 'content', placeOfFile(id, file))

type Hands = Pick<House, 'vault' | 'random'>

/** The award of that id. Throws `Erased` where its learner was erased; undefined where there is none. */
export async function readAward(house: Hands, tx: Tx, organisation: string, id: string) {
  const row = await tx
    .selectFrom('award')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const secret = await openSecret(house, tx, organisation, row.secret_id)
  return { row, secret, award: openContent(secret, id, row.content) }
}

/** Its sealed files. Throws `Erased`. */
export async function readFiles(
  house: Hands,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<readonly SealedFile[]> {
  const award = await tx
    .selectFrom('award')
    .select('secret_id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (award === undefined) return []
  const secret = await openSecret(house, tx, organisation, award.secret_id)
  const rows = await tx
    .selectFrom('sealed_file')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', id)
    .orderBy('format')
    .orderBy('extension')
    .execute()
  return rows.map((row) => ({
    format: row.format,
    extension: row.extension,
    mediaType: row.media_type,
    bytes: secret.open(row.content, 'sealed_file', 'content', placeOfFile(id, row)),
  }))
}
