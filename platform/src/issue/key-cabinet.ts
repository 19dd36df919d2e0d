// Where organisations keep the keys they seal with: a folder each, as the command line makes and rotates them
// (`tessera keys`), opened with one passphrase. Keys in a security module are named there and stay in it.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKeys } from 'tessera/cli/keys'
import { type IssuerKeys, openIssuerKeys } from 'tessera/cli/issuer-keys'
import { keyFolder } from 'tessera/cli/key-folder'
import type { Issuer } from 'tessera/issue/issuer'
import type { KeyRecord } from 'tessera/seal/keys/file'
import { listKeys } from 'tessera/seal/keys/folder'
import type { AskPin } from 'tessera/seal/keys/pkcs11'
import type { Clock, House, KeyCabinet } from '../house.ts'
import type { Store } from '../store/store.ts'
import { issuerOf } from './issuer-of.ts'

export interface CabinetPlan {
  /** One folder an organisation lies in it. */
  readonly folder: string
  readonly passphrase: string
  readonly store: Store
  readonly clock: Clock
  /** For keys that stay in a token or security module. */
  readonly askPin?: AskPin
}

/** A rotated key is used after this long by every server; the revocation list of test keys is renewed with it. */
const kept = 3_600_000

export function openCabinet({ folder, passphrase, store, clock, askPin }: CabinetPlan): KeyCabinet {
  const opened = new Map<string, { readonly at: number; readonly keys: Promise<IssuerKeys> }>()
  return {
    keysOf(organisation) {
      const now = clock.now().getTime()
      const known = opened.get(organisation)
      if (known !== undefined && Math.abs(now - known.at) < kept) return known.keys
      const keys = store
        .asOrganisation(organisation, (tx) => issuerOf(tx, organisation))
        .then((issuer) =>
          openIssuerKeys(join(folder, organisation), issuer, passphrase, new Date(now), askPin),
        )
      opened.set(organisation, { at: now, keys })
      keys.catch(() => opened.delete(organisation))
      return keys
    },
  }
}

/**
 * Makes test keys with a test certificate for an organisation that has none: for development, demonstrations and
 * tests. Every file sealed with them says that it is no real credential.
 */
export async function makeTestKeys(
  plan: Pick<CabinetPlan, 'folder' | 'passphrase' | 'clock'> & Pick<House, 'random'>,
  organisation: string,
  issuer: Issuer,
): Promise<void> {
  const path = join(plan.folder, organisation)
  if ((await listKeys(keyFolder(path))).some(isActiveSeal)) return
  writeAbout(plan.folder, organisation, issuer)
  await makeKeys(
    {
      folder: keyFolder(path),
      passphrase: plan.passphrase,
      now: plan.clock.now(),
      random: plan.random,
      // The passphrase is 256 random bits: it is not guessed, however cheap a guess is.
      cost: { N: 2 ** 15, r: 8, p: 1 },
    },
    issuer,
    path,
    'p-256',
    { out: () => undefined },
  )
}

/** Until it has its certificate the key is not in use: what was cut off goes on. */
const isActiveSeal = ({ purpose, state }: KeyRecord) => purpose === 'seal' && state === 'active'

/** Who the issuer is, beside its keys: for `tessera keys --as`, and for people who look into the folder. */
export function writeAbout(folder: string, organisation: string, issuer: Issuer): string {
  const path = join(folder, organisation)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const about = join(path, 'issuer.json')
  writeFileSync(about, `${JSON.stringify(issuer, null, 2)}\n`)
  return about
}
