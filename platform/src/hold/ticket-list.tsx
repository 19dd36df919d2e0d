// What a learner asked and what was answered.

import { Tag } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import type { Say } from '../web/messages.ts'
import type { Ticket } from './tickets.ts'

interface TicketListProps {
  readonly tickets: readonly Ticket[]
  readonly say: Say
  readonly language: string
}

export function TicketList({ tickets, say, language }: TicketListProps) {
  if (tickets.length === 0) return null
  const day = (date: Date) => dateInWords(language, date)
  return (
    <div class="stack">
      {tickets.map((ticket) => (
        <article class="card">
          <h3>{say(`hold-ticket-about-${ticket.about}`)}</h3>
          <p>
            {ticket.answer === undefined ? (
              <Tag state="unknown">{say('hold-ticket-open', { due: day(ticket.dueAt) })}</Tag>
            ) : (
              <Tag state="valid">{say('hold-ticket-answered')}</Tag>
            )}
          </p>
          <p class="hint">{say('hold-ticket-asked', { date: day(ticket.openedAt) })}</p>
          <blockquote dir="auto">{ticket.text}</blockquote>
          {ticket.answer === undefined ? null : (
            <>
              <p class="hint">
                {say('hold-ticket-answer', { date: day(ticket.answeredAt ?? ticket.openedAt) })}
              </p>
              <p dir="auto">{ticket.answer}</p>
            </>
          )}
        </article>
      ))}
    </div>
  )
}
