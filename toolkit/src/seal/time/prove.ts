// What a time stamp proves: that something existed at a time, if it is intact, is about that very thing,
// and comes from an authority believed for it (ETSI EN 319 102-1, 5.4).

import { limits } from '../../limits.ts'
import { attempt, type Refusal } from '../../refusal.ts'
import type { TrustAnchor } from '../../trust/trust.ts'
import type { Certificate } from '../../trust/x509/certificate.ts'
import { sameName } from '../../trust/x509/names.ts'
import { validatePath } from '../../trust/x509/path.ts'
import {
  readTimeStampToken,
  requireImprint,
  requireIntact,
  type TimeStampToken,
  type TokenSigner,
} from './token.ts'

/** Whom the verifier believes about time, and when it asks. */
export interface TimeSearch {
  /** Anchors for time stamps. */
  readonly anchors: readonly TrustAnchor[]
  /** Revocation lists, DER. */
  readonly revocationLists: readonly Uint8Array[]
  readonly now: Date
}

export type TimeAnswer =
  | {
      readonly status: 'proven'
      readonly at: Date
      /** Subject of the authority's certificate, on one line. */
      readonly authority: string
      readonly anchor: TrustAnchor
    }
  | {
      /** `broken`: damaged or about something else. `undecided`: nobody believed here vouches for it. Neither proves anything. */
      readonly status: 'broken' | 'undecided'
      readonly code: string
      readonly sentence: string
    }

/** Weighs one token over `data`. Never throws for bad input. */
export async function proveTime(
  bytes: Uint8Array,
  data: Uint8Array,
  search: TimeSearch,
  place = 'time stamp',
): Promise<TimeAnswer> {
  const answer = await attempt(async () => {
    const token = readTimeStampToken(bytes, place)
    requireImprint(token, data, place)
    return weighAuthority(token, await requireIntact(token, place), search)
  })
  return answer.ok ? answer.value : unproven(answer.refusals)
}

/** Not known here is not the same as broken. */
const open: ReadonlySet<string> = new Set(['time.hash', 'time.algorithm', 'time.no-certificate'])

/** What a time stamp that could not be read comes to. */
export function unproven([refusal]: readonly Refusal[]): TimeAnswer {
  const { code = 'time.structure', sentence = 'The time stamp is malformed.' } = refusal ?? {}
  return { status: open.has(code) ? 'undecided' : 'broken', code, sentence }
}

/** Whether the signer of an intact token is believed about time, then and now. */
export async function weighAuthority(
  token: TimeStampToken,
  { signer, others }: TokenSigner,
  { anchors, revocationLists, now }: TimeSearch,
): Promise<TimeAnswer> {
  if (token.at.getTime() > now.getTime() + limits.clockSkewSeconds * 1000)
    return { status: 'broken', code: 'time.future', sentence: 'The time stamp lies in the future.' }
  const chain = chainOf(signer, others)
  const question = { purpose: 'time-stamps' } as const
  const then = await validatePath(chain, anchors, token.at, revocationLists, question)
  // Nothing proves when the token itself was made, so its certificate must hold to this day.
  const answer = then.holds
    ? await validatePath(chain, anchors, now, revocationLists, question)
    : then
  return answer.holds
    ? { status: 'proven', at: token.at, authority: signer.subjectName, anchor: answer.anchor }
    : { status: 'undecided', code: answer.code, sentence: answer.sentence }
}

/**
 * The certificates of a token come in no order: each next one is the one the last names as its authority. Whether it
 * signed is asked once, by the path; trying every certificate here would let a token cost what it likes.
 */
function chainOf(signer: Certificate, others: readonly Certificate[]): readonly Uint8Array[] {
  const chain = [signer]
  let last: Certificate | undefined = signer
  while (last !== undefined && chain.length < limits.certificates.chain) {
    last = sameName(last.issuer, last.subject) ? undefined : issuerOf(last, others)
    if (last !== undefined) chain.push(last)
  }
  return chain.map(({ der }) => der)
}

function issuerOf(
  { issuer, authorityKeyId }: Certificate,
  others: readonly Certificate[],
): Certificate | undefined {
  const named = others.filter(({ subject }) => sameName(subject, issuer))
  return named.find(({ subjectKeyId }) => subjectKeyId === authorityKeyId) ?? named[0]
}
