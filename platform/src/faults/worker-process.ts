// A worker in a process of its own (`tessera-server work`), to be killed and begun again.

import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.js', import.meta.url))

export interface WorkerProcess {
  /** It has said that it works. */
  readonly isUp: () => boolean
  /** SIGKILL, and a new one takes its place. */
  killAndReplace(): void
  /** What it complained about last. */
  readonly complaint: () => string
  end(): Promise<void>
}

export function startWorkerProcess(environment: Readonly<Record<string, string>>): WorkerProcess {
  let up = false
  let complaint = ''
  let ending = false
  const begin = (): ChildProcess => {
    up = false
    const child = spawn(process.execPath, [main, 'work'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout?.on('data', (text: Buffer) => {
      if (child === current && text.includes('Tessera works.')) up = true
    })
    child.stderr?.on('data', (text: Buffer) => {
      complaint = text.toString('utf8').slice(0, 2_000)
    })
    child.on('exit', () => {
      // Killed by us or gone by itself: somebody must work.
      if (child === current && !ending) setTimeout(() => (current = begin()), 50)
    })
    return child
  }
  let current = begin()
  return {
    isUp: () => up,
    killAndReplace: () => {
      up = false
      current.kill('SIGKILL')
    },
    complaint: () => complaint,
    end: async () => {
      ending = true
      if (current.exitCode !== null || current.signalCode !== null) return
      const gone = new Promise<void>((settle) => current.once('exit', () => settle()))
      current.kill('SIGTERM')
      const late = setTimeout(() => current.kill('SIGKILL'), 20_000)
      await gone
      clearTimeout(late)
    },
  }
}
