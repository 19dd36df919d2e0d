// How a badge comes: JSON, a compact token, or either of them inside a picture.

import { limits } from '../../limits.ts'
import { type JsonObject, readJsonObject } from '../../read/json.ts'
import { extractFromPng, looksLikePng } from '../../read/png.ts'
import { extractFromSvg, looksLikeSvg } from '../../read/svg.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { base64urlDecode } from '../../read/base64.ts'

export interface Container {
  readonly variant: 'json' | 'jwt' | 'png' | 'svg'
  /** The JSON document, or else the compact token. */
  readonly content: { readonly json: JsonObject } | { readonly token: string }
}

const tokenForm = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/
const badgeType = /"(?:OpenBadgeCredential|AchievementCredential)"/
/** A badge whose own type was taken away is still one, a broken one; a learner record is none. */
const badgeSubject = /"AchievementSubject"/
const learnerRecord = /"ClrCredential"/

/** Takes the badge out of what carries it. Refuses what the readers of pictures and JSON refuse. */
export async function openContainer(bytes: Uint8Array): Promise<Container> {
  if (looksLikePng(bytes)) {
    return { variant: 'png', content: contentOf((await extractFromPng(bytes)).trim()) }
  }
  if (bytes.length > limits.drawing) refuse('ob3.too-large', '', 'The badge is too large.')
  const text = utf8Decode(bytes)
  if (looksLikeSvg(text)) {
    const { form, content } = extractFromSvg(text)
    return {
      variant: 'svg',
      content: form === 'verify' ? { token: content } : contentOf(content.trim()),
    }
  }
  const content = contentOf(text)
  return { variant: 'json' in content ? 'json' : 'jwt', content }
}

/** White space around JSON is JSON; around a token it would make two files of one credential. */
function contentOf(text: string): Container['content'] {
  const trimmed = text.trim()
  if (trimmed.length > limits.badge) refuse('ob3.too-large', '', 'The badge is too large.')
  if (trimmed.startsWith('{')) return { json: readJsonObject(trimmed) }
  return tokenForm.test(text)
    ? { token: text }
    : refuse('ob3.form', '', 'This is neither JSON nor a signed token.')
}

/** A cheap look: pictures, JSON and tokens that speak of a badge. Most pictures do not, and are no broken badges. */
export function looksLikeBadge(bytes: Uint8Array): boolean {
  if (looksLikePng(bytes)) return hasKeyword(bytes)
  const text = lenient.decode(bytes)
  if (looksLikeSvg(text)) return drawnBadge.test(text)
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return speaksOfBadge(trimmed)
  if (text.length > limits.token || !tokenForm.test(text)) return false
  return speaksOfBadge(payloadOf(text.split('.')[1] ?? ''))
}

/** The word of a PNG that stands before a credential (Open Badges 3.0, 5.3.1), or begins as it does. */
const keyword = new TextEncoder().encode('openbadge')
/** The name of the element with a credential, or its namespace (5.3.2). */
const drawnBadge = /openbadge|purl\.imsglobal\.org\/ob\//i

function hasKeyword(bytes: Uint8Array): boolean {
  const [first = 0] = keyword
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (keyword.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

function speaksOfBadge(json: string): boolean {
  return badgeType.test(json) || (badgeSubject.test(json) && !learnerRecord.test(json))
}

const lenient = new TextDecoder()

function payloadOf(part: string): string {
  try {
    return lenient.decode(base64urlDecode(part))
  } catch {
    return ''
  }
}
