// The whole way of issuing, a format at a time: build, validate, trial seal, verify, seal, verify, compare.
// No peer does this; the numbers are credentials a second on one core, pictures already drawn or not.

import { formats } from 'tessera/formats/index'
import { exampleRun } from 'tessera/issue/example-cohort'
import { rate, type Row } from './row.ts'

export async function run(): Promise<readonly Row[]> {
  const rows: Row[] = []
  const example = await exampleRun(new Date('2026-11-25T10:00:00Z'))
  for (const format of formats) {
    await example.seal(format)
    rows.push({
      what: `whole pipeline, ${format.name}`,
      ours: await rate(() => example.seal(format), 3000),
    })
  }
  return rows
}
