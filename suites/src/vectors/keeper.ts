// Keeps one answering process at a time: starts it, asks it, ends it when it hangs, grows or falls over, and goes
// on with a new one. Whatever happens in it becomes the conduct of the question it was answering.

import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FromChild, Setting, ToChild } from './messages.ts'
import type { Conduct } from './must-not.ts'
import type { Question } from './vector.ts'

export interface Patience {
  /** After so many milliseconds without an answer a question is taken to have no end. */
  readonly answer: number
  /** The process is ended when it is larger than so many MiB. */
  readonly mebibytes: number
}

export const usualPatience: Patience = { answer: 20_000, mebibytes: 1024 }

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
      { answer: startUp, mebibytes: this.#patience.mebibytes },
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
      settle({ how: 'loop', why: `no answer within ${patience.answer / 1000} s` })
    }, patience.answer)
    const look = setInterval(() => {
      const size = sizeOf(child.pid)
      if (size > patience.mebibytes)
        settle({ how: 'memory', why: `the process grew to ${Math.round(size)} MiB` })
    }, lookEvery)
    child.on('message', settle)
    child.on('exit', onExit)
    child.send(message)
  })
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
