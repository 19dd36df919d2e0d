// The disk: bounded reading, writing that is whole or not at all.

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Usage } from './command.ts'

/** The bytes of a file; unreadable paths are bad usage, as the contract has it. */
export function readBytes(path: string, limit: number): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    const file = openSync(path, 'r')
    try {
      return readUpTo(file, limit + 1)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new Usage(
      `${path === '' ? 'A file without a name' : path} cannot be read: ${reason(error)}`,
    )
  }
}

/** One byte more than the limit is enough to be refused by whoever reads it; devices have no end. */
function readUpTo(file: number, most: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  while (size < most) {
    const part = new Uint8Array(Math.min(most - size, 256 * 1024))
    const length = readSync(file, part)
    if (length === 0) break
    parts.push(part.subarray(0, length))
    size += length
  }
  const whole = Buffer.concat(parts)
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'a part of the path is a file, not a folder.',
  EEXIST: 'a file stands where a folder is needed.',
  EACCES: 'you are not allowed to.',
  EPERM: 'you are not allowed to.',
  EROFS: 'nothing can be written there.',
  ENAMETOOLONG: 'the name is too long.',
  ELOOP: 'the path leads in a circle.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is used up.',
  EIO: 'the disk has a fault.',
  EMFILE: 'too many files are open.',
}

/** Whether the machine said no: an error of the system, not a fault of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
}

/** Why the machine said no, in plain words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  return reasons[code ?? ''] ?? (error instanceof Error ? error.message : String(error))
}

/** Runs a step that writes where the user pointed; a path that cannot be is bad usage. */
export function wherePointed<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (!isSystemError(error) || isOfTheMachine(error)) throw error
    throw new Usage(`${path} cannot be used: ${reason(error)}`)
  }
}

/** The machine is short of something: no fault of the path, and running again may go on. */
function isOfTheMachine({ code }: NodeJS.ErrnoException): boolean {
  return ['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE'].includes(code ?? '')
}

/**
 * Makes a folder and those above it that are missing. By hand, for Node's own `recursive` never ends where the system
 * says that the folder above is not there although it is, as under /proc.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = []
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at))
    missing.unshift(at)
  for (const folder of missing) {
    try {
      mkdirSync(folder, mode)
    } catch (error) {
      // Somebody else made it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  if (!statSync(path).isDirectory())
    throw Object.assign(new Error('a file'), { code: 'EEXIST', syscall: 'mkdir', path })
}

/** Writes a file whole: to a neighbour first, synced, then renamed over it. */
export function writeWhole(path: string, bytes: Uint8Array | string, mode = 0o644): void {
  makeFolder(dirname(path))
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
    let data: Uint8Array = Buffer.from(text)
    // A disk that fills up takes a part first; the rest then says so.
    while (data.length > 0) data = data.subarray(writeSync(file, data))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
