// The cohorts of an organisation: which there are, what each waits for, and a new one.

import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { may } from '../people/permissions.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  type Faults,
  Form,
  Link,
  Table,
  Tag,
} from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import {
  cohortFormats,
  type DesignOffered,
  listCohorts,
  listDesigns,
  openCohort,
} from './cohorts.ts'
import { atDesk, deskOf, fieldsOf, idIn, notHere, showDesk } from './desk-page.tsx'
import { cohortPage } from './cohort-page.tsx'
import { cohortTemplateFile } from './cohort-template.ts'

async function listPage(asked: Asked): Promise<Response> {
  const { say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const cohorts = await atDesk(asked, (tx) => listCohorts(tx, organisation, language))
  const prepares = may(visitor.roles, 'prepare a cohort')
  return showDesk(
    asked,
    { title: say('issue-cohorts') },
    <>
      <h1>{say('issue-cohorts')}</h1>
      <p class="lead">{say('issue-cohorts-what')}</p>
      {prepares ? (
        <p class="actions">
          <Link to="/cohorts/new" class="button first">
            {say('issue-new-cohort')}
          </Link>
        </p>
      ) : null}
      <Table
        caption={say('issue-cohorts')}
        captionUnseen
        empty={say('issue-cohorts-none')}
        rows={cohorts}
        columns={[
          {
            head: say('issue-name'),
            names: true,
            cell: (one) => (
              <Link to={`/cohorts/${one.id}`}>
                <bdi>{one.name}</bdi>
              </Link>
            ),
          },
          { head: say('issue-design'), cell: (one) => `${one.title} (${one.version})` },
          {
            head: say('issue-state'),
            cell: (one) => (
              <Tag state={one.state === 'done' ? 'valid' : 'news'}>
                {say(`issue-state-${one.state}`)}
              </Tag>
            ),
          },
          { head: say('issue-learners'), number: true, cell: (one) => one.results },
          { head: say('issue-awarded'), number: true, cell: (one) => one.awarded },
          { head: say('issue-opened'), cell: (one) => dateInWords(language, one.openedAt) },
        ]}
      />
    </>,
  )
}

interface Typed {
  readonly design: string
  readonly name: string
  readonly formats: readonly string[]
}

const untouched: Typed = { design: '', name: '', formats: cohortFormats }

/** Design and version in one choice; an address holds no line break. */
const choiceOf = ({ id, version }: Pick<DesignOffered, 'id' | 'version'>) => `${version} ${id}`

async function newPage(asked: Asked, typed = untouched, faults: Faults = {}): Promise<Response> {
  const { say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const designs = await atDesk(asked, (tx) => listDesigns(tx, organisation, language))
  return showDesk(
    asked,
    {
      title: say('issue-new-cohort'),
      width: 'reading',
      status: Object.keys(faults).length === 0 ? 200 : 422,
    },
    <>
      <h1>{say('issue-new-cohort')}</h1>
      <ErrorSummary faults={faults} say={say} />
      {designs.length === 0 ? (
        <p>{say('issue-no-design')}</p>
      ) : (
        <Form to="/cohorts/new" visitor={visitor}>
          <Choices
            name="design"
            legend={say('issue-which-design')}
            hint={say('issue-which-design-hint')}
            error={faults['design']}
            value={designs.length === 1 && designs[0] ? choiceOf(designs[0]) : typed.design}
            options={designs.map((one) => ({
              value: choiceOf(one),
              label: `${one.title} (${one.version})`,
            }))}
            say={say}
          />
          <Field
            name="name"
            label={say('issue-cohort-name')}
            hint={say('issue-cohort-name-hint')}
            value={typed.name}
            error={faults['name']}
            required
            most={200}
            dir="auto"
            say={say}
          />
          <fieldset class="field">
            <legend>{say('issue-which-formats')}</legend>
            <p class="hint">{say('issue-which-formats-hint')}</p>
            {faults['format-edc'] === undefined ? null : (
              <p class="error">{faults['format-edc']}</p>
            )}
            {cohortFormats.map((format) => (
              <Field
                name={`format-${format}`}
                label={say(`issue-format-${format}`)}
                hint={say(`issue-format-${format}-use`)}
                type="checkbox"
                checked={typed.formats.includes(format)}
                say={say}
              />
            ))}
          </fieldset>
          <Button kind="first">{say('issue-open-cohort')}</Button>
        </Form>
      )}
    </>,
  )
}

async function open(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const field = await fieldsOf(asked)
  const typed: Typed = {
    design: field('design'),
    name: field('name'),
    formats: cohortFormats.filter((format) => field(`format-${format}`) === 'yes'),
  }
  const [, version = '', design = ''] = /^(\S+) (.+)$/.exec(typed.design) ?? []
  const faults: Faults = {
    ...(design === '' ? { design: say('issue-design-missing') } : {}),
    ...(typed.name === '' || typed.name.length > 200 || /\p{Cc}/u.test(typed.name)
      ? { name: say('issue-cohort-name-missing') }
      : {}),
    ...(typed.formats.length === 0 ? { 'format-edc': say('issue-format-missing') } : {}),
  }
  if (Object.keys(faults).length > 0) return newPage(asked, typed, faults)
  const id = await atDesk(asked, (tx) =>
    openCohort(tx, house, deskOf(asked), {
      design,
      version,
      name: typed.name,
      formats: typed.formats,
    }),
  )
  if (id === undefined) return newPage(asked, typed, { design: say('issue-design-missing') })
  return c.redirect(`/cohorts/${id}`, 303)
}

export const cohortRoutes: readonly Route[] = [
  { method: 'GET', path: '/cohorts', needs: 'see cohorts', handle: listPage },
  {
    method: 'GET',
    path: '/cohorts/new',
    needs: 'prepare a cohort',
    handle: (asked) => newPage(asked),
  },
  { method: 'POST', path: '/cohorts/new', needs: 'prepare a cohort', handle: open },
  {
    method: 'GET',
    path: '/cohorts/:cohort',
    needs: 'see cohorts',
    handle: (asked) => {
      const id = idIn(asked.c, 'cohort')
      return id === undefined ? notHere(asked) : cohortPage(asked, id)
    },
  },
  {
    method: 'GET',
    path: '/cohorts/:cohort/template.csv',
    needs: 'enter results',
    handle: async (asked) => {
      const id = idIn(asked.c, 'cohort')
      const file = id === undefined ? undefined : await cohortTemplateFile(asked, id)
      if (file === undefined) return problem(asked.c, 404, asked)
      return asked.c.body(file, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="learners.csv"',
      })
    },
  },
]
