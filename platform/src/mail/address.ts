// An address a letter may go to. Stricter than RFC 5321: what a mail server might read in two ways (quotes,
// comments, routes, literals, lists) is refused when it is entered, and never reaches a header.

import { domainToASCII } from 'node:url'

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/

/** One plain address, in ASCII; a domain of another script stands in its ASCII form. */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (at < 1 || name.length > 64 || !local.test(name)) return false
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((one) => label.test(one))) return false
  // A last label of digits is a number of a machine; an `xn--` that decodes to nothing is no name.
  if (/^\d+$/.test(labels.at(-1) ?? '')) return false
  return domainToASCII(domain) === domain.toLowerCase()
}
