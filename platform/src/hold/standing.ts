// How an award stands today, in the words of pages: in force, or suspended, withdrawn, annulled, corrected; and by
// what it was replaced.

import { type Fate, fateOf } from '../issue/decide-status.ts'
import type { Tx } from '../store/store.ts'

export interface Standing extends Omit<Fate, 'by'> {
  /** What it was corrected into is the same learner's. An award that went to a wrong person leads to nobody else's. */
  readonly sameLearner: boolean
}

export async function standingOf(tx: Tx, organisation: string, award: string): Promise<Standing> {
  const fate = await fateOf(tx, organisation, award)
  if (fate === undefined) return { status: 'valid', sameLearner: false }
  const { by: _, ...rest } = fate
  if (fate.supersededBy === undefined) return { ...rest, sameLearner: false }
  const secrets = await tx
    .selectFrom('award')
    .where('organisation_id', '=', organisation)
    .where('id', 'in', [award, fate.supersededBy])
    .select('secret_id')
    .distinct()
    .execute()
  return { ...rest, sameLearner: secrets.length === 1 }
}

export type StandingWord = 'valid' | 'withdrawn' | 'annulled' | 'suspended' | 'superseded'

/** Its word in messages: `hold-standing-…`. What was restored is valid again. */
export function standingWord({ status, kind, supersededBy }: Standing): StandingWord {
  if (supersededBy !== undefined) return 'superseded'
  if (status === 'valid') return 'valid'
  return kind === undefined || kind === 'restored' ? 'withdrawn' : kind
}
