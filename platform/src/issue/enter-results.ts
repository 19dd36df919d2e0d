// Results come in: from a file, pasted, by form, or from another program. The same list twice changes nothing; what
// a later list says otherwise of a learner stands beside the first until somebody decides.

import type { Design } from 'tessera/credential/design'
import { sameLearner } from 'tessera/issue/cohort'
import type { CsvRow } from 'tessera/read/csv'
import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import { uuid } from '../mail/letters.ts'
import { record } from '../store/audit.ts'
import { secretsOfLearners } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { cohortOf } from './cohorts.ts'
import { issuingKeyOf } from './result-content.ts'
import {
  codesOf,
  digestOf,
  draftKey,
  type EntryFault,
  type EntryState,
  type Judged,
  judge,
  type ResultState,
} from './result-entry.ts'
import {
  type Entrance,
  type Fresh,
  insertAll,
  propose,
  setReady,
  writeOver,
} from './write-results.ts'

export interface Entering extends Entrance {
  /** Cells by the columns' own names (`given_name`, `grade` …). */
  readonly rows: readonly CsvRow[]
}

/** What became of one row. */
export interface Entered {
  readonly row: number
  readonly result: string
  readonly became: EntryState | 'changed' | 'unchanged'
  readonly faults: readonly EntryFault[]
  /** The same with what is said of them, which may quote the cell: for whoever sent it, not to be kept. */
  readonly words: readonly Refusal[]
}

export type EnteringAnswer =
  | { readonly done: true; readonly entries: readonly Entered[] }
  | { readonly done: false; readonly because: 'no-such-cohort' | 'wrong-state' }

type Hands = Pick<House, 'clock' | 'random' | 'vault'>

/** States that a later list simply writes over: nobody has said yes to them yet. */
const open: readonly ResultState[] = [
  'new',
  'duplicate',
  'below-threshold',
  'name-missing',
  'faulty',
]

interface Known {
  readonly id: string
  readonly learner_key: string
  readonly content_digest: string
  readonly state: ResultState
}

/** Enters results while the cohort is collecting. All rows or none; each row is answered for. */
export async function enterResults(
  house: Hands,
  tx: Tx,
  { organisation, cohort, rows, source, by }: Entering,
): Promise<EnteringAnswer> {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return { done: false, because: 'no-such-cohort' }
  if (found.row.state !== 'collecting') return { done: false, because: 'wrong-state' }
  const judged = judgeAll(rows, found.design, house.clock.now(), cohort)
  await markAwarded(house, tx, organisation, cohort, found.design, judged)
  const known = await knownIn(tx, organisation, cohort)
  const secrets = await secretsOfLearners(
    house,
    tx,
    organisation,
    judged.map(({ key }) => key),
  )
  // By hand and by program a sound result counts at once; a list is looked at first.
  const soundState = source === 'form' || source === 'api' ? ('ready' as const) : ('new' as const)
  const entries: Entered[] = []
  const fresh: Fresh[] = []
  for (const one of judged) {
    const secret = secrets.get(one.key)
    if (secret === undefined) throw new Error('A learner has no secret.')
    const digest = digestOf(house, organisation, one)
    const learner = house.vault.fingerprint(one.key, `${organisation}|secret|learner_key`)
    const before = known.get(learner)
    const state = one.state === 'new' ? soundState : one.state
    const faults = codesOf(one.faults)
    const answer = (result: string, became: Entered['became']) =>
      entries.push({ row: one.source.row, result, became, faults, words: one.faults })
    if (before === undefined) {
      const id = uuid(house.random)
      fresh.push({ id, secret, learner, digest, state, judged: one })
      answer(id, one.state)
    } else if (before.content_digest === digest) {
      // What waited to be looked at counts once it is entered by hand; nothing else changes.
      if (before.state === 'new' && state === 'ready') await setReady(tx, organisation, before.id)
      answer(before.id, 'unchanged')
    } else if (open.includes(before.state)) {
      await writeOver(tx, house, organisation, before.id, { secret, digest, state, judged: one })
      answer(before.id, one.state)
    } else {
      await propose(tx, organisation, before.id, secret, one)
      answer(before.id, 'changed')
    }
  }
  await insertAll(tx, house, { organisation, cohort, source, by }, fresh)
  const count = (became: Entered['became']) => entries.filter((one) => one.became === became).length
  await record(house, tx, organisation, {
    actor: 'person' in by ? `person:${by.person}` : `client:${by.client}`,
    action: 'results entered',
    subject: `cohort:${cohort}`,
    details: {
      source,
      rows: entries.length,
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
    },
  })
  return { done: true, entries }
}

/** A learner who stands in the list twice with the same cells stands there once. */
function judgeAll(
  rows: readonly CsvRow[],
  design: Design,
  now: Date,
  cohort: string,
): readonly Judged[] {
  const seen = new Map<string, { readonly row: number; readonly cells: string }>()
  return rows.flatMap((source): Judged[] => {
    const judged = judge(source, design, now, cohort)
    const cells = JSON.stringify([...source.cells])
    const before = seen.get(judged.key)
    if (before?.cells === cells) return []
    if (before === undefined) {
      seen.set(judged.key, { row: source.row, cells })
      return [judged]
    }
    const key = draftKey(cohort, source)
    if (seen.has(key)) return []
    seen.set(key, { row: source.row, cells })
    return [twice(judged, key, before.row)]
  })
}

const twice = (judged: Judged, key: string, before: number): Judged => ({
  ...judged,
  key,
  state: 'duplicate',
  faults: [...judged.faults, sameLearner(judged.source, before)],
})

/** Who has this micro-credential already gets it corrected, not twice. */
async function markAwarded(
  house: Hands,
  tx: Tx,
  organisation: string,
  cohort: string,
  design: Design,
  judged: readonly Judged[],
): Promise<void> {
  const sound = judged.flatMap((one, at) =>
    one.state === 'new' ? [{ at, key: issuingKeyOf(house, organisation, one.row, design) }] : [],
  )
  const list = judged as Judged[]
  for (let from = 0; from < sound.length; from += 5_000) {
    const some = sound.slice(from, from + 5_000)
    const rows = await tx
      .selectFrom('award')
      .select(['issuing_key'])
      .where('organisation_id', '=', organisation)
      .where(
        'issuing_key',
        'in',
        some.map(({ key }) => key),
      )
      .where((is) => is.or([is('cohort_id', 'is', null), is('cohort_id', '<>', cohort)]))
      .execute()
    const awarded = new Set(rows.map(({ issuing_key: key }) => key))
    for (const { at, key } of some) {
      const one = list[at]
      if (one === undefined || !awarded.has(key)) continue
      list[at] = {
        ...one,
        state: 'duplicate',
        faults: [
          {
            code: 'issue.awarded-already',
            place: `row ${one.source.row}, column identifier`,
            sentence: 'This learner has this micro-credential already.',
          },
        ],
      }
    }
  }
}

async function knownIn(
  tx: Tx,
  organisation: string,
  cohort: string,
): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx
    .selectFrom('result')
    .select(['id', 'learner_key', 'content_digest', 'state'])
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .execute()
  return new Map(rows.map((row) => [row.learner_key, row]))
}
