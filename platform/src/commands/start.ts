// Starts the service and stops it when asked to: what was asked for is answered, then it goes.

import { BadConfig } from '../config.ts'
import { type Service, start } from '../start.ts'
import type { Command, Terminal } from './command.ts'

export const startCommand: Command = {
  name: 'start',
  words: 'start',
  summary: 'Start the service (the default)',
  run: (_words, terminal) =>
    runService(terminal, ({ port }) => {
      terminal.say(`Tessera listens at http://${terminal.config.host}:${port}`)
      return Promise.resolve()
    }),
}

/** @param then once it listens; only then it is said to the world */
export async function runService(
  { config, complain, signals, exit }: Terminal,
  then: (service: Service) => Promise<void>,
): Promise<number> {
  const service = await start(config).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new BadConfig(
        `Port ${config.port} is taken by another program. Set PORT to a free one.`,
      )
    throw error
  })
  const ended = new Promise<number>((settle) => {
    let asked = 0
    signals(() => {
      asked += 1
      // A second time means now.
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
  try {
    await then(service)
  } catch (error) {
    await service.stop()
    throw error
  }
  return ended
}
