// tessera keys import: a seal key from a PKCS#12 file, or one that stays in its token (PKCS#11).

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { issuerDid } from '../issue/addresses.ts'
import type { Issuer } from '../issue/issuer.ts'
import { orderOf } from '../issue/seal-order.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { writeKeyFile } from '../seal/keys/file.ts'
import { changeKey, keepTokenKey, listKeys, newKey, type KeyHand } from '../seal/keys/folder.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { algorithmFor, publicPartOf } from '../seal/keys/key-kind.ts'
import { openTokenKey } from '../seal/keys/pkcs11.ts'
import { readPkcs12 } from '../seal/keys/pkcs12.ts'
import { utf8Decode } from '../read/utf8.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { readCertificatesPem, writePem } from '../trust/x509/pem.ts'
import { exit, Usage, type Desk } from './command.ts'
import { readBytes } from './files.ts'
import { certifyBy, nextName, openAuthority, requirePassphrase } from './key-names.ts'
import { askPinAt } from './token-pin.ts'

/** Takes the key of a PKCS#12 file; the seal keys before it retire. */
export async function takeFile(
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
  const subject = requireOwnCertificate(certificates, issuer, hand, file)
  await requirePassphrase(hand)
  const kid = await nextName(hand, issuerDid(issuer), 'seal')
  const before = await activeSeals(hand)
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
  await follow(hand, issuer, path, before, certificates, root)
  desk.out(`Imported the seal key of ${subject} as ${kid}.`)
  return exit.ok
}

/**
 * Writes down a key that lies in a token and stays there. Without a certificate, in the token or beside, the TEST
 * authority of the folder certifies it.
 */
export async function takeFromToken(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  order: {
    readonly uri: string
    readonly chain: string | undefined
    readonly algorithm: string | undefined
    readonly purpose: string
  },
  desk: Desk,
): Promise<number> {
  const { uri, chain, purpose } = order
  if (purpose !== 'seal' && purpose !== 'proof') throw new Usage('--for is seal or proof.')
  const algorithm = algorithmNamed(order.algorithm)
  await requirePassphrase(hand)
  const beside =
    chain === undefined
      ? []
      : readCertificatesPem(utf8Decode(readBytes(chain, limits.keyFile), chain), chain)
  const key = await openTokenKey(uri, askPinAt(desk), {
    certificates: beside,
    ...(algorithm === undefined ? {} : { algorithm }),
  })
  try {
    // Whether the key signs at all is found out now, not at the first seal.
    await key.sign(new TextEncoder().encode('Tessera asks whether this key signs.'))
  } finally {
    key.close()
  }
  if ((purpose === 'proof') !== (key.algorithm === 'EdDSA'))
    refuse('key.algorithm', uri, 'A proof key is of Ed25519, a seal key is EC or RSA.')
  const did = issuerDid(issuer)
  const kid = await nextName(hand, did, purpose)
  const { algorithm: able, publicKey } = key
  const fixed = { kid, purpose, pkcs11: uri, algorithm: able, publicKey } as const
  if (purpose === 'proof') {
    const before = (await listKeys(hand.folder)).filter(
      (each) => each.purpose === 'proof' && each.state === 'active',
    )
    await keepTokenKey(hand, { ...fixed, certificates: [] })
    for (const entry of before) await changeKey(hand, entry.file, { state: 'retired' })
    desk.out(`The proof key stays in its token; its name here is ${kid}.`)
    return exit.ok
  }
  let { certificates } = key
  if (certificates.length === 0) {
    const authority = await openAuthority(hand)
    if (authority === undefined)
      return refuse(
        'keys.no-certificate',
        uri,
        'The token holds no certificate of this key: give it with --certificates CHAIN.pem.',
      )
    certificates = [
      await certifyBy(authority, issuer, key.publicKey, orderOf(issuer, hand.now, hand.random)),
    ]
    desk.out('The token holds no certificate of this key: the TEST authority made one.')
  }
  const subject = requireOwnCertificate(certificates, issuer, hand, uri)
  const before = await activeSeals(hand)
  await keepTokenKey(hand, { ...fixed, certificates })
  await follow(hand, issuer, path, before, certificates, key.root)
  desk.out(`The seal key of ${subject} stays in its token; its name here is ${kid}.`)
  return exit.ok
}

const sealAlgorithms = ['ES256', 'ES384', 'ES512', 'RS256', 'PS256', 'EdDSA'] as const

function algorithmNamed(name: string | undefined): (typeof sealAlgorithms)[number] | undefined {
  if (name === undefined) return undefined
  const known = sealAlgorithms.find((each) => each === name)
  if (known === undefined) throw new Usage(`--algorithm is one of ${sealAlgorithms.join(', ')}.`)
  return known
}

async function activeSeals(hand: KeyHand) {
  return (await listKeys(hand.folder)).filter(
    ({ purpose, state }) => purpose === 'seal' && state === 'active',
  )
}

/** Name of the certificate's subject. Refuses `keys.no-certificate`, `keys.other-issuer`. */
function requireOwnCertificate(
  certificates: readonly Uint8Array[],
  issuer: Issuer,
  hand: KeyHand,
  place: string,
): string {
  const [leaf] = certificates
  if (leaf === undefined)
    return refuse('keys.no-certificate', place, 'The file holds no certificate for the key.')
  const { organizationIdentifier, subjectName } = readCertificate(leaf)
  const wanted = orderOf(issuer, hand.now, hand.random).organizationIdentifier
  if (organizationIdentifier !== wanted) {
    return refuse(
      'keys.other-issuer',
      place,
      `The certificate is that of ${organizationIdentifier ?? 'an unnamed organisation'}, not of ${wanted}.`,
    )
  }
  return subjectName
}

/** What follows a new seal key: those before it retire, its anchor is kept, and there is a proof key beside it. */
async function follow(
  hand: KeyHand,
  issuer: Issuer,
  path: string,
  before: Awaited<ReturnType<typeof activeSeals>>,
  certificates: readonly Uint8Array[],
  root: Uint8Array | undefined,
): Promise<void> {
  for (const entry of before) await changeKey(hand, entry.file, { state: 'retired' })
  // The anchor stays out of the seal (it must be known from elsewhere) and beside the keys.
  const top = root === undefined ? certificates.slice(1).slice(-1) : [root]
  for (const anchor of top)
    appendFileSync(join(path, 'anchors.pem'), writePem('CERTIFICATE', anchor), { mode: 0o600 })
  const entries = await listKeys(hand.folder)
  if (!entries.some(({ purpose, state }) => purpose === 'proof' && state === 'active')) {
    const kid = await nextName(hand, issuerDid(issuer), 'proof')
    await newKey(hand, { kid, purpose: 'proof', kind: 'Ed25519' }, generateKeyPair)
  }
}
