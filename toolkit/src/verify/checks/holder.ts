// Who shows it? Whether a proof by the holder is needed is the checker's decision, never the file's
// (RFC 9901, section 7.3).

import { limits } from '../../limits.ts'
import type { PublicJwk } from '#machine'
import { keysOf } from '../keys.ts'
import { line, type CheckContext } from '../context.ts'
import type { SentenceCode } from '../sentences/index.ts'
import type { CheckLine } from '../verdict.ts'

export async function checkHolder(context: CheckContext): Promise<CheckLine> {
  const { expect, opened } = context
  const { presentation, confirmation, subject } = opened.holding
  const say = (status: CheckLine['status'], code: SentenceCode) =>
    line(context, 'holder', status, code, 'the file')
  const asked =
    expect.keyBinding === true ||
    expect.nonce !== undefined ||
    expect.audience !== undefined ||
    expect.challenge !== undefined ||
    expect.domain !== undefined ||
    expect.holderIsSubject === true
  if (presentation === undefined) {
    if (!asked) return say('passed', 'holder.not-asked')
    return say('failed', 'holder.no-presentation')
  }
  if (!answersRequest(context)) return say('failed', 'holder.other-request')
  if (presentation.presentedAt !== undefined && !isFresh(context, presentation.presentedAt)) {
    return say('failed', 'holder.not-fresh')
  }
  if (
    expect.holderIsSubject === true &&
    presentation.holder !== undefined &&
    presentation.holder !== subject
  ) {
    return say('failed', 'holder.not-subject')
  }
  if (presentation.proofs.length === 0) return say('failed', 'holder.no-presentation')
  for (const proof of presentation.proofs) {
    const keys = await holderKeys(context, confirmation, proof)
    if (keys === 'not-bound') return say('failed', 'holder.not-bound')
    if (keys.length === 0) return say('undecided', 'holder.no-key')
    const answers = await Promise.all(keys.map((key) => proof.verify(key)))
    if (!answers.some((answer) => answer.holds)) return say('failed', 'holder.changed')
  }
  return say('passed', 'holder.bound')
}

function answersRequest({ expect, opened }: CheckContext): boolean {
  const { presentation } = opened.holding
  const proofs = presentation?.proofs ?? []
  const all = (found: (string | undefined)[], wanted: string | undefined) =>
    wanted === undefined || (found.length > 0 && found.every((value) => value === wanted))
  return (
    all([presentation?.nonce], expect.nonce) &&
    all([presentation?.audience], expect.audience) &&
    all(
      proofs.map((proof) => proof.challenge ?? presentation?.challenge),
      expect.challenge,
    ) &&
    all(
      proofs.map((proof) => proof.domain ?? presentation?.domain),
      expect.domain,
    )
  )
}

function isFresh({ now }: CheckContext, at: Date): boolean {
  return Math.abs(now.getTime() - at.getTime()) <= limits.clockSkewSeconds * 1000
}

async function holderKeys(
  context: CheckContext,
  confirmation: PublicJwk | undefined,
  proof: Parameters<typeof keysOf>[0],
): Promise<readonly PublicJwk[] | 'not-bound'> {
  if (confirmation !== undefined) return [confirmation]
  const holder = context.opened.holding.presentation?.holder
  if (holder === undefined) return 'not-bound'
  const { trust, now, resolver } = context
  const found = await keysOf(proof, {
    issuer: { id: holder, identifiers: [] },
    trust,
    now,
    resolver,
  })
  return found.ownership.status === 'passed' ? found.keys : []
}
