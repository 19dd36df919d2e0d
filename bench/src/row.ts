// One line of the table: operations of ours and of the peer in a second of processor time, all threads of this
// process counted, measured in turns. What else the machine does then weighs on neither.

export interface Row {
  readonly what: string
  readonly ours: number
  readonly peer?: number
  readonly ratio?: number
  /** The ratio that is to be reached. */
  readonly target?: number
}

/** Runs the two in turns for some rounds and gives the medians. */
export async function inTurns(
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
  settings: { readonly rounds?: number; readonly millis?: number } = {},
): Promise<{ readonly ours: number; readonly peer: number; readonly ratio: number }> {
  const { rounds = 7, millis = 250 } = settings
  const rates = { ours: [] as number[], peer: [] as number[] }
  await rate(ours, millis)
  await rate(peer, millis)
  for (let round = 0; round < rounds; round++) {
    rates.ours.push(await rate(ours, millis))
    rates.peer.push(await rate(peer, millis))
  }
  const a = median(rates.ours)
  const b = median(rates.peer)
  return { ours: a, peer: b, ratio: a / b }
}

/** Operations in a second of processor time, over at least that many milliseconds. */
export async function rate(step: () => Promise<unknown>, millis = 250): Promise<number> {
  const start = performance.now()
  const before = process.cpuUsage()
  let count = 0
  do {
    await step()
    count++
  } while (performance.now() - start < millis)
  const { user, system } = process.cpuUsage(before)
  return (count * 1_000_000) / (user + system)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
