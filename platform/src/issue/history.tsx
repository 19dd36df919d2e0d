// What happened to a thing, as the audit has it: who, what, when.

import type { Asked } from '../server/route.ts'
import type { Tx } from '../store/store.ts'
import { Table } from '../web/components.ts'
import { timeInWords } from '../web/in-words.ts'

export interface HistoryLine {
  readonly at: Date
  readonly action: string
  readonly subject: string
  /** A name; undefined for the service itself, a program, or a learner. */
  readonly person: string | undefined
  readonly actor: string
  readonly details: unknown
  readonly sequence: string
}

export async function historyOf(
  tx: Tx,
  organisation: string,
  subject: string,
): Promise<readonly HistoryLine[]> {
  const rows = await tx
    .selectFrom('audit')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('subject', '=', subject)
    .orderBy('sequence', 'desc')
    .limit(200)
    .execute()
  return withNames(tx, rows)
}

interface AuditLine {
  readonly at: Date
  readonly action: string
  readonly subject: string
  readonly actor: string
  readonly details: unknown
  readonly sequence: string
}

/** The audit names people by number; whoever may read it sees who that is, as long as they have an account. */
export async function withNames(
  tx: Tx,
  rows: readonly AuditLine[],
): Promise<readonly HistoryLine[]> {
  const people = new Set(
    rows.flatMap(({ actor }) => (actor.startsWith('person:') ? [actor.slice(7)] : [])),
  )
  const named =
    people.size === 0
      ? []
      : await tx
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', 'in', [...people])
          .execute()
  const nameOf = new Map(named.map(({ id, name }) => [`person:${id}`, name]))
  return rows.map(({ at, action, subject, actor, details, sequence }) => ({
    at,
    action,
    subject,
    actor,
    person: nameOf.get(actor),
    details,
    sequence,
  }))
}

export function actorInWords({ say }: Asked, { actor, person }: HistoryLine): string {
  if (person !== undefined) return person
  if (actor === 'house') return say('issue-actor-house')
  if (actor.startsWith('client:')) return say('issue-actor-program')
  if (actor === 'learner') return say('issue-actor-learner')
  return say('issue-actor-gone')
}

/** Deeds that have words; a new one stands as the audit writes it. */
const deedsInWords = new Set([
  'result mended',
  'result left out',
  'result taken in',
  'change accepted',
  'change discarded',
  'name confirmed',
  'name corrected',
  'award refused',
  'award sealed',
  'award corrected',
  'award withdrawn',
  'award annulled',
  'award suspended',
  'award restored',
  'award claimed',
  'letter sent again',
  'cohort opened',
  'cohort submitted',
  'cohort taken back',
  'cohort sent back',
  'cohort approved',
  'cohort sealed',
  'results entered',
  'results taken over',
  'results ratified',
  'sealing started',
  'sealing paused',
  'sealing resumed',
  'sealing stopped',
  'names asked',
  'names ended',
  'ticket opened',
  'ticket answered',
  'stop switch pulled',
  'stop switch released',
])

export const deedInWords = ({ say }: Asked, action: string): string =>
  deedsInWords.has(action) ? say(`issue-deed-${action.replaceAll(' ', '-')}`) : action

export function HistoryTable({
  asked,
  history,
}: {
  readonly asked: Asked
  readonly history: readonly HistoryLine[]
}) {
  const { say, language } = asked
  if (history.length === 0) return null
  return (
    <>
      <h2>{say('issue-history')}</h2>
      <Table
        caption={say('issue-history')}
        captionUnseen
        empty="—"
        rows={history}
        columns={[
          { head: say('issue-when'), cell: ({ at }) => timeInWords(language, at) },
          {
            head: say('issue-deed'),
            names: true,
            cell: ({ action }) => deedInWords(asked, action),
          },
          { head: say('issue-who'), cell: (line) => <bdi>{actorInWords(asked, line)}</bdi> },
        ]}
      />
    </>
  )
}
