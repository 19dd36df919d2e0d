// What must be there after a run, counted row by row and compared with what was to be.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { verifyAudit } from '../store/audit.ts'

export interface Count {
  readonly what: string
  readonly wanted: number
  readonly found: number
  /** The number may be smaller. */
  readonly atMost?: true
}

export const isRight = ({ wanted, found, atMost }: Count): boolean =>
  atMost === true ? found <= wanted : found === wanted

interface Plan {
  readonly cohorts: readonly { readonly awards: number; readonly formats: readonly string[] }[]
}

/** Files a format is issued as. */
const files: Readonly<Record<string, number>> = { edc: 1, ob3: 4, 'sd-jwt': 1 }

export async function countEverything(
  house: House,
  organisation: string,
  { cohorts }: Plan,
  mail: ReadonlyMap<string, number>,
  kills: number,
): Promise<readonly Count[]> {
  const awards = cohorts.reduce((sum, cohort) => sum + cohort.awards, 0)
  const wantedFiles = cohorts.reduce(
    (sum, cohort) =>
      sum + cohort.awards * cohort.formats.reduce((all, format) => all + (files[format] ?? 0), 0),
    0,
  )
  return house.store.asOrganisation(organisation, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from award) as awards,
        (select count(distinct (status_list, status_index))::int from award) as places,
        (select count(distinct issuing_key)::int from award) as learners,
        (select count(*)::int from status_entry e where not exists
          (select from award a where a.organisation_id = e.organisation_id and a.id = e.award_id)) as unused,
        (select count(*)::int from result where state = 'awarded') as results,
        (select count(*)::int from result r where not exists
          (select from award a where a.organisation_id = r.organisation_id and a.id = r.award_id)) as without,
        (select count(*)::int from claim) as claims,
        (select count(*)::int from sealed_file) as files,
        (select count(distinct award_id)::int from letter) as letters,
        (select count(*)::int from letter) as all_letters,
        (select count(*)::int from letter where kind <> 'slip') as mails,
        (select count(*)::int from letter where kind <> 'slip' and state = 'sent') as sent,
        (select count(*)::int from event where kind = 'award.sealed') as events,
        (select count(*)::int from audit where action = 'award sealed') as lines,
        (select count(distinct subject)::int from audit where action = 'award sealed') as subjects,
        (select count(*)::int from cohort where state = 'done') as done,
        (select count(*)::int from door where organisation_id = ${organisation}) as doors,
        (select count(*)::int from job where kind in ('seal', 'letter')) as jobs`.execute(tx)
    const n = (name: string) => rows[0]?.[name] ?? -1
    const audit = await verifyAudit(tx, organisation)
    const twice = [...mail.values()].reduce((sum, times) => sum + times - 1, 0)
    return [
      { what: 'awards', wanted: awards, found: n('awards') },
      { what: 'different places in status lists', wanted: awards, found: n('places') },
      { what: 'different learners', wanted: awards, found: n('learners') },
      { what: 'places reserved and never used', wanted: 0, found: n('unused') },
      { what: 'results marked as awarded', wanted: awards, found: n('results') },
      { what: 'results without their award', wanted: 0, found: n('without') },
      { what: 'sealed files', wanted: wantedFiles, found: n('files') },
      { what: 'claims', wanted: awards, found: n('claims') },
      { what: 'doors', wanted: awards, found: n('doors') },
      { what: 'letters and slips', wanted: awards, found: n('all_letters') },
      { what: 'awards with a letter or slip', wanted: awards, found: n('letters') },
      { what: 'mails marked as sent', wanted: n('mails'), found: n('sent') },
      { what: 'different mails that arrived', wanted: n('mails'), found: mail.size },
      {
        what: 'mails that came twice, same Message-ID',
        // One a kill at most: it was between the server's yes and our note of it.
        wanted: kills,
        found: twice,
        atMost: true,
      },
      { what: 'events', wanted: awards, found: n('events') },
      { what: 'lines of the audit', wanted: awards, found: n('lines') },
      { what: 'different awards in the audit', wanted: awards, found: n('subjects') },
      { what: 'audit chains that are whole', wanted: 1, found: audit.whole ? 1 : 0 },
      { what: 'cohorts done', wanted: cohorts.length, found: n('done') },
      { what: 'jobs left over', wanted: 0, found: n('jobs') },
    ] satisfies readonly Count[]
  })
}
