// `backup FILE` while the house works, `restore FILE` into an empty one.

import { join } from 'node:path'
import { openDatabase, openHouse } from '../open-house.ts'
import { BadBackup, writeBackup } from '../store/backup.ts'
import { migrate } from '../store/migrate.ts'
import { noteRestore, restoreBackup } from '../store/restore.ts'
import { type Command, WrongWords } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  words: 'backup FILE',
  summary: 'Write everything the house keeps into one file, while it works',
  async run([path], { config, say }) {
    if (path === undefined)
      throw new WrongWords('Say the file to write: tessera-server backup FILE')
    const database = await openDatabase(config)
    try {
      await migrate(database.url)
      const done = await writeBackup(path, {
        databaseUrl: database.url,
        keys: join(config.dataFolder, 'keys'),
        now: new Date(),
      })
      say(
        `${done.rows} rows and ${done.files} key files are in ${path} (${Math.ceil(done.bytes / 1024)} kB).`,
      )
      say(
        config.key === undefined
          ? `The key of the house is not in it: keep ${join(config.dataFolder, 'house.key')} apart from it, and as safe.`
          : 'The key of the house (TESSERA_KEY) is not in it: without it the backup opens to nobody.',
      )
      return 0
    } finally {
      await database.leave()
    }
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  words: 'restore FILE',
  summary: 'Bring a backup back into an empty house',
  async run([path], { config, say, complain }) {
    if (path === undefined) throw new WrongWords('Say the file: tessera-server restore FILE')
    const database = await openDatabase(config)
    try {
      const done = await restoreBackup(path, {
        databaseUrl: database.url,
        keys: join(config.dataFolder, 'keys'),
      })
      const { house, close } = await openHouse(config)
      try {
        await noteRestore(house, done)
      } finally {
        await close()
      }
      say(`${done.rows} rows and ${done.files} key files of ${done.at} are back.`)
      say(
        [
          'What happened after that moment is not known here. Before you open:',
          '  - withdraw again what was withdrawn since, and erase again who was erased since;',
          '  - close again the share links and API clients that were closed since;',
          '  - cohorts that were being sealed are paused, letters and calls on their way are put aside:',
          '    some of it may have gone out; look before you let them go on.',
          'All status lists were closed: new awards get places in new ones, so that none is given twice.',
        ].join('\n'),
      )
      return 0
    } catch (error) {
      if (!(error instanceof BadBackup)) throw error
      complain(error.message)
      return 1
    } finally {
      await database.leave()
    }
  },
}
