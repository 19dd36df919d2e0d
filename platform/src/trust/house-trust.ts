// What this house goes by when it checks files: its own organisations, and the trust lists the operator laid into
// the data folder (`trust/*`; in `trust/signers/` the certificates or keys one of which must have signed them).

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadTrust } from 'tessera/cli/trust-files'
import { Refused } from 'tessera/refusal'
import type { Trust, TrustList } from 'tessera/trust/trust'
import type { Clock, KeyCabinet } from '../house.ts'
import type { Store } from '../store/store.ts'

/** A new list, key or organisation counts after this long. */
const kept = 300_000

export function openTrust(given: {
  readonly folder: string
  readonly store: Store
  readonly keys: KeyCabinet
  readonly clock: Clock
}): () => Promise<Trust> {
  let known: { readonly at: number; readonly trust: Promise<Trust> } | undefined
  return () => {
    const at = given.clock.now().getTime()
    if (known !== undefined && Math.abs(at - known.at) < kept) return known.trust
    const trust = Promise.all([ownTrust(given.store, given.keys), listsOf(given.folder)]).then(
      (parts) => parts.flat(),
    )
    known = { at, trust }
    trust.catch(() => (known = undefined))
    return trust
  }
}

async function ownTrust(store: Store, keys: KeyCabinet): Promise<readonly TrustList[]> {
  const organisations = await store.atTheDoor((tx) =>
    tx.selectFrom('organisation').select('id').orderBy('id').execute(),
  )
  const lists = await Promise.all(
    organisations.map(({ id }) =>
      keys.keysOf(id).then(
        ({ trust }) => [trust],
        (error: unknown) => {
          // One that has no keys yet seals nothing; nobody needs to believe it.
          if (error instanceof Refused) return []
          throw error
        },
      ),
    ),
  )
  return lists.flat()
}

async function listsOf(folder: string): Promise<Trust> {
  const files = (path: string) =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map(({ name }) => join(path, name))
          .toSorted()
      : []
  const lists = files(folder)
  return lists.length === 0 ? [] : loadTrust(lists, files(join(folder, 'signers')))
}
