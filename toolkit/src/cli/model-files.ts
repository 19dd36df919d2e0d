// Designs, organisations and issuers as files people write: YAML or JSON. Where an organisation is
// expected, a path to its file may stand instead.

import { dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import type { Design } from '../credential/design.ts'
import { parseDesign } from '../credential/parse.ts'
import { requireUntouched } from '../credential/freeze.ts'
import { parseIssuer, type Issuer } from '../issue/issuer.ts'
import { limits } from '../limits.ts'
import { readJson } from '../read/json.ts'
import { utf8Decode } from '../read/utf8.ts'
import { refuse } from '../refusal.ts'
import { readBytes } from './files.ts'

/** Members whose text value is a path to an organisation's file. */
const organisationMembers = new Set(['organisation', 'providers'])

export function loadDesign(path: string): Design {
  const design = parseDesign(loadData(path))
  requireUntouched(design)
  return design
}

export function loadIssuer(path: string): Issuer {
  return parseIssuer(loadData(path))
}

/** Plain data of a YAML or JSON file with organisations put in place. */
export function loadData(path: string): unknown {
  return withOrganisations(readData(path), dirname(path))
}

function readData(path: string): unknown {
  const bytes = readBytes(path, limits.design)
  if (bytes.length > limits.design) refuse('file.too-large', path, 'The file is too large.')
  if (bytes.length === 0) refuse('file.empty', path, 'The file is empty.')
  const text = textOf(bytes, path)
  if (path.endsWith('.json')) return readJson(text, path)
  const document = parseDocument(text, { uniqueKeys: true, strict: true, version: '1.2' })
  const fault = document.errors[0]
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line
    refuse(
      'file.yaml',
      line === undefined ? path : `${path}, line ${line}`,
      `This is not YAML: ${fault.message.split('\n')[0]}`,
    )
  }
  try {
    // Aliases can blow a small file up; a design needs few.
    return document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    return refuse('file.yaml', path, 'The YAML refers to itself too often.', error)
  }
}

/** The text of a file a person saved: Windows editors put a byte order mark before UTF-8. */
function textOf(bytes: Uint8Array, path: string): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return utf8Decode(marked ? bytes.subarray(3) : bytes, path)
  } catch (error) {
    return refuse('file.encoding', path, 'The file is not saved as UTF-8; save it so.', error)
  }
}

function withOrganisations(value: unknown, folder: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withOrganisations(item, folder))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (!organisationMembers.has(name)) return [name, withOrganisations(member, folder)]
      const put = (item: unknown) =>
        typeof item === 'string' ? readData(resolve(folder, item)) : withOrganisations(item, folder)
      return [name, Array.isArray(member) ? member.map(put) : put(member)]
    }),
  )
}
