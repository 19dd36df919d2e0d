// Where a learner's letters go: the address of the last one, else the one their result came with.

import type { House } from '../house.ts'
import { isMailAddress } from '../mail/address.ts'
import { openLetter } from '../mail/letters.ts'
import type { Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { openResult } from './result-content.ts'

export async function mailOfLearner(
  house: Pick<House, 'vault'>,
  tx: Tx,
  organisation: string,
  award: string,
  secret: Secret,
): Promise<string | undefined> {
  const letter = await tx
    .selectFrom('letter')
    .select(['id', 'content'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .where('secret_id', '=', secret.id)
    .where('kind', '!=', 'slip')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (letter !== undefined)
    return openLetter(house, organisation, letter.id, secret, letter.content).to
  const result = await tx
    .selectFrom('result')
    .select(['id', 'content'])
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .executeTakeFirst()
  if (result === undefined) return undefined
  const { email } = openResult(secret, result.id, result.content)
  return email !== undefined && isMailAddress(email) ? email : undefined
}
