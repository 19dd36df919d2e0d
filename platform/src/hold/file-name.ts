// What files are called on a learner's disk, years later: `2026-05-12_Title_Issuer.pdf`, the same every time.

import type { Award } from 'tessera/credential/award'
import { inLanguage } from 'tessera/credential/text'
import { dayOfIssue } from './issue-day.ts'

/** Letters and digits of any script; everything else, and runs of it, becomes one dash. */
function part(text: string, most: number): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const cut = [...plain].slice(0, most).join('')
  return cut.replaceAll(/-+$/g, '')
}

export function fileName(award: Award, language: string, extension: string): string {
  const title = award.design.title === undefined ? '' : inLanguage(award.design.title, language)
  const issuer = award.issuer ?? award.design.awardingBodies[0]?.organisation
  const name = issuer?.shortName ?? issuer?.legalName
  const parts = [
    dayOfIssue(award),
    part(title === '' ? 'Micro-credential' : title.value, 60),
    name === undefined ? '' : part(inLanguage(name, language).value, 40),
  ].filter((one) => one !== '')
  return `${parts.join('_')}.${extension}`
}

/** The header that names a download, in any script (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
