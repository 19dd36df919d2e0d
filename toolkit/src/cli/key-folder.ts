// A folder of the disk as a key folder: files for the owner only, written whole.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../limits.ts'
import type { KeyFolder } from '../seal/keys/folder.ts'
import { makeFolder, readBytes, wherePointed, writeWhole } from './files.ts'

export function keyFolder(path: string): KeyFolder {
  return {
    names: async () =>
      existsSync(path)
        ? wherePointed(path, () => readdirSync(path)).filter((name) => name.endsWith('.key.json'))
        : [],
    read: async (name) => readBytes(join(path, name), limits.keyFile),
    write: async (name, bytes) => {
      wherePointed(path, () => {
        makeFolder(path, 0o700)
        writeWhole(join(path, name), bytes, 0o600)
      })
    },
  }
}
