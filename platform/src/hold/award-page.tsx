// The learner's page: the award itself, its files, ways to show it, and a way to say that something is wrong.

import { inLanguage } from 'tessera/credential/text'
import type { Asked } from '../server/route.ts'
import { Button, Caution, FileList, Form, Notice, show } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import {
  AwardView,
  ContentLanguages,
  contentLanguage,
  StandingNotice,
  viewLanguage,
} from './award-view.tsx'
import { filesToKeep } from './files.ts'
import type { HeldAward } from './held-award.ts'
import { linkedInAddress } from './linkedin.ts'
import type { Ticket } from './tickets.ts'
import { TicketList } from './ticket-list.tsx'

export interface AwardPage {
  readonly held: HeldAward
  readonly tickets: readonly Ticket[]
  readonly linkedInId: string | undefined
  /** False: the first page after the letter, where the learner says that it is theirs. */
  readonly claimed: boolean
  readonly byAccount: boolean
}

export const issuerName = ({ award }: HeldAward, language: string): string => {
  const issuer = award.issuer ?? award.design.awardingBodies[0]?.organisation
  return issuer === undefined ? '' : inLanguage(issuer.legalName, language).value
}

export function awardPage(asked: Asked, page: AwardPage): Response | Promise<Response> {
  const { say, language, c, house } = asked
  const { held, claimed } = page
  const { award, standing } = held
  const content = viewLanguage(award, c.req.query('in'), language)
  const filed = contentLanguage(award, c.req.query('in'), language, held.language)
  const here = `/mine/${held.id}`
  const { supersededBy } = standing
  return show(
    asked,
    {
      title: inLanguage(award.design.title ?? { en: '' }, content).value || say('hold-untitled'),
      organisation: issuerName(held, language),
      personal: true,
    },
    <>
      <StandingNotice
        standing={standing}
        say={say}
        language={language}
        now={house.clock.now()}
        withReason
      />
      {supersededBy === undefined ? null : standing.sameLearner ? (
        <p class="actions">
          <a class="button first" href={`/mine/${supersededBy}`}>
            {say('hold-successor')}
          </a>
        </p>
      ) : (
        <p>{say('hold-successor-other')}</p>
      )}
      {claimed ? null : <Confirm asked={asked} here={here} />}
      <AwardView award={award} content={content} say={say} language={language} to="learner" />
      <ContentLanguages award={award} content={content} say={say} language={language} path={here} />
      {claimed ? <Keep asked={asked} page={page} content={filed} /> : null}
      <Wrong asked={asked} page={page} />
      <section aria-labelledby="about-me">
        <h2 id="about-me">{say('hold-data')}</h2>
        <p>{say('hold-data-text')}</p>
        <p class="actions">
          <a class="button" href={`${here}/data`}>
            {say('hold-data-go')}
          </a>
        </p>
        {page.byAccount ? null : (
          <Form to="/mine/leave" visitor={asked.visitor}>
            <p class="hint">{say('hold-leave-text')}</p>
            <Button>{say('hold-leave')}</Button>
          </Form>
        )}
      </section>
    </>,
  )
}

function Confirm({ asked, here }: { asked: Asked; here: string }) {
  const { say, visitor } = asked
  return (
    <Notice state="news" title={say('hold-confirm-title')} news say={say}>
      <p>{say('hold-confirm-text')}</p>
      <Form to={`${here}/claim`} visitor={visitor}>
        <div class="actions">
          <Button kind="first">{say('hold-confirm-yes')}</Button>
          <a href="#wrong">{say('hold-confirm-no')}</a>
        </div>
      </Form>
    </Notice>
  )
}

function Keep({ asked, page, content }: { asked: Asked; page: AwardPage; content: string }) {
  const { say, language, visitor } = asked
  const { held, linkedInId } = page
  const here = `/mine/${held.id}`
  return (
    <>
      <section aria-labelledby="files">
        <h2 id="files">{say('hold-files')}</h2>
        <p>{say('hold-files-text')}</p>
        <FileList files={filesToKeep(held, content, say)} language={language} say={say} />
        <p class="actions">
          <a class="button" href={`${here}/print?in=${encodeURIComponent(content)}`}>
            {say('hold-print')}
          </a>
        </p>
      </section>
      <section aria-labelledby="show">
        <h2 id="show">{say('hold-show')}</h2>
        <p>{say('hold-show-text')}</p>
        <p class="actions">
          <a class="button first" href={`${here}/links`}>
            {say('hold-show-links')}
          </a>
          <a
            class="button"
            rel="noreferrer"
            href={linkedInAddress(held.award, { language: content, organisationId: linkedInId })}
          >
            {say('hold-show-linkedin')}
          </a>
        </p>
        <p class="hint">{say('hold-show-linkedin-hint')}</p>
        {held.files.some(({ format }) => format === 'edc') ? (
          <details>
            <summary>{say('hold-europass')}</summary>
            <ol>
              <li>{say('hold-europass-1')}</li>
              <li>{say('hold-europass-2')}</li>
              <li>{say('hold-europass-3')}</li>
            </ol>
          </details>
        ) : null}
      </section>
      {held.person !== null && visitor.person?.id === held.person ? null : (
        <section aria-labelledby="account">
          <h2 id="account">{say('hold-account')}</h2>
          <p>{say('hold-account-text')}</p>
          {held.person !== null ? (
            <Caution>{say('hold-account-taken')}</Caution>
          ) : visitor.person === undefined ? (
            <p class="actions">
              <a class="button" href={`/sign-in?next=${encodeURIComponent(here)}`}>
                {say('hold-account-sign-in')}
              </a>
            </p>
          ) : (
            <Form to={`${here}/account`} visitor={visitor}>
              <Button>{say('hold-account-keep')}</Button>
            </Form>
          )}
        </section>
      )}
    </>
  )
}

function Wrong({ asked, page }: { asked: Asked; page: AwardPage }) {
  const { say, language } = asked
  const { held, tickets } = page
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong">{say('hold-wrong')}</h2>
      <p>{say('hold-wrong-text')}</p>
      <TicketList tickets={tickets} say={say} language={language} />
      <p class="actions">
        <a class="button" href={`/mine/${held.id}/tickets`}>
          {say('hold-wrong-go')}
        </a>
      </p>
      {held.claimedAt === undefined ? null : (
        <p class="hint">
          {say('hold-claimed-on', { date: dateInWords(language, held.claimedAt) })}
        </p>
      )}
    </section>
  )
}
