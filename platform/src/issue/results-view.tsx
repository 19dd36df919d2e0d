// The results of a cohort before they are submitted: what to do next, how many of each kind, and the list with every
// fault beside its cell.

import { inLanguage } from 'tessera/credential/text'
import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, Caution, ErrorSummary, Field, Form, Link, Notice } from '../web/components.ts'
import { dateInWords, numberInWords } from '../web/in-words.ts'
import type { Cohort } from './cohorts.ts'
import type { CohortView, Returned } from './cohort-page.tsx'
import { atDesk, deskOf } from './desk-page.tsx'
import {
  type Counts,
  countResults,
  entriesOnAPage,
  isLook,
  type Look,
  lookAtResults,
  looks,
} from './look-at-results.ts'
import { NextStep } from './next-step.tsx'
import { ResultTable } from './result-table.tsx'

export async function resultsView(
  asked: Asked,
  cohort: Cohort,
  returned: Returned = {},
): Promise<CohortView> {
  const { c, house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const { row, design, ratifies } = cohort
  const wanted = c.req.query('show') ?? ''
  const find = (c.req.query('find') ?? '').trim().slice(0, 100)
  const { counts, seen, look } = await atDesk(asked, async (tx) => {
    const found = await countResults(tx, organisation, row.id)
    const kind = isLook(wanted) ? wanted : found.trouble > 0 ? 'trouble' : 'all'
    const looking = { organisation, cohort: row.id, design, look: kind, count: found[kind] }
    const page = Number.parseInt(c.req.query('page') ?? '1', 10)
    const answer = await lookAtResults(house, tx, {
      ...looking,
      page: Number.isSafeInteger(page) ? page : 1,
      ...(returned.entry === undefined ? {} : { only: returned.entry }),
      ...(find === '' ? {} : { find }),
    })
    return { counts: found, seen: answer, look: kind }
  })
  const open = ['collecting', 'names'].includes(row.state)
  const done = c.req.query('done') ?? ''
  return {
    content: (
      <>
        <ErrorSummary faults={returned.faults ?? {}} say={say} />
        {doneWords.has(done) ? (
          <Notice
            state="news"
            news
            title={say(`issue-done-${done}`, { count: numberOf(c.req.query('count')) })}
            say={say}
          />
        ) : null}
        {row.sent_back === null || row.state !== 'collecting' ? null : (
          <Notice state="news" title={say('issue-was-sent-back')} say={say}>
            <p>
              <bdi>{row.sent_back}</bdi>
            </p>
          </Notice>
        )}
        {row.state === 'names' && row.names_until !== null ? (
          <Notice
            state="news"
            title={say('issue-names-under-way', {
              confirmed: counts.confirmed,
              asked: counts.asked,
              until: dateInWords(language, row.names_until),
            })}
            say={say}
          />
        ) : null}
        {open ? <NextStep asked={asked} cohort={cohort} counts={counts} /> : null}
        {ratifies && design.ratification !== undefined && open && counts.unratified > 0 ? (
          <Caution>
            {say('issue-board-asks', { board: inLanguage(design.ratification.by, language).value })}
          </Caution>
        ) : null}
        <h2 id="list">{say('issue-list')}</h2>
        {counts.all > entriesOnAPage || find !== '' ? (
          <Form to={`/cohorts/${row.id}#list`} visitor={visitor} method="get" class="inline">
            <input type="hidden" name="show" value="all" />
            <Field
              name="find"
              label={say('issue-find-learner')}
              type="search"
              value={find}
              most={100}
              required
              say={say}
            />
            <Button>{say('issue-find-go')}</Button>
          </Form>
        ) : null}
        <Filters asked={asked} cohort={row.id} counts={counts} look={look} ratifies={ratifies} />
        <ResultTable
          asked={asked}
          cohort={cohort}
          entries={seen.entries}
          returned={returned}
          editable={open && may(visitor.roles, 'enter results')}
          back={`?show=${look}&page=${seen.page}`}
        />
        <Pages asked={asked} look={look} page={seen.page} pages={seen.pages} />
      </>
    ),
  }
}

const doneWords = new Set([
  'entered',
  'unchanged',
  'mended',
  'taken-over',
  'ratified',
  'left-out',
  'taken-in',
  'accepted',
  'discarded',
  'asked',
])

const numberOf = (text: string | undefined) => {
  const value = Number(text ?? '0')
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

interface FiltersProps {
  readonly asked: Asked
  readonly cohort: string
  readonly counts: Counts
  readonly look: Look
  readonly ratifies: boolean
}

/** How many of each kind; each a link. Kinds of which there is none are not offered. */
function Filters({ asked: { say, language }, cohort, counts, look, ratifies }: FiltersProps) {
  const shown = looks.filter(
    (one) =>
      one === 'all' || one === look || (counts[one] > 0 && (one !== 'unratified' || ratifies)),
  )
  return (
    <nav class="filters" aria-label={say('issue-filters')}>
      <ul>
        {shown.map((one) => (
          <li>
            <a
              href={`/cohorts/${cohort}?show=${one}#list`}
              aria-current={one === look ? 'true' : undefined}
            >
              {say(`issue-look-${one}`)} <strong>{numberInWords(language, counts[one])}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface PagesProps {
  readonly asked: Asked
  readonly look: Look
  readonly page: number
  readonly pages: number
}

function Pages({ asked: { say, language }, look, page, pages }: PagesProps) {
  if (pages < 2) return null
  const to = (number: number) => `?show=${look}&page=${number}#list`
  return (
    <nav class="pages" aria-label={say('issue-pages')}>
      {page > 2 ? <Link to={to(1)}>{say('issue-page-first')}</Link> : null}
      {page > 1 ? <Link to={to(page - 1)}>{say('issue-page-before')}</Link> : null}
      <span>
        {say('issue-page-of', {
          page: numberInWords(language, page),
          pages: numberInWords(language, pages),
        })}
      </span>
      {page < pages ? <Link to={to(page + 1)}>{say('issue-page-next')}</Link> : null}
      {page < pages - 1 ? <Link to={to(pages)}>{say('issue-page-last')}</Link> : null}
    </nav>
  )
}
