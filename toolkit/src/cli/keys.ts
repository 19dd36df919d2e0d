// tessera keys new|import|list|rotate: the keys an issuer seals with.

import { appendFileSync, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { addressesOf, issuerDid } from '../issue/addresses.ts'
import type { Issuer } from '../issue/issuer.ts'
import { orderOf } from '../issue/seal-order.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { openKeyFile, writeKeyFile } from '../seal/keys/file.ts'
import { changeKey, listKeys, newKey, rotateKey, type KeyHand } from '../seal/keys/folder.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { algorithmFor, publicPartOf } from '../seal/keys/key-kind.ts'
import { readPkcs12 } from '../seal/keys/pkcs12.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { writePem } from '../trust/x509/pem.ts'
import {
  createTestAuthority,
  openTestAuthority,
  type TestAuthority,
} from '../trust/x509/test-authority.ts'
import { exit, Usage, type Command, type Desk } from './command.ts'
import { readArguments } from './arguments.ts'
import { readBytes } from './files.ts'
import { keyFolder } from './key-folder.ts'
import { passphraseOf } from './issuer-keys.ts'
import { loadIssuer } from './model-files.ts'

export const keysCommand: Command = {
  name: 'keys',
  summary: 'Make, import, list and rotate the issuer’s keys',
  help: `Usage: tessera keys new    --as ISSUER.yaml [--keys DIR] [--seal p-256|rsa]
       tessera keys import FILE.p12 --as ISSUER.yaml [--keys DIR]
       tessera keys list   --as ISSUER.yaml [--keys DIR]
       tessera keys rotate proof|seal --as ISSUER.yaml [--keys DIR]

new      makes a proof key, a seal key and a TEST certificate authority that certifies the seal key.
         Good for trying everything out; for real credentials import the certificate of a trust service.
import   takes an e-seal key and its certificates from a PKCS#12 file (its passphrase: TESSERA_PKCS12_PASSPHRASE)
list     shows the keys; nothing secret
rotate   makes a new key and retires the old one, which stays in the issuer's public document

Key files are encrypted under the passphrase in the environment variable TESSERA_PASSPHRASE.

Example: TESSERA_PASSPHRASE=… tessera keys new --as examples/issuer.yaml`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      as: { type: 'string' },
      keys: { type: 'string' },
      seal: { type: 'string' },
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
    if (deed === 'new') return make(hand, issuer, path, values.seal ?? 'p-256', desk)
    if (deed === 'import' && word !== undefined) return take(hand, issuer, path, word, desk)
    if (deed === 'rotate' && (word === 'proof' || word === 'seal'))
      return rotate(hand, issuer, path, word, desk)
    throw new Usage('Say new, import FILE, list, or rotate proof|seal.')
  },
}

async function make(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  seal: string,
  desk: Desk,
): Promise<number> {
  if (seal !== 'p-256' && seal !== 'rsa') throw new Usage('The seal key is p-256 or rsa.')
  if ((await listKeys(hand.folder)).length > 0) {
    refuse('keys.exist', path, 'There are keys here already; use tessera keys rotate.')
  }
  const did = issuerDid(issuer)
  const order = orderOf(issuer, hand.now, hand.random)
  const authorityKey = await generateKeyPair('P-256')
  const authority = await createTestAuthority({
    name: 'Tessera',
    now: hand.now,
    random: hand.random,
    key: authorityKey,
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
          publicKey: publicPartOf(authorityKey),
          certificates: [authority.certificate],
        },
        privateKey: authorityKey,
      },
      hand.passphrase,
      hand.random,
      hand.cost,
    ),
  )
  await newKey(
    hand,
    { kid: await nextName(hand, did, 'proof'), purpose: 'proof', kind: 'Ed25519' },
    generateKeyPair,
  )
  const entry = await newKey(
    hand,
    {
      kid: await nextName(hand, did, 'seal'),
      purpose: 'seal',
      kind: seal === 'rsa' ? 'RSA-3072' : 'P-256',
      state: 'next',
    },
    generateKeyPair,
  )
  const certificate = await certify(authority, issuer, entry.publicKey, order)
  await changeKey(hand, entry.file, { state: 'active', certificates: [certificate] })
  desk.out(`Keys of ${did} in ${path}, with a TEST seal certificate (not a real authority).`)
  return exit.ok
}

function certify(
  authority: TestAuthority,
  issuer: Issuer,
  publicKey: Parameters<TestAuthority['issueSealCertificate']>[0]['publicKey'],
  order: ReturnType<typeof orderOf>,
): Promise<Uint8Array> {
  return authority.issueSealCertificate({
    ...order,
    publicKey,
    years: 3,
    crlAddress: addressesOf(issuer, '-').certificateRevocationList,
  })
}

/** `did:web:…#seal-2026-1`, then `-2`: never a name used before. */
async function nextName(hand: KeyHand, did: string, purpose: 'proof' | 'seal'): Promise<string> {
  const taken = new Set((await listKeys(hand.folder)).map(({ kid }) => kid))
  for (let number = 1; ; number++) {
    const name = `${did}#${purpose}-${hand.now.getUTCFullYear()}-${number}`
    if (!taken.has(name)) return name
  }
}

/** One folder, one passphrase: no key is written under another than the keys that are there. */
async function requirePassphrase(hand: KeyHand): Promise<void> {
  const entry = (await listKeys(hand.folder)).find(({ state }) => state === 'active')
  if (entry !== undefined)
    await openKeyFile(await hand.folder.read(entry.file), hand.passphrase, entry.file)
}

async function take(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  file: string,
  desk: Desk,
): Promise<number> {
  const passphrase = desk.environment['TESSERA_PKCS12_PASSPHRASE'] ?? ''
  const { privateKey, certificates, root } = await readPkcs12(
    readBytes(file, limits.keyFile),
    passphrase,
    file,
  )
  const leaf = certificates[0]
  if (leaf === undefined)
    return refuse('keys.no-certificate', file, 'The file holds no certificate for the key.')
  const { organizationIdentifier } = readCertificate(leaf)
  const wanted = orderOf(issuer, hand.now, hand.random).organizationIdentifier
  if (organizationIdentifier !== wanted) {
    return refuse(
      'keys.other-issuer',
      file,
      `The certificate is that of ${organizationIdentifier ?? 'an unnamed organisation'}, not of ${wanted}.`,
    )
  }
  const did = issuerDid(issuer)
  await requirePassphrase(hand)
  const kid = await nextName(hand, did, 'seal')
  const active = (await listKeys(hand.folder)).filter(
    ({ purpose, state }) => purpose === 'seal' && state === 'active',
  )
  // The anchor stays out of the seal (it must be known from elsewhere) and beside the keys.
  const top = root === undefined ? certificates.slice(1).slice(-1) : [root]
  await hand.folder.write(
    `seal-${kid.split('#')[1] ?? ''}.key.json`,
    await writeKeyFile(
      {
        record: {
          kid,
          purpose: 'seal',
          state: 'active',
          createdAt: hand.now,
          changedAt: hand.now,
          algorithm: algorithmFor(privateKey),
          publicKey: publicPartOf(privateKey),
          certificates,
        },
        privateKey,
      },
      hand.passphrase,
      hand.random,
      hand.cost,
    ),
  )
  for (const entry of active) await changeKey(hand, entry.file, { state: 'retired' })
  for (const anchor of top)
    appendFileSync(join(path, 'anchors.pem'), writePem('CERTIFICATE', anchor), { mode: 0o600 })
  if (
    !(await listKeys(hand.folder)).some(
      ({ purpose, state }) => purpose === 'proof' && state === 'active',
    )
  ) {
    await newKey(
      hand,
      { kid: await nextName(hand, did, 'proof'), purpose: 'proof', kind: 'Ed25519' },
      generateKeyPair,
    )
  }
  desk.out(`Imported the seal key of ${readCertificate(leaf).subjectName} as ${kid}.`)
  return exit.ok
}

async function list(path: string, desk: Desk): Promise<number> {
  if (!existsSync(path)) return refuse('keys.none', path, 'There are no keys here.')
  for (const { kid, purpose, state, algorithm, createdAt, certificates } of await listKeys(
    keyFolder(path),
  )) {
    const leaf = certificates[0] === undefined ? undefined : readCertificate(certificates[0])
    const until =
      leaf === undefined ? '' : `, certificate until ${leaf.notAfter.toISOString().slice(0, 10)}`
    desk.out(
      `${state.padEnd(11)} ${purpose.padEnd(9)} ${algorithm.padEnd(5)} ${createdAt.toISOString().slice(0, 10)}  ${kid}${until}`,
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
    const entry = (await listKeys(hand.folder)).find(
      ({ purpose: word, state }) => word === 'authority' && state === 'active',
    )
    if (entry === undefined) {
      return refuse(
        'keys.authority',
        path,
        'There is no test authority here: import the new certificate with tessera keys import.',
      )
    }
    const opened = await openKeyFile(
      await hand.folder.read(entry.file),
      hand.passphrase,
      entry.file,
    )
    const certificate =
      entry.certificates[0] ??
      refuse('keys.authority', entry.file, 'The authority has no certificate.')
    const authority = openTestAuthority({ certificate, key: opened.privateKey })
    const current = (await listKeys(hand.folder)).find(
      ({ purpose: word, state }) => word === 'seal' && state === 'active',
    )
    const kind = current?.publicKey.kty === 'RSA' ? 'RSA-3072' : 'P-256'
    const next = await newKey(hand, { kid, purpose, kind, state: 'next' }, generateKeyPair)
    const sealCertificate = await certify(
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
