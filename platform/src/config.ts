// The only reader of the environment. Every setting has a meaning, a default where one is safe, and a plain
// sentence when it is wrong.

import { z } from 'zod'

/** What can be set. `docs/guide/operator.md` lists it from here. */
export const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      '`production` wants a key of the house and a mail server, and has no example sign-ins',
    ),
  TESSERA_ADDRESS: z
    .url()
    .default('http://localhost:8080')
    .describe('Address people type; links in letters and QR codes begin with it'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port the service listens on; 0 takes a free one'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address of the machine it listens on; `0.0.0.0` in a container'),
  TESSERA_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies of yours stand in front and add to X-Forwarded-For'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL of your own; without it a private one is started in the data folder'),
  TESSERA_POSTGRES: z
    .string()
    .optional()
    .describe(
      "Folder of PostgreSQL's programs for the private one; found by itself where it is not said",
    ),
  TESSERA_DATA: z
    .string()
    .default('./data')
    .describe('Folder of seal keys, trust lists and, without DATABASE_URL, the database'),
  TESSERA_KEY: z
    .string()
    .optional()
    .describe(
      'Key of the house, kept outside the database: 32 bytes in base64url, or several with commas, the current one first. Development makes its own',
    ),
  TESSERA_PKCS11_PIN: z
    .string()
    .optional()
    .describe(
      "PIN of the token or security module organisations' seal keys lie in, unless pin-source names a file",
    ),
  TESSERA_WORKERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(32)
    .default(1)
    .describe(
      'Threads of a server that seal and send; 0 where `tessera-server work` does it elsewhere',
    ),
  TESSERA_LEASE_SECONDS: z.coerce
    .number()
    .int()
    .min(2)
    .max(600)
    .default(30)
    .describe('After so many seconds the work of one that died is taken over'),
  TESSERA_METRICS_TOKEN: z
    .string()
    .min(16)
    .max(200)
    .optional()
    .describe(
      'What your monitoring sends as `Authorization: Bearer …` to read /metrics; without it there is no /metrics',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('OpenTelemetry collector that traces are sent to (OTLP over HTTP, JSON)'),
  SMTP_URL: z
    .url()
    .optional()
    .describe('Mail server: `smtps://user:password@mail.example:465`; without it letters wait'),
  MAIL_FROM: z
    .string()
    .default('Tessera <no-reply@localhost>')
    .describe(
      'Who letters of the house itself come from; those of an organisation come from its own address',
    ),
  OIDC_ISSUER: z
    .url()
    .optional()
    .describe(
      'Identity provider of staff and learners (OpenID Connect); passkeys work without one',
    ),
  OIDC_CLIENT_ID: z.string().optional().describe('How the identity provider knows this service'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Its secret at the identity provider'),
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
  readonly metricsToken?: string
  readonly collector?: string
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
  // `NAME=` in a file or a container says nothing.
  const said = Object.entries(environment).filter(([, value]) => value !== '')
  const answer = settings.safeParse(Object.fromEntries(said))
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
    ...(e.TESSERA_METRICS_TOKEN === undefined ? {} : { metricsToken: e.TESSERA_METRICS_TOKEN }),
    ...(e.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? {}
      : { collector: e.OTEL_EXPORTER_OTLP_ENDPOINT }),
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
