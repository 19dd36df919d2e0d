// One changed byte, many times over: what Tessera calls valid, the Commission's library has to call passed as well.
// The other way round they may differ: Tessera is the stricter reader of JSON, base64 and headers.

import {
  authority,
  awardAt,
  later,
  sealedEdc,
  sealOf,
  settingsAt,
  worldAt,
} from './exhibits/edc-world.ts'
import { today } from './exhibits/edc-seals.ts'
import { stampsOf } from './exhibits/edc-time-stamps.ts'
import type { Exhibit, Finding } from './judge.ts'
import { dss, releases } from './judges/dss.ts'
import { ourselves } from './judges/tessera.ts'

export interface Agreement {
  readonly mutants: number
  readonly bothAccept: number
  readonly bothRefuse: number
  /** DSS accepts what Tessera refuses, by Tessera's words. */
  readonly stricter: readonly string[]
  /** Tessera accepts what DSS refuses: there must be none. */
  readonly laxer: readonly string[]
  /** Tessera accepts what DSS falls over, such as a damaged property outside of what is signed. */
  readonly unanswered: readonly string[]
}

/** xorshift32: the same mutants in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Half of the changes fall on the content, half on what stands around it. */
function mutantsOf(file: Buffer, count: number): readonly Buffer[] {
  const next = numbers(2026)
  const around = file.indexOf('"signatures"')
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = i % 2 === 0 ? [0, around] : [around, file.length]
    const copy = Buffer.from(file)
    const place = from + Math.floor(next() * (to - from))
    // Another printable character as a rule, so that the file stays readable; any byte now and then.
    const octet = i % 5 === 0 ? Math.floor(next() * 256) : 0x20 + Math.floor(next() * 0x5f)
    copy[place] = octet === copy[place] ? octet ^ 1 : octet
    return copy
  })
}

/** Undefined where the newest release of DSS cannot run. */
export async function compareMutants(count: number): Promise<Agreement | undefined> {
  const [newest] = releases
  if (newest === undefined) return undefined
  const judge = dss(newest)
  if ((await judge.available()) !== undefined) return undefined
  const world = await worldAt(later(today, 1))
  const seal = await sealOf(authority, later(today, -10))
  const timeStamps = await stampsOf(authority)
  const levels = [
    { level: 'B', settings: settingsAt(today) },
    { level: 'T', settings: settingsAt(today, { timeStamps }) },
  ] as const
  let [bothAccept, bothRefuse] = [0, 0]
  const stricter: string[] = []
  const laxer: string[] = []
  const unanswered: string[] = []
  for (const { level, settings } of levels) {
    const good = Buffer.from(await sealedEdc(awardAt(today), seal, settings))
    for (const bytes of mutantsOf(good, count / levels.length)) {
      const exhibit: Exhibit = {
        name: 'a changed byte',
        kind: 'edc',
        bytes,
        world,
        seal: { level, signingTime: 'iat', signedAt: today },
      }
      // A damaged time stamp proves nothing, and breaks nothing: DSS calls the seal passed at the level below.
      const theirs = await passedOrNot(() => judge.judge(exhibit))
      const ours = await ourselves.judge(exhibit)
      if (ours.outcome === theirs.outcome) {
        if (ours.outcome === 'accepted') bothAccept++
        else bothRefuse++
      } else if (ours.outcome === 'refused') stricter.push(`${theirs.said} | ${ours.said}`)
      else {
        const told = `${theirs.said} | ${ours.said} | ${placeOf(good, bytes)}`
        if (theirs.said.startsWith(fellOver)) unanswered.push(told)
        else laxer.push(told)
      }
    }
  }
  return { mutants: count, bothAccept, bothRefuse, stricter, laxer, unanswered }
}

const fellOver = 'no answer'

/** By DSS's indication alone, whatever the level; it throws at what it cannot take for a signature. */
async function passedOrNot(judge: () => Promise<Finding>): Promise<Finding> {
  try {
    const { said } = await judge()
    return { outcome: said.startsWith('TOTAL_PASSED JAdES-') ? 'accepted' : 'refused', said }
  } catch (error) {
    return { outcome: 'refused', said: `${fellOver}: ${String(error)}` }
  }
}

function placeOf(good: Buffer, bytes: Buffer): string {
  const at = good.findIndex((octet, i) => octet !== bytes[i])
  return `byte ${at}: …${bytes.subarray(at - 20, at + 20).toString('latin1')}…`
}
