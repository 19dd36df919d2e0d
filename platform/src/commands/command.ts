// A command of the operator: a name, what follows it, one line that says what it does.

import type { Config } from '../config.ts'

export interface Terminal {
  readonly config: Config
  /** For the toolkit's commands that are used here: PINs and passphrases of what is imported. */
  readonly environment: Readonly<Record<string, string | undefined>>
  say(text: string): void
  complain(text: string): void
  /** Called when the system or the operator asks to end. */
  signals(listener: () => void): void
  exit(code: number): void
}

export interface Command {
  readonly name: string
  /** As it is typed: `backup FILE`. */
  readonly words: string
  readonly summary: string
  run(words: readonly string[], terminal: Terminal): Promise<number>
}

/** The command was typed wrong. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords'
}
