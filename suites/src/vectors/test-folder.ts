// Folders of vectors made in a test.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'

/** Everything the layout asks for, with nothing in it. */
const empty: Files = {
  'trust.json': { x509Anchors: [], issuers: [] },
  'jws.json': [],
  'sdjwt.json': [],
  'data-integrity.json': [],
  'status.json': [],
  'files.json': [],
}

/** Content by path: text and bytes as they are, undefined for a file that is not there, all else as JSON. */
export type Files = { readonly [path: string]: unknown }

/** Writes a folder; it is gone when the tests are done. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-vectors-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries({ ...empty, ...files })) {
    if (content === undefined) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    const raw = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(join(folder, path), raw ? content : JSON.stringify(content))
  }
  return folder
}

/** A record as the vectors of the reference data have it. */
export function record(id: string, verdict: string, more: object = {}): object {
  return {
    id,
    area: 'any',
    class: 'made',
    mode: 'verify',
    kind: 'made',
    input: '{}',
    context: {},
    expect: { verdict, why: 'made for a test', mustNot: [] },
    source: '',
    note: '',
    ...more,
  }
}
