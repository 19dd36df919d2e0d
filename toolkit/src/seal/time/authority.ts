// The port to a time-stamp authority. Who asks hands a hash over and gets a token that was checked;
// how the bytes travel is the business of the edge.

import { sha256, type Random } from '#machine'
import { refuse } from '../../refusal.ts'
import { hexOf, readDer, readInteger, sameBytes } from '../../trust/x509/der.ts'
import { positive } from '../../trust/x509/write.ts'
import { ids } from './identifiers.ts'
import { type TimeSearch, weighAuthority } from './prove.ts'
import { writeTimeStampRequest } from './request.ts'
import { readTimeStampResponse } from './response.ts'
import { readTimeStampToken, requireIntact } from './token.ts'

export interface TimeStampAuthority {
  /** A token (DER) over a SHA-256 hash. Refuses `time.no-answer` when the authority cannot be reached, `time.*`. */
  stamp(imprint: Uint8Array): Promise<Uint8Array>
}

/** Carries one request there and one answer back. Refuses `time.no-answer`. */
export type Exchange = (request: Uint8Array) => Promise<Uint8Array>

/**
 * An authority behind an exchange of messages. What comes back must be intact, over the hash that was asked for, and
 * for this very request (nonce). Whether the authority is believed is for those who verify; where the issuer knows
 * whom they believe (`believed`), a time stamp that would prove nothing to them is refused as well.
 */
export function authorityOver(
  exchange: Exchange,
  random: Random,
  believed?: () => TimeSearch,
): TimeStampAuthority {
  return {
    async stamp(imprint) {
      const nonce = random(16)
      const token = readTimeStampResponse(await exchange(writeTimeStampRequest(imprint, nonce)))
      const place = 'answer of the time-stamp authority'
      const read = readTimeStampToken(token, place)
      if (read.imprint.hash !== ids.sha256 || !sameBytes(read.imprint.digest, imprint))
        refuse('time.imprint', place, 'The time stamp was made for something else.')
      if (read.nonce !== hexOf(readInteger(readDer(positive(nonce)))))
        refuse('time.nonce', place, 'The time stamp is the answer to another request.')
      const signer = await requireIntact(read, place)
      if (believed === undefined) return token
      const answer = await weighAuthority(read, signer, believed())
      return answer.status === 'proven'
        ? token
        : refuse(
            'time.not-believed',
            place,
            `The time stamp would prove nothing: ${answer.sentence}`,
          )
    },
  }
}

/** A token over `data`. */
export function stampOf(data: Uint8Array, authority: TimeStampAuthority): Promise<Uint8Array> {
  return authority.stamp(sha256(data))
}
