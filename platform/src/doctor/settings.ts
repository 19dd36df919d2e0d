// Settings that are right one by one and wrong together, or that nobody reads.

import { type Config, settings } from '../config.ts'
import { secretSettings } from '../settings-files.ts'
import { about, type Finding } from './finding.ts'

/** Read by other programs of ours that are started from the same environment. */
const others = new Set(['TESSERA_PASSPHRASE', 'TESSERA_PKCS12_PASSPHRASE', 'TESSERA_REFERENCE'])

export function examineSettings(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): readonly Finding[] {
  const { good, look, bad } = about('settings')
  const known = new Set([
    'TESSERA_SETTINGS',
    ...Object.keys(settings.shape),
    ...secretSettings.map((name) => `${name}_FILE`),
  ])
  const findings: Finding[] = Object.keys(environment)
    .filter((name) => name.startsWith('TESSERA_') && !known.has(name) && !others.has(name))
    .toSorted()
    .map((name) => look(`${name} is no setting and is not read.`, 'Is the name spelt right?'))
  const named = (names: readonly string[]) => names.filter((name) => !environment[name])
  const missing = named(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
  if (missing.length === 1 || missing.length === 2)
    findings.push(
      bad(
        `Sign-in with the identity provider is half set: ${missing.join(' and ')} missing.`,
        'Set all three of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none.',
      ),
    )
  const { protocol, hostname } = new URL(config.address)
  if (config.production && protocol !== 'https:')
    findings.push(
      bad(
        `People reach the service at ${config.address}, without encryption.`,
        'Put a proxy with a certificate in front and set TESSERA_ADDRESS to its https address.',
      ),
    )
  if (config.production && /^(localhost|127\.|\[::1\])/.test(hostname))
    findings.push(
      bad(
        'Links in letters lead to this machine only.',
        'Set TESSERA_ADDRESS to the address people type.',
      ),
    )
  if (config.production && config.databaseUrl === undefined)
    findings.push(
      look(
        'The database is the private one in the data folder.',
        'For several servers set DATABASE_URL; for one, back up with `tessera-server backup`.',
      ),
    )
  if (!config.production)
    findings.push(
      look(
        'NODE_ENV is not production.',
        'Set NODE_ENV=production before real people use the service.',
      ),
    )
  return findings.some(({ state }) => state === 'bad')
    ? findings
    : [good('They fit together.'), ...findings]
}
