// Keeps one answering process at a time: starts it, asks it, ends it when it hangs, grows or falls over, and goes
// on with a new one. Whatever happens in it becomes the conduct of the question it was answering.

import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FromChild, Setting, ToChild } from './messages.ts'
import type { Conduct } from './must-not.ts'
import type { Question } from './vector.ts'

export interface Patience {
  /**
   * A question is taken to have no end after so many milliseconds of the processor, or of the clock, without an
   * answer. The processor's tells a loop on a busy machine; a process that waits for ever uses the clock's alone.
   */
  readonly processor: number
  readonly clock: number
  /** The process is ended when it is larger than so many MiB. */
  readonly mebibytes: number
}

export const usualPatience: Patience = { processor: 5_000, clock: 30_000, mebibytes: 1024 }

/** Loading and warming up, on a busy machine. */
const startUp = 60_000
const lookEvery = 100

export interface Outcome {
  readonly answer: { readonly word: string; readonly why: string } | undefined
  readonly conduct: Conduct
}

/** The answering process cannot be had at all. */
export class Unable extends Error {}

type Ended = NonNullable<Conduct['ended']>

export class Keeper {
  readonly #setting: Setting
  readonly #patience: Patience
  #child: ChildProcess | undefined

  constructor(setting: Setting, patience: Patience = usualPatience) {
    this.#setting = setting
    this.#patience = patience
  }

  /** Asks; never waits for ever. Throws {@link Unable} when no process can be started. */
  async ask(question: Question): Promise<Outcome> {
    const child = (this.#child ??= await this.#start())
    const said = await exchange(child, { kind: 'ask', question }, this.#patience)
    if ('how' in said || said.kind !== 'answer') {
      this.end()
      const ended: Ended = 'how' in said ? said : { how: 'crash', why: `it said ${said.kind}` }
      return { answer: undefined, conduct: { ...nothing, ended } }
    }
    if (said.spent) this.end()
    return { answer: said.answer, conduct: said.conduct }
  }

  /** The next question goes to a new process. */
  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), {
      execArgv: ['--expose-gc', '--max-old-space-size=768'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const said = await exchange(
      child,
      { kind: 'begin', setting: this.#setting },
      { processor: startUp, clock: startUp, mebibytes: this.#patience.mebibytes },
    )
    if ('how' in said || said.kind !== 'ready') {
      child.kill('SIGKILL')
      throw new Unable('how' in said ? said.why : said.kind === 'unable' ? said.why : said.kind)
    }
    return child
  }
}

const nothing = { milliseconds: 0, mebibytes: 0, deeds: [], lookUps: [], polluted: [] }

/** One message and the next one back, or how the process ended instead. */
function exchange(
  child: ChildProcess,
  message: ToChild,
  patience: Patience,
): Promise<FromChild | Ended> {
  return new Promise((resolve) => {
    const settle = (said: FromChild | Ended) => {
      clearTimeout(limit)
      clearInterval(look)
      child.off('message', settle)
      child.off('exit', onExit)
      resolve(said)
    }
    const onExit = (code: number | null, signal: string | null) =>
      settle({ how: 'crash', why: `the process ended (${signal ?? `exit ${code}`})` })
    const limit = setTimeout(() => {
      settle({ how: 'loop', why: `no answer within ${patience.clock / 1000} s` })
    }, patience.clock)
    const before = workOf(child.pid)
    const look = setInterval(() => {
      const size = sizeOf(child.pid)
      if (size > patience.mebibytes)
        settle({ how: 'memory', why: `the process grew to ${Math.round(size)} MiB` })
      else if (workOf(child.pid) - before > patience.processor)
        settle({ how: 'loop', why: `no answer after ${patience.processor / 1000} s of work` })
    }, lookEvery)
    child.on('message', settle)
    child.on('exit', onExit)
    child.send(message)
  })
}

/** Milliseconds the process has worked, where the system tells. */
function workOf(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // User and system time in hundredths of a second, the 12th and 13th after the name in brackets.
    const [user, kernel] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(kernel)) * 10
  } catch {
    return 0
  }
}

/** MiB the process holds, where the system tells. */
function sizeOf(pid: number | undefined): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]
    return (Number(pages) * 4096) / (1024 * 1024)
  } catch {
    return 0
  }
}
