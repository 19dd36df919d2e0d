// Was it withdrawn? A list that cannot be had, is not genuine, out of date or gives no answer for this
// entry leaves the question open: it is never taken for “not revoked”.

import { limits } from '../../limits.ts'
import type { NamedIssuer } from '../../formats/opened.ts'
import { attempt, firstOf } from '../../refusal.ts'
import { countsUntil, madeAt } from '../../status/age.ts'
import { readStatusList, type OpenedStatusList } from '../../status/read.ts'
import type { StatusReference } from '../../status/reference.ts'
import { listsInForce, maySayWithdrawn } from '../../trust/known.ts'
import type { Trust } from '../../trust/trust.ts'
import { line, type CheckContext } from '../context.ts'
import { keysOf } from '../keys.ts'
import { areOne } from '../ownership.ts'
import type { SentenceCode } from '../sentences/index.ts'
import type { CheckLine } from '../verdict.ts'

type Listed = Exclude<StatusReference, { kind: 'other' }>

export async function checkStatus(context: CheckContext): Promise<CheckLine> {
  const [first, ...more] = context.opened.status
  if (first === undefined) return line(context, 'status', 'passed', 'status.none', 'the file')
  if (more.length >= limits.statusReferences)
    return line(context, 'status', 'undecided', 'status.unsupported', `${more.length + 1} lists`)
  let worst = await checkReference(context, first)
  for (const reference of more) {
    if (worst.status === 'failed') return worst
    const answer = await checkReference(context, reference)
    if (answer.status === 'failed' || worst.status === 'passed') worst = answer
  }
  return worst
}

async function checkReference(
  context: CheckContext,
  reference: StatusReference,
): Promise<CheckLine> {
  if (reference.kind === 'other') {
    return line(context, 'status', 'undecided', 'status.unsupported', reference.type)
  }
  const purpose = purposeOf(reference)
  // Other purposes (“message”, “refresh”) do not say whether it was withdrawn.
  if (purpose !== 'revocation' && purpose !== 'suspension')
    return line(context, 'status', 'undecided', 'status.unsupported', reference.list)
  const resource = reference.list.startsWith('https://')
    ? await context.resolver.get(reference.list, 'status-list')
    : undefined
  if (resource === undefined || resource.bytes.length > limits.resource) {
    return line(context, 'status', 'undecided', 'status.unreadable', reference.list)
  }
  const source = resource.from ?? reference.list
  const open = (code: SentenceCode, detail = '') =>
    line(context, 'status', 'undecided', code, source, { detail })
  const read = await attempt(() => readStatusList(resource.bytes))
  if (!read.ok) return open('status.not-usable', firstOf(read.refusals).sentence)
  const list = read.value
  if (list.kind !== reference.kind || list.id !== reference.list) {
    return open('status.not-usable', 'It is another list than the credential names.')
  }
  if (!(await isGenuine(context, list))) return open('status.not-genuine')
  if (!isCurrent(context, list, resource.at)) return open('status.out-of-date')
  const asOf = (madeAt(list) ?? resource.at ?? context.now).toISOString()
  return answerOf(context, list, reference, `${source}, as of ${asOf}`, open)
}

function purposeOf(reference: Listed): string {
  return reference.kind === 'bitstring' ? reference.purpose : 'revocation'
}

async function answerOf(
  context: CheckContext,
  list: OpenedStatusList,
  reference: Listed,
  source: string,
  open: (code: SentenceCode, detail?: string) => CheckLine,
): Promise<CheckLine> {
  const purpose = purposeOf(reference)
  const entry = await attempt(() =>
    list.entry(
      reference.index,
      purpose,
      reference.kind === 'bitstring' ? reference.size : undefined,
    ),
  )
  if (!entry.ok) return open('status.not-usable', firstOf(entry.refusals).sentence)
  if (entry.value === 'not-set')
    return line(context, 'status', 'passed', 'status.not-revoked', source)
  const suspended = entry.value === 'suspended' || purpose === 'suspension'
  return line(
    context,
    'status',
    'failed',
    suspended ? 'status.suspended' : 'status.revoked',
    source,
  )
}

/** Signed, by the issuer of the credential or by an issuer the same trust list ties to it, with a key of its own. */
async function isGenuine(context: CheckContext, list: OpenedStatusList): Promise<boolean> {
  const { opened, trust, now, resolver } = context
  if (list.proofs.length === 0) return false
  const other = list.issuer === opened.issuer.id ? undefined : list.issuer
  const lists = listsInForce(trust, now)
  if (other !== undefined && !isSameOrganisation(opened.issuer, other, lists)) return false
  const issuer = other === undefined ? opened.issuer : { id: other, identifiers: [] }
  if (!maySayWithdrawn(trust, namesOf(issuer))) return false
  for (const proof of list.proofs) {
    const { keys, ownership } = await keysOf(proof, { issuer, trust, now, resolver })
    if (ownership.status !== 'passed') return false
    const answers = await Promise.all(keys.map((key) => proof.verify(key)))
    if (!answers.some((answer) => answer.holds)) return false
  }
  return true
}

function namesOf({ id, identifiers }: NamedIssuer): readonly string[] {
  return id === undefined ? identifiers : [id]
}

function isSameOrganisation(issuer: NamedIssuer, id: string, trust: Trust): boolean {
  return namesOf(issuer).some((name) => areOne(trust, name, id))
}

function isCurrent(context: CheckContext, list: OpenedStatusList, had: Date | undefined): boolean {
  const now = context.now.getTime()
  const latest = now + limits.clockSkewSeconds * 1000
  if (list.validFrom !== undefined && list.validFrom.getTime() > latest) return false
  for (const { signedAt, notBefore, expiresAt } of list.proofs) {
    if (signedAt !== undefined && signedAt.getTime() > latest) return false
    if (notBefore !== undefined && notBefore.getTime() > latest) return false
    if (expiresAt !== undefined && expiresAt.getTime() <= now) return false
  }
  return (countsUntil(list, had)?.getTime() ?? 0) > now
}
