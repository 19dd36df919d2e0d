// Who is the issuer, by which list, and was it entitled to award this at that time?

import type { NamedIssuer } from '../../formats/opened.ts'
import type { Proof } from '../../seal/proof.ts'
import { isOutOfDate, knownIssuer, listsInForce, type Known } from '../../trust/known.ts'
import type { KnownIssuer, TrustList } from '../../trust/trust.ts'
import { line, type CheckContext } from '../context.ts'
import { areOne, type Ownership, type ProofKeys } from '../ownership.ts'
import type { CheckLine } from '../verdict.ts'

type Keys = ReadonlyMap<Proof, ProofKeys>

export function checkIssuerTrust(context: CheckContext, keys: Keys): CheckLine {
  const { trust } = context
  const { known, authority } = issuerFound(context, keys)
  if (known !== undefined) return byList(context, known, authority?.list)
  if (authority !== undefined) {
    const { subject, name, list } = authority
    const words = { name: subject, authority: name, list: list.name }
    if (isOutOfDate(list, context.now)) return outOfDate(context, list, words)
    const code = list.test === true ? 'issuer-trust.known-test' : 'issuer-trust.by-authority'
    return line(context, 'issuer-trust', 'passed', code, list.name, words)
  }
  const source =
    trust.length === 0 ? 'no trust list was given' : trust.map((list) => list.name).join(', ')
  return line(context, 'issuer-trust', 'undecided', 'issuer-trust.not-known-here', source)
}

function byList(
  context: CheckContext,
  { list, issuer, when }: Known,
  authorityList: TrustList | undefined,
): CheckLine {
  const words = { name: issuer.name, list: list.name }
  const say = (status: CheckLine['status'], code: Parameters<typeof line>[3], detail = '') =>
    line(context, 'issuer-trust', status, code, list.name, { ...words, detail })
  if (isOutOfDate(list, context.now)) return outOfDate(context, list, words)
  if (when !== 'known') return say('undecided', 'issuer-trust.not-at-that-time')
  const beyond = beyondItsRight(context, issuer)
  if (beyond !== undefined) return say('failed', 'issuer-trust.may-not-award', beyond)
  // A certificate of a test authority makes nobody real, whatever list its name stands in.
  if (authorityList?.test === true && issuer.test !== true && list.test !== true) {
    return line(context, 'issuer-trust', 'passed', 'issuer-trust.known-test', authorityList.name, {
      ...words,
      list: authorityList.name,
    })
  }
  const test = issuer.test === true || list.test === true
  return say('passed', test ? 'issuer-trust.known-test' : 'issuer-trust.known')
}

function outOfDate(
  context: CheckContext,
  list: TrustList,
  words: Readonly<Record<string, string>>,
): CheckLine {
  const code = 'issuer-trust.list-out-of-date'
  return line(context, 'issuer-trust', 'undecided', code, list.name, words)
}

/**
 * Who the issuer is, by a list or an authority. A confirmed key is asked for the names it confirms, and for no
 * other name the file may add; without one, the file's own claim is looked up, and the key check says the rest.
 */
function issuerFound(
  context: CheckContext,
  keys: Keys,
): { readonly known: Known | undefined; readonly authority: Ownership['authority'] } {
  const { opened, trust, now } = context
  const [first] = opened.proofs
  const owner = first === undefined ? undefined : keys.get(first)?.ownership
  const { id, identifiers } = opened.issuer
  const names = owner?.confirmed ?? (id === undefined ? identifiers : [id])
  const at = first?.signedAt ?? opened.validFrom ?? now
  const asked = { ids: names, identifiers: [] }
  return {
    known: knownIssuer(listsInForce(trust, now), asked, at) ?? knownIssuer(trust, asked, at),
    authority: owner?.authority,
  }
}

/**
 * The issuer by the list or certificate that confirms it: a file may call itself anything, and name as its own what is
 * somebody else's.
 */
export function confirmedIssuer(context: CheckContext, keys: Keys): NamedIssuer | undefined {
  const { opened, trust, now } = context
  const owners = opened.proofs.map((proof) => keys.get(proof)?.ownership)
  const confirmed = owners[0]?.confirmed
  if (confirmed === undefined || owners.some((owner) => owner?.status !== 'passed'))
    return undefined
  const { known, authority } = issuerFound(context, keys)
  const name = known?.issuer.name ?? authority?.subject
  if (name === undefined) return undefined
  const country = known?.issuer.country ?? opened.issuer.country
  const lists = listsInForce(trust, now)
  return {
    ...opened.issuer,
    name,
    ...(country === undefined ? {} : { country }),
    identifiers: opened.issuer.identifiers.filter((said) =>
      // A certificate has the number behind its register: VATES-A00000000.
      confirmed.some((own) => own === said || own.slice(6) === said || areOne(lists, own, said)),
    ),
  }
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
