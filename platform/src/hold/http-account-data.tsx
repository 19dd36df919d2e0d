// My data, for those with an account: what the account itself holds, everything to take away, and its end.

import type { Asked, Route } from '../server/route.ts'
import { leave } from '../server/session.ts'
import { Button, Caution, Facts, Form, Notice, show } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { accountOf, eraseAccount } from './account-record.ts'
import { awardsOfPerson } from './held-award.ts'
import { giveExport } from './http-data.tsx'
import { exportEverything, heldByPerson } from './my-data.ts'

function personOf({ visitor }: Asked): string {
  if (visitor.person === undefined) throw new Error('A route for people was opened to nobody.')
  return visitor.person.id
}

async function accountDataPage(asked: Asked): Promise<Response> {
  const { house, say, language, visitor } = asked
  const account = await house.store.atTheDoor((tx) => accountOf(tx, personOf(asked)))
  return show(
    asked,
    { title: say('hold-data'), personal: true },
    <>
      <h1>{say('hold-data')}</h1>
      <p class="lead">{say('hold-my-data-lead')}</p>
      <Facts
        of={[
          [say('hold-my-data-name'), <bdi>{account.name}</bdi>],
          [say('hold-my-data-since'), dateInWords(language, account.since)],
          ...account.identifiers.map(
            ({ kind, value }) =>
              [say(`account-identifier-${kind}`), <bdi dir="ltr">{value}</bdi>] as const,
          ),
          ...account.affiliations.map(
            ({ home, affiliation }) =>
              [
                say('hold-my-data-affiliation'),
                <bdi dir="ltr">{[affiliation, home].filter((one) => one !== '').join(' · ')}</bdi>,
              ] as const,
          ),
        ]}
      />
      <p>
        <a href="/account">{say('hold-my-data-account')}</a>
      </p>
      <section aria-labelledby="take">
        <h2 id="take">{say('hold-export')}</h2>
        <p>{say('hold-my-data-export')}</p>
        <p class="actions">
          <a class="button first" href="/mine/data/everything.zip">
            {say('hold-export-go')}
          </a>
        </p>
      </section>
      <section aria-labelledby="erase">
        <h2 id="erase">{say('hold-my-data-erase')}</h2>
        <p>{say('hold-my-data-erase-text')}</p>
        <p>{say('hold-my-data-erase-awards')}</p>
        {account.roles.length > 0 ? (
          <Caution>{say('hold-my-data-erase-works')}</Caution>
        ) : (
          <Form to="/mine/data/erase" visitor={visitor}>
            <Button kind="grave">{say('hold-my-data-erase-go')}</Button>
          </Form>
        )}
      </section>
      <p>
        <a href="/mine">{say('common-back')}</a>
      </p>
    </>,
  )
}

export const accountDataRoutes: readonly Route[] = [
  { method: 'GET', path: '/mine/data', needs: 'see my awards', handle: accountDataPage },
  {
    method: 'GET',
    path: '/mine/data/everything.zip',
    needs: 'see my awards',
    handle: async (asked) => {
      const { house, language, say } = asked
      const person = personOf(asked)
      const account = await house.store.atTheDoor((tx) => accountOf(tx, person))
      const mine = await awardsOfPerson(house, person)
      const held = await heldByPerson(
        house,
        mine.filter(({ award }) => award !== undefined),
      )
      return giveExport(asked, await exportEverything(house, { held, account, language, say }))
    },
  },
  {
    method: 'POST',
    path: '/mine/data/erase',
    needs: 'see my awards',
    fresh: true,
    handle: async (asked) => {
      const { c, house, say } = asked
      if ((await eraseAccount(house, personOf(asked))) === 'works-here')
        return accountDataPage(asked)
      await house.store.atTheDoor((tx) => leave(c, tx, house))
      return show(
        { ...asked, visitor: { roles: [] } },
        { title: say('hold-my-data-erased'), personal: true },
        <Notice state="news" title={say('hold-my-data-erased')} level={1} news say={say}>
          <p>{say('hold-my-data-erased-text')}</p>
        </Notice>,
      )
    },
  },
]
