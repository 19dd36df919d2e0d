// Letters over SMTP. Who refuses an address for good is told apart from who cannot take a letter now.

import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Mailer } from '../house.ts'
import { isMailAddress } from './address.ts'

/** The other side will never take this letter (SMTP 5yz for its address or its content). */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
  readonly code: string

  constructor(code: string) {
    super('The letter was refused for good.')
    this.code = code
  }
}

/** No mail server is named yet: letters wait. */
export class NoMailServer extends Error {
  override readonly name = 'NoMailServer'
}

export function openMailer({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mailer {
  if (smtpUrl === undefined)
    return {
      send: () =>
        Promise.reject(new NoMailServer('SMTP_URL is missing: letters wait until it is set.')),
    }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Nothing of a letter is read from a disk or another host.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ messageId, to, from, subject, text, html, language }) {
      if (!isMailAddress(to)) throw new Undeliverable('550')
      try {
        await transport.sendMail({
          messageId,
          // The envelope names the one recipient, whatever a header might be read as.
          envelope: { from: from?.address ?? addressOf(mailFrom), to: [to] },
          from: from ?? mailFrom,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: {
            'Content-Language': language,
            // No answering machine needs to reply (RFC 3834).
            'Auto-Submitted': 'auto-generated',
          },
        })
      } catch (error) {
        throw forGood(error) ?? error
      }
    },
  }
}

function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
}

/** A refused sign-in or a broken greeting is our own trouble, not the learner's address. */
function forGood(error: unknown): Undeliverable | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const aboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!aboutLetter || responseCode === undefined || responseCode < 500) return undefined
  return new Undeliverable(String(responseCode))
}
