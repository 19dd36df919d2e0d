#!/usr/bin/env node
// The service and its operator's commands: `tessera-server [command]`.

import process from 'node:process'
import { Usage } from 'tessera/cli/command'
import { Refused } from 'tessera/refusal'
import { BadConfig, readConfig } from './config.ts'
import { commands } from './commands/index.ts'
import { withFiles } from './settings-files.ts'
import { NoPostgres } from './store/cluster-binaries.ts'
import { WrongWords } from './commands/command.ts'

const [name = 'start', ...words] = process.argv.slice(2)
const command = commands.find((each) => each.name === name)
const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

if (command === undefined) {
  const known = name === 'help' || name === '--help' || name === '-h'
  const width = Math.max(...commands.map((each) => each.words.length))
  const list = commands.map((each) => `  ${each.words.padEnd(width)}  ${each.summary}`)
  ;(known ? say : complain)(
    `${known ? '' : `There is no command ${name}.\n`}tessera-server [command]\n${list.join('\n')}`,
  )
  process.exitCode = known ? 0 : 64
} else {
  try {
    const environment = withFiles(process.env)
    process.exitCode = await command.run(words, {
      config: readConfig(environment),
      environment,
      say,
      complain,
      signals: (listener) => {
        process.on('SIGTERM', listener)
        process.on('SIGINT', listener)
      },
      exit: (code) => process.exit(code),
    })
  } catch (error) {
    complain(wordsFor(error))
    process.exitCode = error instanceof WrongWords ? 64 : 1
  }
}

/** What the operator can mend is said plainly; anything else is a fault of ours, with its place. */
function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Refused)
    return error.refusals.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n')
  const ofTheDisk = 'path' in error && 'syscall' in error
  const isPlain = [BadConfig, NoPostgres, Usage, WrongWords].some((kind) => error instanceof kind)
  return isPlain || ofTheDisk ? error.message : (error.stack ?? error.message)
}
