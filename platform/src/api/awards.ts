// Awards read back by a student information system: every one in the order they were sealed, one with how it stands,
// its files; and what becomes of it afterwards.

import { z } from 'zod'
import { sql } from 'kysely'
import { learnerSchema } from 'tessera/credential/award'
import { readFiles } from '../issue/award-content.ts'
import { type AwardAtDesk, awardAtDesk } from '../issue/awards.ts'
import { decideStatus } from '../issue/decide-status.ts'
import { Erased } from '../store/secret.ts'
import { fileAnswer, no, operation } from './operation.ts'
import { after, page, time, uuid } from './words.ts'

const status = z
  .object({
    status: z.enum(['valid', 'suspended', 'revoked']),
    kind: z
      .enum(['withdrawn', 'annulled', 'suspended', 'restored', 'superseded'])
      .nullable()
      .meta({ description: 'The last decision; null where nothing was decided' }),
    reason: z.string().nullable(),
    at: time.nullable(),
  })
  .meta({ id: 'AwardStatus' })

const award = z
  .object({
    id: uuid,
    cohort: uuid.nullable(),
    design: z.object({ id: z.string(), version: z.string() }),
    issuedAt: time,
    language: z.string(),
    learner: learnerSchema
      .nullable()
      .meta({ description: 'Null where the learner was erased: nothing personal is left' }),
    grade: z.string().nullable(),
    awardedOn: z.string().nullable(),
    results: z.array(z.object({ assessment: z.string().nullable(), grade: z.string().nullable() })),
    status,
    supersedes: uuid.nullable().meta({ description: 'The award this one corrects' }),
    supersededBy: uuid.nullable(),
    claimedAt: time.nullable(),
    files: z.array(
      z.object({
        name: z.string().meta({ description: '`edc.jsonld`: read it with readAwardFile' }),
        bytes: z.int(),
      }),
    ),
  })
  .meta({ id: 'Award' })

/** What the encryption adds to a file (store/envelope.ts): version, iv and tag. */
const envelope = 29

function told(found: AwardAtDesk, design: { readonly id: string; readonly version: string }) {
  const { fate } = found
  return {
    id: found.id,
    cohort: found.cohort ?? null,
    design,
    issuedAt: found.issuedAt.toISOString(),
    language: found.language,
    learner: found.award?.learner ?? null,
    grade: found.award?.grade ?? null,
    awardedOn: found.award?.awardedOn ?? null,
    results: (found.award?.results ?? []).map((one) => ({
      assessment: one.assessment ?? null,
      grade: one.grade ?? null,
    })),
    status: {
      status: fate.status,
      kind: fate.kind ?? null,
      reason: fate.reason ?? null,
      at: fate.at?.toISOString() ?? null,
    },
    supersedes: fate.supersedes ?? null,
    supersededBy: fate.supersededBy ?? null,
    claimedAt: found.claim?.claimed?.toISOString() ?? null,
    files: found.files.map(({ format, extension, bytes }) => ({
      name: `${format}.${extension}`,
      bytes: bytes - envelope,
    })),
  }
}

const listAwards = operation({
  method: 'GET',
  path: '/api/v1/awards',
  needs: 'see awards',
  scope: 'awards:read',
  name: 'listAwards',
  summary: 'Awards in the order they were sealed',
  description:
    'Read on with `after` = `next` of the answer before: none is missed and none comes twice, also while awards are being sealed. What happens to an award later is told by events.',
  query: z.strictObject({
    after,
    ...page,
    since: time.optional().meta({ description: 'Only what was sealed at or after this time' }),
    cohort: uuid.optional(),
    design: z.string().max(500).optional(),
  }),
  answer: z
    .object({
      items: z.array(award),
      next: z.int().meta({ description: 'Goes into `after` of the next call' }),
      more: z.boolean(),
    })
    .meta({ id: 'AwardList' }),
  run: async ({ house, tx, organisation, query }) => {
    const { rows } = await sql<{ sequence: string; id: string; design: string; version: string }>`
      select e.sequence, a.id, a.design_id as design, a.design_version as version
      from event e join award a on a.organisation_id = e.organisation_id and a.id = e.award_id
      where e.organisation_id = ${organisation} and e.kind = 'award.sealed' and e.sequence > ${query.after}
        and (${query.since ?? null}::timestamptz is null or e.at >= ${query.since ?? null}::timestamptz)
        and (${query.cohort ?? null}::uuid is null or a.cohort_id = ${query.cohort ?? null}::uuid)
        and (${query.design ?? null}::text is null or a.design_id = ${query.design ?? null}::text)
      order by e.sequence limit ${query.limit + 1}`.execute(tx)
    const items = []
    for (const { id, design, version } of rows.slice(0, query.limit)) {
      const found = await awardAtDesk(house, tx, organisation, id)
      if (found !== undefined) items.push(told(found, { id: design, version }))
    }
    const last = rows.slice(0, query.limit).at(-1)
    return {
      items,
      next: last === undefined ? query.after : Number(last.sequence),
      more: rows.length > query.limit,
    }
  },
})

const params = z.strictObject({ award: uuid })
const unknown = (): never => no(404, 'award.unknown', '', 'There is no such award.')

const readAward = operation({
  method: 'GET',
  path: '/api/v1/awards/:award',
  needs: 'see awards',
  scope: 'awards:read',
  name: 'readAward',
  summary: 'One award and how it stands',
  params,
  answer: award,
  run: async ({ house, tx, organisation, params: { award: id } }) => {
    const row = await tx
      .selectFrom('award')
      .select(['design_id', 'design_version'])
      .where('organisation_id', '=', organisation)
      .where('id', '=', id)
      .executeTakeFirst()
    const found = await awardAtDesk(house, tx, organisation, id)
    if (found === undefined || row === undefined) return unknown()
    return told(found, { id: row.design_id, version: row.design_version })
  },
})

const readAwardFile = operation({
  method: 'GET',
  path: '/api/v1/awards/:award/files/:file',
  needs: 'see awards',
  scope: 'awards:read',
  name: 'readAwardFile',
  summary: 'A sealed file, as it was sealed',
  params: z.strictObject({ award: uuid, file: z.string().max(100) }),
  answer: fileAnswer,
  run: async ({ house, tx, organisation, params: { award: id, file } }) => {
    const files = await readFiles(house, tx, organisation, id).catch((error: unknown) => {
      if (error instanceof Erased)
        no(404, 'award.erased', '', 'The learner was erased; the files are gone with them.')
      throw error
    })
    const found = files.find(({ format, extension }) => `${format}.${extension}` === file)
    if (found === undefined) no(404, 'award.no-such-file', '', 'There is no such file.')
    return { bytes: found.bytes, mediaType: found.mediaType }
  },
})

const decideAward = operation({
  method: 'POST',
  path: '/api/v1/awards/:award/decisions',
  needs: 'withdraw an award',
  scope: 'awards:decide',
  name: 'decideAward',
  summary: 'Suspend, restore, withdraw or annul an award',
  description:
    'The learner is told by letter, with the reason. Corrections are made by people, on the page of the award.',
  params,
  body: z
    .strictObject({
      kind: z.enum(['suspended', 'restored', 'withdrawn', 'annulled']),
      reason: z
        .string()
        .trim()
        .min(1)
        .max(1_000)
        .meta({ description: 'The learner and whoever checks the award may read it' }),
    })
    .meta({ id: 'DecideAward' }),
  status: 201,
  answer: z.object({ award: uuid, status }).meta({ id: 'DecidedAward' }),
  run: async ({ house, tx, desk, params: { award: id }, body: { kind, reason } }) => {
    const answer = await decideStatus(house, tx, desk, { award: id, kind, reason })
    if (answer === 'no-such-award') return unknown()
    if (answer === 'reason-missing')
      return no(422, 'decision.reason', '/reason', 'Say why, in a few words.')
    if (answer === 'revoked-is-final')
      return no(409, 'decision.revoked-is-final', '', 'It was revoked before, and stays revoked.')
    if (answer === 'already-suspended')
      return no(409, 'decision.already-suspended', '', 'It is suspended already.')
    if (answer === 'not-suspended')
      return no(409, 'decision.not-suspended', '', 'It is not suspended.')
    return { award: id }
  },
  tell: async ({ house, tx, organisation, params: { award: id } }) => {
    const found = await awardAtDesk(house, tx, organisation, id)
    if (found === undefined) return unknown()
    const { fate } = found
    return {
      award: id,
      status: {
        status: fate.status,
        kind: fate.kind ?? null,
        reason: fate.reason ?? null,
        at: fate.at?.toISOString() ?? null,
      },
    }
  },
})

export const awardOperations = [listAwards, readAward, readAwardFile, decideAward]
