// Programs of the operating system as judges: they read a file and say by their exit code what they think.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '../judge.ts'

/** Why it cannot judge; undefined when it is installed. */
export function unlessInstalled(program: string, version: string): string | undefined {
  return spawnSync(program, [version], { stdio: 'ignore' }).error === undefined
    ? undefined
    : `the program ${program} is not installed`
}

/** Runs a program over files that are written for it and deleted afterwards; `arguments_` gets their paths. */
export function runOver(
  program: string,
  files: Readonly<Record<string, Uint8Array | string>>,
  arguments_: (path: (name: string) => string) => readonly string[],
): Finding {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-interop-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { status, stdout, stderr, error } = spawnSync(
      program,
      arguments_((name) => join(folder, name)),
      { encoding: 'utf8', timeout: 30_000 },
    )
    if (error !== undefined) throw error
    const said = (status === 0 ? stderr : `${stderr}${stdout}`)
      .replaceAll(`${folder}/`, '')
      .trim()
      .split('\n')
    return {
      outcome: status === 0 ? 'accepted' : 'refused',
      said: said.slice(0, 3).join(' ') || 'no fault found',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
