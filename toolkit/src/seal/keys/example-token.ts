// For tests only: a SoftHSM token of this run, where the machine has SoftHSM (Debian: softhsm2, opensc).

import { execFileSync } from 'node:child_process'
import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrivateJwk } from '#machine'

const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

export const modulePath =
  process.env['TESSERA_SOFTHSM'] ?? modules.find((path) => existsSync(path)) ?? ''
export const pin = '5678'

/** `skip` option of node:test: false where SoftHSM is there, else the printed reason. */
export const unlessSoftHsm =
  modulePath !== '' && has('softhsm2-util')
    ? false
    : 'SoftHSM is not here (as root: apt-get install softhsm2 opensc)'
export const unlessPkcs11Tool = unlessSoftHsm || (has('pkcs11-tool') ? false : 'opensc is not here')

function has(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, tool)))
}

let home: string | undefined

/** SoftHSM reads its settings once in a process, and sees no token that is made later: all are made at once. */
const tokens = ['Seals', 'Other', 'Issuer'] as const
export type ExampleToken = (typeof tokens)[number]

function homeOfTokens(): string {
  if (home !== undefined) return home
  const made = mkdtempSync(join(tmpdir(), 'tessera-token-'))
  mkdirSync(join(made, 'tokens'))
  const settings = join(made, 'softhsm2.conf')
  writeFileSync(settings, `directories.tokendir = ${made}/tokens\nobjectstore.backend = file\n`)
  process.env['SOFTHSM2_CONF'] = settings
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  home = made
  const pins = ['--so-pin', '12345678', '--pin', pin]
  for (const label of tokens) softHsm('--init-token', '--free', '--label', label, ...pins)
  return made
}

function softHsm(...words: readonly string[]): void {
  execFileSync('softhsm2-util', words, { stdio: 'pipe' })
}

/** Puts a key into the token; its number is its identifier. */
export function putKey(token: ExampleToken, label: string, number: string, key: PrivateJwk): void {
  const file = join(homeOfTokens(), `${label}.pem`)
  const pem = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' }).export({
    format: 'pem',
    type: 'pkcs8',
  })
  writeFileSync(file, pem)
  const where = ['--token', token, '--label', label, '--id', number, '--pin', pin]
  softHsm('--import', file, ...where)
}

export function putCertificate(
  token: ExampleToken,
  label: string,
  number: string,
  der: Uint8Array,
): void {
  const file = join(homeOfTokens(), `${label}.der`)
  writeFileSync(file, der)
  const where = ['--module', modulePath, '--token-label', token, '--login', '--pin', pin]
  const what = ['--write-object', file, '--type', 'cert', '--label', label, '--id', number]
  execFileSync('pkcs11-tool', [...where, ...what], { stdio: 'pipe' })
}

/** Makes a P-256 key in the token that asks for the PIN before every signature. */
export function makeCautiousKey(token: ExampleToken, label: string, number: string): void {
  homeOfTokens()
  const where = ['--module', modulePath, '--token-label', token, '--login', '--pin', pin]
  const what = ['--keypairgen', '--key-type', 'EC:prime256v1', '--label', label, '--id', number]
  execFileSync('pkcs11-tool', [...where, ...what, '--always-auth'], { stdio: 'pipe' })
}

export function nameOf(token: ExampleToken | 'Nowhere', label: string, more = ''): string {
  return `pkcs11:token=${token};object=${label}?module-path=${modulePath}${more}`
}
