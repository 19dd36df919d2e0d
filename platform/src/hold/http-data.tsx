// My data: what is kept and why, to take away, to have corrected, what was shown to whom, who did what; and erasure,
// with a look at what goes and what stays before anything is done.

import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { isFresh } from '../server/session.ts'
import { isOpen, type SharedLink } from '../share/links.ts'
import {
  Button,
  Caution,
  ErrorSummary,
  Facts,
  Field,
  type Faults,
  Form,
  Notice,
  show,
  Table,
} from '../web/components.ts'
import { dateInWords, numberInWords, timeInWords } from '../web/in-words.ts'
import type { Holder } from './access.ts'
import { issuerName } from './award-page.tsx'
import { claimState, trySecondFact } from './claim-award.ts'
import { eraseLearner } from './erase.ts'
import { attachment } from './file-name.ts'
import type { HeldAward } from './held-award.ts'
import { asDay } from './http-claim.tsx'
import { forHolder } from './http-mine.tsx'
import { keepsOf, keepUntil } from './kept-record.ts'
import { awardsOfLearner, type LearnerRecord, recordOf } from './learner-record.ts'
import { exportEverything } from './my-data.ts'
import { inLanguage } from 'tessera/credential/text'

const read = ({ house }: Asked, held: HeldAward): Promise<LearnerRecord> =>
  house.store.asOrganisation(held.organisation, (tx) => recordOf(house, tx, held))

const titleOf = ({ say, language }: Asked, { award }: { award: HeldAward['award'] }): string =>
  award.design.title === undefined
    ? say('hold-untitled')
    : inLanguage(award.design.title, language).value

async function dataPage(asked: Asked, held: HeldAward): Promise<Response> {
  const { say, language } = asked
  const record = await read(asked, held)
  const here = `/mine/${held.id}`
  const count = (value: number) => numberInWords(language, value)
  const sum = (of: (award: LearnerRecord['awards'][number]) => number) =>
    record.awards.reduce((total, award) => total + of(award), 0)
  const kinds = [
    ['awards', record.awards.length],
    ['files', sum(({ files }) => files)],
    ['results', record.results.length],
    ['letters', record.letters.length],
    ['links', sum(({ links }) => links.length)],
    ['tickets', sum(({ tickets }) => tickets.length)],
    ['log', record.log.length],
  ] as const
  return show(
    asked,
    { title: say('hold-data'), organisation: issuerName(held, language), personal: true },
    <>
      <h1>{say('hold-data')}</h1>
      <p class="lead">{say('hold-data-lead', { organisation: issuerName(held, language) })}</p>
      <section>
        <h2>{say('hold-kept')}</h2>
        <Table
          caption={say('hold-kept')}
          captionUnseen
          empty="—"
          rows={kinds.filter(([, number]) => number > 0)}
          columns={[
            {
              head: say('hold-kept-what'),
              cell: ([kind]) => say(`hold-kept-${kind}`),
              names: true,
            },
            { head: say('hold-kept-count'), cell: ([, number]) => count(number), number: true },
            { head: say('hold-kept-why'), cell: ([kind]) => say(`hold-kept-${kind}-why`) },
          ]}
        />
        <p>
          <a href={`/privacy/${encodeURIComponent(held.organisation)}`}>
            {say('hold-kept-notice')}
          </a>
        </p>
      </section>
      <section aria-labelledby="take">
        <h2 id="take">{say('hold-export')}</h2>
        <p>{say('hold-export-text')}</p>
        <p class="actions">
          <a class="button first" href={`${here}/data/everything.zip`}>
            {say('hold-export-go')}
          </a>
        </p>
      </section>
      <section aria-labelledby="correct">
        <h2 id="correct">{say('hold-correct')}</h2>
        <p>{say('hold-correct-text')}</p>
        <p class="actions">
          <a class="button" href={`${here}/tickets?about=data`}>
            {say('hold-correct-go')}
          </a>
        </p>
      </section>
      <Shown asked={asked} record={record} />
      <Log asked={asked} record={record} />
      <section aria-labelledby="erase">
        <h2 id="erase">{say('hold-erase')}</h2>
        <p>{say('hold-erase-text')}</p>
        <p class="actions">
          <a class="button" href={`${here}/erase`}>
            {say('hold-erase-look')}
          </a>
        </p>
      </section>
      <p>
        <a href={here}>{say('common-back')}</a>
      </p>
    </>,
  )
}

function Shown({ asked, record }: { asked: Asked; record: LearnerRecord }) {
  const { say, language, house } = asked
  const now = house.clock.now()
  const rows = record.awards.flatMap((one) =>
    one.links.map((link) => ({ link, title: titleOf(asked, one) })),
  )
  const until = (link: SharedLink) =>
    isOpen(link, now)
      ? say('hold-shown-works')
      : dateInWords(language, link.closedAt ?? link.expiresAt ?? now)
  return (
    <section>
      <h2>{say('hold-shown')}</h2>
      <p>{say('hold-shown-text')}</p>
      <Table
        caption={say('hold-shown')}
        captionUnseen
        empty={say('hold-shown-none')}
        rows={rows}
        columns={[
          {
            head: say('hold-shown-link'),
            cell: ({ link, title }) => <bdi>{link.label === '' ? title : link.label}</bdi>,
            names: true,
          },
          {
            head: say('hold-shown-what'),
            cell: ({ link }) => say(`share-preset-${link.preset}`),
          },
          {
            head: say('hold-shown-from'),
            cell: ({ link }) => dateInWords(language, link.createdAt),
          },
          { head: say('hold-shown-until'), cell: ({ link }) => until(link) },
          {
            head: say('hold-shown-count'),
            cell: ({ link }) =>
              numberInWords(
                language,
                link.seen.reduce((all, { count }) => all + count, 0),
              ),
            number: true,
          },
        ]}
      />
    </section>
  )
}

function Log({ asked, record }: { asked: Asked; record: LearnerRecord }) {
  const { say, language } = asked
  return (
    <details>
      <summary>{say('hold-log')}</summary>
      <div>
        <p>{say('hold-log-text')}</p>
        <Table
          caption={say('hold-log')}
          captionUnseen
          empty="—"
          rows={record.log}
          columns={[
            {
              head: say('hold-log-when'),
              cell: ({ at }) => timeInWords(language, at),
              names: true,
            },
            { head: say('hold-log-what'), cell: ({ action }) => <span lang="en">{action}</span> },
            { head: say('hold-log-who'), cell: ({ by }) => say(`hold-log-by-${by}`) },
          ]}
        />
      </div>
    </details>
  )
}

async function erasePage(
  asked: Asked,
  held: HeldAward,
  holder: Holder,
  faults: Faults = {},
): Promise<Response> {
  const { say, language, visitor, house } = asked
  const { organisation } = held
  const { record, others, state, keeps } = await house.store.asOrganisation(
    organisation,
    async (tx) => ({
      record: await recordOf(house, tx, held),
      others: (await awardsOfLearner(tx, held)).others,
      state: await claimState(tx, house, organisation, held.id),
      keeps: await keepsOf(tx, organisation),
    }),
  )
  const name = issuerName(held, language)
  const here = `/mine/${held.id}`
  const options = { title: say('hold-erase'), organisation: name, personal: true } as const
  if (others)
    return show(
      asked,
      options,
      <>
        <h1>{say('hold-erase')}</h1>
        <p class="lead">{say('hold-erase-uncertain', { organisation: name })}</p>
        <p class="actions">
          <a class="button first" href={`${here}/tickets?about=data`}>
            {say('hold-correct-go')}
          </a>
        </p>
      </>,
    )
  const byLaw = record.awards.flatMap(({ award }) => {
    const until = keeps === undefined ? undefined : keepUntil(keeps, award, house.clock.now())
    return keeps === undefined || until === undefined
      ? []
      : [{ title: titleOf(asked, { award }), law: inLanguage(keeps.law, language).value, until }]
  })
  return show(
    asked,
    options,
    <>
      <h1>{say('hold-erase')}</h1>
      <p class="lead">{say('hold-erase-lead', { organisation: name })}</p>
      <ErrorSummary faults={faults} say={say} />
      <section aria-labelledby="goes">
        <h2 id="goes">{say('hold-erase-goes')}</h2>
        <ul class="outcomes">
          {record.awards.map((one) => (
            <li>
              <bdi>{titleOf(asked, one)}</bdi>
            </li>
          ))}
          <li>{say('hold-erase-goes-data')}</li>
          <li>{say('hold-erase-goes-links')}</li>
        </ul>
      </section>
      <section aria-labelledby="stays">
        <h2 id="stays">{say('hold-erase-stays')}</h2>
        <Facts
          of={[
            ...byLaw.map(
              ({ title, law, until }) =>
                [
                  say('hold-erase-stays-law', { title }),
                  say('hold-erase-stays-law-why', { law, date: dateInWords(language, until) }),
                ] as const,
            ),
            [say('hold-erase-stays-status'), say('hold-erase-stays-status-why')],
            [say('hold-erase-stays-log'), say('hold-erase-stays-log-why')],
            [say('hold-erase-stays-files'), say('hold-erase-stays-files-why')],
          ]}
        />
      </section>
      <Caution>{say('hold-erase-final')}</Caution>
      <p>
        <a href={`${here}/data/everything.zip`}>{say('hold-erase-first')}</a>
      </p>
      {holder.until === undefined && !isFresh(visitor, house.clock.now()) ? (
        <p class="actions">
          <a class="button" href={`/prove?next=${encodeURIComponent(`${here}/erase`)}`}>
            {say('hold-erase-prove')}
          </a>
        </p>
      ) : (
        <Form to={`${here}/erase`} visitor={visitor}>
          {holder.until === undefined || state === undefined ? null : (
            <Field
              name="fact"
              label={say(`claim-fact-${state.secondFact}`)}
              hint={say('hold-erase-fact-hint')}
              type={state.secondFact === 'birth-date' ? 'date' : 'text'}
              autocomplete="off"
              error={faults['fact']}
              required
              say={say}
            />
          )}
          <Field
            name="sure"
            type="checkbox"
            label={say('hold-erase-sure')}
            error={faults['sure']}
            required
            say={say}
          />
          <div class="actions">
            <Button kind="grave">{say('hold-erase-go')}</Button>
            <a href={`${here}/data`}>{say('common-cancel')}</a>
          </div>
        </Form>
      )}
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

async function erase(asked: Asked, held: HeldAward, holder: Holder): Promise<Response> {
  const { c, house, say, visitor, language } = asked
  const { organisation, id } = held
  const form = await c.req.parseBody()
  const fact = typeof form['fact'] === 'string' ? form['fact'] : ''
  if (form['sure'] !== 'yes')
    return erasePage(asked, held, holder, { sure: say('hold-erase-sure-missing') })
  const byAccount = holder.until === undefined
  if (byAccount && !isFresh(visitor, house.clock.now())) return erasePage(asked, held, holder)
  if (!byAccount) {
    const answer = await house.store.asOrganisation(organisation, async (tx) => {
      const state = await claimState(tx, house, organisation, id)
      const given = state?.secondFact === 'birth-date' ? asDay(fact) : fact
      return trySecondFact(tx, house, organisation, id, given)
    })
    if (!answer.right)
      return erasePage(asked, held, holder, {
        fact:
          answer.closedUntil === undefined
            ? say('claim-fact-wrong', { count: answer.triesLeft })
            : say('claim-closed', { time: timeInWords(language, answer.closedUntil) }),
      })
  }
  const actor = byAccount ? `person:${visitor.person?.id ?? ''}` : 'learner'
  const erased = await house.store.asOrganisation(organisation, (tx) =>
    eraseLearner(house, tx, held, actor),
  )
  if (!erased.done) return problem(c, 409, asked)
  return show(
    asked,
    { title: say('hold-erased-title'), organisation: issuerName(held, language), personal: true },
    <Notice state="news" title={say('hold-erased-title')} level={1} news say={say}>
      <p>{say('hold-erased-text')}</p>
      {erased.kept === 0 ? null : <p>{say('hold-erased-kept')}</p>}
      <p>{say('hold-erased-backups')}</p>
    </Notice>,
  )
}

export function giveExport(asked: Asked, bytes: Uint8Array): Response {
  const { c, house } = asked
  const day = house.clock.now().toISOString().slice(0, 10)
  c.header('Content-Disposition', attachment(`${day}_my-data.zip`))
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Referrer-Policy', 'no-referrer')
  return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/zip' })
}

export const dataRoutes: readonly Route[] = [
  { method: 'GET', path: '/mine/:award/data', needs: 'door', handle: forHolder(dataPage) },
  {
    method: 'GET',
    path: '/mine/:award/data/everything.zip',
    needs: 'door',
    handle: forHolder(async (asked, held) => {
      const { house, language, say } = asked
      return giveExport(asked, await exportEverything(house, { held: [held], language, say }))
    }),
  },
  {
    method: 'GET',
    path: '/mine/:award/erase',
    needs: 'door',
    handle: forHolder((asked, held, holder) => erasePage(asked, held, holder)),
  },
  { method: 'POST', path: '/mine/:award/erase', needs: 'door', handle: forHolder(erase) },
]
