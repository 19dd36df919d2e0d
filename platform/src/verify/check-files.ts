// Checks what somebody brought: each file by itself, by the same verifier that runs in the browser and on the
// command line. Nothing of it is kept.

import { createHash } from 'node:crypto'
import { formats } from 'tessera/formats/index'
import type { Opened } from 'tessera/formats/opened'
import { limits } from 'tessera/limits'
import { withoutLineEnd } from 'tessera/read/text-file'
import { attempt } from 'tessera/refusal'
import { verify, type Verdict } from 'tessera/verify/verify'
import type { House } from '../house.ts'

/** One look at a stack of applications, not at an archive. */
export const mostFiles = 30

export interface Brought {
  /** What the file is called; what was pasted has no name. */
  readonly name?: string
  readonly bytes: Uint8Array
}

export interface Checked {
  readonly name?: string
  readonly verdict: Verdict
  /** What the file says, whatever the verdict is; absent where it cannot be read. */
  readonly opened?: Opened
  /** SHA-256 of the file as it was brought, hex: so that a report speaks of one file and no other. */
  readonly hash: string
}

export async function checkFiles(
  house: House,
  brought: readonly Brought[],
  language: string,
): Promise<readonly Checked[]> {
  const trust = await house.trust()
  const checked: Checked[] = []
  // One after the other: each may cost its whole budget, and others wait for this server too.
  for (const { name, bytes } of brought) {
    const meant = withoutLineEnd(bytes)
    const verdict = await verify(meant, {
      trust,
      now: house.clock.now(),
      resolver: house.resolver,
      language,
    })
    const opened = await openedOf(verdict, meant)
    checked.push({
      ...(name === undefined ? {} : { name }),
      verdict,
      ...(opened === undefined ? {} : { opened }),
      hash: createHash('sha256').update(bytes).digest('hex'),
    })
  }
  return checked
}

async function openedOf(verdict: Verdict, bytes: Uint8Array): Promise<Opened | undefined> {
  if (verdict.credential === null || bytes.length > limits.file) return undefined
  const format = formats.find(({ id }) => id === verdict.format)
  if (format === undefined) return undefined
  const answer = await attempt(() => format.open(bytes))
  return answer.ok ? answer.value : undefined
}
