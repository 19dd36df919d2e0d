// The answering process. It loads the verifier, makes it warm, comes to rest, forbids what must not happen, and
// then answers one question after the other, measuring each. It reads no file: questions bring their bytes.

import { setImmediate } from 'node:timers/promises'
import { listOf, readJsonObject, textOf, isObject } from 'tessera/read/json'
import { attempt } from 'tessera/refusal'
import { readTrustList } from 'tessera/trust/lists/index'
import type { Resolver } from 'tessera/trust/resolver'
import type { Areas, Asking, World } from './answer.ts'
import type { FromChild, Setting, ToChild } from './messages.ts'
import type { Deed } from './must-not.ts'
import type { Question } from './vector.ts'
import { measured, sizeAtRest } from './watch/cost.ts'
import { noteDeeds } from './watch/deeds.ts'
import { changesSince, snapshot } from './watch/pollution.ts'

const MiB = 1024 * 1024
/** Growth at rest after which a process is too old to measure by. */
const worn = 16 * MiB

interface Watch {
  readonly areas: Areas
  readonly world: Omit<World, 'resolver'>
  readonly deeds: Deed[]
  readonly atRest: number
  readonly pristine: ReturnType<typeof snapshot>
  /** Errors nobody caught while a question was being answered. */
  readonly stray: string[]
}

let watch: Watch | undefined

function say(message: FromChild): void {
  process.send?.(message)
}

async function begin({ trust, now, areas: address }: Setting): Promise<void> {
  const list = await attempt(() => readTrustList(trust, 'trust.json'))
  if (!list.ok) return say({ kind: 'unable', why: list.refusals[0]?.sentence ?? '' })
  const { areas, warmUp } = (await import(address ?? './areas/index.js')) as Asking
  const issuers = listOf(readJsonObject(trust)['issuers']).flatMap((issuer) =>
    isObject(issuer) ? (textOf(issuer['id']) ?? []) : [],
  )
  await warmUp()
  const stray: string[] = []
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => stray.push(nameOf(error)))
  await setImmediate()
  const deeds = noteDeeds()
  watch = {
    areas,
    world: { trust: [list.value], issuers, now: new Date(now) },
    deeds,
    stray,
    pristine: snapshot(),
    atRest: sizeAtRest(),
  }
  say({ kind: 'ready' })
}

function resolverOf({ statusList }: Question, lookUps: string[]): Resolver {
  return {
    get: async (url, kind) => {
      if (kind === 'status-list' && statusList !== undefined) return { bytes: statusList }
      lookUps.push(url)
      return undefined
    },
  }
}

async function answer(question: Question, own: Watch): Promise<void> {
  const { areas, deeds, stray, world, atRest, pristine } = own
  const lookUps: string[] = []
  deeds.length = 0
  stray.length = 0
  // What is left of receiving the question is not the verifier's.
  sizeAtRest()
  const { value, cost } = await measured(atRest, async () => {
    try {
      return await areas[question.area](question, {
        ...world,
        resolver: resolverOf(question, lookUps),
      })
    } catch (error) {
      stray.push(nameOf(error))
      return undefined
    }
  })
  // What was begun and not waited for shows itself now.
  await setImmediate()
  await setImmediate()
  const polluted = changesSince(pristine)
  say({
    kind: 'answer',
    answer: value,
    conduct: {
      ...cost,
      deeds: [...deeds],
      lookUps,
      polluted,
      ...(stray[0] === undefined ? {} : { ended: { how: 'crash', why: stray[0] } as const }),
    },
    spent: polluted.length > 0 || stray.length > 0 || sizeAtRest() - atRest > worn,
  })
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error)
}

/** A fault of the runner itself: the one who asked sees the process end. */
function fallOver(error: unknown): void {
  console.error(error)
  process.exit(70)
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'begin') begin(message.setting).catch(fallOver)
  else if (watch !== undefined) answer(message.question, watch).catch(fallOver)
})
process.on('disconnect', () => process.exit(0))
