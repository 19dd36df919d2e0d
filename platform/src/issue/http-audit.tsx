// The audit for those who look whether all was right: every deed, whether the chain is whole, and a copy to take away.

import { csvCell } from 'tessera/read/csv'
import { verifyAudit } from '../store/audit.ts'
import type { Asked, Route } from '../server/route.ts'
import { Button, Field, Form, Link, Notice, Table } from '../web/components.ts'
import { timeInWords } from '../web/in-words.ts'
import { atDesk, deskOf, showDesk } from './desk-page.tsx'
import { actorInWords, deedInWords, type HistoryLine, withNames } from './history.tsx'

const onAPage = 100

interface Wanted {
  readonly before: number | undefined
  readonly subject: string
}

function wantedIn({ c }: Asked): Wanted {
  const before = Number.parseInt(c.req.query('before') ?? '', 10)
  return {
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    subject: (c.req.query('about') ?? '').trim().slice(0, 100),
  }
}

async function auditPage(asked: Asked): Promise<Response> {
  const { say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const { before, subject } = wantedIn(asked)
  const checked = asked.c.req.query('check') === 'yes'
  const { lines, verdict } = await atDesk(asked, async (tx) => {
    let query = tx
      .selectFrom('audit')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .orderBy('sequence', 'desc')
      .limit(onAPage)
    if (before !== undefined) query = query.where('sequence', '<', String(before))
    if (subject !== '') query = query.where('subject', '=', subject)
    const rows = await query.execute()
    return {
      lines: await withNames(tx, rows),
      verdict: checked ? await verifyAudit(tx, organisation) : undefined,
    }
  })
  const last = lines.at(-1)
  return showDesk(
    asked,
    { title: say('issue-audit') },
    <>
      <h1>{say('issue-audit')}</h1>
      <p class="lead">{say('issue-audit-what')}</p>
      {verdict === undefined ? null : verdict.whole ? (
        <Notice
          state="valid"
          word={say('issue-audit-whole')}
          title={say('issue-audit-whole-what', { count: verdict.head.sequence })}
          say={say}
        >
          <p>
            {say('issue-audit-head')} <code class="wraps">{verdict.head.hash}</code>
          </p>
        </Notice>
      ) : (
        <Notice
          state="invalid"
          word={say('issue-audit-broken')}
          title={say('issue-audit-broken-what', { line: verdict.brokenAt })}
          say={say}
        />
      )}
      <Form to="/audit" visitor={visitor} method="get">
        <Field
          name="about"
          label={say('issue-audit-about')}
          hint={say('issue-audit-about-hint')}
          value={subject}
          most={100}
          say={say}
        />
        <Button>{say('issue-find-go')}</Button>
      </Form>
      <p class="actions">
        <Link to="/audit?check=yes" class="button">
          {say('issue-audit-check')}
        </Link>
        <Link to="/audit.csv" class="button" download="audit.csv">
          {say('issue-audit-file')}
        </Link>
      </p>
      <Table
        caption={say('issue-audit')}
        captionUnseen
        empty={say('issue-audit-none')}
        rows={lines}
        columns={[
          { head: say('issue-audit-line'), number: true, cell: ({ sequence }) => sequence },
          { head: say('issue-when'), cell: ({ at }) => timeInWords(language, at) },
          { head: say('issue-who'), cell: (line) => <bdi>{actorInWords(asked, line)}</bdi> },
          {
            head: say('issue-deed'),
            names: true,
            cell: ({ action }) => deedInWords(asked, action),
          },
          { head: say('issue-audit-about'), cell: (line) => <Subject line={line} /> },
          { head: say('issue-audit-details'), cell: (line) => detailsInWords(line) },
        ]}
      />
      {last !== undefined && lines.length === onAPage ? (
        <nav class="pages" aria-label={say('issue-pages')}>
          <Link
            to={`?${new URLSearchParams({ before: last.sequence, ...(subject === '' ? {} : { about: subject }) })}`}
          >
            {say('issue-page-next')}
          </Link>
        </nav>
      ) : null}
    </>,
  )
}

/** What it was about, where it has a page. */
function Subject({ line: { subject } }: { line: HistoryLine }) {
  const [kind, id = ''] = subject.split(':')
  const short = <code>{id.slice(0, 8)}</code>
  if (kind === 'award') return <Link to={`/awards/${id}`}>{short}</Link>
  if (kind === 'cohort') return <Link to={`/cohorts/${id}`}>{short}</Link>
  return (
    <>
      {kind} {short}
    </>
  )
}

function detailsInWords({ details }: HistoryLine): string {
  if (typeof details !== 'object' || details === null) return ''
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ')
}

const inOneFile = 100_000

async function auditFile(asked: Asked): Promise<Response> {
  const { organisation } = deskOf(asked)
  const rows = await atDesk(asked, (tx) =>
    tx
      .selectFrom('audit')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .orderBy('sequence', 'desc')
      .limit(inOneFile)
      .execute(),
  )
  const head = ['line', 'at', 'actor', 'action', 'subject', 'details', 'hash']
  const lines = rows.map((row) => [
    row.sequence,
    row.at.toISOString(),
    row.actor,
    row.action,
    row.subject,
    JSON.stringify(row.details),
    Buffer.from(row.hash).toString('base64url'),
  ])
  const text = [head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')
  return asked.c.body(`\ufeff${text}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="audit.csv"',
  })
}

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', needs: 'see the audit', handle: auditPage },
  { method: 'GET', path: '/audit.csv', needs: 'see the audit', handle: auditFile },
]
