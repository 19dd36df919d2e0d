// What a file that was dropped is for: a trust list to go by, something the issuer publishes, or what is to be
// checked. It is told by what the file says, so that nobody has to sort files.

import { limits } from 'tessera/limits'
import { isObject, readJson, textOf, type JsonObject } from 'tessera/read/json'
import { base64urlDecode } from 'tessera/read/base64'
import { attempt, sentenceOf } from 'tessera/refusal'
import { documentUrl } from 'tessera/trust/did/did-web'
import { readTrustList } from 'tessera/trust/lists/index'
import type { TrustList } from 'tessera/trust/trust'
import type { WebFile } from './web-files.ts'

export interface DroppedFile {
  readonly name: string
  /** Path inside a dropped folder; absent for a single file. */
  readonly path?: string
  readonly bytes: Uint8Array
  readonly at?: Date
}

export type Given =
  | { readonly kind: 'trust-list'; readonly list: TrustList; readonly name: string }
  | { readonly kind: 'web'; readonly file: WebFile }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'credential' }

/**
 * A file of a folder only ever answers look-ups: whom to trust is not decided by the way. A single one is judged by
 * what it says.
 */
export async function kindOf(file: DroppedFile): Promise<Given> {
  const { name, path, bytes, at } = file
  const when = at === undefined ? {} : { at }
  if (path !== undefined) return { kind: 'web', file: { place: path, bytes, ...when } }
  const said = await readSmall(bytes)
  if (said !== undefined && isTrustList(said)) {
    const answer = await attempt(() => readTrustList(bytes, name))
    if (answer.ok) return { kind: 'trust-list', list: answer.value, name }
    const [refusal] = answer.refusals
    return { kind: 'refused', why: refusal === undefined ? name : sentenceOf(refusal) }
  }
  const address = said === undefined ? undefined : await addressOf(said)
  return address === undefined
    ? { kind: 'credential' }
    : { kind: 'web', file: { place: address, bytes, ...when } }
}

function isTrustList(said: JsonObject): boolean {
  return (
    said['tessera'] === 'trust-list/1' ||
    (Array.isArray(said['x509Anchors']) && Array.isArray(said['issuers']))
  )
}

/** The JSON object of a file, or of the token it is; undefined for anything else. */
async function readSmall(bytes: Uint8Array): Promise<JsonObject | undefined> {
  if (bytes.length > limits.trustList) return undefined
  const answer = await attempt(() => readJson(bytes))
  if (answer.ok) return isObject(answer.value) ? answer.value : undefined
  const [, payload = '', , more] = new TextDecoder().decode(bytes).trim().split('.')
  if (more !== undefined || payload === '') return undefined
  const claims = await attempt(() => readJson(base64urlDecode(payload)))
  return claims.ok && isObject(claims.value) ? claims.value : undefined
}

/** Where the issuer publishes this: a DID document or a list of withdrawn credentials names its own address. */
async function addressOf(said: JsonObject): Promise<string | undefined> {
  const id = textOf(said['id'])
  if (id?.startsWith('did:web:') === true && said['verificationMethod'] !== undefined) {
    const address = await attempt(() => documentUrl(id))
    return address.ok ? address.value : undefined
  }
  if (isObject(said['status_list'])) return https(textOf(said['sub']))
  const types = [said['type']].flat()
  return types.includes('BitstringStatusListCredential') ? https(id) : undefined
}

function https(address: string | undefined): string | undefined {
  return address?.startsWith('https://') === true ? address : undefined
}
