// What a command of `tessera` is.

/** Exit codes, as the contract names them. */
export const exit = { ok: 0, no: 1, unknown: 2, usage: 64 } as const

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help: usage, options, one example at least. */
  readonly help: string
  run(args: readonly string[], desk: Desk): Promise<number>
}

/** Where a command writes and reads; tests hand in their own. */
export interface Desk {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly stdin: () => Promise<Uint8Array>
  readonly now: () => Date
  readonly random: (length: number) => Uint8Array
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Asks for something that must not be seen; undefined where nobody can be asked. */
  readonly secret?: (question: string) => Promise<string | undefined>
  /** Width of the terminal; undefined when the output is not one. */
  readonly columns: number | undefined
}

/** The command line was not understood. */
export class Usage extends Error {
  override readonly name = 'Usage'
}
