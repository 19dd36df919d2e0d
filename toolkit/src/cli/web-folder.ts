// A folder laid out as it is to be served: <folder>/<host>/<path>. Answers look-ups without a network.

import { existsSync, statSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { limits } from '../limits.ts'
import type { Resolver } from '../trust/resolver.ts'
import { readBytes } from './files.ts'

/** Where the file behind an https address lies under a folder; undefined for anything else. */
export function pathOfAddress(folder: string, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.search !== '') return undefined
  const host = url.port === '' ? url.hostname : `${url.hostname}_${url.port}`
  const root = normalize(folder)
  const path = normalize(join(root, host, decodeURIComponent(url.pathname)))
  return path.startsWith(root.endsWith(sep) ? root : root + sep) && !path.includes('\u0000')
    ? path
    : undefined
}

export function webFolder(folder: string): Resolver {
  return {
    async get(address) {
      const path = pathOfAddress(folder, address)
      if (path === undefined || !existsSync(path) || !statSync(path).isFile()) return undefined
      return { bytes: readBytes(path, limits.resource), from: path, at: statSync(path).mtime }
    },
  }
}

/** The first resolver that knows. */
export function firstOf(resolvers: readonly Resolver[]): Resolver {
  return {
    async get(address, kind) {
      for (const resolver of resolvers) {
        const found = await resolver.get(address, kind)
        if (found !== undefined) return found
      }
      return undefined
    },
  }
}
