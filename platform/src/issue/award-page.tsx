// An award as the desk sees it: whose it is, how it stands and why, its files and letters, and what can be done.

import { nameOf } from 'tessera/credential/award'
import { fileName } from '../hold/file-name.ts'
import type { Ticket } from '../hold/tickets.ts'
import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import {
  Button,
  ErrorSummary,
  Facts,
  Field,
  type Faults,
  FileList,
  Form,
  Link,
  Notice,
  Table,
} from '../web/components.ts'
import { dateInWords, timeInWords } from '../web/in-words.ts'
import type { AwardAtDesk } from './awards.ts'
import { showDesk } from './desk-page.tsx'
import { type HistoryLine, HistoryTable } from './history.tsx'
import { designTitle } from './issuer-of.ts'
import { TicketCard } from './ticket-card.tsx'

export interface AwardPage {
  readonly found: AwardAtDesk
  readonly tickets: readonly Ticket[]
  readonly history: readonly HistoryLine[]
  readonly faults?: Faults
  readonly typed?: string
  /** A new code on paper, which is seen this once. */
  readonly slip?: string
}

export function awardPage(asked: Asked, page: AwardPage): Promise<Response> {
  const { say, language, visitor } = asked
  const { found, tickets, history, faults = {}, slip } = page
  const { award, fate, id } = found
  const name = award === undefined ? say('issue-erased') : nameOf(award.learner)
  const title = award === undefined ? '' : designTitle(award.design, language)
  const final = fate.status === 'revoked'
  return showDesk(
    asked,
    {
      title: name,
      width: 'reading',
      status: Object.keys(faults).length === 0 ? 200 : 422,
    },
    <>
      <p class="above">
        <Link to="/awards">{say('issue-awards')}</Link>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p class="lead">{title}</p>
      <ErrorSummary faults={faults} say={say} />
      {slip === undefined ? null : (
        <Notice state="news" news title={say('issue-slip-made')} say={say}>
          <p>
            {`${asked.house.config.address}/claim`} <code>{slip}</code>
          </p>
        </Notice>
      )}
      <Standing asked={asked} found={found} />
      <Facts
        of={[
          [say('issue-issued'), timeInWords(language, found.issuedAt)],
          [say('issue-column-grade'), award?.grade],
          [say('issue-column-awarded-on'), award?.awardedOn],
          [
            say('issue-column-identifier'),
            award?.learner.identifiers[0] === undefined ? undefined : (
              <bdi>{award.learner.identifiers[0].value}</bdi>
            ),
          ],
          [
            say('issue-cohort'),
            found.cohort === undefined ? undefined : (
              <Link to={`/cohorts/${found.cohort}`}>{say('issue-see-cohort')}</Link>
            ),
          ],
          [
            say('issue-claim'),
            found.claim?.claimed instanceof Date
              ? say('issue-claimed-on', { date: dateInWords(language, found.claim.claimed) })
              : found.claim?.opened instanceof Date
                ? say('issue-opened-on', { date: dateInWords(language, found.claim.opened) })
                : say('issue-not-opened'),
          ],
          [say('issue-award-number'), <code class="wraps">{`urn:uuid:${id}`}</code>],
        ]}
      />
      {award === undefined ? <p>{say('issue-erased-what')}</p> : null}
      {final || award === undefined ? null : (
        <div class="actions">
          {may(visitor.roles, 'correct an award') ? (
            <Link to={`/awards/${id}/correct`} class="button first">
              {say('issue-correct')}
            </Link>
          ) : null}
          {may(visitor.roles, 'withdraw an award') ? (
            <Link to={`/awards/${id}/decide`} class="button">
              {say('issue-decide')}
            </Link>
          ) : null}
        </div>
      )}
      {tickets.length === 0 ? null : (
        <>
          <h2>{say('issue-tickets')}</h2>
          {tickets.map((ticket) => (
            <TicketCard asked={asked} ticket={ticket} />
          ))}
        </>
      )}
      {award === undefined ? null : (
        <>
          <h2>{say('issue-formats')}</h2>
          <FileList
            files={found.files.map(({ format, extension, bytes }) => ({
              title: `${say(`issue-format-${format}`)}`,
              use: say(`issue-format-${format}-use`),
              to: `/awards/${id}/files/${format}.${extension}`,
              name: fileName(award, language, extension),
              bytes,
            }))}
            language={language}
            say={say}
          />
        </>
      )}
      <Letters asked={asked} page={page} />
      <HistoryTable asked={asked} history={history} />
    </>,
  )
}

function Standing({ asked, found }: { asked: Asked; found: AwardAtDesk }) {
  const { say, language } = asked
  const { fate, decisions } = found
  const [last] = decisions
  const state =
    fate.status === 'valid' ? 'valid' : fate.status === 'suspended' ? 'unknown' : 'invalid'
  return (
    <Notice
      state={state}
      word={say(`issue-standing-${fate.status}`)}
      title={last === undefined ? say('issue-in-force') : say(`issue-decided-${last.kind}`)}
      say={say}
    >
      {decisions.map(({ kind, reason, at, by }) => (
        <p>
          {say(`issue-decided-${kind}`)} · {timeInWords(language, at)} · <bdi>{by ?? ''}</bdi>
          <br />
          <bdi>{reason}</bdi>
        </p>
      ))}
      {fate.supersededBy === undefined ? null : (
        <p>
          <Link to={`/awards/${fate.supersededBy}`}>{say('issue-superseded-by')}</Link>
        </p>
      )}
      {fate.supersedes === undefined ? null : (
        <p>
          <Link to={`/awards/${fate.supersedes}`}>{say('issue-supersedes')}</Link>
        </p>
      )}
    </Notice>
  )
}

/** What was written to the learner, and ways to reach them again. */
function Letters({ asked, page }: { asked: Asked; page: AwardPage }) {
  const { say, language, visitor } = asked
  const { found, faults = {}, typed } = page
  return (
    <>
      <h2>{say('issue-letters')}</h2>
      <Table
        caption={say('issue-letters')}
        captionUnseen
        empty={say('issue-letter-none')}
        rows={found.letters}
        columns={[
          {
            head: say('issue-letter'),
            names: true,
            cell: ({ kind }) => say(`issue-letter-kind-${kind}`),
          },
          { head: say('issue-state'), cell: ({ state }) => say(`issue-letter-${state}`) },
          { head: say('issue-when'), cell: ({ at }) => timeInWords(language, at) },
        ]}
      />
      {found.award !== undefined && may(visitor.roles, 'answer learners') ? (
        <details open={faults['address'] !== undefined}>
          <summary>{say('issue-reach-again')}</summary>
          <Form to={`/awards/${found.id}/letter`} visitor={visitor}>
            <Field
              name="address"
              label={say('issue-right-address')}
              hint={say('issue-right-address-hint')}
              type="email"
              value={typed}
              error={faults['address']}
              required
              most={254}
              say={say}
            />
            <Button>{say('issue-send-letter')}</Button>
          </Form>
          <Form to={`/awards/${found.id}/slip`} visitor={visitor}>
            <Button>{say('issue-make-slip')}</Button>
          </Form>
        </details>
      ) : null}
    </>
  )
}
