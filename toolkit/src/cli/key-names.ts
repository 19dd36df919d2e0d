// What the deeds of `tessera keys` share: free names, one passphrase, the TEST authority of the folder.

import type { PublicJwk } from '#machine'
import { addressesOf } from '../issue/addresses.ts'
import type { Issuer } from '../issue/issuer.ts'
import type { orderOf } from '../issue/seal-order.ts'
import { refuse } from '../refusal.ts'
import { openKeyFile, privateKeyOf } from '../seal/keys/file.ts'
import { listKeys, type KeyHand } from '../seal/keys/folder.ts'
import { openTestAuthority, type TestAuthority } from '../trust/x509/test-authority.ts'

/** `did:web:…#seal-2026-1`, then `-2`: never a name used before. */
export async function nextName(
  hand: KeyHand,
  did: string,
  purpose: 'proof' | 'seal',
): Promise<string> {
  const taken = new Set((await listKeys(hand.folder)).map(({ kid }) => kid))
  for (let number = 1; ; number++) {
    const name = `${did}#${purpose}-${hand.now.getUTCFullYear()}-${number}`
    if (!taken.has(name)) return name
  }
}

/** One folder, one passphrase: no key is written under another than the keys that are there. */
export async function requirePassphrase(hand: KeyHand): Promise<void> {
  const [entry] = await listKeys(hand.folder)
  if (entry !== undefined)
    await openKeyFile(await hand.folder.read(entry.file), hand.passphrase, entry.file)
}

/** The TEST authority whose key lies in the folder; undefined where there is none. */
export async function openAuthority(hand: KeyHand): Promise<TestAuthority | undefined> {
  const entry = (await listKeys(hand.folder)).find(
    ({ purpose, state }) => purpose === 'authority' && state === 'active',
  )
  if (entry === undefined) return undefined
  const opened = await openKeyFile(await hand.folder.read(entry.file), hand.passphrase, entry.file)
  const certificate =
    entry.certificates[0] ??
    refuse('keys.authority', entry.file, 'The authority has no certificate.')
  return openTestAuthority({ certificate, key: privateKeyOf(opened) })
}

export function certifyBy(
  authority: TestAuthority,
  issuer: Issuer,
  publicKey: PublicJwk,
  order: ReturnType<typeof orderOf>,
): Promise<Uint8Array> {
  return authority.issueSealCertificate({
    ...order,
    publicKey,
    years: 3,
    crlAddress: addressesOf(issuer, '-').certificateRevocationList,
  })
}
