// What a learner wrote, and the desk's answer or the box for it.

import type { Ticket } from '../hold/tickets.ts'
import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, Form, Tag } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'

interface TicketCardProps {
  readonly asked: Asked
  readonly ticket: Ticket
  readonly typed?: string
  readonly fault?: string
}

export function TicketCard({ asked, ticket, typed, fault }: TicketCardProps) {
  const { say, language, visitor, house } = asked
  // Several stand on one page: each box has a name of its own, and the one with a fault that of the summary's link.
  const box = fault === undefined ? `answer-${ticket.id}` : 'field-answer'
  const late = ticket.answer === undefined && ticket.dueAt < house.clock.now()
  return (
    <section class="card" id={`ticket-${ticket.id}`}>
      <h3>{say(`issue-ticket-${ticket.about}`)}</h3>
      <p class="hint">
        {say('issue-ticket-opened', { date: dateInWords(language, ticket.openedAt) })}{' '}
        {ticket.answer === undefined ? (
          <Tag state={late ? 'invalid' : 'news'}>
            {say('issue-ticket-due', { date: dateInWords(language, ticket.dueAt) })}
          </Tag>
        ) : (
          <Tag state="valid">{say('issue-ticket-answered')}</Tag>
        )}
      </p>
      <blockquote class="as-written">
        <bdi>{ticket.text}</bdi>
      </blockquote>
      {ticket.answer === undefined ? null : (
        <>
          <h4>{say('issue-ticket-answer')}</h4>
          <blockquote class="as-written">
            <bdi>{ticket.answer}</bdi>
          </blockquote>
        </>
      )}
      {ticket.answer === undefined && may(visitor.roles, 'answer learners') ? (
        <Form to={`/tickets/${ticket.id}`} visitor={visitor}>
          <div class={fault === undefined ? 'field' : 'field wrong'}>
            <label for={box}>{say('issue-ticket-answer')}</label>
            <p class="hint" id={`${box}-hint`}>
              {say('issue-ticket-answer-hint')}
            </p>
            {fault === undefined ? null : (
              <p class="error" id={`${box}-error`}>
                {fault}
              </p>
            )}
            <textarea
              id={box}
              name="answer"
              rows={4}
              maxlength={4000}
              required
              dir="auto"
              aria-invalid={fault === undefined ? undefined : 'true'}
              aria-describedby={`${box}-hint${fault === undefined ? '' : ` ${box}-error`}`}
            >
              {typed}
            </textarea>
          </div>
          <Button>{say('issue-ticket-send')}</Button>
        </Form>
      ) : null}
    </section>
  )
}
