// When was it signed, as far as others than the signer say so (ETSI EN 319 102-1, 5.4 and 5.5.4)? Only an
// intact time stamp over the very signature, by an authority believed for time, proves it.

import type { Proof } from '../seal/proof.ts'
import type { TimeSearch } from '../seal/time/index.ts'
import { anchorsOf, isOutOfDate, revocationListsOf } from '../trust/known.ts'
import type { KeySearch } from './ownership.ts'

export interface ProofTime {
  /** `none`: no time stamp. `unknown`: nobody known here vouches for it. `broken`: damaged, or about something else. */
  readonly status: 'proven' | 'unknown' | 'broken' | 'none'
  /** The signature existed no later than this; only where it is proven. */
  readonly at?: Date
  /** What the time stamps came to, for the source of a check. */
  readonly source?: string
}

/** Weighs the time stamps of a proof with what the trust lists say of time-stamp authorities. */
export async function provenTimeOf(proof: Proof, search: KeySearch): Promise<ProofTime> {
  const stamps = proof.timeStamps ?? []
  if (stamps.length === 0) return { status: 'none' }
  const believed = timeSearch(search)
  const answers = await Promise.all(
    stamps.map(async ({ over, weigh }) => ({ over, answer: await weigh(believed) })),
  )
  const proven = answers.flatMap(({ over, answer }) =>
    answer.status === 'proven' ? [{ over, at: answer.at, authority: answer.authority }] : [],
  )
  const [first] = proven
    .filter(({ over }) => over === 'signature')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const broken = answers.flatMap(({ answer }) => (answer.status === 'broken' ? [answer] : []))
  // What the content's stamp says came before the signature cannot come after it (5.5.4, order of time stamps).
  if (first !== undefined && proven.some(({ over, at }) => over === 'content' && at > first.at))
    return { status: 'broken', source: 'its time stamps contradict one another' }
  if (first !== undefined) {
    const beside = broken.length === 0 ? '' : '; another time stamp is damaged'
    return { status: 'proven', at: first.at, source: `time stamp of ${first.authority}${beside}` }
  }
  const [fault] = broken
  if (fault !== undefined) return { status: 'broken', source: `time stamp: ${fault.code}` }
  const open = answers.flatMap(({ answer }) => (answer.status === 'undecided' ? [answer.code] : []))
  return {
    status: 'unknown',
    source: `time stamp not believed here: ${open[0] ?? 'over the content alone'}`,
  }
}

/** A list that has run out says nothing about time either. */
function timeSearch({ trust, now }: KeySearch): TimeSearch {
  const current = trust.filter((list) => !isOutOfDate(list, now))
  return {
    anchors: anchorsOf(current, 'time-stamps'),
    revocationLists: revocationListsOf(trust),
    now,
  }
}
