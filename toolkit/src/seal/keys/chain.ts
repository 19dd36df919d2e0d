// From a key's own certificate upwards (RFC 5280): the chain that goes into a seal, and the root that does not.

import { limits } from '../../limits.ts'
import type { Certificate } from '../../trust/x509/certificate.ts'
import { sameBytes } from '../../trust/x509/der.ts'
import { sameName } from '../../trust/x509/names.ts'

/** From the key's own certificate upwards, as far as `certificates` go; a root that certifies itself is left out. */
export function chainFrom(
  keyInfo: Uint8Array,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  const chain: Certificate[] = []
  let at = certificates.find((certificate) => sameBytes(certificate.keyInfo, keyInfo))
  while (at !== undefined && !chain.includes(at) && chain.length < limits.certificates.chain) {
    const { issuer, subject } = at
    if (chain.length > 0 && sameName(issuer, subject)) break
    chain.push(at)
    at = certificates.find((certificate) => sameName(certificate.subject, issuer))
  }
  return chain
}

/** The self-certified root the chain ends under, where it is among `certificates`. */
export function rootOf(
  chain: readonly Certificate[],
  certificates: readonly Certificate[],
): Certificate | undefined {
  const top = chain.at(-1)
  if (top === undefined) return undefined
  return certificates.find(
    (each) =>
      each !== top && sameName(each.subject, top.issuer) && sameName(each.subject, each.issuer),
  )
}
