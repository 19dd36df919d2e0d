// The words after a command, by node:util's parser; anything unknown is bad usage.

import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Usage } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Read<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
): Read<O> {
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
