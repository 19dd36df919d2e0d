// Are the bytes what was signed? Every proof of the file must hold.

import type { Proof } from '../../seal/proof.ts'
import { line, type CheckContext } from '../context.ts'
import type { ProofKeys } from '../ownership.ts'
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
  return (
    undecided ??
    line(context, 'signature', 'passed', 'signature.holds', proofs.map(nameOf).join(', '))
  )
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
  let unsupported = false
  for (const key of keys) {
    const answer = await proof.verify(key)
    if (answer.holds) return line(context, 'signature', 'passed', 'signature.holds', source)
    if (answer.undecided === true) unsupported = true
  }
  return unsupported
    ? line(context, 'signature', 'undecided', 'signature.unsupported', source)
    : line(context, 'signature', 'failed', 'signature.changed', source)
}

function nameOf(proof: Proof): string {
  return proof.level === undefined ? proof.suite : `${proof.suite}, level ${proof.level}`
}
