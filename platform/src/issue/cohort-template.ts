// The empty list of a cohort, with the columns of its design: filled in a spreadsheet and sent back.

import { cohortTemplate } from 'tessera/issue/cohort'
import type { Asked } from '../server/route.ts'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf } from './desk-page.tsx'

export async function cohortTemplateFile(asked: Asked, id: string): Promise<string | undefined> {
  const { organisation } = deskOf(asked)
  const cohort = await atDesk(asked, (tx) => cohortOf(tx, organisation, id))
  // With a byte order mark Excel reads UTF-8 as such.
  return cohort === undefined ? undefined : `\ufeff${cohortTemplate(cohort.design)}`
}
