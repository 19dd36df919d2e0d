// What one input costs: how long the event loop was kept, and by how much the process grew at its highest.

import { openSync, readSync, writeSync } from 'node:fs'

export interface Cost {
  readonly milliseconds: number
  readonly mebibytes: number
}

const MiB = 1024 * 1024

/** On Linux the highest size can be reset before each input. Opened before anything is forbidden. */
const files = ((): { readonly status: number; readonly reset: number } | undefined => {
  try {
    const opened = {
      status: openSync('/proc/self/status', 'r'),
      reset: openSync('/proc/self/clear_refs', 'w'),
    }
    writeSync(opened.reset, '5')
    return opened
  } catch {
    return undefined
  }
})()

const page = new Uint8Array(4096)

/** Elsewhere it is the highest size so far. */
function highest(): number {
  if (files === undefined) return process.resourceUsage().maxRSS * 1024
  const length = readSync(files.status, page, 0, page.length, 0)
  const found = /VmHWM:\s+(\d+) kB/.exec(new TextDecoder().decode(page.subarray(0, length)))
  return Number(found?.[1] ?? 0) * 1024
}

function resetHighest(): void {
  if (files !== undefined) writeSync(files.reset, '5')
}

/** The size of the process without what is left of earlier inputs; it was started so that it can be told to sweep. */
export function sizeAtRest(): number {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  return process.memoryUsage.rss()
}

/**
 * Runs a step and measures it. Time is the smaller of the clock's and the processor's over all threads: each is
 * an upper bound of how long the event loop was kept, and other programs make only the clock's longer. Growth is
 * above the size the process had at rest.
 */
export async function measured<T>(
  atRest: number,
  step: () => Promise<T>,
): Promise<{ readonly value: T; readonly cost: Cost }> {
  resetHighest()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const value = await step()
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return {
    value,
    cost: {
      milliseconds: Math.min(wall, (user + system) / 1000),
      mebibytes: Math.max(0, highest() - atRest) / MiB,
    },
  }
}
