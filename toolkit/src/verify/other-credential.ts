// A credential of a kind no format of ours reads is unknown, unless it is broken whatever its kind may be:
// it has no proof at all, or one that is none (VCDM 2.0, section 4.12; Data Integrity 1.0, section 4.4), or it
// comes as a signed token that is none (RFC 7515, 7.1) or holds no credential where it says so (VC-JOSE-COSE).

import { listOf, readJsonObject } from '../read/json.ts'
import { utf8Decode } from '../read/utf8.ts'
import { attempt, firstOf, type Refusal } from '../refusal.ts'
import { proofsOf } from '../seal/data-integrity/index.ts'
import { readCompact } from '../seal/jose/compact.ts'
import { isCredentialToken, readCredentialToken } from '../seal/jose/credential-token.ts'
import { looksLikeCompactJws } from '../seal/jose/jws.ts'
import { line } from './context.ts'
import type { CheckLine } from './verdict.ts'

/** Refusals that say a proof is none; what else the reader of proofs refuses may be the way of another kind. */
const isNone = /^(?:proof\.(?:value|unregistered-suite)$|base58\.)/

/** The failed line of such a credential; undefined where nothing can be said. */
export async function faultOfOther(
  bytes: Uint8Array,
  say: { readonly language: string },
): Promise<CheckLine | undefined> {
  const text = lenient.decode(bytes)
  if (looksLikeCompactJws(text)) {
    const fault = await faultOfToken(text)
    if (fault?.code === 'jose.too-large')
      return line(say, 'format', 'undecided', 'format.too-large', `${bytes.length} bytes`)
    return fault === undefined ? undefined : malformed(fault, say)
  }
  const read = await attempt(() => readJsonObject(utf8Decode(bytes)))
  if (!read.ok || !listOf(read.value['type']).includes('VerifiableCredential')) return undefined
  if (listOf(read.value['proof']).length === 0)
    return line(say, 'signature', 'failed', 'signature.none', 'the file')
  const proofs = await attempt(() => proofsOf(read.value))
  if (proofs.ok) return undefined
  const refusal = firstOf(proofs.refusals)
  if (!isNone.test(refusal.code)) return undefined
  return malformed(refusal, say)
}

const lenient = new TextDecoder()

/** Why a token is none, or is not what it calls itself; undefined for a sound one about something else. */
async function faultOfToken(text: string): Promise<Refusal | undefined> {
  const read = await attempt(() =>
    isCredentialToken(readCompact(text).header) ? readCredentialToken(text) : undefined,
  )
  return read.ok ? undefined : firstOf(read.refusals)
}

function malformed({ place, sentence }: Refusal, say: { readonly language: string }): CheckLine {
  const source = place === '' ? 'the file' : place
  return line(say, 'format', 'failed', 'format.damaged', source, { detail: sentence })
}
