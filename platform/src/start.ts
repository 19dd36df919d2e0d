// The service: from its settings to listening, and down again in good order.

import type { AddressInfo } from 'node:net'
import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.tsx'
import type { Config } from './config.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { gatekeeperOf } from './server/gatekeeper.tsx'
import type { Log } from './server/log.ts'
import { startWorkThreads } from './work-thread.ts'

export interface Service extends Omit<OpenHouse, 'close'> {
  readonly port: number
  /** Answers what was asked, gives work back, closes the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly log?: Log
  /** How long what was asked may take at the end. */
  readonly patience?: number
  /** How long a balancer in front may take to see that we are closing. */
  readonly notice?: number
}

export async function start(config: Config, options: StartOptions = {}): Promise<Service> {
  const { log, patience = 25_000, notice = config.production ? 5_000 : 0 } = options
  const closing = new AbortController()
  const opened = await openHouse(config, {
    closing: closing.signal,
    ...(log === undefined ? {} : { log }),
  })
  const { house } = opened
  let server: Server
  try {
    const listener = getRequestListener(createApp(house).fetch)
    server = await listen(gatekeeperOf(house).atTheSocket(listener), config)
  } catch (error) {
    await opened.close()
    throw error
  }
  const work = startWorkThreads(config, config.workers)
  let stopping: Promise<void> | undefined
  return {
    ...opened,
    port: (server.address() as AddressInfo).port,
    stop: () => {
      stopping ??= (async () => {
        // From here on /readyz says no, and workers take nothing new.
        closing.abort()
        await pause(notice)
        await Promise.all([closeServer(server, patience), work.stop()])
        await opened.close()
      })()
      return stopping
    },
  }
}

async function listen(listener: RequestListener, { port, host }: Config): Promise<Server> {
  const server = createServer(
    {
      // Slow senders hold a place no longer than this.
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    listener,
  )
  await new Promise<void>((settle, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      settle()
    })
  })
  return server
}

/** Nothing new; what was begun is finished, within the time given. */
async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((settle) => {
    server.close(() => settle())
  })
  server.closeIdleConnections()
  // A connection that falls idle after its last answer is closed as well.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(late)
}
