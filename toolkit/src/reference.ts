// For tests only: where the official reference data lies, if it lies anywhere. Never read at run time.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const home =
  process.env['TESSERA_REFERENCE'] ??
  fileURLToPath(new URL('../../../shared/reference', import.meta.url))

/** Path of a reference file or folder; it may not exist. */
export function reference(path: string): string {
  return `${home}/${path}`
}

/** `skip` option of node:test: false where the data is there, else the printed reason. */
export function unlessPresent(path: string): false | string {
  return existsSync(reference(path)) ? false : `reference data ${path} is not here`
}
