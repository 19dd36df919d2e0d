// What a time-stamp authority answers (RFC 3161, section 2.4.2): a token, or why there is none.

import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import {
  childrenOf,
  expectTag,
  readDer,
  readNamedBits,
  readSmallInteger,
  readText,
  tags,
} from '../../trust/x509/der.ts'
import { sequence, smallInteger } from '../../trust/x509/write.ts'
import { partsOf } from './parts.ts'

const place = 'answer of the time-stamp authority'

/** PKIFailureInfo, the bits an authority may set. */
const failures: ReadonlyMap<number, string> = new Map([
  [0, 'the hash is not accepted'],
  [2, 'the request is not allowed'],
  [5, 'the request has the wrong form'],
  [14, 'its clock is out of order'],
  [15, 'the policy is not offered'],
  [16, 'an extension is not offered'],
  [17, 'something asked for could not be given'],
  [25, 'its system has failed'],
])

/** The token of an answer, DER. Refuses `time.refused` with the authority's reason, `time.*`, `der.*`. */
export function readTimeStampResponse(bytes: Uint8Array): Uint8Array {
  if (bytes.length > limits.timeStamp.bytes)
    refuse('time.too-large', place, 'The answer is too large.')
  const parts = partsOf(expectTag(readDer(bytes, place), tags.sequence))
  const status = partsOf(parts.take(tags.sequence))
  const word = readSmallInteger(status.take(tags.integer))
  const said = status.maybe(tags.sequence)
  const failure = status.maybe(tags.bitString)
  status.end()
  // 0 granted, 1 granted with modifications; all others come without a token.
  if (word > 1) {
    const reasons = [...(failure === undefined ? [] : readNamedBits(failure))].flatMap(
      (bit) => failures.get(bit) ?? [],
    )
    const texts = (said === undefined ? [] : childrenOf(said)).map((text) => readText(text) ?? '')
    const why = [...reasons, ...texts].join('; ').slice(0, 200)
    return refuse(
      'time.refused',
      place,
      `The time-stamp authority gave no time stamp${why === '' ? '' : `: ${why}`}.`,
    )
  }
  const token = parts.take(tags.sequence).bytes
  parts.end()
  return token
}

/** An answer that grants this token. */
export function writeTimeStampResponse(token: Uint8Array): Uint8Array {
  return sequence(sequence(smallInteger(0)), token)
}

/** An answer that refuses: status 2, rejection. */
export function writeTimeStampRefusal(): Uint8Array {
  return sequence(sequence(smallInteger(2)))
}
