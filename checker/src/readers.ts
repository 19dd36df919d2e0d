// For tests only: readers of the toolkit that the page has no button for, asked in the page and in Node.

import { looksLikePng, extractFromPng } from 'tessera/read/png'
import { extractFromSvg } from 'tessera/read/svg'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { attempt } from 'tessera/refusal'
import { readStatusList } from 'tessera/status/read'

/** One entry of a list of withdrawn credentials, or the code of the refusal. */
export async function entryOf(list: string, index: unknown, purpose: string): Promise<unknown> {
  const answer = await attempt(async () =>
    (await readStatusList(utf8(list))).entry(index as number, purpose),
  )
  return answer.ok ? answer.value : answer.refusals[0]?.code
}

/** What a picture carries, or the code of the refusal. */
export async function insideOf(picture: Uint8Array): Promise<string | undefined> {
  const answer = await attempt(async () =>
    looksLikePng(picture) ? extractFromPng(picture) : extractFromSvg(utf8Decode(picture)),
  )
  return answer.ok ? JSON.stringify(answer.value) : answer.refusals[0]?.code
}
