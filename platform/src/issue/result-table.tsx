// The list of entries. An entry with a fault shows its cell to type into, the sentence beside it, and a button for
// this one row; the others are read.

import { nameOf } from 'tessera/credential/award'
import { readCohortRow } from 'tessera/issue/cohort'
import type { Asked } from '../server/route.ts'
import { Button, Form, Link, Table, Tag } from '../web/components.ts'
import type { Cohort } from './cohorts.ts'
import type { Returned } from './cohort-page.tsx'
import { columnInWords, faultsByColumn, type Spoken } from './faults-in-words.ts'
import type { EntrySeen } from './look-at-results.ts'

interface ResultTableProps {
  readonly asked: Asked
  readonly cohort: Cohort
  readonly entries: readonly EntrySeen[]
  readonly returned: Returned
  readonly editable: boolean
  /** Where one is after a row was sent: the same page of the list. */
  readonly back: string
}

export function ResultTable(props: ResultTableProps) {
  const { asked, cohort, entries } = props
  const { say } = asked
  return (
    <Table
      caption={say('issue-list')}
      captionUnseen
      empty={say('issue-list-empty')}
      rows={entries}
      columns={[
        { head: say('issue-row'), number: true, cell: ({ source }) => source.row },
        {
          head: say('issue-learner'),
          names: true,
          cell: (entry) => (
            <Link to={`/cohorts/${cohort.row.id}/results/${entry.id}`}>
              <bdi>{nameOfEntry(asked, cohort, entry)}</bdi>
            </Link>
          ),
        },
        {
          head: say('issue-column-identifier'),
          cell: ({ source }) => <bdi>{source.cells.get('identifier') ?? '—'}</bdi>,
        },
        { head: say('issue-column-grade'), cell: ({ source }) => gradesOf(source.cells) },
        { head: say('issue-state'), cell: (entry) => <States asked={asked} entry={entry} /> },
        { head: say('issue-to-do'), cell: (entry) => <ToDo {...props} entry={entry} /> },
      ]}
    />
  )
}

function nameOfEntry({ say, house }: Asked, { design }: Cohort, { source }: EntrySeen): string {
  const name = nameOf(readCohortRow(source, design, house.clock.now()).row.learner)
  return name === '' ? say('issue-no-name') : name
}

function gradesOf(cells: ReadonlyMap<string, string>): string {
  const grades = [...cells].filter(
    ([column, value]) => value !== '' && (column === 'grade' || column.startsWith('grade_')),
  )
  return grades.length === 0 ? '—' : grades.map(([, value]) => value).join(' · ')
}

function States({ asked: { say }, entry }: { asked: Asked; entry: EntrySeen }) {
  const { state, ratified, nameConfirmed, change } = entry
  const good = state === 'ready' || state === 'awarded'
  const bad = ['duplicate', 'below-threshold', 'name-missing', 'faulty'].includes(state)
  return (
    <>
      <Tag state={good ? 'valid' : bad ? 'invalid' : 'news'}>{say(`issue-look-${state}`)}</Tag>
      {change === undefined ? null : <Tag state="unknown">{say('issue-look-changed')}</Tag>}
      {ratified && state === 'ready' ? <span class="hint"> {say('issue-ratified')}</span> : null}
      {nameConfirmed ? <span class="hint"> {say('issue-name-confirmed')}</span> : null}
    </>
  )
}

function ToDo(props: ResultTableProps & { readonly entry: EntrySeen }) {
  const { asked, cohort, entry, editable } = props
  const { say, visitor } = asked
  const at = `/cohorts/${cohort.row.id}/results/${entry.id}`
  const name = nameOfEntry(asked, cohort, entry)
  if (entry.award !== undefined)
    return <Link to={`/awards/${entry.award}`}>{say('issue-see-award')}</Link>
  if (!editable) return <Sentences {...props} />
  if (entry.change !== undefined) return <Change {...props} at={at} />
  if (entry.state === 'left-out')
    return (
      <Form to={`${at}/take-in`} visitor={visitor} class="line">
        <Button about={name}>{say('issue-take-in')}</Button>
      </Form>
    )
  if (entry.faults.length === 0) return <Link to={at}>{say('issue-edit')}</Link>
  return (
    <div class="mending">
      <Mend {...props} at={at} />
      <Form to={`${at}/leave-out${props.back}`} visitor={visitor} class="line">
        <Button about={name}>{say('issue-leave-out')}</Button>
      </Form>
    </div>
  )
}

const spokenOf = ({ say, language }: Asked, { design }: Cohort): Spoken => ({
  say,
  language,
  design,
})

function Sentences({ asked, cohort, entry }: ResultTableProps & { readonly entry: EntrySeen }) {
  const faults = faultsByColumn(spokenOf(asked, cohort), entry.faults, entry.source.cells)
  if (faults.size === 0) return <>—</>
  return (
    <ul class="plain">
      {[...faults.values()].map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

type OfEntry = ResultTableProps & { readonly entry: EntrySeen; readonly at: string }

/** The faulty cells, each with its sentence. */
function Mend({ asked, cohort, entry, at, back, returned }: OfEntry) {
  const { say, visitor } = asked
  const spoken = spokenOf(asked, cohort)
  const mine = returned.entry === entry.id
  const typed = mine ? (returned.typed ?? new Map<string, string>()) : new Map<string, string>()
  const said = mine ? (returned.faults ?? {}) : {}
  const faults = new Map(faultsByColumn(spoken, entry.faults, entry.source.cells))
  for (const [column, sentence] of Object.entries(said)) faults.set(column, sentence)
  return (
    <Form to={`${at}/mend${back}`} visitor={visitor} class="mend">
      {[...faults].map(([column, sentence]) => {
        const id = mine ? `field-${column}` : `mend-${entry.id}-${column}`
        return (
          <div class="field wrong">
            <label for={id}>{columnInWords(spoken, column)}</label>
            <p class="error" id={`${id}-error`}>
              {sentence}
            </p>
            <input
              id={id}
              name={column}
              value={typed.get(column) ?? entry.source.cells.get(column) ?? ''}
              maxlength={200}
              dir="auto"
              aria-describedby={`${id}-error`}
              aria-invalid="true"
            />
          </div>
        )
      })}
      <Button about={say('issue-row-number', { row: entry.source.row })}>
        {say('issue-save-row')}
      </Button>
    </Form>
  )
}

/** What stands there, and what the other list or the learner says. */
function Change({ asked, cohort, entry, at, back }: OfEntry) {
  const { say, visitor } = asked
  const spoken = spokenOf(asked, cohort)
  const { change, source } = entry
  if (change === undefined) return null
  const columns = [...new Set([...source.cells.keys(), ...change.source.cells.keys()])].filter(
    (column) => (source.cells.get(column) ?? '') !== (change.source.cells.get(column) ?? ''),
  )
  const faults = faultsByColumn(spoken, change.faults, change.source.cells)
  const about = say('issue-row-number', { row: source.row })
  return (
    <>
      <dl class="changes">
        {columns.map((column) => (
          <div>
            <dt>{columnInWords(spoken, column)}</dt>
            <dd>
              <del>
                <span class="unseen">{say('issue-change-from')} </span>
                <bdi>{source.cells.get(column) ?? '—'}</bdi>
              </del>{' '}
              <ins>
                <span class="unseen">{say('issue-change-to')} </span>
                <bdi>{change.source.cells.get(column) ?? '—'}</bdi>
              </ins>
            </dd>
          </div>
        ))}
      </dl>
      {[...faults.values()].map((sentence) => (
        <p class="error">{sentence}</p>
      ))}
      <div class="actions">
        {faults.size === 0 && entry.award === undefined ? (
          <Form to={`${at}/accept${back}`} visitor={visitor} class="line">
            <Button about={about}>{say('issue-accept-change')}</Button>
          </Form>
        ) : null}
        <Form to={`${at}/discard${back}`} visitor={visitor} class="line">
          <Button about={about}>{say('issue-discard-change')}</Button>
        </Form>
      </div>
    </>
  )
}
