// The report of a cohort: reminders, the list to take away, slips of paper for learners without mail.

import type { Asked, Route } from '../server/route.ts'
import { Button, Form, Link, Notice } from '../web/components.ts'
import { awardsOfCohort, reportFile } from './awards-of-cohort.ts'
import { remindUnclaimed, slipsPrinted, slipsToPrint } from './cohort-report.ts'
import { cohortFrame } from './cohort-page.tsx'
import { cohortOf } from './cohorts.ts'
import { atDesk, deskOf, idIn, notHere } from './desk-page.tsx'

async function remindAll(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const count = await atDesk(asked, (tx) => remindUnclaimed(house, tx, deskOf(asked), id))
  return c.redirect(`/cohorts/${id}?reminded=${count}`, 303)
}

async function file(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const { organisation } = deskOf(asked)
  const awards = await atDesk(asked, async (tx) => {
    if ((await cohortOf(tx, organisation, id)) === undefined) return undefined
    const all = { look: 'everybody' as const, from: 0, most: 100_000 }
    return awardsOfCohort(house, tx, organisation, id, all)
  })
  if (awards === undefined) return notHere(asked)
  return c.body(reportFile(awards), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="report.csv"',
  })
}

/** One slip a learner, to cut along; the code is on the first print only. */
async function slips(asked: Asked): Promise<Response> {
  const { c, house, say, visitor } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const { organisation } = deskOf(asked)
  const found = await atDesk(asked, async (tx) => {
    const cohort = await cohortOf(tx, organisation, id)
    if (cohort === undefined) return undefined
    return { cohort, slips: await slipsToPrint(house, tx, organisation, id) }
  })
  if (found === undefined) return notHere(asked)
  const waiting = found.slips.filter(({ code }) => code !== undefined)
  return cohortFrame(
    asked,
    found.cohort,
    <>
      <h2>{say('issue-slips')}</h2>
      <p>{say('issue-slips-what')}</p>
      {waiting.length === 0 ? (
        <Notice state="news" title={say('issue-slips-none')} say={say} />
      ) : (
        <>
          {waiting.map(({ award, words, code, secondCode, language }) => (
            <section class="card slip" lang={language}>
              <h3>
                <bdi>{words['name'] ?? ''}</bdi>
              </h3>
              <p>
                <bdi>{words['title'] ?? ''}</bdi>
              </p>
              <p>
                {`${house.config.address}/claim`} <code>{code}</code>
              </p>
              {secondCode === undefined ? null : (
                <p>
                  {say('issue-slip-second')} <code>{secondCode}</code>
                </p>
              )}
              <input type="hidden" form="printed" name="award" value={award} />
            </section>
          ))}
          <Form to={`/cohorts/${id}/slips`} visitor={visitor} id="printed">
            <Button>{say('issue-slips-printed')}</Button>
          </Form>
        </>
      )}
      <p>
        <Link to={`/cohorts/${id}`}>{say('common-back')}</Link>
      </p>
    </>,
  )
}

async function printed(asked: Asked): Promise<Response> {
  const { c, house } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const form = await c.req.parseBody({ all: true })
  const given = form['award']
  const awards = (Array.isArray(given) ? given : [given]).filter(
    (one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one),
  )
  await atDesk(asked, (tx) => slipsPrinted(house, tx, deskOf(asked), id, awards))
  return c.redirect(`/cohorts/${id}`, 303)
}

export const reportRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/cohorts/:cohort/remind',
    needs: 'seal a cohort',
    handle: remindAll,
  },
  { method: 'GET', path: '/cohorts/:cohort/report.csv', needs: 'see awards', handle: file },
  { method: 'GET', path: '/cohorts/:cohort/slips', needs: 'seal a cohort', handle: slips },
  {
    method: 'POST',
    path: '/cohorts/:cohort/slips',
    needs: 'seal a cohort',
    largest: 4 * 1024 * 1024,
    handle: printed,
  },
]
