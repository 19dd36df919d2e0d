// Who is the issuer, by which list, and was it entitled to award this at that time?

import type { Proof } from '../../seal/proof.ts'
import { knownIssuer } from '../../trust/known.ts'
import type { KnownIssuer } from '../../trust/trust.ts'
import type { ProofKeys } from '../keys.ts'
import { line, type CheckContext } from '../context.ts'
import type { CheckLine } from '../verdict.ts'

export function checkIssuerTrust(
  context: CheckContext,
  keys: ReadonlyMap<Proof, ProofKeys>,
): CheckLine {
  const { opened, trust, now } = context
  const at = opened.proofs[0]?.signedAt ?? opened.validFrom ?? now
  const found = knownIssuer(
    trust,
    {
      ids: opened.issuer.id === undefined ? [] : [opened.issuer.id],
      identifiers: opened.issuer.identifiers,
    },
    at,
  )
  if (found !== undefined) {
    const words = { name: found.issuer.name, list: found.list.name }
    const source = found.list.name
    if (found.when !== 'known') {
      return line(
        context,
        'issuer-trust',
        'undecided',
        'issuer-trust.not-at-that-time',
        source,
        words,
      )
    }
    const beyond = beyondItsRight(context, found.issuer)
    if (beyond !== undefined) {
      return line(context, 'issuer-trust', 'failed', 'issuer-trust.may-not-award', source, {
        ...words,
        detail: beyond,
      })
    }
    const code =
      found.issuer.test === true || found.list.test === true
        ? 'issuer-trust.known-test'
        : 'issuer-trust.known'
    return line(context, 'issuer-trust', 'passed', code, source, words)
  }
  const authority = opened.proofs
    .map((proof) => keys.get(proof)?.ownership.authority)
    .find((entry) => entry !== undefined)
  if (authority !== undefined) {
    return line(context, 'issuer-trust', 'passed', 'issuer-trust.by-authority', authority.list, {
      name: authority.subject,
      authority: authority.name,
      list: authority.list,
    })
  }
  const source =
    trust.length === 0 ? 'no trust list was given' : trust.map((list) => list.name).join(', ')
  return line(context, 'issuer-trust', 'undecided', 'issuer-trust.not-known-here', source)
}

/** What the list does not let this issuer award, in words; undefined if it lets it. */
function beyondItsRight(context: CheckContext, issuer: KnownIssuer): string | undefined {
  const right = issuer.mayAward
  if (right === undefined) return undefined
  const { award, format } = context.opened
  const level = award.design.level?.eqf
  if (right.maxEqfLevel !== undefined && level !== undefined && level > right.maxEqfLevel) {
    return `EQF level ${level} is above ${right.maxEqfLevel}`
  }
  if (right.formats !== undefined && !right.formats.includes(format))
    return `not in the form ${format}`
  const { fields } = right
  if (
    fields !== undefined &&
    !award.design.fields.every((field) => fields.some((allowed) => field.startsWith(allowed)))
  ) {
    return `the field ${award.design.fields.join(', ')} is outside`
  }
  return undefined
}
