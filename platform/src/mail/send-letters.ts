// From the outbox to the mail server. A letter goes at least once: a kill between the server's yes and our note of it
// sends it again, under the same Message-ID, by which mailboxes recognise it. What was sent forgets its link.

import { setTimeout as pause } from 'node:timers/promises'
import { inLanguage } from 'tessera/credential/text'
import type { House } from '../house.ts'
import { attemptsOutside, finishJobs, type Job, postponeJob, returnJobs } from '../jobs/queue.ts'
import { isPassing, type Trade } from '../jobs/worker.ts'
import { issuerOf } from '../issue/issuer-of.ts'
import { Erased, openSecret, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { sayIn } from '../web/messages.ts'
import { isMailAddress } from './address.ts'
import { compose } from './compose.ts'
import { type LetterContent, type LetterKind, openLetter, sealLetter } from './letters.ts'
import { NoMailServer, Undeliverable } from './smtp-mailer.ts'

export const letterTrade: Trade = {
  kinds: ['letter'],
  batch: 8,
  // One: of a worker that is killed one letter at most comes twice.
  hands: 1,
  work: async (house, jobs) => {
    for (const [i, job] of jobs.entries()) {
      if (house.closing?.aborted === true) {
        await house.store.atTheDoor((tx) => returnJobs(tx, jobs.slice(i)))
        return
      }
      await sendLetter(house, job)
    }
  },
}

interface Waiting {
  readonly id: string
  readonly kind: Exclude<LetterKind, 'slip'>
  readonly language: string
  readonly messageId: string
  readonly content: LetterContent
  readonly secret: Secret | undefined
  readonly from: { readonly name: string; readonly address: string } | undefined
}

async function sendLetter(house: House, job: Job): Promise<void> {
  const inside = <T>(work: (tx: Tx) => Promise<T>) =>
    house.store.asOrganisation(job.organisation, work)
  const letter = await inside((tx) => readWaiting(house, tx, job))
  if (letter === undefined) return
  const { kind, language, content, messageId, from } = letter
  const say = sayIn(language)
  try {
    await house.mailer.send({
      messageId,
      to: content.to,
      ...(from === undefined ? {} : { from }),
      ...compose(kind, content, say, language),
      language,
    })
  } catch (error) {
    await inside((tx) => noteFailure(house, tx, job, error))
    return
  }
  await insist(() => inside((tx) => noteSent(house, tx, job, letter)))
}

/** The letter is gone: if the database is away now, it is told when it is back, rather than sending again. */
async function insist(deed: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await deed()
      return
    } catch (error) {
      if (tries >= 40 || !isPassing(error)) throw error
      await pause(250)
    }
}

async function noteSent(house: House, tx: Tx, job: Job, letter: Waiting): Promise<void> {
  const { to, words } = letter.content
  await tx
    .updateTable('letter')
    .set({
      state: 'sent',
      sent_at: house.clock.now(),
      last_error: null,
      content: sealLetter(house, job.organisation, letter.id, letter.secret, { to, words }),
    })
    .where('organisation_id', '=', job.organisation)
    .where('id', '=', letter.id)
    .execute()
  await finishJobs(tx, [job])
}

async function readWaiting(house: House, tx: Tx, job: Job): Promise<Waiting | undefined> {
  const { organisation, subject: id } = job
  const row = await tx
    .selectFrom('letter')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.state !== 'waiting' || row.kind === 'slip') {
    await finishJobs(tx, [job])
    return undefined
  }
  try {
    const secret =
      row.secret_id === null ? undefined : await openSecret(house, tx, organisation, row.secret_id)
    return {
      id,
      kind: row.kind as Waiting['kind'],
      language: row.language,
      messageId: row.message_id,
      content: openLetter(house, organisation, id, secret, row.content),
      secret,
      from: await senderOf(tx, organisation),
    }
  } catch (error) {
    if (!(error instanceof Erased)) throw error
    // Whom it was for is forgotten here; nothing is sent.
    await tx
      .updateTable('letter')
      .set({ state: 'failed', last_error: 'erased' })
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .execute()
    await finishJobs(tx, [job])
    return undefined
  }
}

/** The organisation's own name, and its own address where its profile names one for letters. */
async function senderOf(tx: Tx, organisation: string): Promise<Waiting['from']> {
  const row = await tx
    .selectFrom('organisation')
    .select('profile')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  const address = mailOf(row.profile)
  if (address === undefined) return undefined
  const { organisation: names } = await issuerOf(tx, organisation)
  return { name: inLanguage(names.legalName, 'en').value, address }
}

function mailOf(profile: unknown): string | undefined {
  if (typeof profile !== 'object' || profile === null || !('mailFrom' in profile)) return undefined
  const { mailFrom } = profile
  return typeof mailFrom === 'string' && isMailAddress(mailFrom) ? mailFrom : undefined
}

async function noteFailure(house: House, tx: Tx, job: Job, error: unknown): Promise<void> {
  const { organisation, subject: id } = job
  const change = (set: { state?: 'bounced' | 'failed'; bounced_at?: Date; last_error: string }) =>
    tx
      .updateTable('letter')
      .set(set)
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .execute()
  if (error instanceof Undeliverable) {
    await change({ state: 'bounced', bounced_at: house.clock.now(), last_error: error.code })
    await finishJobs(tx, [job])
    return
  }
  if (error instanceof NoMailServer) {
    await returnJobs(tx, [job], new Date(house.clock.now().getTime() + 60_000))
    return
  }
  const code = faultCode(error)
  const outcome = await postponeJob(tx, house, job, code, attemptsOutside)
  await change({ last_error: code, ...(outcome === 'put-aside' ? { state: 'failed' } : {}) })
}

/** A code, never the message: servers quote addresses in their answers. */
function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode === 'number') return String(responseCode)
  return typeof code === 'string' ? code : error.name
}
