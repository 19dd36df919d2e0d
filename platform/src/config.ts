// The only reader of the environment. Every setting has a meaning, a default where one is safe, and a plain
// sentence when it is wrong.

import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Address people type; links in letters and QR codes begin with it. */
  TESSERA_ADDRESS: z.url().default('http://localhost:8080'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** How many proxies of yours stand in front and add to X-Forwarded-For. */
  TESSERA_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** PostgreSQL of your own; without it a private one is started in the data folder. */
  DATABASE_URL: z.string().optional(),
  /** Folder of PostgreSQL's programs for the private one; found by itself where it is not said. */
  TESSERA_POSTGRES: z.string().optional(),
  TESSERA_DATA: z.string().default('./data'),
  /** 32 bytes in base64url: the key of the house, kept outside the database. Development makes its own. */
  TESSERA_KEY: z.string().optional(),
  /** PIN of the token or security module organisations' seal keys lie in, unless pin-source names a file. */
  TESSERA_PKCS11_PIN: z.string().optional(),
  /** Threads of a server that seal and send; 0 where `tessera-server work` does it elsewhere. */
  TESSERA_WORKERS: z.coerce.number().int().min(0).max(32).default(1),
  /** After so many seconds the work of one that died is taken over. */
  TESSERA_LEASE_SECONDS: z.coerce.number().int().min(2).max(600).default(30),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Tessera <no-reply@localhost>'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

export interface Config {
  readonly production: boolean
  readonly address: string
  readonly port: number
  readonly host: string
  readonly proxies: number
  readonly databaseUrl?: string
  readonly dataFolder: string
  readonly postgres?: string
  readonly key?: string
  readonly tokenPin?: string
  readonly workers: number
  readonly leaseMillis: number
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
  }
}

export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/** Throws {@link BadConfig} naming every setting that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const answer = schema.safeParse(environment)
  if (!answer.success) {
    const lines = answer.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new BadConfig(`These settings are wrong:\n${lines.join('\n')}`)
  }
  const e = answer.data
  if (e.NODE_ENV === 'production' && e.TESSERA_KEY === undefined)
    throw new BadConfig(
      'TESSERA_KEY is missing: in production the key of the house is yours to keep.',
    )
  return {
    production: e.NODE_ENV === 'production',
    address: e.TESSERA_ADDRESS.replace(/\/$/, ''),
    port: e.PORT,
    host: e.HOST,
    proxies: e.TESSERA_PROXIES,
    ...(e.DATABASE_URL === undefined ? {} : { databaseUrl: e.DATABASE_URL }),
    dataFolder: e.TESSERA_DATA,
    ...(e.TESSERA_POSTGRES === undefined ? {} : { postgres: e.TESSERA_POSTGRES }),
    ...(e.TESSERA_KEY === undefined ? {} : { key: e.TESSERA_KEY }),
    ...(e.TESSERA_PKCS11_PIN === undefined ? {} : { tokenPin: e.TESSERA_PKCS11_PIN }),
    workers: e.TESSERA_WORKERS,
    leaseMillis: e.TESSERA_LEASE_SECONDS * 1000,
    ...(e.SMTP_URL === undefined ? {} : { smtpUrl: e.SMTP_URL }),
    mailFrom: e.MAIL_FROM,
    ...(e.OIDC_ISSUER !== undefined && e.OIDC_CLIENT_ID !== undefined
      ? {
          oidc: {
            issuer: e.OIDC_ISSUER,
            clientId: e.OIDC_CLIENT_ID,
            clientSecret: e.OIDC_CLIENT_SECRET ?? '',
          },
        }
      : {}),
  }
}
