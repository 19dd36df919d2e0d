// The work beside the pages: sealing computes, and pages must not wait for it. Each thread opens the house for itself,
// as another process would.

import { setTimeout as pause } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Config } from './config.ts'
import { openHouse } from './open-house.ts'
import { startWork } from './work.ts'

export interface WorkThreads {
  /** What was begun is finished. */
  stop(): Promise<void>
}

/** One that ends by itself is started again. */
export function startWorkThreads(config: Config, count: number): WorkThreads {
  const state = { stopping: false }
  const run = async (): Promise<void> => {
    while (!state.stopping) {
      const thread = new Worker(new URL(import.meta.url), { workerData: { tesseraWork: config } })
      threads.add(thread)
      await new Promise<void>((settle) => {
        thread.on('error', () => undefined)
        thread.on('exit', () => settle())
      })
      threads.delete(thread)
      if (!state.stopping) await pause(1_000, undefined, { ref: false })
    }
  }
  const threads = new Set<Worker>()
  const all = Array.from({ length: count }, run)
  return {
    stop: async () => {
      state.stopping = true
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      for (const thread of threads) thread.postMessage('stop')
      await Promise.all(all)
    },
  }
}

async function work(config: Config, asked: Promise<void>): Promise<void> {
  const closing = new AbortController()
  void asked.then(() => closing.abort())
  const { house, close } = await openHouse(config, { closing: closing.signal })
  const worker = startWork(house, { leaseMillis: config.leaseMillis })
  await asked
  await worker.stop()
  await close()
}

if (!isMainThread && isWork(workerData)) {
  const port = parentPort
  const asked = new Promise<void>((settle) => port?.once('message', () => settle()))
  await work(workerData.tesseraWork, asked)
}

function isWork(data: unknown): data is { readonly tesseraWork: Config } {
  return typeof data === 'object' && data !== null && 'tesseraWork' in data
}
