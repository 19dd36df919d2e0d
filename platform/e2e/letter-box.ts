// A mail server on this machine that keeps what it is given.

import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface ReceivedLetter {
  readonly to: string
  readonly subject: string
  /** The part in plain text. */
  readonly text: string
  readonly source: string
}

export interface LetterBox {
  readonly url: string
  readonly received: readonly ReceivedLetter[]
  /** The next letter to somebody, waited for. */
  letterTo(address: string, subject?: RegExp): Promise<ReceivedLetter>
  close(): Promise<void>
}

export async function openLetterBox(): Promise<LetterBox> {
  const received: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const source = Buffer.concat(parts).toString('utf8')
        for (const { address } of envelope.rcptTo) received.push({ to: address, ...read(source) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    async letterTo(address, subject = /./) {
      const end = Date.now() + 180_000
      while (Date.now() < end) {
        const found = received.find((one) => one.to === address && subject.test(one.subject))
        if (found !== undefined) return found
        await pause(50)
      }
      const known = received.map(({ to, subject: about }) => `${to}: ${about}`).join('\n')
      throw new Error(`No letter to ${address} came. These did:\n${known}`)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}

/** As much of MIME (RFC 2045, 2047) as our own letters use. */
function read(source: string): Omit<ReceivedLetter, 'to'> {
  const [head = ''] = source.split(/\r?\n\r?\n/, 1)
  const subject = /^subject: (.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? ''
  const part = /content-type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?=\r?\n--|$)/i.exec(source)
  const encoding = /content-transfer-encoding: (\S+)/i.exec(part?.[0].split(/\r?\n\r?\n/)[0] ?? '')
  const body = part?.[1] ?? ''
  return {
    subject: decodedWords(subject.replaceAll(/\r?\n[ \t]/g, ' ')),
    text: decoded(body, encoding?.[1]?.toLowerCase() ?? '7bit'),
    source,
  }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  return quotedPrintable(body.replaceAll(/=\r?\n/g, ''))
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    ),
    'latin1',
  ).toString('utf8')

const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    )
