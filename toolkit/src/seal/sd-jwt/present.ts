// What a holder does with an SD-JWT (RFC 9901, section 7.2): keep the disclosures of the chosen claims, and
// bind the rest to one reader with the holder's key (section 4.3).

import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { signCompact } from '../jose/compact.ts'
import { secondsOf } from '../jose/numeric-date.ts'
import type { Signer } from '../signer.ts'
import { digestOfText } from './disclosure.ts'
import type { ClaimPath } from './issue.ts'
import { type ClaimPlace, readSdJwt } from './read.ts'

export interface KeyBindingSettings {
  readonly holder: Pick<Signer, 'algorithm' | 'sign' | 'publicKey' | 'certificates'>
  /** Whom it is shown to: their full client identifier. */
  readonly audience: string
  readonly nonce: string
  readonly now: Date
}

/** A disclosure is needed when it leads to a chosen claim, and when it is part of one. */
function belongs(place: ClaimPlace, path: ClaimPath): boolean {
  return path.every((step, i) => {
    const at = place[i]
    return at === undefined || (step === null ? typeof at === 'number' : step === at)
  })
}

/**
 * The SD-JWT with only the disclosures that show the chosen claims (with all that is inside them), and a
 * key binding where one is asked for. A key binding that was there before is dropped.
 */
export async function presentSdJwt(
  input: string | Uint8Array,
  chosen: readonly ClaimPath[],
  binding?: KeyBindingSettings,
): Promise<string> {
  const sdJwt = readSdJwt(typeof input === 'string' ? input : utf8Decode(input))
  const kept = new Set(
    sdJwt.disclosures
      .filter(({ path }) => chosen.some((wanted) => belongs(path, wanted)))
      .map(({ disclosure }) => disclosure.text),
  )
  const [token = '', ...texts] = sdJwt.presented.slice(0, -1).split('~')
  const presented = `${[token, ...texts.filter((text) => kept.has(text))].join('~')}~`
  if (binding === undefined) return presented
  if (sdJwt.payload['cnf'] === undefined) {
    refuse('sd-jwt.no-confirmation', '', 'This credential is bound to no key of its holder.')
  }
  const payload = {
    iat: secondsOf(binding.now),
    aud: binding.audience,
    nonce: binding.nonce,
    sd_hash: digestOfText(presented, sdJwt.hash),
  }
  return presented + (await signCompact({ typ: 'kb+jwt' }, payload, binding.holder))
}
