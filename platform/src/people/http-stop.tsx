// The stop switch, for all who may pull it.

import { may } from './permissions.ts'
import type { Asked, Route } from '../server/route.ts'
import {
  Button,
  ErrorSummary,
  Facts,
  Field,
  type Faults,
  Form,
  Notice,
  show,
} from '../web/components.ts'
import { timeInWords } from '../web/in-words.ts'
import { deskOf } from './http-members.tsx'
import { nameOfOrganisation } from './organisations.ts'
import { pullStopSwitch, releaseStopSwitch, stopOf } from './stop-switch.ts'

async function stopPage(asked: Asked, faults: Faults = {}): Promise<Response> {
  const { house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const { name, stop, by } = await house.store.asOrganisation(organisation, async (tx) => {
    const found = await stopOf(tx, organisation)
    const who =
      found?.by === undefined
        ? undefined
        : await tx.selectFrom('person').where('id', '=', found.by).select('name').executeTakeFirst()
    return {
      name: await nameOfOrganisation(tx, organisation, language),
      stop: found,
      by: who?.name,
    }
  })
  return show(
    asked,
    { title: say('people-stop-title'), organisation: name, personal: true },
    <>
      <h1>{say('people-stop-title')}</h1>
      <ErrorSummary faults={faults} say={say} />
      <p>{say('people-stop-what')}</p>
      {stop === undefined ? (
        <Form to="/stop" visitor={visitor}>
          <Field
            name="reason"
            label={say('people-stop-reason')}
            hint={say('people-stop-reason-hint')}
            error={faults['reason']}
            required
            most={500}
            say={say}
          />
          <Button kind="grave">{say('people-stop-pull')}</Button>
        </Form>
      ) : (
        <Notice state="news" title={say('people-stop-pulled')} say={say}>
          <Facts
            of={[
              [say('people-stop-since'), timeInWords(language, stop.at)],
              [say('people-stop-by'), by],
              [say('people-stop-reason'), stop.reason],
            ]}
          />
          {may(visitor.roles, 'release the stop switch') ? (
            <Form to="/stop/release" visitor={visitor}>
              <Button>{say('people-stop-release')}</Button>
            </Form>
          ) : (
            <p>{say('people-stop-release-who')}</p>
          )}
        </Notice>
      )}
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

export const stop: readonly Route[] = [
  {
    method: 'GET',
    path: '/stop',
    needs: 'pull the stop switch',
    handle: (asked) => stopPage(asked),
  },
  {
    method: 'POST',
    path: '/stop',
    needs: 'pull the stop switch',
    handle: async (asked) => {
      const { c, house, say } = asked
      const form = await c.req.parseBody()
      const reason = typeof form['reason'] === 'string' ? form['reason'].trim() : ''
      if (reason === '' || reason.length > 500)
        return stopPage(asked, { reason: say('people-stop-reason-missing') })
      const desk = deskOf(asked)
      await house.store.asOrganisation(desk.organisation, (tx) =>
        pullStopSwitch(tx, house, desk, reason),
      )
      return c.redirect('/stop', 303)
    },
  },
  {
    method: 'POST',
    path: '/stop/release',
    needs: 'release the stop switch',
    fresh: true,
    handle: async (asked) => {
      const { c, house } = asked
      const desk = deskOf(asked)
      await house.store.asOrganisation(desk.organisation, (tx) =>
        releaseStopSwitch(tx, house, desk),
      )
      return c.redirect('/stop', 303)
    },
  },
]
