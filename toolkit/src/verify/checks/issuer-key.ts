// Is the signing key the issuer's? The worst answer among the proofs counts.

import type { Proof } from '../../seal/proof.ts'
import { line, type CheckContext } from '../context.ts'
import type { Ownership, ProofKeys } from '../ownership.ts'
import type { CheckLine } from '../verdict.ts'

export function checkIssuerKey(
  context: CheckContext,
  keys: ReadonlyMap<Proof, ProofKeys>,
): CheckLine {
  const answers = context.opened.proofs.map((proof) => keys.get(proof)?.ownership ?? notFound)
  const worst =
    answers.find((answer) => answer.status === 'failed') ??
    answers.find((answer) => answer.status === 'undecided') ??
    answers[0]
  if (worst === undefined) {
    return line(context, 'issuer-key', 'undecided', 'issuer-key.unsigned', 'the file')
  }
  return line(context, 'issuer-key', worst.status, worst.code, worst.source, worst.words)
}

const notFound: Ownership = {
  status: 'undecided',
  code: 'issuer-key.no-key',
  source: 'the file',
}
