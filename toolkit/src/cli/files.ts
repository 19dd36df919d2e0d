// The disk: bounded reading, writing that is whole or not at all.

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Usage } from './command.ts'

/** The bytes of a file; unreadable paths are bad usage, as the contract has it. */
export function readBytes(path: string, limit: number): Uint8Array {
  try {
    const { size } = statSync(path)
    // One byte more than the limit is enough to be refused by whoever reads it.
    if (size > limit + 1) return new Uint8Array(limit + 1)
    return readFileSync(path)
  } catch (error) {
    throw new Usage(`${path} cannot be read: ${reason(error)}`)
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'there is no such file.'
  if (code === 'EISDIR') return 'it is a folder.'
  if (code === 'EACCES') return 'it may not be read.'
  return error instanceof Error ? error.message : String(error)
}

/** Writes a file whole: to a neighbour first, synced, then renamed over it. */
export function writeWhole(path: string, bytes: Uint8Array | string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = openSync(draft, 'wx', mode)
    try {
      let data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
      while (data.length > 0) data = data.subarray(writeSync(file, data))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Appends a line and syncs it: the deed it announces comes after. */
export function appendSynced(path: string, text: string): void {
  const file = openSync(path, 'a', 0o644)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
