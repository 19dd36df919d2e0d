// Where no mail server is named, in development: every letter becomes a file that a mail program opens.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from '../house.ts'

export function folderMailer(folder: string, mailFrom: string): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ messageId, to, from, subject, text, html, language }) {
      const { message } = await transport.sendMail({
        messageId,
        from: from ?? mailFrom,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Content-Language': language },
      })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // The same letter sent again is the same file.
      const name = messageId.replaceAll(/[^A-Za-z0-9.-]+/g, '').slice(0, 100)
      writeFileSync(join(folder, `${name}.eml`), message as Buffer, { mode: 0o600 })
    },
  }
}
