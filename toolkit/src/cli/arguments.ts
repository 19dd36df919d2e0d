// The words after a command, by node:util's parser; anything unknown is bad usage.

import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Usage } from './command.ts'

export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error))
  }
}

/** Exactly one positional word. */
export function only(positionals: readonly string[], what: string): string {
  const [first, ...rest] = positionals
  if (first === undefined) throw new Usage(`${what} is missing.`)
  if (rest.length > 0) throw new Usage(`Only one ${what} is expected; “${rest[0]}” is too much.`)
  return first
}
