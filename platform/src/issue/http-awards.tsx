// Awards at the desk: found, looked at, corrected, and what else becomes of them.

import { openSecret } from '../store/secret.ts'
import { type Ticket, ticketsOf } from '../hold/tickets.ts'
import { may } from '../people/permissions.ts'
import type { Asked, Route } from '../server/route.ts'
import { Button, Field, Form, Link, Table, Tag } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { readFiles } from './award-content.ts'
import { awardPage, type AwardPage } from './award-page.tsx'
import { awardAtDesk, awardsOnAPage, findAwards } from './awards.ts'
import { newSlip, writeToAddress } from './cohort-report.ts'
import { correctRoutes } from './http-correct.tsx'
import { atDesk, deskOf, fieldsOf, idIn, notHere, showDesk } from './desk-page.tsx'
import { historyOf } from './history.tsx'

async function listPage(asked: Asked): Promise<Response> {
  const { c, house, say, language, visitor } = asked
  const wanted = (c.req.query('q') ?? '').trim().slice(0, 200)
  const asks = Number.parseInt(c.req.query('page') ?? '1', 10)
  const page = Number.isSafeInteger(asks) && asks > 0 && asks < 10_000 ? asks : 1
  const awards = await atDesk(asked, (tx) =>
    findAwards(house, tx, deskOf(asked).organisation, language, { wanted, page }),
  )
  const to = (number: number) => `?${new URLSearchParams({ q: wanted, page: String(number) })}`
  return showDesk(
    asked,
    { title: say('issue-awards') },
    <>
      <h1>{say('issue-awards')}</h1>
      <Form to="/awards" visitor={visitor} method="get">
        <Field
          name="q"
          label={say('issue-find')}
          hint={say('issue-find-hint')}
          type="search"
          value={wanted}
          most={200}
          required
          say={say}
        />
        <Button>{say('issue-find-go')}</Button>
      </Form>
      <Table
        caption={say('issue-awards')}
        captionUnseen
        empty={wanted === '' ? say('issue-awards-none-yet') : say('issue-found-none')}
        rows={awards.slice(0, awardsOnAPage)}
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
          { head: say('issue-design'), cell: (one) => one.title ?? '—' },
          { head: say('issue-issued'), cell: (one) => dateInWords(language, one.issuedAt) },
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
      {page > 1 || awards.length > awardsOnAPage ? (
        <nav class="pages" aria-label={say('issue-pages')}>
          {page > 1 ? <Link to={to(page - 1)}>{say('issue-page-before')}</Link> : null}
          {awards.length > awardsOnAPage ? (
            <Link to={to(page + 1)}>{say('issue-page-next')}</Link>
          ) : null}
        </nav>
      ) : null}
      {may(visitor.roles, 'read what the law keeps') ? (
        <p>
          <Link to="/kept-records">{say('people-kept-title')}</Link>
        </p>
      ) : null}
    </>,
  )
}

/** One award with all that is known of it. */
export async function oneAward(
  asked: Asked,
  id: string,
  more: Omit<AwardPage, 'found' | 'tickets' | 'history'> = {},
): Promise<Response> {
  const { house } = asked
  const { organisation } = deskOf(asked)
  const page = await atDesk(asked, async (tx) => {
    const found = await awardAtDesk(house, tx, organisation, id)
    if (found === undefined) return undefined
    let tickets: readonly Ticket[] = []
    if (found.award !== undefined) {
      const { secret_id: secretId } = await tx
        .selectFrom('award')
        .select('secret_id')
        .where('organisation_id', '=', organisation)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const secret = await openSecret(house, tx, organisation, secretId)
      tickets = await ticketsOf(tx, organisation, secret, id)
    }
    return { found, tickets, history: await historyOf(tx, organisation, `award:${id}`) }
  })
  return page === undefined ? notHere(asked) : awardPage(asked, { ...page, ...more })
}

async function file(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const id = idIn(c, 'award')
  if (id === undefined) return notHere(asked)
  const { organisation } = deskOf(asked)
  const found = await atDesk(asked, async (tx) => {
    const award = await awardAtDesk(house, tx, organisation, id)
    return award?.award === undefined ? [] : readFiles(house, tx, organisation, id)
  })
  const name = c.req.param('file') ?? ''
  const wanted = found.find(({ format, extension }) => `${format}.${extension}` === name)
  if (wanted === undefined) return notHere(asked)
  return c.body(new Uint8Array(wanted.bytes), 200, {
    'content-type': wanted.mediaType,
    'content-disposition': `attachment; filename="${id}.${wanted.extension}"`,
  })
}

async function letter(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const id = idIn(c, 'award')
  if (id === undefined) return notHere(asked)
  const field = await fieldsOf(asked)
  const address = field('address')
  const answer = await atDesk(asked, (tx) => writeToAddress(house, tx, deskOf(asked), id, address))
  if (answer === 'nobody') return notHere(asked)
  if (answer === 'not-an-address')
    return oneAward(asked, id, {
      faults: { address: say('issue-fault-cohort-email', { value: address.slice(0, 80) }) },
      typed: address,
    })
  return c.redirect(`/awards/${id}`, 303)
}

export const awardRoutes: readonly Route[] = [
  { method: 'GET', path: '/awards', needs: 'see awards', handle: listPage },
  {
    method: 'GET',
    path: '/awards/:award',
    needs: 'see awards',
    handle: (asked) => {
      const id = idIn(asked.c, 'award')
      return id === undefined ? notHere(asked) : oneAward(asked, id)
    },
  },
  { method: 'GET', path: '/awards/:award/files/:file', needs: 'see awards', handle: file },
  { method: 'POST', path: '/awards/:award/letter', needs: 'answer learners', handle: letter },
  {
    method: 'POST',
    path: '/awards/:award/slip',
    needs: 'answer learners',
    handle: async (asked) => {
      const id = idIn(asked.c, 'award')
      if (id === undefined) return notHere(asked)
      const slip = await atDesk(asked, (tx) => newSlip(asked.house, tx, deskOf(asked), id))
      return slip === undefined ? notHere(asked) : oneAward(asked, id, { slip })
    },
  },
  ...correctRoutes,
]
