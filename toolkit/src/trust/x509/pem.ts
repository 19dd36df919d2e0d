// PEM, the textual form of certificates and lists (RFC 7468), and finding out which form a file has.

import { base64, base64Decode } from '../../read/base64.ts'
import { refuse } from '../../refusal.ts'

const block = /-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n([A-Za-z0-9+/=\r\n]*)-----END \1-----/g

/** DER of every block of that label, in their order; empty when there is none. Refuses broken base64. */
export function readPem(text: string, label: string, place = ''): readonly Uint8Array[] {
  return [...text.matchAll(block)]
    .filter(([, found]) => found === label)
    .map(([, , body = '']) => base64Decode(body.replaceAll(/[\r\n]/g, ''), place))
}

/** Certificates of a text, at least one. Refuses `pem.none`. */
export function readCertificatesPem(text: string, place = ''): readonly Uint8Array[] {
  const found = readPem(text, 'CERTIFICATE', place)
  return found.length > 0 ? found : refuse('pem.none', place, 'No certificate was found here.')
}

export function writePem(label: string, bytes: Uint8Array): string {
  const lines = base64(bytes).replaceAll(/.{1,64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`
}
