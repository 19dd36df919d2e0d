// Trust lists given on the command line.

import { limits } from '../limits.ts'
import { readTrustList } from '../trust/lists/index.ts'
import type { Trust } from '../trust/trust.ts'
import { readBytes } from './files.ts'

export async function loadTrust(paths: readonly string[]): Promise<Trust> {
  const lists = []
  for (const path of paths) lists.push(await readTrustList(readBytes(path, limits.resource), path))
  return lists
}
