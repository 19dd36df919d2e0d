// The work the house does by itself: sealing, letters, webhooks, status lists, and what comes round with time.

import { setInterval } from 'node:timers'
import { Refused } from 'tessera/refusal'
import { dropOverdueRecords } from './hold/kept-record.ts'
import type { House } from './house.ts'
import { remind } from './issue/cohort-report.ts'
import { refreshPublications } from './issue/publish.ts'
import { sealingTrade } from './issue/sealing-trade.ts'
import { wakeWebhooks } from './jobs/events.ts'
import { addJobs, finishJobs, type Job } from './jobs/queue.ts'
import { webhookTrade } from './jobs/webhooks.ts'
import { startWorker, type Trade, type Worker, type WorkerSettings } from './jobs/worker.ts'
import { letterTrade } from './mail/send-letters.ts'

const hour = 3_600_000
const day = 24 * hour
/** Who has not opened their letter by then is reminded, once. */
const reminderAfter = 14 * day

const publishTrade: Trade = {
  kinds: ['publish'],
  batch: 1,
  hands: 1,
  work: async (house, jobs) => {
    for (const job of jobs) {
      await refreshPublications(house, job.organisation)
      await house.store.atTheDoor((tx) => finishJobs(tx, [job]))
    }
  },
}

/**
 * Once an hour for every organisation: lists that grow old, learners to remind, deliveries nobody woke, records that
 * need not be kept any longer.
 */
const tidyTrade: Trade = {
  kinds: ['tidy'],
  batch: 1,
  hands: 1,
  work: async (house, jobs) => {
    for (const job of jobs) await tidy(house, job)
  },
}

async function tidy(house: House, job: Job): Promise<void> {
  const { organisation } = job
  await house.store.asOrganisation(organisation, async (tx) => {
    await remind(house, tx, organisation, { restBetween: reminderAfter, once: true, most: 500 })
    const waiting = await tx
      .selectFrom('delivery')
      .select('webhook_id')
      .distinct()
      .where('organisation_id', '=', organisation)
      .where('state', '=', 'waiting')
      .execute()
    await wakeWebhooks(
      house,
      tx,
      organisation,
      waiting.map(({ webhook_id: id }) => id),
    )
    await dropOverdueRecords(house, tx, organisation)
    await tx
      .updateTable('job')
      .set({
        run_at: new Date(house.clock.now().getTime() + hour),
        leased_until: null,
        attempts: 0,
      })
      .where('id', '=', job.id)
      .execute()
  })
  try {
    await refreshPublications(house, organisation)
  } catch (error) {
    // Without keys there is nothing to publish yet.
    if (!(error instanceof Refused)) throw error
  }
}

export const trades: readonly Trade[] = [
  sealingTrade,
  letterTrade,
  webhookTrade(),
  publishTrade,
  tidyTrade,
]

/** Every organisation has its hourly round; a new one gets it within minutes. */
export async function setTimetable(house: House): Promise<void> {
  await house.store.atTheDoor(async (tx) => {
    const organisations = await tx.selectFrom('organisation').select('id').orderBy('id').execute()
    await addJobs(
      tx,
      house,
      organisations.map(({ id }) => ({ organisation: id, kind: 'tidy', key: `tidy:${id}` })),
    )
  })
}

export function startWork(house: House, settings: Omit<WorkerSettings, 'trades'> = {}): Worker {
  const round = () => void setTimetable(house).catch(() => undefined)
  round()
  const rounds = setInterval(round, 5 * 60_000)
  const worker = startWorker(house, { ...settings, trades })
  return {
    stop: async () => {
      clearInterval(rounds)
      await worker.stop()
    },
  }
}
