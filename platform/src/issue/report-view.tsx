// A cohort that is sealed: who has got their letter, who has opened and claimed, who waits to be reminded.

import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, Facts, Form, Link, Notice, Table, Tag } from '../web/components.ts'
import { dateInWords, numberInWords, timeInWords } from '../web/in-words.ts'
import {
  type AwardInReport,
  awardsOfCohort,
  type ReportLook,
  reportLooks,
} from './awards-of-cohort.ts'
import type { CohortView, Returned } from './cohort-page.tsx'
import { cohortReport } from './cohort-report.ts'
import type { Cohort } from './cohorts.ts'
import { atDesk, deskOf } from './desk-page.tsx'
import { countResults } from './look-at-results.ts'

const onAPage = 50

export async function reportView(
  asked: Asked,
  { row }: Cohort,
  _returned: Returned = {},
): Promise<CohortView> {
  const { c, house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const wanted = c.req.query('list') ?? ''
  const look = reportLooks.find((one) => one === wanted) ?? 'everybody'
  const asks = Number.parseInt(c.req.query('page') ?? '1', 10)
  const page = Number.isSafeInteger(asks) && asks > 0 && asks < 10_000 ? asks : 1
  const { report, awards, counts } = await atDesk(asked, async (tx) => ({
    report: await cohortReport(tx, organisation, row.id),
    counts: await countResults(tx, organisation, row.id),
    awards: await awardsOfCohort(house, tx, organisation, row.id, {
      look,
      from: (page - 1) * onAPage,
      // One more tells whether there is a next page.
      most: onAPage + 1,
    }),
  }))
  const at = `/cohorts/${row.id}`
  const seals = may(visitor.roles, 'seal a cohort')
  const reminded = c.req.query('reminded')
  const refused = counts.trouble
  return {
    content: (
      <>
        <Notice
          state={row.state === 'done' ? 'valid' : 'unknown'}
          word={say(`issue-state-${row.state}`)}
          title={say('issue-report-title', { count: report.awards })}
          news={false}
          say={say}
        >
          {row.finished_at === null ? null : <p>{timeInWords(language, row.finished_at)}</p>}
          {refused > 0 ? (
            <p>
              <Link to={`${at}?show=trouble#list`}>{say('issue-refused', { count: refused })}</Link>
            </p>
          ) : null}
        </Notice>
        {reminded === undefined ? null : (
          <Notice
            state="news"
            news
            title={say('issue-reminded-count', { count: Number(reminded) || 0 })}
            say={say}
          />
        )}
        <h2>{say('issue-letters')}</h2>
        <Facts
          of={[
            [say('issue-letters-sent'), numberInWords(language, report.letters.sent)],
            [say('issue-letters-waiting'), shown(language, report.letters.waiting)],
            [
              say('issue-letters-bounced'),
              report.letters.bounced + report.letters.failed > 0 ? (
                <Link to={`${at}?list=bounced#awards`}>
                  {numberInWords(language, report.letters.bounced + report.letters.failed)}
                </Link>
              ) : undefined,
            ],
            [
              say('issue-slips'),
              report.slips > 0 ? (
                <Link to={`${at}/slips`}>{numberInWords(language, report.slips)}</Link>
              ) : undefined,
            ],
            [say('issue-opened-count'), numberInWords(language, report.opened)],
            [say('issue-claimed-count'), numberInWords(language, report.claimed)],
            [say('issue-unclaimed-count'), numberInWords(language, report.unclaimed)],
            [say('issue-reminded'), shown(language, report.reminded)],
          ]}
        />
        <div class="actions">
          {seals && report.unclaimed > 0 ? (
            <Form to={`${at}/remind`} visitor={visitor}>
              <Button kind="first">{say('issue-remind', { count: report.unclaimed })}</Button>
            </Form>
          ) : null}
          <Link to={`${at}/report.csv`} class="button" download="report.csv">
            {say('issue-report-file')}
          </Link>
        </div>
        {seals && report.unclaimed > 0 ? <p class="hint">{say('issue-remind-hint')}</p> : null}
        <h2 id="awards">{say('issue-awards')}</h2>
        <Looks asked={asked} cohort={row.id} look={look} />
        <Awards asked={asked} awards={awards.slice(0, onAPage)} />
        {page > 1 || awards.length > onAPage ? (
          <nav class="pages" aria-label={say('issue-pages')}>
            {page > 1 ? (
              <Link to={`?list=${look}&page=${page - 1}#awards`}>{say('issue-page-before')}</Link>
            ) : null}
            <span>{numberInWords(language, page)}</span>
            {awards.length > onAPage ? (
              <Link to={`?list=${look}&page=${page + 1}#awards`}>{say('issue-page-next')}</Link>
            ) : null}
          </nav>
        ) : null}
      </>
    ),
  }
}

const shown = (language: string, count: number) =>
  count > 0 ? numberInWords(language, count) : undefined

interface LooksProps {
  readonly asked: Asked
  readonly cohort: string
  readonly look: ReportLook
}

function Looks({ asked: { say }, cohort, look }: LooksProps) {
  return (
    <nav class="filters" aria-label={say('issue-filters')}>
      <ul>
        {reportLooks.map((one) => (
          <li>
            <a
              href={`/cohorts/${cohort}?list=${one}#awards`}
              aria-current={one === look ? 'true' : undefined}
            >
              {say(`issue-report-look-${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Awards({ asked, awards }: { asked: Asked; awards: readonly AwardInReport[] }) {
  const { say, language } = asked
  const day = (date: Date | null) => (date === null ? '—' : dateInWords(language, date))
  return (
    <Table
      caption={say('issue-awards')}
      captionUnseen
      empty={say('issue-awards-none')}
      rows={awards}
      columns={[
        {
          head: say('issue-learner'),
          names: true,
          cell: (one) => (
            <Link to={`/awards/${one.id}`}>
              <bdi>{one.name ?? say('issue-erased')}</bdi>
            </Link>
          ),
        },
        { head: say('issue-column-identifier'), cell: (one) => <bdi>{one.identifier ?? '—'}</bdi> },
        { head: say('issue-letter'), cell: (one) => say(`issue-letter-${one.delivery}`) },
        { head: say('issue-opened'), cell: (one) => day(one.openedAt) },
        { head: say('issue-claimed'), cell: (one) => day(one.claimedAt) },
        {
          head: say('issue-status'),
          cell: (one) => (
            <Tag state={one.standing === 'valid' ? 'valid' : 'invalid'}>
              {say(`issue-standing-${one.standing}`)}
            </Tag>
          ),
        },
      ]}
    />
  )
}
