// What lies around the service: the mail server, the disk, the address people type.

import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { about, type Finding, reasonOf } from './finding.ts'

export async function examineMail({
  smtpUrl,
  mailFrom,
  production,
}: Config): Promise<readonly Finding[]> {
  const { good, look, bad } = about('mail')
  if (smtpUrl === undefined)
    return production
      ? [bad('No mail server is set: letters wait.', 'Set SMTP_URL.')]
      : [look('Letters become files in the data folder.', 'Set SMTP_URL to send them.')]
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 5_000,
  })
  const { hostname } = new URL(smtpUrl)
  const findings: Finding[] = []
  try {
    await transport.verify()
    findings.push(good(`${hostname} takes letters.`))
  } catch (error) {
    findings.push(
      bad(
        `${hostname} takes no letters: ${reasonOf(error)}`,
        'Are host, port, user and password of SMTP_URL right, and is the way there open?',
      ),
    )
  } finally {
    transport.close()
  }
  if (production && /@localhost\b/.test(mailFrom))
    findings.push(
      bad(
        'Letters of the house come from localhost.',
        'Set MAIL_FROM to an address of your domain.',
      ),
    )
  return findings
}

const GiB = 1024 ** 3

export async function examineDisk({ dataFolder, key }: Config): Promise<readonly Finding[]> {
  const { good, look, bad } = about('disk')
  const findings: Finding[] = []
  if (!existsSync(dataFolder))
    return [look(`${dataFolder} is not there yet.`, 'Start the service: it makes it.')]
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK)
    const { bavail, bsize, blocks } = await statfs(dataFolder)
    const free = bavail * bsize
    const words = `${(free / GiB).toFixed(1)} GiB of ${((blocks * bsize) / GiB).toFixed(1)} are free.`
    findings.push(
      free < GiB / 5
        ? bad(words, 'Make room now: PostgreSQL stops when the disk is full.')
        : free < 2 * GiB
          ? look(words, 'Make room.')
          : good(words),
    )
  } catch (error) {
    return [
      bad(
        `The data folder cannot be read and written: ${reasonOf(error)}`,
        'Set TESSERA_DATA to a folder of the user the service runs as.',
      ),
    ]
  }
  const kept = join(dataFolder, 'house.key')
  if (key === undefined)
    try {
      if ((statSync(kept).mode & 0o077) !== 0)
        findings.push(bad(`${kept} can be read by others.`, `chmod 600 ${kept}`))
    } catch {
      // None was made yet.
    }
  return findings
}

export async function examineAddress({ address }: Config): Promise<readonly Finding[]> {
  const { good, look } = about('address')
  const next = 'Is the service started, does the name lead here, and is the certificate valid?'
  try {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) })
    return [
      answer.ok
        ? good(`${address} is ready.`)
        : look(`${address} answers ${answer.status}: ${(await answer.text()).slice(0, 80)}`, next),
    ]
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return [look(`${address} does not answer from here: ${reasonOf(reason)}`, next)]
  }
}
