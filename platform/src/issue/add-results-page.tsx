// Four ways for results to come in: a file, cells pasted, one learner by form, or another program. A list that could
// not be read comes back as text, so that it can be mended where it is.

import type { Design } from 'tessera/credential/design'
import { cohortColumns, cohortColumnsOf } from 'tessera/issue/cohort'
import type { Asked } from '../server/route.ts'
import { Button, Caution, ErrorSummary, Field, type Faults, Form, Link } from '../web/components.ts'
import { cohortFrame } from './cohort-page.tsx'
import type { Cohort } from './cohorts.ts'
import { columnInWords } from './faults-in-words.ts'
import type { UnknownColumn } from './read-list.ts'

export interface Added {
  /** What was pasted, or the file as text. */
  readonly text?: string
  readonly unknown?: readonly UnknownColumn[]
  /** The cells of the form for one learner. */
  readonly one?: ReadonlyMap<string, string>
}

export function addPage(
  asked: Asked,
  cohort: Cohort,
  added: Added = {},
  faults: Faults = {},
): Promise<Response> {
  const { say, visitor } = asked
  const { row, design } = cohort
  const at = `/cohorts/${row.id}`
  const { text = '', unknown = [], one } = added
  return cohortFrame(
    asked,
    cohort,
    <>
      <h2>{say('issue-add-results')}</h2>
      <ErrorSummary faults={faults} say={say} />
      {unknown.length === 0 ? null : (
        <Caution>
          {say('issue-columns-unknown-which')}{' '}
          {unknown
            .slice(0, 20)
            .map(({ column, letter, suggestion }) =>
              suggestion === undefined
                ? say('issue-column-unknown', { column, letter })
                : say('issue-column-perhaps', { column, letter, suggestion }),
            )
            .join(' ')}
        </Caution>
      )}
      <section aria-labelledby="by-list">
        <h3 id="by-list">{say('issue-by-list')}</h3>
        <p>
          {say('issue-by-list-what')}{' '}
          <Link to={`${at}/template.csv`} download="learners.csv">
            {say('issue-template')}
          </Link>
        </p>
        <Form to={`${at}/list`} visitor={visitor} files>
          <Field
            name="file"
            label={say('issue-file')}
            hint={say('issue-file-hint')}
            type="file"
            accept=".csv,.xlsx,.tsv,.txt,text/csv"
            error={faults['file']}
            required={text === ''}
            say={say}
          />
          <Field
            name="text"
            label={say('issue-paste')}
            hint={say('issue-paste-hint')}
            type="textarea"
            rows={text === '' ? 5 : 14}
            value={text}
            error={faults['text']}
            say={say}
          />
          {unknown.length === 0 ? null : (
            <Field
              name="leave-out"
              label={say('issue-leave-columns-out')}
              type="checkbox"
              say={say}
            />
          )}
          <Button kind="first">{say('issue-read-list')}</Button>
        </Form>
        <details>
          <summary>{say('issue-columns')}</summary>
          <ul>
            {cohortColumnsOf(design).map((column) => (
              <li>
                <code>{column}</code>{' '}
                {columnInWords({ say, language: asked.language, design }, column)}
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section aria-labelledby="by-form">
        <h3 id="by-form">{say('issue-by-form')}</h3>
        <Form to={`${at}/one`} visitor={visitor}>
          <CellFields asked={asked} design={design} cells={one} faults={faults} />
          <Button>{say('issue-add-learner')}</Button>
        </Form>
      </section>
      <section aria-labelledby="by-program">
        <h3 id="by-program">{say('issue-by-program')}</h3>
        <p>{say('issue-by-program-what')}</p>
        <p>
          <code class="wraps">{`POST /api/v1/cohorts/${row.id}/results`}</code>
        </p>
      </section>
    </>,
    { status: Object.keys(faults).length === 0 ? 200 : 422 },
  )
}

interface CellFieldsProps {
  readonly asked: Asked
  readonly design: Design
  readonly cells: ReadonlyMap<string, string> | undefined
  readonly faults: Faults
}

/** A field for every column of the cohort. */
export function CellFields({ asked, design, cells, faults }: CellFieldsProps) {
  const { say, language } = asked
  const spoken = { say, language, design }
  return (
    <div class="cells">
      {cohortColumns.map(({ name }) => (
        <Field
          name={name}
          label={columnInWords(spoken, name)}
          hint={hints.has(name) ? say(`issue-hint-${name.replaceAll('_', '-')}`) : undefined}
          value={cells?.get(name)}
          error={faults[name]}
          most={200}
          dir="auto"
          autocomplete="off"
          required={name === 'given_name' || name === 'family_name'}
          {...typeOf(name, say)}
          say={say}
        />
      ))}
      {design.assessments.map(({ id }) => (
        <Field
          name={`grade_${id}`}
          label={columnInWords(spoken, `grade_${id}`)}
          value={cells?.get(`grade_${id}`)}
          error={faults[`grade_${id}`]}
          most={200}
          autocomplete="off"
          say={say}
        />
      ))}
    </div>
  )
}

const hints = new Set([
  'full_name',
  'date_of_birth',
  'identifier',
  'awarded_on',
  'language',
  'email',
])

function typeOf(name: string, say: Asked['say']) {
  if (name !== 'identity') return {}
  return {
    type: 'select' as const,
    options: ['', 'checked', 'vouched', 'self-asserted'].map((value) => ({
      value,
      label: value === '' ? '—' : say(`issue-identity-${value}`),
    })),
  }
}
