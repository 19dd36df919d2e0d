// A progress bar on the error stream; a line now and then where that is no terminal.

import type { Desk } from './command.ts'

export interface Progress {
  step(done: number): void
  end(): void
}

export function progressBar(desk: Desk, total: number, what: string): Progress {
  const { columns } = desk
  let shown = -1
  return {
    step(done) {
      const share = total === 0 ? 1 : done / total
      if (columns === undefined) {
        const tenth = Math.floor(share * 10)
        if (tenth !== shown && done > 0) desk.err(`${what}: ${done} of ${total}`)
        shown = tenth
        return
      }
      const width = Math.max(10, Math.min(40, columns - what.length - 20))
      const full = Math.round(share * width)
      process.stderr.write(
        `\r${what} ▕${'█'.repeat(full)}${'░'.repeat(width - full)}▏ ${done} of ${total}`,
      )
    },
    end() {
      if (columns !== undefined) process.stderr.write('\n')
    },
  }
}
