// Who does the work: leases what is due, does it, and goes on. Any number of workers run side by side, in one process
// or in many. Stopping finishes what was begun; being killed loses only time.

import { setTimeout as pause } from 'node:timers/promises'
import type { House } from '../house.ts'
import { faultOf } from '../server/log.ts'
import { isGone } from '../store/store.ts'
import { type Job, type JobKind, leaseJobs, postponeJob, renewLeases, returnJobs } from './queue.ts'

/** How one kind of work is done. It finishes its jobs in the transaction of the deed, or puts them off. */
export interface Trade {
  readonly kinds: readonly JobKind[]
  /** How many jobs are taken at a time. */
  readonly batch: number
  /** How many workers of a process do it side by side. */
  readonly hands: number
  readonly work: (house: House, jobs: readonly Job[]) => Promise<void>
}

export interface WorkerSettings {
  readonly trades: readonly Trade[]
  /** A worker that was killed is missed after this long. */
  readonly leaseMillis?: number
  /** How often somebody with nothing to do looks whether there is. */
  readonly idleMillis?: number
}

export interface Worker {
  /** Nothing new is begun; resolves when what was begun is done. */
  stop(): Promise<void>
}

export function startWorker(house: House, settings: WorkerSettings): Worker {
  const { trades, leaseMillis = 30_000, idleMillis = 500 } = settings
  const stopping = new AbortController()
  const hands = trades.flatMap((trade) =>
    Array.from({ length: trade.hands }, () =>
      hand(house, trade, { leaseMillis, idleMillis, stopping: stopping.signal }),
    ),
  )
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(hands)
    },
  }
}

interface Shift {
  readonly leaseMillis: number
  readonly idleMillis: number
  readonly stopping: AbortSignal
}

async function hand(house: House, trade: Trade, shift: Shift): Promise<void> {
  const { leaseMillis, idleMillis, stopping } = shift
  const rest = (millis: number) =>
    pause(millis, undefined, { signal: stopping }).catch(() => undefined)
  while (!stopping.aborted) {
    let jobs: readonly Job[]
    try {
      jobs = await leaseJobs(house, { kinds: trade.kinds, most: trade.batch, millis: leaseMillis })
    } catch (error) {
      // The database is away: it is asked again, and says so in the log once a look.
      tellFault(house, 'no work to be had', error)
      await rest(Math.max(idleMillis, 250))
      continue
    }
    if (jobs.length === 0) await rest(idleMillis)
    else await doJobs(house, trade, jobs, leaseMillis)
  }
}

/** Does some jobs once; what went wrong is put off, never lost. Tests call it without a worker. */
export async function doJobs(
  house: House,
  trade: Trade,
  jobs: readonly Job[],
  leaseMillis = 30_000,
): Promise<void> {
  const renewing = setInterval(() => {
    void renewLeases(house, jobs, leaseMillis).catch(() => undefined)
  }, leaseMillis / 3)
  try {
    await trade.work(house, jobs)
  } catch (error) {
    clearInterval(renewing)
    tellFault(house, 'work put off', error)
    await putOff(house, jobs, error)
  } finally {
    clearInterval(renewing)
  }
}

/** Whatever is due, until nothing is. For tests and for commands that do not stay. */
export async function doAllDue(house: House, trades: readonly Trade[]): Promise<number> {
  let count = 0
  for (;;) {
    let found = 0
    for (const trade of trades) {
      const jobs = await leaseJobs(house, { kinds: trade.kinds, most: trade.batch, millis: 30_000 })
      if (jobs.length > 0) await doJobs(house, trade, jobs)
      found += jobs.length
    }
    if (found === 0) return count
    count += found
  }
}

async function putOff(house: House, jobs: readonly Job[], error: unknown): Promise<void> {
  const { fault, code = '' } = faultOf(error)
  try {
    await house.store.atTheDoor(async (tx) => {
      if (isPassing(error)) {
        // No fault of the job: it counts as not begun, and waits a moment.
        await returnJobs(tx, jobs, new Date(house.clock.now().getTime() + 1_000))
        return
      }
      for (const job of jobs) await postponeJob(tx, house, job, `${fault} ${code}`.trim())
    })
  } catch (again) {
    // Not even that could be written down: the lease runs out by itself.
    tellFault(house, 'work left lying', again)
  }
}

/** Of the database or the way to it, no fault of the work: it passes (SQLSTATE classes 40, 53, 55, 57, 58). */
export function isPassing(error: unknown): boolean {
  const { code = '' } = faultOf(error)
  return isGone(error) || /^(40|53|55|57|58)[0-9A-Z]{3}$/.test(code) || code === 'XX000'
}

function tellFault(house: House, message: string, error: unknown): void {
  house.log?.({
    at: house.clock.now().toISOString(),
    level: 'error',
    message,
    ...faultOf(error),
  })
}
