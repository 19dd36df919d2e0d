// Works without answering requests: as many of these as there are cores, beside one or several servers.

import { openHouse } from '../open-house.ts'
import { startWork } from '../work.ts'
import type { Command } from './command.ts'

export const workCommand: Command = {
  name: 'work',
  words: 'work',
  summary: 'Seal, send letters and publish status lists, without answering requests',
  async run(_words, { config, say, signals, exit }) {
    const closing = new AbortController()
    const { house, close } = await openHouse(config, { closing: closing.signal })
    const worker = startWork(house, { leaseMillis: config.leaseMillis })
    say('Tessera works.')
    await new Promise<void>((settle) => {
      let asked = 0
      signals(() => {
        asked += 1
        if (asked > 1) exit(1)
        closing.abort()
        settle()
      })
    })
    await worker.stop()
    await close()
    return 0
  },
}
