// The issuer's settings and the columns of a cohort as JSON Schema and as a page.

import { z } from 'zod'
import { cohortColumns } from './cohort.ts'
import { issuerSchema } from './issuer.ts'

export function issuerJsonSchema() {
  const schema = z.toJSONSchema(issuerSchema, { io: 'input', target: 'draft-2020-12' })
  return {
    $id: 'urn:tessera:schema:issuer:1',
    title: 'Settings of an issuer (tessera: issuer/1)',
    ...schema,
  }
}

/** docs/cohort.md. */
export function cohortPage(): string {
  const rows = cohortColumns.map(
    ({ name, say, example }) =>
      `| \`${name}\` | ${say} | ${example === '' ? '' : `\`${example}\``} |`,
  )
  return `${[
    '# The cohort file',
    '',
    'Made by `node scripts/schemas.mjs`. A CSV file in UTF-8, comma or semicolon, one row a learner; `tessera issue --template DESIGN` prints one.',
    'Only a name is needed; columns may be left out; an unknown column is refused. Faults are named by row and column before',
    'anything is sealed; a row with a fault is left out, the others are issued.',
    '',
    '| column | what | example |',
    '| --- | --- | --- |',
    ...rows,
    '| `grade_<assessment>` | The grade of one assessment of the design, such as `grade_A1` | `8.5` |',
    '',
    'A learner is the same learner when the identifier is the same, or, without one, name and date of birth. The same learner is never issued',
    'the same version of a design twice; other content for the same learner is refused, since a correction is not a second issue.',
  ].join('\n')}\n`
}
