// The house made ready from its settings: its database, its keys, and what it looks things up with. The service
// and every command of the operator begin here, and end with `close`.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { network } from 'tessera/cli/network'
import { askPinAt } from 'tessera/cli/token-pin'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { openCabinet } from './issue/key-cabinet.ts'
import { withOwnPublications } from './issue/publish.ts'
import { folderMailer } from './mail/folder-mailer.ts'
import { openMailer } from './mail/smtp-mailer.ts'
import { type Log, toStandardOutput } from './server/log.ts'
import { joinCluster } from './store/cluster.ts'
import { migrate } from './store/migrate.ts'
import { openStore, type Store } from './store/store.ts'
import { houseSecret, keysOfFolder, openVaultOf, readKeys } from './store/vault.ts'
import { openTrust } from './trust/house-trust.ts'

export interface OpenHouse {
  readonly house: House
  readonly databaseUrl: string
  /** Where test keys of organisations lie and what opens them. */
  readonly cabinet: { readonly folder: string; readonly passphrase: string }
  close(): Promise<void>
}

export const systemRandom = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/** The database of the settings, or the private one of the data folder. */
export async function openDatabase(
  config: Config,
): Promise<{ readonly url: string; leave(): Promise<void> }> {
  if (config.databaseUrl !== undefined)
    return { url: config.databaseUrl, leave: () => Promise.resolve() }
  return joinCluster(
    config.dataFolder,
    config.postgres === undefined ? {} : { binaries: config.postgres },
  )
}

export async function openHouse(
  config: Config,
  { log = toStandardOutput, closing }: { readonly log?: Log; readonly closing?: AbortSignal } = {},
): Promise<OpenHouse> {
  const database = await openDatabase(config)
  let store: Store | undefined
  try {
    await migrate(database.url)
    store = openStore(database.url)
    const { house, cabinet } = await furnish(config, store)
    const opened = store
    return {
      house: { ...house, log, ...(closing === undefined ? {} : { closing }) },
      databaseUrl: database.url,
      cabinet,
      close: async () => {
        await opened.close()
        await database.leave()
      },
    }
  } catch (error) {
    await store?.close()
    await database.leave()
    throw error
  }
}

async function furnish(
  config: Config,
  store: Store,
): Promise<{ readonly house: House; readonly cabinet: OpenHouse['cabinet'] }> {
  const random = systemRandom
  const clock = { now: () => new Date() }
  const keysOfHouse =
    config.key === undefined ? keysOfFolder(config.dataFolder, random) : readKeys(config.key)
  const vault = await openVaultOf(store, keysOfHouse, random)
  const cabinet = {
    folder: join(config.dataFolder, 'keys'),
    passphrase: Buffer.from(await houseSecret(store, vault, random, 'keys')).toString('base64url'),
  }
  const keys = openCabinet({
    ...cabinet,
    store,
    clock,
    askPin: askPinAt({ environment: { TESSERA_PKCS11_PIN: config.tokenPin } }),
  })
  const house: House = {
    config,
    store,
    clock,
    random,
    vault,
    keys,
    mailer:
      config.smtpUrl === undefined && !config.production
        ? folderMailer(join(config.dataFolder, 'letters'), config.mailFrom)
        : openMailer(config),
    trust: openTrust({ folder: join(config.dataFolder, 'trust'), store, keys, clock }),
    resolver: network,
  }
  // What our own organisations serve is read from the store, also where their names do not lead here yet.
  return { house: { ...house, resolver: withOwnPublications(house, network) }, cabinet }
}
