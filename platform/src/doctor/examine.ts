// The doctor: looks at everything the service needs and changes nothing.

import { existsSync } from 'node:fs'
import { BadConfig, type Config } from '../config.ts'
import { openDatabase, openHouse } from '../open-house.ts'
import { NotOurs } from '../store/envelope.ts'
import { examineDatabase } from './database.ts'
import { about, type Finding, reasonOf } from './finding.ts'
import { examineHouse } from './house.ts'
import { examineAddress, examineDisk, examineMail } from './outside.ts'
import { examineSettings } from './settings.ts'

export async function examine(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const early = [...examineSettings(config, environment), ...(await examineDisk(config))]
  const rest = await Promise.all([
    examineStore(config),
    examineMail(config),
    examineAddress(config),
  ])
  return [...early, ...rest.flat()]
}

async function examineStore(config: Config): Promise<readonly Finding[]> {
  // Looking changes nothing: a private database is not made for it.
  if (config.databaseUrl === undefined && !existsSync(config.dataFolder)) return []
  let database: Awaited<ReturnType<typeof openDatabase>>
  try {
    database = await openDatabase(config)
  } catch (error) {
    const next = 'Set DATABASE_URL, or install PostgreSQL for the private database.'
    return [about('database').bad(reasonOf(error), next)]
  }
  try {
    const { findings, isOurs } = await examineDatabase(database.url, () => new Date())
    return isOurs ? [...findings, ...(await examineOpened(config))] : findings
  } finally {
    await database.leave()
  }
}

async function examineOpened(config: Config): Promise<readonly Finding[]> {
  try {
    const { house, close } = await openHouse(config, { log: () => undefined })
    try {
      return await examineHouse(house)
    } finally {
      await close()
    }
  } catch (error) {
    const isKey = error instanceof NotOurs || error instanceof BadConfig
    if (!isKey) throw error
    return [
      about('house key').bad(
        reasonOf(error),
        'Set TESSERA_KEY to the key this database was made with; nothing opens without it.',
      ),
    ]
  }
}
