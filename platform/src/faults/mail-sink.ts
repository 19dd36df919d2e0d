// A mail server that takes everything and counts it by Message-ID.

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailSink {
  readonly url: string
  /** Message-ID → how often it came. */
  readonly seen: ReadonlyMap<string, number>
  close(): Promise<void>
}

export async function openMailSink(): Promise<MailSink> {
  const seen = new Map<string, number>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const id = /^Message-ID:\s*(\S+)/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? ''
        seen.set(id, (seen.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  // A client that was killed breaks off; that is what it is here for.
  server.on('error', () => undefined)
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', () => settle())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    seen,
    close: () => new Promise<void>((settle) => server.close(() => settle())),
  }
}
