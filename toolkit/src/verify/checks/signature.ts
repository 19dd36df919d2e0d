// Are the bytes what was signed? Every proof of the file must hold.

import type { Proof } from '../../seal/proof.ts'
import { line, type CheckContext } from '../context.ts'
import type { ProofKeys } from '../ownership.ts'
import type { ProofTime } from '../proven-time.ts'
import type { CheckLine } from '../verdict.ts'

export async function checkSignature(
  context: CheckContext,
  keys: ReadonlyMap<Proof, ProofKeys>,
): Promise<CheckLine> {
  const { proofs, sealDemanded = false } = context.opened
  if (proofs.length === 0) {
    const status = sealDemanded ? 'failed' : 'undecided'
    return line(context, 'signature', status, 'signature.none', 'the file')
  }
  let undecided: CheckLine | undefined
  for (const proof of proofs) {
    const answer = await checkProof(context, proof, keys.get(proof)?.keys ?? [])
    if (answer.status === 'failed') return answer
    if (answer.status === 'undecided') undecided ??= answer
  }
  return undecided ?? holding(context, proofs, keys)
}

/** All of them hold; what their time stamps prove is said beside it, and takes nothing away. */
function holding(
  context: CheckContext,
  proofs: readonly Proof[],
  keys: ReadonlyMap<Proof, ProofKeys>,
): CheckLine {
  const times = proofs.map((proof) => keys.get(proof)?.time)
  const source = proofs.map((proof, i) => nameWithTime(proof, times[i])).join(', ')
  if (times.some((time) => time?.status === 'broken'))
    return line(context, 'signature', 'passed', 'signature.time-stamp-broken', source)
  const proven = times.flatMap((time) => time?.at?.toISOString() ?? []).toSorted()
  const latest = proven.length === times.length ? proven.at(-1) : undefined
  return latest === undefined
    ? line(context, 'signature', 'passed', 'signature.holds', source)
    : line(context, 'signature', 'passed', 'signature.holds-at-time', source, {
        time: `${latest.slice(0, 16).replace('T', ' ')} UTC`,
      })
}

async function checkProof(
  context: CheckContext,
  proof: Proof,
  keys: ProofKeys['keys'],
): Promise<CheckLine> {
  const source = nameOf(proof)
  if (keys.length === 0) {
    return line(context, 'signature', 'undecided', 'signature.no-key', source)
  }
  let open: 'signature.unsupported' | 'signature.too-complex' | undefined
  for (const key of keys) {
    const answer = await proof.verify(key)
    if (answer.holds) return line(context, 'signature', 'passed', 'signature.holds', source)
    if (answer.undecided === true)
      open =
        answer.code === 'json-ld.too-complex' ? 'signature.too-complex' : 'signature.unsupported'
  }
  return open === undefined
    ? line(context, 'signature', 'failed', 'signature.changed', source)
    : line(context, 'signature', 'undecided', open, source)
}

/** B-T is B-B with a time stamp that is believed here (ETSI TS 119 182-1, 6.3); LT and LTA are not evaluated. */
function nameWithTime(proof: Proof, time: ProofTime | undefined): string {
  const level = proof.level === 'B-B' && time?.status === 'proven' ? 'B-T' : proof.level
  const name = nameOf(level === undefined ? proof : { ...proof, level })
  return time?.source === undefined ? name : `${name}, ${time.source}`
}

function nameOf(proof: Proof): string {
  return proof.level === undefined ? proof.suite : `${proof.suite}, level ${proof.level}`
}
