// Webhooks: every event in order, signed, again until it is taken. The signature is HMAC-SHA256 over the time and the
// body, so that neither can be changed and an old message is recognised as old.

import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse } from 'tessera/refusal'
import type { House } from '../house.ts'
import { uuid } from '../mail/letters.ts'
import { actorAt, type Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import { placeOf } from '../store/envelope.ts'
import type { Tx } from '../store/store.ts'
import { eventKinds } from './events.ts'
import { attemptsOutside, finishJobs, type Job, postponeJob, returnJobs } from './queue.ts'
import { type Post, postToPublic, webhookFault } from './webhook-post.ts'
import type { Trade } from './worker.ts'

/** `v1=<hex>`: over `<seconds>.<body>`. */
export const signatureOf = (secret: Uint8Array, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** For receivers, and for our tests: is it from us, and from just now? */
export function isSignedByUs(
  secret: Uint8Array,
  given: { readonly timestamp: string; readonly signature: string; readonly body: string },
  now: Date,
  toleranceSeconds = 300,
): boolean {
  const age = Math.abs(now.getTime() / 1000 - Number(given.timestamp))
  const expected = Buffer.from(signatureOf(secret, given.timestamp, given.body))
  const found = Buffer.from(given.signature)
  return (
    age <= toleranceSeconds && expected.length === found.length && timingSafeEqual(expected, found)
  )
}

export interface NewWebhook {
  readonly url: string
  /** Kinds of events, or `*`. */
  readonly events: readonly string[]
}

/** @returns its id and the secret, which is shown once. Refuses `webhook.address`, `webhook.events`. */
export async function addWebhook(
  house: Pick<House, 'vault' | 'random' | 'clock'>,
  tx: Tx,
  desk: Desk,
  { url, events }: NewWebhook,
): Promise<{ readonly id: string; readonly secret: string }> {
  if (webhookFault(url) !== undefined)
    refuse('webhook.address', 'url', 'A webhook is a public https address on the usual port.')
  const known: readonly string[] = ['*', ...eventKinds]
  if (events.length === 0 || !events.every((kind) => known.includes(kind)))
    refuse('webhook.events', 'events', `Events are: ${known.join(', ')}.`)
  const { organisation } = desk
  const id = uuid(house.random)
  const secret = house.random(32)
  await tx
    .insertInto('webhook')
    .values({
      organisation_id: organisation,
      id,
      url,
      wrapped_secret: house.vault.wrap(
        secret,
        placeOf(organisation, 'webhook', 'wrapped_secret', id),
      ),
      events: [...events],
      created_at: house.clock.now(),
    })
    .execute()
  await record(house, tx, organisation, {
    actor: actorAt(desk),
    action: 'webhook added',
    subject: `webhook:${id}`,
    details: { host: new URL(url).hostname },
  })
  return { id, secret: Buffer.from(secret).toString('base64url') }
}

export async function closeWebhook(
  house: Pick<House, 'clock'>,
  tx: Tx,
  desk: Desk,
  id: string,
): Promise<boolean> {
  const { organisation } = desk
  const { numUpdatedRows } = await tx
    .updateTable('webhook')
    .set({ closed_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await record(house, tx, organisation, {
    actor: actorAt(desk),
    action: 'webhook closed',
    subject: `webhook:${id}`,
  })
  return true
}

/** One webhook at a time, in order: the first one that is not taken stops the rest until later. */
export const webhookTrade = (post: Post = postToPublic): Trade => ({
  kinds: ['webhook'],
  batch: 1,
  hands: 1,
  work: async (house, jobs) => {
    for (const job of jobs) await deliver(house, job, post)
  },
})

interface Due {
  readonly url: string
  readonly secret: Uint8Array
  readonly events: readonly { readonly sequence: string; readonly body: string }[]
}

async function deliver(house: House, job: Job, post: Post): Promise<void> {
  for (;;) {
    const due = await house.store.asOrganisation(job.organisation, (tx) => readDue(house, tx, job))
    if (due === undefined) return
    for (const { sequence, body } of due.events) {
      if (house.closing?.aborted === true) {
        await house.store.atTheDoor((tx) => returnJobs(tx, [job]))
        return
      }
      const timestamp = String(Math.floor(house.clock.now().getTime() / 1000))
      const status = await post(due.url, body, {
        'content-type': 'application/json',
        'user-agent': 'Tessera-Webhook/1',
        'tessera-delivery': `${job.subject}-${sequence}`,
        'tessera-timestamp': timestamp,
        'tessera-signature': signatureOf(due.secret, timestamp, body),
      })
      const taken = status >= 200 && status < 300
      await house.store.asOrganisation(job.organisation, async (tx) => {
        await tx
          .updateTable('delivery')
          .set((delivery) => ({
            state: taken ? 'delivered' : 'waiting',
            attempts: delivery('attempts', '+', 1),
            last_status: status,
            delivered_at: taken ? house.clock.now() : null,
          }))
          .where('organisation_id', '=', job.organisation)
          .where('webhook_id', '=', job.subject)
          .where('event_sequence', '=', sequence)
          .execute()
        if (!taken) await postponeJob(tx, house, job, `status ${status}`, attemptsOutside)
      })
      if (!taken) return
    }
  }
}

/** What waits for the webhook; where nothing does, the job ends, after a look under its lock. */
async function readDue(house: House, tx: Tx, job: Job): Promise<Due | undefined> {
  await tx.selectFrom('job').select('id').where('id', '=', job.id).forUpdate().execute()
  const { organisation, subject: id } = job
  const webhook = await tx
    .selectFrom('webhook')
    .select(['url', 'wrapped_secret'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const rows =
    webhook === undefined
      ? []
      : await tx
          .selectFrom('delivery')
          .innerJoin('event', (on) =>
            on
              .onRef('event.organisation_id', '=', 'delivery.organisation_id')
              .onRef('event.sequence', '=', 'delivery.event_sequence'),
          )
          .select(['event.sequence', 'event.kind', 'event.award_id', 'event.at', 'event.content'])
          .where('delivery.organisation_id', '=', organisation)
          .where('delivery.webhook_id', '=', id)
          .where('delivery.state', '=', 'waiting')
          .orderBy('event.sequence')
          .limit(50)
          .execute()
  if (webhook === undefined || rows.length === 0) {
    await finishJobs(tx, [job])
    return undefined
  }
  return {
    url: webhook.url,
    secret: house.vault.unwrap(
      webhook.wrapped_secret,
      placeOf(organisation, 'webhook', 'wrapped_secret', id),
    ),
    events: rows.map((row) => ({
      sequence: row.sequence,
      body: JSON.stringify({
        sequence: Number(row.sequence),
        kind: row.kind,
        organisation,
        award: row.award_id,
        at: row.at.toISOString(),
        content: row.content,
      }),
    })),
  }
}
