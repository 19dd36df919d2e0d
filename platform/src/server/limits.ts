// How much one caller and all callers together may ask for. Counted in this process: with several processes
// the allowance is a few times as large, and what must hold exactly (wrong tries at a door) is counted in the store.

import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Allowance {
  /** Requests within the window. */
  readonly most: number
  readonly windowMs: number
}

export interface Counter {
  /** 0: go on; otherwise the seconds to wait. */
  spend(key: string, now: Date): number
}

/** A window that slides: the last one counts by the part of it that still overlaps. */
export function counter({ most, windowMs }: Allowance, remembered = 50_000): Counter {
  const seen = new Map<string, { window: number; count: number; before: number }>()
  return {
    spend(key, now) {
      const window = Math.floor(now.getTime() / windowMs)
      const known = seen.get(key)
      const entry =
        known?.window === window
          ? known
          : { window, count: 0, before: known?.window === window - 1 ? known.count : 0 }
      const into = (now.getTime() % windowMs) / windowMs
      if (entry.count + entry.before * (1 - into) >= most)
        return Math.max(1, Math.ceil((windowMs * (1 - into)) / 1000))
      entry.count += 1
      // Taken out and put back: the map's order is then the order of use, and the oldest goes first.
      seen.delete(key)
      seen.set(key, entry)
      if (seen.size > remembered) {
        const oldest = seen.keys().next().value
        if (oldest !== undefined) seen.delete(oldest)
      }
      return 0
    },
  }
}

export interface Gate {
  /** undefined: too busy. Otherwise the work's answer. */
  pass<T>(work: () => Promise<T>): Promise<T | undefined>
  /** Whoever comes now is turned away. */
  isFull(): boolean
  close(): void
}

/**
 * At most `width` requests at work and `queue` waiting, none longer than `patienceMs`: under overload some are
 * told at once to come back, and those let in are answered soon.
 */
export function gate({ width = 24, queue = 200, patienceMs = 500, delayMs = 300 } = {}): Gate {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  // The delay of the last second, not since the start.
  const fresh = setInterval(() => delay.reset(), 1000)
  fresh.unref()
  let working = 0
  const waiting: ((enters: boolean) => void)[] = []
  const isFull = () => working >= width && (waiting.length >= queue || delay.mean / 1e6 > delayMs)
  const enter = (): Promise<boolean> => {
    if (working < width) {
      working += 1
      return Promise.resolve(true)
    }
    if (isFull()) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (enters: boolean) => {
        clearTimeout(timer)
        resolve(enters)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(settle), 1)
        resolve(false)
      }, patienceMs)
      waiting.push(settle)
    })
  }
  const leave = () => {
    // Under pressure the newest goes first: the oldest have nearly lost patience, and all would be answered late.
    const next = waiting.length > queue / 2 ? waiting.pop() : waiting.shift()
    if (next === undefined) working -= 1
    else next(true)
  }
  return {
    isFull,
    async pass(work) {
      if (!(await enter())) return undefined
      try {
        return await work()
      } finally {
        leave()
      }
    },
    close() {
      clearInterval(fresh)
      delay.disable()
    },
  }
}
