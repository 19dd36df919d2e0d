// Designs as programs see them: the frozen versions an organisation gives.

import { z } from 'zod'
import { cohortColumnsOf } from 'tessera/issue/cohort'
import { designOf } from '../issue/issuer-of.ts'
import { no, operation } from './operation.ts'
import { multilingual, time } from './words.ts'

const designInList = z
  .object({
    id: z.string(),
    version: z.string(),
    title: multilingual,
    frozenAt: time,
    withdrawn: z.boolean().meta({ description: 'True: no new cohort begins with it' }),
  })
  .meta({ id: 'DesignInList' })

const listDesigns = operation({
  method: 'GET',
  path: '/api/v1/designs',
  needs: 'see designs',
  scope: 'designs:read',
  name: 'listDesigns',
  summary: 'Every frozen version of every design, newest first',
  answer: z.object({ items: z.array(designInList) }).meta({ id: 'DesignList' }),
  run: async ({ tx, organisation }) => {
    const rows = await tx
      .selectFrom('design')
      .select(['id', 'version', 'body', 'frozen_at', 'withdrawn_at'])
      .where('organisation_id', '=', organisation)
      .orderBy('frozen_at', 'desc')
      .orderBy('id')
      .orderBy('version')
      .limit(1_000)
      .execute()
    return {
      items: rows.map((row) => ({
        id: row.id,
        version: row.version,
        title: (row.body as { title?: Record<string, string> }).title ?? {},
        frozenAt: row.frozen_at.toISOString(),
        withdrawn: row.withdrawn_at !== null,
      })),
    }
  },
})

const readDesign = operation({
  method: 'GET',
  path: '/api/v1/designs/:design/:version',
  needs: 'see designs',
  scope: 'designs:read',
  name: 'readDesign',
  summary: 'One frozen version, and the columns its results have',
  params: z.strictObject({ design: z.string().max(500), version: z.string().max(100) }),
  answer: z
    .object({
      columns: z.array(z.string()),
      design: z
        .looseObject({})
        .meta({ description: 'design/1, as `tessera schema design` has it' }),
    })
    .meta({ id: 'DesignAnswer' }),
  run: async ({ tx, organisation, params }) => {
    const known = await tx
      .selectFrom('design')
      .select('id')
      .where('organisation_id', '=', organisation)
      .where('id', '=', params.design)
      .where('version', '=', params.version)
      .executeTakeFirst()
    if (known === undefined) no(404, 'design.unknown', '', 'There is no such version of a design.')
    const design = await designOf(tx, organisation, { id: params.design, version: params.version })
    return { columns: [...cohortColumnsOf(design)], design: { ...design } }
  },
})

export const designOperations = [listDesigns, readDesign]
