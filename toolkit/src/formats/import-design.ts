// A foreign credential read as a design, by the first format that can.

import type { Design } from '../credential/design.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { formats } from './index.ts'

/** Refuses (`import.not-known`) what no format can read as a design. */
export async function importDesign(bytes: Uint8Array, place: string): Promise<Design> {
  if (bytes.length > limits.file) refuse('import.too-large', place, 'The file is too large.')
  for (const format of formats) {
    const design = await format.importDesign?.(bytes)
    if (design !== undefined) return design
  }
  return refuse('import.not-known', place, 'No design can be read from this file.')
}
