#!/usr/bin/env node
// The service and its operator's commands: `tessera-server [command]`.

import process from 'node:process'
import { BadConfig, readConfig } from './config.ts'
import { commands } from './commands/index.ts'
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
    process.exitCode = await command.run(words, {
      config: readConfig(process.env),
      say,
      complain,
      signals: (listener) => {
        process.on('SIGTERM', listener)
        process.on('SIGINT', listener)
      },
      exit: (code) => process.exit(code),
    })
  } catch (error) {
    // What the operator can mend is said plainly; anything else is a fault of ours, with its place.
    const plain =
      error instanceof BadConfig || error instanceof NoPostgres || error instanceof WrongWords
    complain(plain ? error.message : error instanceof Error ? (error.stack ?? '') : String(error))
    process.exitCode = error instanceof WrongWords ? 64 : 1
  }
}
