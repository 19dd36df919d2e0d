// Who shows it? Whether a proof by the holder is needed is the checker's decision, never the file's
// (RFC 9901, section 7.3).

import { limits } from '../../limits.ts'
import type { PublicJwk } from '#machine'
import type { Holding } from '../../formats/opened.ts'
import type { Proof } from '../../seal/proof.ts'
import { line, type CheckContext, type Expectations } from '../context.ts'
import { keysOf } from '../keys.ts'
import type { SentenceCode } from '../sentences/index.ts'
import type { CheckLine } from '../verdict.ts'

type Presentation = NonNullable<Holding['presentation']>

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
  if (!answersRequest(context.expect, presentation)) return say('failed', 'holder.other-request')
  // A proof nobody asked for may be a copy of an old one: its age says nothing, and it shows nobody.
  if (asked && !isFresh(context, presentation)) return say('failed', 'holder.not-fresh')
  const another = holdersOf(presentation).some((holder) => holder !== subject)
  if (expect.holderIsSubject === true && another) return say('failed', 'holder.not-subject')
  if (presentation.proofs.length === 0)
    return asked ? say('failed', 'holder.no-presentation') : say('passed', 'holder.not-asked')
  for (const proof of presentation.proofs) {
    const answer = await checkProof(context, confirmation, proof)
    if (answer !== undefined) return say(...answer)
  }
  return say('passed', asked && !another ? 'holder.bound' : 'holder.not-asked')
}

/** Who shows it: as the presentation says, else whose keys its proofs name (VCDM 2.0, 4.13: naming the holder is optional). */
function holdersOf({ holder, proofs }: Presentation): readonly string[] {
  return holder === undefined ? proofs.flatMap((proof) => controllerOf(proof) ?? []) : [holder]
}

function controllerOf({ key }: Proof): string | undefined {
  return key.kind === 'method' ? key.url.replace(/#.*$/s, '') : undefined
}

/** What is wrong with one proof of the holder; undefined if it holds. */
async function checkProof(
  context: CheckContext,
  confirmation: PublicJwk | undefined,
  proof: Proof,
): Promise<[CheckLine['status'], SentenceCode] | undefined> {
  if (proof.purpose !== 'authentication') return ['failed', 'holder.changed']
  const keys = await holderKeys(context, confirmation, proof)
  if (typeof keys === 'string') return ['failed', keys]
  if (keys.length === 0) return ['undecided', 'holder.no-key']
  const answers = await Promise.all(keys.map((key) => proof.verify(key)))
  if (answers.some((answer) => answer.holds)) return undefined
  return answers.some((answer) => !answer.holds && answer.undecided === true)
    ? ['undecided', 'holder.no-key']
    : ['failed', 'holder.changed']
}

function answersRequest(expect: Expectations, presentation: Presentation): boolean {
  const { proofs } = presentation
  const all = (found: (string | undefined)[], wanted: string | undefined) =>
    wanted === undefined || (found.length > 0 && found.every((value) => value === wanted))
  return (
    all([presentation.nonce], expect.nonce) &&
    all([presentation.audience], expect.audience) &&
    all(
      proofs.map((proof) => proof.challenge ?? presentation.challenge),
      expect.challenge,
    ) &&
    all(
      proofs.map((proof) => proof.domain ?? presentation.domain),
      expect.domain,
    )
  )
}

function isFresh({ now }: CheckContext, presentation: Presentation): boolean {
  const skew = limits.clockSkewSeconds * 1000
  const times = [presentation.presentedAt, ...presentation.proofs.map((proof) => proof.signedAt)]
  return (
    times.every((at) => at === undefined || Math.abs(now.getTime() - at.getTime()) <= skew) &&
    presentation.proofs.every(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
  )
}

async function holderKeys(
  context: CheckContext,
  confirmation: PublicJwk | undefined,
  proof: Proof,
): Promise<readonly PublicJwk[] | 'holder.not-bound' | 'holder.changed'> {
  if (confirmation !== undefined) return [confirmation]
  const holder = context.opened.holding.presentation?.holder ?? controllerOf(proof)
  if (holder === undefined) return 'holder.not-bound'
  const { trust, now, resolver } = context
  const issuer = { id: holder, identifiers: [] }
  const found = await keysOf(proof, { issuer, trust, now, resolver, purpose: 'authentication' })
  // Somebody else's key is no proof of the holder it names.
  if (found.ownership.status === 'failed') return 'holder.changed'
  return found.ownership.status === 'passed' ? found.keys : []
}
