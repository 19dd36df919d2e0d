// After a new key of the house came in (TESSERA_KEY=new,old): wraps everything with it, so that the old one can go.

import { openHouse } from '../open-house.ts'
import { rewrapEverything } from '../store/rewrap.ts'
import type { Command } from './command.ts'

export const rewrapCommand: Command = {
  name: 'rewrap',
  words: 'rewrap',
  summary: 'Wrap all secrets with the first key of TESSERA_KEY; then the others may go',
  async run(_words, { config, say }) {
    const { house, close } = await openHouse(config)
    try {
      const count = await rewrapEverything(house)
      say(`${count} secrets were wrapped with the current key of the house.`)
      return 0
    } finally {
      await close()
    }
  },
}
