// The issuer's keys, opened: what seals, what the DID document lists, and what its own trust list says.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PublicJwk } from '#machine'
import { inLanguage } from '../credential/text.ts'
import { issuerDid } from '../issue/addresses.ts'
import type { Issuer } from '../issue/issuer.ts'
import { aliasesOf } from '../issue/trial.ts'
import { refuse } from '../refusal.ts'
import { openKeyFile, privateKeyOf } from '../seal/keys/file.ts'
import { documentKeysOf, listKeys, openKeyring } from '../seal/keys/folder.ts'
import type { AskPin } from '../seal/keys/pkcs11.ts'
import type { Keyring } from '../seal/signer.ts'
import type { DocumentKey } from '../trust/did/document.ts'
import type { TrustAnchor, TrustList } from '../trust/trust.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { readPem } from '../trust/x509/pem.ts'
import { openTestAuthority } from '../trust/x509/test-authority.ts'
import { Usage, type Desk } from './command.ts'
import { keyFolder } from './key-folder.ts'

export { generateKeyPair as newKey } from '../seal/keys/generate.ts'

export interface IssuerKeys {
  readonly keyring: Keyring
  readonly documentKeys: readonly DocumentKey[]
  /** The issuer's own list: itself, its keys, the authority its seal hangs from. */
  readonly trust: TrustList
  /** Revocation list of the test authority, DER. */
  readonly revocationList?: Uint8Array
  /** Sealed under the test authority. */
  readonly test: boolean
}

export function passphraseOf(desk: Desk): string {
  const passphrase = desk.environment['TESSERA_PASSPHRASE']
  if (passphrase === undefined || passphrase === '') {
    throw new Usage(
      'Give the passphrase of the keys in the environment variable TESSERA_PASSPHRASE.',
    )
  }
  return passphrase
}

export async function openIssuerKeys(
  path: string,
  issuer: Issuer,
  passphrase: string,
  now: Date,
  askPin?: AskPin,
): Promise<IssuerKeys> {
  const folder = keyFolder(path)
  const entries = await listKeys(folder)
  if (entries.length === 0)
    refuse(
      'keys.none',
      path,
      'There are no keys here. Make them with: tessera keys new --as ISSUER.yaml',
    )
  const did = issuerDid(issuer)
  const keyring = await openKeyring(folder, passphrase, askPin)
  requireOwnNames(keyring, issuer, path)
  const authority = entries.find(
    ({ purpose, state }) => purpose === 'authority' && state === 'active',
  )
  const anchors: TrustAnchor[] = [
    ...readAnchors(join(path, 'anchors.pem')),
    ...readAnchors(join(path, 'time-stamp-anchors.pem')).map(
      (anchor): TrustAnchor => ({ ...anchor, purposes: ['time-stamps'] }),
    ),
  ]
  let revocationList: Uint8Array | undefined
  if (authority !== undefined) {
    const opened = await openKeyFile(await folder.read(authority.file), passphrase, authority.file)
    const certificate =
      authority.certificates[0] ??
      refuse('keys.authority', authority.file, 'The authority has no certificate.')
    const test = openTestAuthority({ certificate, key: privateKeyOf(opened) })
    anchors.push(test.anchor)
    revocationList = await test.revocationList({
      revoked: [],
      number: Math.floor(now.getTime() / 1000),
      now,
      days: 31,
    })
  }
  const documentKeys = documentKeysOf(did, entries)
  const name = inLanguage(issuer.organisation.legalName, 'en').value
  const test = authority !== undefined
  return {
    keyring,
    documentKeys,
    test,
    ...(revocationList === undefined ? {} : { revocationList }),
    trust: {
      name: `${name}: own trust list${test ? ' (TEST)' : ''}`,
      issuedAt: now,
      anchors,
      issuers: [
        {
          id: did,
          name,
          alsoKnownAs: aliasesOf(issuer),
          keys: documentKeys
            .filter(({ revoked }) => revoked === undefined)
            .map(({ fragment, key }): PublicJwk => ({ ...key, kid: `${did}#${fragment}` })),
          ...(issuer.organisation.country === undefined
            ? {}
            : { country: issuer.organisation.country }),
          ...(test ? { test } : {}),
        },
      ],
      revocationLists: revocationList === undefined ? [] : [revocationList],
      ...(test ? { test } : {}),
    },
  }
}

/** Keys of another issuer must not seal: the certificate's names and the key's address are compared first. */
function requireOwnNames(keyring: Keyring, issuer: Issuer, path: string): void {
  const did = issuerDid(issuer)
  for (const signer of [keyring.proof, keyring.seal]) {
    if (signer.verificationMethod?.startsWith(`${did}#`) !== true) {
      refuse(
        'keys.other-issuer',
        path,
        `These keys belong to ${signer.verificationMethod ?? 'somebody else'}, not to ${did}.`,
      )
    }
  }
  const leaf = keyring.seal.certificates[0]
  if (leaf === undefined) refuse('keys.no-certificate', path, 'The seal key has no certificate.')
  else {
    const { organizationIdentifier } = readCertificate(leaf)
    const own = issuer.organisation.identifiers.some(
      ({ scheme, value }) => scheme === 'eidas' && value === organizationIdentifier,
    )
    if (!own) {
      refuse(
        'keys.other-issuer',
        path,
        `The seal certificate is that of ${organizationIdentifier ?? 'an unnamed organisation'}, not of this organisation.`,
      )
    }
  }
}

function readAnchors(file: string): TrustAnchor[] {
  if (!existsSync(file)) return []
  return readPem(readFileSync(file, 'utf8'), 'CERTIFICATE', file).map((certificate) => ({
    name: readCertificate(certificate).subjectName,
    certificate,
  }))
}
