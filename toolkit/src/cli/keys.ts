// tessera keys new|import|list|rotate: the keys an issuer seals with.

import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { issuerDid } from '../issue/addresses.ts'
import type { Issuer } from '../issue/issuer.ts'
import { orderOf } from '../issue/seal-order.ts'
import { refuse } from '../refusal.ts'
import { writeKeyFile } from '../seal/keys/file.ts'
import {
  changeKey,
  listKeys,
  newKey,
  rotateKey,
  type KeyEntry,
  type KeyHand,
} from '../seal/keys/folder.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { publicPartOf } from '../seal/keys/key-kind.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { createTestAuthority, type TestAuthority } from '../trust/x509/test-authority.ts'
import { exit, Usage, type Command, type Desk } from './command.ts'
import { readArguments } from './arguments.ts'
import { keyFolder } from './key-folder.ts'
import { passphraseOf } from './issuer-keys.ts'
import { certifyBy, nextName, openAuthority, requirePassphrase } from './key-names.ts'
import { takeFile, takeFromToken } from './keys-import.ts'
import { loadIssuer } from './model-files.ts'

export const keysCommand: Command = {
  name: 'keys',
  summary: 'Make, import, list and rotate the issuer’s keys',
  help: `Usage: tessera keys new    --as ISSUER.yaml [--keys DIR] [--seal p-256|rsa]
       tessera keys import FILE.p12 --as ISSUER.yaml [--keys DIR]
       tessera keys import PKCS11-URI --as ISSUER.yaml [--keys DIR] [--certificates CHAIN.pem]
                           [--algorithm PS256] [--for seal|proof]
       tessera keys list   --as ISSUER.yaml [--keys DIR]
       tessera keys rotate proof|seal --as ISSUER.yaml [--keys DIR]

new      makes a proof key, a seal key and a TEST certificate authority that certifies the seal key.
         Good for trying everything out; for real credentials import the certificate of a trust service.
import   takes an e-seal key and its certificates from a PKCS#12 file (its passphrase: TESSERA_PKCS12_PASSPHRASE)
         or writes down a key that stays in its token or security module, named as RFC 7512 has it:
         'pkcs11:token=Seals;object=seal-2026?module-path=/usr/lib/softhsm/libsofthsm2.so'
         Its certificates are those in the token and in CHAIN.pem. The PIN comes from TESSERA_PKCS11_PIN, from the
         file that pin-source=file:/… names, or is asked for; never from the command line.
list     shows the keys; nothing secret
rotate   makes a new key and retires the old one, which stays in the issuer's public document

Key files are encrypted under the passphrase in the environment variable TESSERA_PASSPHRASE.

Example: TESSERA_PASSPHRASE=… tessera keys new --as examples/issuer.yaml`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      as: { type: 'string' },
      keys: { type: 'string' },
      seal: { type: 'string' },
      certificates: { type: 'string' },
      algorithm: { type: 'string' },
      for: { type: 'string' },
    })
    const [deed, word] = positionals
    if (values.as === undefined) throw new Usage('Say --as ISSUER.yaml.')
    const issuer = loadIssuer(values.as)
    const path =
      values.keys === undefined ? resolve(dirname(values.as), issuer.keys) : resolve(values.keys)
    if (deed === 'list') return list(path, desk)
    const hand: KeyHand = {
      folder: keyFolder(path),
      passphrase: passphraseOf(desk),
      now: desk.now(),
      random: desk.random,
    }
    if (deed === 'new') return makeKeys(hand, issuer, path, values.seal ?? 'p-256', desk)
    if (deed === 'import' && word?.startsWith('pkcs11:') === true) {
      const { certificates: chain, algorithm, for: purpose = 'seal' } = values
      return takeFromToken(hand, issuer, path, { uri: word, chain, algorithm, purpose }, desk)
    }
    if (deed === 'import' && word !== undefined) return takeFile(hand, issuer, path, word, desk)
    if (deed === 'rotate' && (word === 'proof' || word === 'seal'))
      return rotate(hand, issuer, path, word, desk)
    throw new Usage('Say new, import FILE or PKCS11-URI, list, or rotate proof|seal.')
  },
}

/** Makes the keys of an issuer that has none, or goes on where that was cut off. Refuses `keys.exist`. */
export async function makeKeys(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  seal: string,
  desk: Pick<Desk, 'out'>,
): Promise<number> {
  if (seal !== 'p-256' && seal !== 'rsa') throw new Usage('The seal key is p-256 or rsa.')
  if (!isBegun(await listKeys(hand.folder), issuerDid(issuer))) {
    refuse('keys.exist', path, 'There are keys here already; use tessera keys rotate.')
  }
  const did = issuerDid(issuer)
  await requirePassphrase(hand)
  const entries = await listKeys(hand.folder)
  const authority = (await openAuthority(hand)) ?? (await makeAuthority(hand))
  if (!entries.some(({ purpose }) => purpose === 'proof')) {
    const kid = await nextName(hand, did, 'proof')
    await newKey(hand, { kid, purpose: 'proof', kind: 'Ed25519' }, generateKeyPair)
  }
  const entry =
    entries.find(({ purpose }) => purpose === 'seal') ??
    (await newKey(
      hand,
      {
        kid: await nextName(hand, did, 'seal'),
        purpose: 'seal',
        kind: seal === 'rsa' ? 'RSA-3072' : 'P-256',
        state: 'next',
      },
      generateKeyPair,
    ))
  const order = orderOf(issuer, hand.now, hand.random)
  const certificate = await certifyBy(authority, issuer, entry.publicKey, order)
  await changeKey(hand, entry.file, { state: 'active', certificates: [certificate] })
  desk.out(`Keys of ${did} in ${path}, with a TEST seal certificate (not a real authority).`)
  return exit.ok
}

/** Whether nothing but what `new` makes is there, and not to its end: it was cut off, and goes on. */
function isBegun(entries: readonly KeyEntry[], did: string): boolean {
  return entries.every(
    ({ kid, purpose, state, pkcs11 }) =>
      pkcs11 === undefined &&
      (purpose === 'authority' || kid.startsWith(`${did}#`)) &&
      state === (purpose === 'seal' ? 'next' : 'active'),
  )
}

async function makeAuthority(hand: KeyHand): Promise<TestAuthority> {
  const key = await generateKeyPair('P-256')
  const authority = await createTestAuthority({
    name: 'Tessera',
    now: hand.now,
    random: hand.random,
    key,
  })
  await hand.folder.write(
    'authority-test.key.json',
    await writeKeyFile(
      {
        record: {
          kid: 'test-authority',
          purpose: 'authority',
          state: 'active',
          createdAt: hand.now,
          changedAt: hand.now,
          algorithm: 'ES256',
          publicKey: publicPartOf(key),
          certificates: [authority.certificate],
        },
        privateKey: key,
      },
      hand.passphrase,
      hand.random,
      hand.cost,
    ),
  )
  return authority
}

async function list(path: string, desk: Desk): Promise<number> {
  if (!existsSync(path)) return refuse('keys.none', path, 'There are no keys here.')
  for (const { kid, purpose, state, algorithm, createdAt, certificates, pkcs11 } of await listKeys(
    keyFolder(path),
  )) {
    const leaf = certificates[0] === undefined ? undefined : readCertificate(certificates[0])
    const until =
      leaf === undefined ? '' : `, certificate until ${leaf.notAfter.toISOString().slice(0, 10)}`
    desk.out(
      `${state.padEnd(11)} ${purpose.padEnd(9)} ${algorithm.padEnd(5)} ${createdAt.toISOString().slice(0, 10)}  ${kid}${until}${pkcs11 === undefined ? '' : ', in a token'}`,
    )
  }
  return exit.ok
}

async function rotate(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  purpose: 'proof' | 'seal',
  desk: Desk,
): Promise<number> {
  const did = issuerDid(issuer)
  await requirePassphrase(hand)
  const kid = await nextName(hand, did, purpose)
  if (purpose === 'seal') {
    const authority =
      (await openAuthority(hand)) ??
      refuse(
        'keys.authority',
        path,
        'There is no test authority here: import the new certificate with tessera keys import.',
      )
    const current = (await listKeys(hand.folder)).find(
      ({ purpose: word, state }) => word === 'seal' && state === 'active',
    )
    const kind = current?.publicKey.kty === 'RSA' ? 'RSA-3072' : 'P-256'
    const next = await newKey(hand, { kid, purpose, kind, state: 'next' }, generateKeyPair)
    const sealCertificate = await certifyBy(
      authority,
      issuer,
      next.publicKey,
      orderOf(issuer, hand.now, hand.random),
    )
    await changeKey(hand, next.file, { certificates: [sealCertificate] })
  }
  const { active, retired } = await rotateKey(hand, { purpose, kid }, generateKeyPair)
  desk.out(
    `Active now: ${active.kid}. Retired, still published: ${retired.map((entry) => entry.kid).join(', ')}.`,
  )
  return exit.ok
}
