// Starts the service and stops it when asked to: what was asked for is answered, then it goes.

import { start } from '../start.ts'
import { BadConfig } from '../config.ts'
import type { Command } from './command.ts'

export const startCommand: Command = {
  name: 'start',
  words: 'start',
  summary: 'Start the service (the default)',
  async run(_words, { config, say, complain, signals, exit }) {
    const service = await start(config).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
        throw new BadConfig(
          `Port ${config.port} is taken by another program. Set PORT to a free one.`,
        )
      throw error
    })
    say(`Tessera listens at http://${config.host}:${service.port}`)
    return new Promise((settle) => {
      let asked = 0
      signals(() => {
        asked += 1
        if (asked > 1) return exit(1)
        service.stop().then(
          () => settle(0),
          (error: unknown) => {
            complain(error instanceof Error ? (error.stack ?? '') : String(error))
            settle(1)
          },
        )
      })
    })
  },
}
