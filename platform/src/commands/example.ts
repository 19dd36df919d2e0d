// `npm start`: the service with the example alliance in it, and in the terminal how to come in. Development only.

import { developmentSignIns } from '../people/development.ts'
import { BadConfig } from '../config.ts'
import { hasExamples } from '../example/alliance.ts'
import { busyDesk } from '../example/people.ts'
import { seedExample } from '../example/seed.ts'
import type { Command, Terminal } from './command.ts'
import { runService } from './start.ts'

export const exampleCommand: Command = {
  name: 'example',
  words: 'example',
  summary: 'Start the service with the example alliance in it, to try it out (not in production)',
  async run(_words, terminal) {
    const { config } = terminal
    if (config.production)
      throw new BadConfig('The example is for development: it does not run in production.')
    if (!hasExamples()) throw new BadConfig('The folder examples/ is not here.')
    return runService({ ...terminal, config }, async (service) => {
      const { alliance, finished } = await seedExample(service)
      greet(terminal, alliance.organisations.length, alliance.designs.length, service.port)
      finished.catch((error: unknown) => {
        // Ended before it was whole: the next start goes on.
        if (service.house.closing?.aborted !== true)
          terminal.complain(`The example is not whole: ${String(error)}`)
      })
    })
  },
}

function greet({ config, say }: Terminal, universities: number, designs: number, port: number) {
  const address = config.address
  const lines = [
    '',
    `An invented alliance of ${universities} universities with ${designs} designs. Nothing here is a real credential.`,
    '',
    `  Front page    ${address}/`,
    `  Check a file  ${address}/verify`,
    '',
    'Sign in, one for each role (only here, in development):',
    ...developmentSignIns(config).map(
      ({ role, path }) =>
        `  ${role.padEnd(12)}  ${address}${path}${role === 'learner' ? '' : `?at=${busyDesk}`}`,
    ),
    '',
    `Letters are written into ${config.dataFolder}/letters; data lies in ${config.dataFolder}.`,
    `Listening on ${config.host}:${port}. Ctrl-C ends it.`,
  ]
  say(lines.join('\n'))
}
