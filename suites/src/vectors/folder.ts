// A folder of vectors: `trust.json`, one file of records an area, `files.json` for what comes as a file.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from 'tessera/read/json'
import { readRecord } from './record.ts'
import { type AreaName, judgedAreas, laterAreas, type Malformed, type Vector } from './vector.ts'

/** The clock of the contract; `now` in trust.json says the same. */
const clock = '2026-06-01T12:00:00Z'

export interface Folder {
  /** Everything that is trusted; undefined where it cannot be read. */
  readonly trust: Uint8Array | undefined
  readonly now: Date
  readonly vectors: readonly Vector[]
  /** Records and files nobody can judge by. */
  readonly malformed: readonly (Malformed | MissingFile)[]
  /** How many vectors there are of the areas whose reader comes later. */
  readonly later: ReadonlyMap<string, number>
}

/** A file of the layout that is not there, or is no list. */
export interface MissingFile {
  readonly area: AreaName | undefined
  readonly id: string
  readonly malformed: string
}

const areaFiles = ['jws', 'sdjwt', 'data-integrity', 'status'] as const

/** Reads a folder. Says what is wrong with it instead of throwing. */
export function readFolder(folder: string): Folder {
  const malformed: (Malformed | MissingFile)[] = []
  const vectors: Vector[] = []
  const later = new Map<string, number>()
  const take = (record: unknown, area: AreaName, place: string) => {
    const read = readRecord(record, area, folder, place)
    if ('malformed' in read) malformed.push(read)
    else vectors.push(read)
  }
  const trust = trustOf(folder, malformed)
  for (const area of areaFiles) {
    const file = `${area}.json`
    const records = recordsOf(folder, file, area, malformed)
    records.forEach((record, i) => take(record, area, `${file}[${i}]`))
  }
  const files = recordsOf(folder, 'files.json', undefined, malformed)
  for (const [i, record] of files.entries()) {
    const area = isObject(record) ? record['area'] : undefined
    const place = `files.json[${i}]`
    const known = judgedAreas.find((name) => name === area)
    const toCome = laterAreas.find((name) => name === area)
    if (toCome !== undefined) later.set(toCome, (later.get(toCome) ?? 0) + 1)
    else if (known === 'images' || known === 'poison-graphs') take(record, known, place)
    else malformed.push(homeless(record, place, area))
  }
  return { ...trust, vectors, malformed, later }
}

function homeless(record: unknown, place: string, area: unknown): MissingFile {
  const id = isObject(record) && typeof record['id'] === 'string' ? record['id'] : place
  return {
    area: undefined,
    id,
    malformed: `the area ${String(JSON.stringify(area)).slice(0, 60)} is not one of files.json`,
  }
}

function trustOf(
  folder: string,
  malformed: MissingFile[],
): { readonly trust: Uint8Array | undefined; readonly now: Date } {
  const fallback = new Date(clock)
  try {
    const trust = new Uint8Array(readFileSync(join(folder, 'trust.json')))
    const value: unknown = JSON.parse(new TextDecoder().decode(trust))
    const now = new Date(isObject(value) && typeof value['now'] === 'string' ? value['now'] : clock)
    return { trust, now: Number.isNaN(now.getTime()) ? fallback : now }
  } catch (error) {
    malformed.push({ area: undefined, id: 'trust.json', malformed: faultOf(error) })
    return { trust: undefined, now: fallback }
  }
}

function recordsOf(
  folder: string,
  file: string,
  area: AreaName | undefined,
  malformed: MissingFile[],
): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    if (Array.isArray(value)) return value
    malformed.push({ area, id: file, malformed: 'the file is not a list of vectors' })
  } catch (error) {
    malformed.push({ area, id: file, malformed: faultOf(error) })
  }
  return []
}

function faultOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'the file is not JSON'
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' ? 'the file is not in the folder' : `the file cannot be read (${code})`
}
