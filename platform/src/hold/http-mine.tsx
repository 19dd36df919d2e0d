// The learner's pages: my micro-credentials, one of them, its files, and what is said about it to the desk.

import { inLanguage } from 'tessera/credential/text'
import type { House } from '../house.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { Erased } from '../store/secret.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  type Faults,
  Form,
  show,
  Table,
  Tag,
  type State,
} from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { forgetDoors, type Holder, holderOf } from './access.ts'
import { awardPage, issuerName } from './award-page.tsx'
import { AwardView, contentLanguage, StandingNotice, viewLanguage } from './award-view.tsx'
import { makeBundle } from './bundle.ts'
import { confirmClaim, keepWithAccount } from './claim-award.ts'
import { attachment, fileName } from './file-name.ts'
import { certificateOf, fileNamed, sealedFilesOf } from './files.ts'
import { awardsOfPerson, type HeldAward, type MyAward, readHeldAward } from './held-award.ts'
import { dayOfIssue } from './issue-day.ts'
import { linkedInIdIn } from './linkedin-id.ts'
import { standingWord } from './standing.ts'
import { longestTicket, openTicket, ticketsOf, ticketSubjects } from './tickets.ts'
import { TicketList } from './ticket-list.tsx'

/** Everybody who does not hold it is told the same as for what does not exist. */
export const forHolder =
  (handle: (asked: Asked, held: HeldAward, holder: Holder) => Response | Promise<Response>) =>
  async (asked: Asked): Promise<Response> => {
    const { house, c } = asked
    const holder = await holderOf(asked)
    if (holder === undefined) return problem(c, 404, asked)
    const held = await readOrErased(house, holder)
    return held === undefined ? problem(c, 404, asked) : handle(asked, held, holder)
  }

async function readOrErased(house: House, { organisation, award }: Holder) {
  try {
    return await house.store.asOrganisation(organisation, (tx) =>
      readHeldAward(house, tx, organisation, award),
    )
  } catch (error) {
    if (error instanceof Erased) return undefined
    throw error
  }
}

const fieldOf = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

async function learnerPage(asked: Asked, held: HeldAward, holder: Holder) {
  const { house } = asked
  const { organisation, id, secret } = held
  const { tickets, linkedInId } = await house.store.asOrganisation(organisation, async (tx) => ({
    tickets: await ticketsOf(tx, organisation, secret, id),
    linkedInId: await linkedInIdIn(tx, organisation),
  }))
  return awardPage(asked, {
    held,
    tickets,
    linkedInId,
    claimed: held.claimedAt !== undefined,
    byAccount: holder.until === undefined,
  })
}

const contentOf = ({ c, language }: Asked, held: HeldAward): string =>
  contentLanguage(held.award, c.req.query('in'), language, held.language)

function download(asked: Asked, bytes: Uint8Array, mediaType: string, name: string): Response {
  const { c } = asked
  c.header('Content-Disposition', attachment(name))
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Referrer-Policy', 'no-referrer')
  return c.body(new Uint8Array(bytes), 200, { 'content-type': mediaType })
}

async function giveFile(asked: Asked, held: HeldAward): Promise<Response> {
  const { c, house, say } = asked
  const path = c.req.param('file') ?? ''
  const language = contentOf(asked, held)
  const named = (extension: string) => fileName(held.award, language, extension)
  if (path === 'everything.zip') {
    const bytes = await makeBundle(house, { held, language, say })
    return download(asked, bytes, 'application/zip', named('zip'))
  }
  const files = await sealedFilesOf(house, held)
  if (path === 'certificate.pdf') {
    const bytes = await certificateOf(held, files, language)
    return download(asked, bytes, 'application/pdf', named('pdf'))
  }
  const file = fileNamed(files, path)
  if (file === undefined) return problem(c, 404, asked)
  return download(asked, file.bytes, file.mediaType, named(file.extension))
}

function printPage(asked: Asked, held: HeldAward): Response | Promise<Response> {
  const { say, language, house, c } = asked
  const content = viewLanguage(held.award, c.req.query('in'), language)
  return show(
    asked,
    { title: say('hold-print'), organisation: issuerName(held, language), personal: true },
    <>
      <AwardView
        award={held.award}
        content={content}
        say={say}
        language={language}
        to="learner"
        whole
      />
      <StandingNotice
        standing={held.standing}
        say={say}
        language={language}
        now={house.clock.now()}
      />
      <p class="note">{say('hold-print-note')}</p>
      <p class="note">
        {say('hold-print-id')} <bdi dir="ltr">{held.award.id}</bdi>
      </p>
      <p class="actions">
        <a href={`/mine/${held.id}`}>{say('common-back')}</a>
      </p>
    </>,
  )
}

const states: Readonly<Record<MyAward['standing']['status'], State>> = {
  valid: 'valid',
  suspended: 'unknown',
  revoked: 'invalid',
}

async function minePage(asked: Asked): Promise<Response> {
  const { house, say, language, visitor } = asked
  const awards = await awardsOfPerson(house, visitor.person?.id ?? '')
  const titleOf = ({ award }: MyAward) =>
    award === undefined
      ? say('hold-erased')
      : award.design.title === undefined
        ? say('hold-untitled')
        : inLanguage(award.design.title, language).value
  return show(
    asked,
    { title: say('hold-mine'), personal: true },
    <>
      <h1>{say('hold-mine')}</h1>
      <p class="lead">{say('hold-mine-lead')}</p>
      <Table
        caption={say('hold-mine')}
        captionUnseen
        empty={say('hold-mine-none')}
        rows={awards}
        columns={[
          {
            head: say('hold-mine-title'),
            names: true,
            cell: (row) =>
              row.award === undefined ? (
                titleOf(row)
              ) : (
                <a href={`/mine/${row.id}`}>
                  <bdi>{titleOf(row)}</bdi>
                </a>
              ),
          },
          {
            head: say('hold-mine-from'),
            cell: ({ award }) =>
              award?.issuer === undefined ? (
                '—'
              ) : (
                <bdi>{inLanguage(award.issuer.legalName, language).value}</bdi>
              ),
          },
          {
            head: say('hold-mine-date'),
            cell: ({ award, issuedAt }) =>
              dateInWords(language, award === undefined ? issuedAt : dayOfIssue(award)),
          },
          {
            head: say('hold-mine-standing'),
            cell: ({ standing }) => (
              <Tag state={states[standing.status]}>
                {say(`hold-standing-${standingWord(standing)}-word`)}
              </Tag>
            ),
          },
        ]}
      />
      <p class="actions">
        <a class="button" href="/claim">
          {say('hold-mine-add')}
        </a>
        <a href="/mine/data">{say('hold-data-go')}</a>
      </p>
    </>,
  )
}

interface Typed {
  readonly about: string
  readonly text: string
}

async function ticketPage(
  asked: Asked,
  held: HeldAward,
  faults: Faults = {},
  typed: Typed = { about: asked.c.req.query('about') ?? '', text: '' },
): Promise<Response> {
  const { say, language, visitor, house } = asked
  const { organisation, secret, id } = held
  const tickets = await house.store.asOrganisation(organisation, (tx) =>
    ticketsOf(tx, organisation, secret, id),
  )
  return show(
    asked,
    { title: say('hold-ticket-title'), organisation: issuerName(held, language), personal: true },
    <>
      <h1>{say('hold-ticket-title')}</h1>
      <p class="lead">{say('hold-ticket-lead')}</p>
      <ErrorSummary faults={faults} say={say} />
      <Form to={`/mine/${id}/tickets`} visitor={visitor}>
        <Choices
          name="about"
          legend={say('hold-ticket-about')}
          value={typed.about}
          error={faults['about']}
          options={ticketSubjects.map((about) => ({
            value: about,
            label: say(`hold-ticket-about-${about}`),
          }))}
          say={say}
        />
        <Field
          name="text"
          label={say('hold-ticket-text')}
          hint={say('hold-ticket-text-hint')}
          type="textarea"
          value={typed.text}
          error={faults['text']}
          most={longestTicket}
          dir="auto"
          required
          say={say}
        />
        <Button kind="first">{say('hold-ticket-send')}</Button>
      </Form>
      {tickets.length === 0 ? null : (
        <section aria-labelledby="so-far">
          <h2 id="so-far">{say('hold-ticket-so-far')}</h2>
          <TicketList tickets={tickets} say={say} language={language} />
        </section>
      )}
      <p>
        <a href={`/mine/${id}`}>{say('common-back')}</a>
      </p>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

async function sendTicket(asked: Asked, held: HeldAward): Promise<Response> {
  const { c, house, say } = asked
  const { organisation, secret, id } = held
  const form = await c.req.parseBody()
  const typed = { about: fieldOf(form, 'about'), text: fieldOf(form, 'text').trim() }
  const about = ticketSubjects.find((one) => one === typed.about)
  const faults: Faults = {
    ...(about === undefined ? { about: say('hold-ticket-about-missing') } : {}),
    ...(typed.text === ''
      ? { text: say('hold-ticket-text-missing') }
      : typed.text.length > longestTicket
        ? { text: say('hold-ticket-text-long') }
        : {}),
  }
  if (about === undefined || Object.keys(faults).length > 0)
    return ticketPage(asked, held, faults, typed)
  const opened = await house.store.asOrganisation(organisation, (tx) =>
    openTicket(tx, house, organisation, secret, { award: id, about, text: typed.text }),
  )
  if (opened === undefined)
    return ticketPage(asked, held, { text: say('hold-ticket-too-many') }, typed)
  return c.redirect(`/mine/${id}/tickets`, 303)
}

export const mineRoutes: readonly Route[] = [
  { method: 'GET', path: '/mine', needs: 'see my awards', handle: minePage },
  {
    method: 'POST',
    path: '/mine/leave',
    needs: 'door',
    handle: ({ c, house }) => {
      forgetDoors(c, house)
      return c.redirect('/claim', 303)
    },
  },
  { method: 'GET', path: '/mine/:award', needs: 'door', handle: forHolder(learnerPage) },
  {
    method: 'POST',
    path: '/mine/:award/claim',
    needs: 'door',
    handle: forHolder(async ({ c, house }, { organisation, id }) => {
      await house.store.asOrganisation(organisation, (tx) =>
        confirmClaim(tx, house, organisation, id),
      )
      return c.redirect(`/mine/${id}`, 303)
    }),
  },
  {
    method: 'POST',
    path: '/mine/:award/account',
    needs: 'door',
    handle: forHolder(async (asked, { organisation, id }) => {
      const { c, house, visitor } = asked
      const person = visitor.person?.id
      if (person === undefined) return problem(c, 401, asked)
      const answer = await house.store.asOrganisation(organisation, (tx) =>
        keepWithAccount(tx, house, organisation, id, person),
      )
      return answer === 'kept' ? c.redirect(`/mine/${id}`, 303) : problem(c, 409, asked)
    }),
  },
  { method: 'GET', path: '/mine/:award/files/:file', needs: 'door', handle: forHolder(giveFile) },
  { method: 'GET', path: '/mine/:award/print', needs: 'door', handle: forHolder(printPage) },
  {
    method: 'GET',
    path: '/mine/:award/tickets',
    needs: 'door',
    handle: forHolder((asked, held) => ticketPage(asked, held)),
  },
  { method: 'POST', path: '/mine/:award/tickets', needs: 'door', handle: forHolder(sendTicket) },
]
