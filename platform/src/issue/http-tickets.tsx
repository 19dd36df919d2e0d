// What learners wrote to the desk, the most urgent first, and the answers.

import { answerTicket, type Ticket, ticketForDesk } from '../hold/tickets.ts'
import { Erased } from '../store/secret.ts'
import type { Asked, Route } from '../server/route.ts'
import { ErrorSummary, Link } from '../web/components.ts'
import { atDesk, deskOf, fieldsOf, idIn, notHere, showDesk, tooLate } from './desk-page.tsx'
import { TicketCard } from './ticket-card.tsx'

const mostShown = 50
const longestAnswer = 4000

interface Back {
  readonly ticket: string
  readonly answer: string
  readonly fault: string
}

async function ticketsPage(asked: Asked, back?: Back): Promise<Response> {
  const { house, say } = asked
  const { organisation } = deskOf(asked)
  const tickets = await atDesk(asked, async (tx) => {
    const rows = await tx
      .selectFrom('ticket')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('state', '=', 'open')
      .orderBy('due_at')
      .orderBy('id')
      .limit(mostShown)
      .execute()
    const found: Ticket[] = []
    for (const { id } of rows) {
      const ticket = await ticketForDesk(house, tx, organisation, id).catch((error: unknown) => {
        if (error instanceof Erased) return undefined
        throw error
      })
      if (ticket !== undefined) found.push(ticket)
    }
    return found
  })
  return showDesk(
    asked,
    { title: say('issue-tickets'), width: 'reading', status: back === undefined ? 200 : 422 },
    <>
      <h1>{say('issue-tickets')}</h1>
      <ErrorSummary faults={back === undefined ? {} : { answer: back.fault }} say={say} />
      <p class="lead">{say('issue-tickets-what')}</p>
      {tickets.length === 0 ? <p class="empty">{say('issue-tickets-none')}</p> : null}
      {tickets.map((ticket) => (
        <>
          <TicketCard
            asked={asked}
            ticket={ticket}
            {...(back?.ticket === ticket.id ? { typed: back.answer, fault: back.fault } : {})}
          />
          <p>
            <Link to={`/awards/${ticket.award}`}>{say('issue-see-award')}</Link>
          </p>
        </>
      ))}
    </>,
  )
}

async function answer(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const ticket = idIn(c, 'ticket')
  if (ticket === undefined) return notHere(asked)
  const text = (await fieldsOf(asked))('answer')
  if (text === '' || text.length > longestAnswer)
    return ticketsPage(asked, { ticket, answer: text, fault: say('issue-ticket-answer-missing') })
  const { organisation, by } = deskOf(asked)
  const found = await atDesk(asked, async (tx) => {
    const known = await ticketForDesk(house, tx, organisation, ticket)
    if (known === undefined) return undefined
    const done = await answerTicket(tx, house, organisation, by, ticket, text)
    return { award: known.award, done }
  })
  if (found === undefined) return notHere(asked)
  if (!found.done) return tooLate(asked, say('issue-ticket-answered-already'))
  return c.redirect('/tickets', 303)
}

export const ticketRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/tickets',
    needs: 'answer learners',
    handle: (asked) => ticketsPage(asked),
  },
  { method: 'POST', path: '/tickets/:ticket', needs: 'answer learners', handle: answer },
]
