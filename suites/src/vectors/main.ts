// The command: `npm run vectors -- FOLDER [--each]`.

import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { lineOf, reportOf } from './report.ts'
import { runFolder } from './run.ts'

const usage = 'npm run vectors -- FOLDER [--each]     (docs/vectors.md)'

/** Runs the vectors of a folder; gives the exit code: 0 all passed, 1 not all, 64 there is no such folder. */
export async function main(
  args: readonly string[],
  out: (line: string) => void = console.log,
  err: (line: string) => void = console.error,
): Promise<number> {
  const [folder, ...more] = args.filter((word) => !word.startsWith('--'))
  const options = args.filter((word) => word.startsWith('--'))
  if (folder === undefined || more.length > 0 || options.some((word) => word !== '--each')) {
    err(usage)
    return 64
  }
  const path = resolve(process.env['INIT_CWD'] ?? '.', folder)
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    err(`There is no folder ${path}.`)
    return 64
  }
  const each = options.includes('--each')
  const run = await runFolder(path, each ? { heard: (judgement) => out(lineOf(judgement)) } : {})
  out(reportOf(run))
  return run.failures.length === 0 ? 0 : 1
}
