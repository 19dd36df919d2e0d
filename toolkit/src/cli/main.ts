// The command line: one command a file, refusals as sentences, never a stack trace.

import { randomBytes } from 'node:crypto'
import { Refused, sentenceOf } from '../refusal.ts'
import { checkCommand } from './check.ts'
import { exit, Usage, type Command, type Desk } from './command.ts'
import { importCommand } from './import.ts'
import { issueCommand } from './issue.ts'
import { isSystemError, reason } from './files.ts'
import { keysCommand } from './keys.ts'
import { askSecret } from './secret.ts'
import { showCommand } from './show.ts'
import { statusCommand } from './status.ts'
import { verifyCommand } from './verify.ts'

const commands: readonly Command[] = [
  checkCommand,
  issueCommand,
  verifyCommand,
  showCommand,
  importCommand,
  keysCommand,
  statusCommand,
]

/** Runs one command and gives the exit code. */
export async function main(args: readonly string[], desk: Desk = realDesk()): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h')
      return help(rest[0], desk)
    const command = commands.find((candidate) => candidate.name === name)
    if (command === undefined) throw new Usage(`There is no command “${name}”.`)
    if (rest.includes('--help') || rest.includes('-h')) return help(name, desk)
    return await command.run(rest, desk)
  } catch (error) {
    if (error instanceof Usage) {
      desk.err(`tessera: ${error.message}`)
      desk.err(
        `See: tessera help${commands.some((known) => known.name === name) ? ` ${name}` : ''}`,
      )
      return exit.usage
    }
    if (error instanceof Refused) {
      for (const refusal of error.refusals) desk.err(`✗ ${sentenceOf(refusal)}  (${refusal.code})`)
      return exit.no
    }
    if (isSystemError(error)) {
      const where = error.path === undefined ? '' : `${error.path}: `
      desk.err(`✗ ${where}${capital(reason(error))} Mend that and run the same again: it goes on.`)
      return exit.no
    }
    throw error
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function help(name: string | undefined, desk: Desk): number {
  const command = commands.find((candidate) => candidate.name === name)
  if (command !== undefined) {
    desk.out(command.help)
    return exit.ok
  }
  if (name !== undefined) throw new Usage(`There is no command “${name}”.`)
  desk.out('tessera: micro-credentials the European way\n')
  for (const { name: word, summary } of commands) desk.out(`  tessera ${word.padEnd(8)} ${summary}`)
  desk.out('\nEach with an example: tessera help COMMAND')
  return exit.ok
}

function realDesk(): Desk {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    stdin: async () => {
      const parts: Buffer[] = []
      for await (const part of process.stdin) parts.push(part as Buffer)
      return Buffer.concat(parts)
    },
    now: () => new Date(),
    random: (length) => randomBytes(length),
    environment: process.env,
    secret: askSecret,
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
  }
}
