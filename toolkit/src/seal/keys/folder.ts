// An issuer's keys in a folder: made, listed, opened, rotated. Keys are never deleted: what they sealed lives
// longer than they are used. next → active → retired; compromised from any state.

import type { Algorithm, PublicJwk, Random } from '#machine'
import { thumbprintOf } from '../../read/jwk.ts'
import { refuse } from '../../refusal.ts'
import type { DocumentKey } from '../../trust/did/document.ts'
import type { Keyring, Signer } from '../signer.ts'
import {
  type KeyCost,
  type KeyPurpose,
  type KeyRecord,
  type KeyState,
  type OpenedKey,
  openKeyFile,
  privateKeyOf,
  readKeyRecord,
  writeKeyFile,
} from './file.ts'
import { algorithmFor, type GenerateKeyPair, type KeyKind, publicPartOf } from './key-kind.ts'
import { memorySigner } from './memory.ts'
import { type AskPin, openPkcs11 } from './pkcs11.ts'

/** Where key files lie; the command line fills it with a folder of the disk. */
export interface KeyFolder {
  /** Names of the key files in it. */
  names(): Promise<readonly string[]>
  read(name: string): Promise<Uint8Array>
  /** Writes whole or not at all, readable by the owner only; replaces a file of that name. */
  write(name: string, bytes: Uint8Array): Promise<void>
}

export interface KeyEntry extends KeyRecord {
  /** Name of its file. */
  readonly file: string
}

/** What every step that writes key files needs. */
export interface KeyHand {
  readonly folder: KeyFolder
  readonly passphrase: string
  readonly now: Date
  readonly random: Random
  readonly cost?: KeyCost
}

export interface NewKey {
  readonly kid: string
  readonly purpose: KeyPurpose
  readonly kind: KeyKind
  readonly algorithm?: Algorithm
  readonly state?: KeyState
  readonly certificates?: readonly Uint8Array[]
}

/** All keys of the folder, oldest first. What it says is proven only when a key is opened. */
export async function listKeys(folder: KeyFolder): Promise<readonly KeyEntry[]> {
  const entries: KeyEntry[] = []
  for (const file of await folder.names())
    entries.push({ file, ...readKeyRecord(await folder.read(file), file) })
  return entries.toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.file < b.file ? -1 : 1),
  )
}

/** Makes a key. Refuses `key.exists` for a kid the folder has, so that no key ever takes another's name. */
export async function newKey(
  hand: KeyHand,
  plan: NewKey,
  generate: GenerateKeyPair,
): Promise<KeyEntry> {
  const file = await freeFileName(hand, plan)
  const privateKey = await generate(plan.kind)
  const record: KeyRecord = {
    kid: plan.kid,
    purpose: plan.purpose,
    state: plan.state ?? 'active',
    createdAt: hand.now,
    changedAt: hand.now,
    algorithm: algorithmFor(privateKey, plan.algorithm),
    publicKey: publicPartOf(privateKey),
    certificates: plan.certificates ?? [],
  }
  await write(hand, file, { record, privateKey })
  return { file, ...record }
}

async function freeFileName(hand: KeyHand, plan: Named): Promise<string> {
  const known = await listKeys(hand.folder)
  if (known.some(({ kid }) => kid === plan.kid))
    refuse('key.exists', plan.kid, 'A key of this name is there already.')
  const file = fileName(plan)
  if (known.some((entry) => entry.file === file))
    refuse('key.exists', file, 'A key file of this name is there already.')
  return file
}

type Named = Pick<NewKey, 'kid' | 'purpose'>

function fileName({ kid, purpose }: Named): string {
  const name = kid
    .slice(kid.lastIndexOf('#') + 1)
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^\.+/, '')
  if (name === '' || name.length > 100)
    refuse('key.name', kid, 'The name of the key cannot be the name of a file.')
  return `${purpose}-${name}.key.json`
}

async function write(hand: KeyHand, file: string, key: OpenedKey): Promise<void> {
  await hand.folder.write(file, await writeKeyFile(key, hand.passphrase, hand.random, hand.cost))
}

/** Gives a key its certificates, or another state. Needs the passphrase, for all of the file is bound together. */
export async function changeKey(
  hand: KeyHand,
  file: string,
  change: { readonly state?: KeyState; readonly certificates?: readonly Uint8Array[] },
): Promise<KeyEntry> {
  const { record, privateKey } = await openKeyFile(
    await hand.folder.read(file),
    hand.passphrase,
    file,
  )
  if (
    record.state === 'compromised' &&
    change.state !== undefined &&
    change.state !== 'compromised'
  ) {
    refuse('key.compromised', file, 'A compromised key stays compromised.')
  }
  if (record.state === 'retired' && (change.state === 'active' || change.state === 'next')) {
    refuse('key.retired', file, 'A retired key is not used again; make a new one.')
  }
  const changed: KeyRecord = {
    ...record,
    ...change,
    changedAt:
      change.state === undefined || change.state === record.state ? record.changedAt : hand.now,
  }
  await write(hand, file, { record: changed, privateKey })
  return { file, ...changed }
}

/**
 * Rotates the key of a purpose: the next key becomes active and the active one retires. Without a next key one is
 * made, of the same kind. Run again after a crash in the middle, it ends what was begun.
 */
export async function rotateKey(
  hand: KeyHand,
  plan: {
    readonly purpose: KeyPurpose
    readonly kid: string
    readonly certificates?: readonly Uint8Array[]
  },
  generate: GenerateKeyPair,
): Promise<{ readonly active: KeyEntry; readonly retired: readonly KeyEntry[] }> {
  const ours = (await listKeys(hand.folder)).filter(({ purpose }) => purpose === plan.purpose)
  const current = ours.filter(({ state }) => state === 'active')
  const like = current.at(-1) ?? ours.at(-1)
  if (like === undefined)
    return refuse('key.none', plan.purpose, 'There is no key of this purpose to rotate.')
  const begun = ours.find(({ state }) => state === 'next')
  if (begun === undefined && like.pkcs11 !== undefined)
    return refuse(
      'key.in-token',
      like.kid,
      'This key lies in a token: make the next one there and take it with tessera keys import.',
    )
  const next =
    begun ??
    (await newKey(
      hand,
      { ...plan, kind: kindOf(like), algorithm: like.algorithm, state: 'next' },
      generate,
    ))
  const retired: KeyEntry[] = []
  for (const entry of current) retired.push(await changeKey(hand, entry.file, { state: 'retired' }))
  return { active: await changeKey(hand, next.file, { state: 'active' }), retired }
}

function kindOf({ publicKey }: KeyRecord): KeyKind {
  if (publicKey.kty === 'RSA') return 'RSA-3072'
  return publicKey.crv === 'Ed25519' ? 'Ed25519' : 'P-256'
}

/**
 * The signer of a key file. Refuses `key.passphrase`, `key.not-active` for a retired or compromised key, and for a
 * key in a token what the token refuses: then the PIN is asked for.
 */
export async function openSigner(
  folder: KeyFolder,
  file: string,
  passphrase: string,
  askPin?: AskPin,
): Promise<Signer> {
  const opened = await openKeyFile(await folder.read(file), passphrase, file)
  const { record } = opened
  if (record.state === 'retired' || record.state === 'compromised') {
    refuse('key.not-active', file, `The key is ${record.state} and may not sign any more.`)
  }
  const names = {
    algorithm: record.algorithm,
    certificates: record.certificates,
    ...(record.kid.includes('#') ? { verificationMethod: record.kid } : {}),
  }
  if (record.pkcs11 === undefined) return memorySigner(privateKeyOf(opened), names)
  if (askPin === undefined)
    return refuse('key.in-token', record.kid, 'This key lies in a token, which asks for a PIN.')
  const signer = await openPkcs11(record.pkcs11, askPin, names)
  if (thumbprintOf(signer.publicKey) !== thumbprintOf(record.publicKey))
    refuse('key.pkcs11-key', record.kid, 'The token holds another key under this name now.')
  return { ...signer, certificates: record.certificates }
}

export interface NewTokenKey {
  readonly kid: string
  readonly purpose: KeyPurpose
  readonly pkcs11: string
  readonly algorithm: Algorithm
  readonly publicKey: PublicJwk
  readonly certificates: readonly Uint8Array[]
}

/** Writes down a key that lies in a token, active from now on. Refuses `key.exists`. */
export async function keepTokenKey(hand: KeyHand, plan: NewTokenKey): Promise<KeyEntry> {
  const file = await freeFileName(hand, plan)
  const { kid, purpose, pkcs11, algorithm, publicKey, certificates } = plan
  const record: KeyRecord = {
    kid,
    purpose,
    state: 'active',
    createdAt: hand.now,
    changedAt: hand.now,
    algorithm,
    publicKey,
    certificates,
    pkcs11,
  }
  await write(hand, file, { record, privateKey: undefined })
  return { file, ...record }
}

/** The issuer's active keys, one for proofs and one for seals. Refuses `key.none`, `key.several`. */
export async function openKeyring(
  folder: KeyFolder,
  passphrase: string,
  askPin?: AskPin,
): Promise<Keyring> {
  const entries = await listKeys(folder)
  const open = async (purpose: 'proof' | 'seal'): Promise<Signer> => {
    const [entry, ...more] = entries.filter(
      (each) => each.purpose === purpose && each.state === 'active',
    )
    if (entry === undefined)
      return refuse('key.none', purpose, `There is no active ${purpose} key.`)
    if (more.length > 0)
      refuse(
        'key.several',
        purpose,
        `There are several active ${purpose} keys; end the rotation first.`,
      )
    return openSigner(folder, entry.file, passphrase, askPin)
  }
  return { proof: await open('proof'), seal: await open('seal') }
}

/** The keys for the issuer's DID document: all but the authority's, retired ones too. */
export function documentKeysOf(did: string, entries: readonly KeyEntry[]): readonly DocumentKey[] {
  return entries
    .filter(({ kid, purpose }) => purpose !== 'authority' && kid.startsWith(`${did}#`))
    .map(({ kid, publicKey, certificates, state, changedAt }) => ({
      fragment: kid.slice(did.length + 1),
      key: publicKey,
      certificates,
      ...(state === 'retired' ? { retired: true } : {}),
      ...(state === 'compromised' ? { revoked: changedAt } : {}),
    }))
}
