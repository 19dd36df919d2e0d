// Trust lists given on the command line.

import { limits } from '../limits.ts'
import { attempt } from '../refusal.ts'
import { readTrustList } from '../trust/lists/index.ts'
import type { Trust } from '../trust/trust.ts'
import { Usage } from './command.ts'
import { readBytes } from './files.ts'

export async function loadTrust(paths: readonly string[]): Promise<Trust> {
  const lists = []
  for (const path of paths) {
    const list = await attempt(() => readTrustList(readBytes(path, limits.resource), path))
    // Not exit 1: that would say the micro-credential is not valid.
    if (!list.ok)
      throw new Usage(
        `${path} is no trust list that can be read: ${list.refusals[0]?.sentence ?? ''}`,
      )
    lists.push(list.value)
  }
  return lists
}
