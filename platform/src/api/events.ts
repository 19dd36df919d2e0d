// What happened, for programs that ask; and webhooks, for those that are told.

import { z } from 'zod'
import { sql } from 'kysely'
import { attempt } from 'tessera/refusal'
import { eventKinds, eventsAfter, replayEvents } from '../jobs/events.ts'
import { addWebhook, closeWebhook } from '../jobs/webhooks.ts'
import { placeOf } from '../store/envelope.ts'
import { no, operation, Problem } from './operation.ts'
import { after, page, time, uuid } from './words.ts'

const event = z
  .object({
    sequence: z.int(),
    kind: z.enum(eventKinds),
    award: uuid.nullable(),
    at: time,
    content: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'Event', description: 'What a webhook is sent, too. It never names a person.' })

const listEvents = operation({
  method: 'GET',
  path: '/api/v1/events',
  needs: 'see awards',
  scope: 'events:read',
  name: 'listEvents',
  summary: 'What happened, oldest first',
  query: z.strictObject({ after, ...page }),
  answer: z
    .object({ items: z.array(event), next: z.int(), more: z.boolean() })
    .meta({ id: 'EventList' }),
  run: async ({ tx, organisation, query }) => {
    const found = await eventsAfter(tx, organisation, query.after, query.limit + 1)
    const items = found.slice(0, query.limit).map((one) => ({
      ...one,
      kind: one.kind as (typeof eventKinds)[number],
      at: one.at.toISOString(),
      content: one.content as Record<string, string | number | boolean | null>,
    }))
    return {
      items,
      next: items.at(-1)?.sequence ?? query.after,
      more: found.length > query.limit,
    }
  },
})

const webhook = z
  .object({
    id: uuid,
    url: z.string(),
    events: z.array(z.string()),
    createdAt: time,
    waiting: z.int().meta({ description: 'Events that were not taken yet' }),
    lastStatus: z
      .int()
      .nullable()
      .meta({ description: 'The last answer; 0 where nobody answered' }),
  })
  .meta({ id: 'Webhook' })

const listWebhooks = operation({
  method: 'GET',
  path: '/api/v1/webhooks',
  needs: 'manage webhooks',
  scope: 'webhooks:manage',
  name: 'listWebhooks',
  summary: 'Webhooks and how they fare',
  answer: z.object({ items: z.array(webhook) }).meta({ id: 'WebhookList' }),
  run: async ({ tx, organisation }) => {
    const { rows } = await sql<{
      id: string
      url: string
      events: string[]
      created_at: Date
      waiting: number
      last_status: number | null
    }>`
      select w.id, w.url, w.events, w.created_at,
        (select count(*)::int from delivery d where d.organisation_id = w.organisation_id
          and d.webhook_id = w.id and d.state = 'waiting') as waiting,
        (select d.last_status from delivery d where d.organisation_id = w.organisation_id
          and d.webhook_id = w.id and d.attempts > 0 order by d.event_sequence desc limit 1) as last_status
      from webhook w where w.organisation_id = ${organisation} and w.closed_at is null
      order by w.created_at, w.id`.execute(tx)
    return {
      items: rows.map(({ created_at: at, last_status: lastStatus, ...row }) => ({
        ...row,
        createdAt: at.toISOString(),
        lastStatus,
      })),
    }
  },
})

const makeWebhook = operation({
  method: 'POST',
  path: '/api/v1/webhooks',
  needs: 'manage webhooks',
  scope: 'webhooks:manage',
  name: 'makeWebhook',
  summary: 'Have events sent to an address',
  description:
    'Each is a POST with the headers `tessera-delivery` (the same when it comes again), `tessera-timestamp` and `tessera-signature`: `v1=` and the HMAC-SHA256, in hex, over `<timestamp>.<body>`, under the bytes of the secret. They come in order, and again until a status of 2xx is answered.',
  body: z
    .strictObject({
      url: z.string().max(2_000).meta({ description: 'https, public, the usual port' }),
      events: z
        .array(z.enum(['*', ...eventKinds]))
        .min(1)
        .max(eventKinds.length + 1),
    })
    .meta({ id: 'MakeWebhook' }),
  status: 201,
  answer: z
    .object({ id: uuid, secret: z.string().meta({ description: 'base64url of 32 bytes' }) })
    .meta({ id: 'MadeWebhook' }),
  run: async ({ house, tx, desk, body }) => {
    const made = await attempt(() => addWebhook(house, tx, desk, body))
    if (made.ok) return { id: made.value.id }
    throw new Problem(
      422,
      made.refusals.map((one) => ({ ...one, place: `/${one.place}` })),
    )
  },
  // The secret is not kept with the key of the request: it is opened from where it lies wrapped.
  tell: async ({ house, tx, organisation }, { id }) => {
    const row = await tx
      .selectFrom('webhook')
      .select('wrapped_secret')
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const place = placeOf(organisation, 'webhook', 'wrapped_secret', id)
    const secret = house.vault.unwrap(row.wrapped_secret, place)
    return { id, secret: Buffer.from(secret).toString('base64url') }
  },
})

const params = z.strictObject({ webhook: uuid })
const unknown = (): never => no(404, 'webhook.unknown', '', 'There is no such webhook.')

const closeOne = operation({
  method: 'DELETE',
  path: '/api/v1/webhooks/:webhook',
  needs: 'manage webhooks',
  scope: 'webhooks:manage',
  name: 'closeWebhook',
  summary: 'Send it nothing any more',
  params,
  answer: z.object({ closed: uuid }).meta({ id: 'ClosedWebhook' }),
  run: async ({ house, tx, desk, params: { webhook: id } }) =>
    (await closeWebhook(house, tx, desk, id)) ? { closed: id } : unknown(),
})

const replay = operation({
  method: 'POST',
  path: '/api/v1/webhooks/:webhook/replay',
  needs: 'manage webhooks',
  scope: 'webhooks:manage',
  name: 'replayWebhook',
  summary: 'Send again what happened after an event',
  params,
  body: z
    .strictObject({
      after: z.int().min(0).meta({ description: 'Number of the last event to keep' }),
    })
    .meta({ id: 'ReplayWebhook' }),
  answer: z.object({ events: z.int() }).meta({ id: 'ReplayedWebhook' }),
  run: async ({ house, tx, organisation, params: { webhook: id }, body }) => {
    const known = await tx
      .selectFrom('webhook')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (known === undefined) return unknown()
    return { events: await replayEvents(house, tx, organisation, id, body.after) }
  },
})

export const eventOperations = [listEvents, listWebhooks, makeWebhook, closeOne, replay]
