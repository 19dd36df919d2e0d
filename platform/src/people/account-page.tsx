// What the account's pages show.

import type { Asked } from '../server/route.ts'
import { isFresh, listSessions } from '../server/session.ts'
import {
  Button,
  ErrorSummary,
  Facts,
  Field,
  type Faults,
  Form,
  Notice,
  show,
  Table,
} from '../web/components.ts'
import { timeInWords } from '../web/in-words.ts'
import { autonyms, languages } from '../web/messages.ts'
import { listDesks } from './organisations.ts'
import { listPasskeys, passkeysPossible } from './passkeys.ts'
import { PasskeyForm } from './ways-in.tsx'

export const longestName = 200

/** The guard lets only people through to these routes. */
export function personOf({ visitor }: Asked): string {
  if (visitor.person === undefined) throw new Error('A route for people was opened to nobody.')
  return visitor.person.id
}

export async function accountPage(
  asked: Asked,
  faults: Faults = {},
  typed?: { readonly name: string },
): Promise<Response> {
  const { house, say, language, visitor } = asked
  const person = personOf(asked)
  const { sessions, passkeys, identifiers, desks } = await house.store.atTheDoor(async (tx) => ({
    sessions: await listSessions(tx, house, person),
    passkeys: await listPasskeys(tx, person),
    identifiers: await tx
      .selectFrom('identifier')
      .where('person_id', '=', person)
      .select(['kind', 'authority', 'value'])
      .orderBy('kind')
      .orderBy('value')
      .execute(),
    desks: await listDesks(tx, person, language),
  }))
  const current = Buffer.from(visitor.session ?? []).toString('base64url')
  const when = (date: Date) => timeInWords(language, date)
  return show(
    asked,
    { title: say('account-title'), personal: true, scripts: ['passkey.js'] },
    <>
      <h1>{say('account-title')}</h1>
      <ErrorSummary faults={faults} say={say} />
      <Form to="/account" visitor={visitor}>
        <Field
          name="name"
          label={say('account-name')}
          hint={say('account-name-hint')}
          value={typed?.name ?? visitor.person?.name}
          error={faults['name']}
          required
          most={longestName}
          autocomplete="name"
          dir="auto"
          say={say}
        />
        <Field
          name="language"
          label={say('account-language')}
          hint={say('account-language-hint')}
          type="select"
          options={languages.map((code) => ({ value: code, label: autonyms[code] }))}
          value={visitor.person?.language}
          required
          say={say}
        />
        <Button kind="first">{say('common-save')}</Button>
      </Form>
      {desks.length === 0 ? null : <Desks asked={asked} desks={desks} />}
      <h2>{say('account-passkeys')}</h2>
      <p>{say('account-passkeys-what')}</p>
      <Table
        caption={say('account-passkeys')}
        captionUnseen
        empty={say('account-passkeys-none')}
        rows={passkeys}
        columns={[
          {
            head: say('account-device'),
            cell: ({ name }) => name || say('account-device-unknown'),
            names: true,
          },
          { head: say('account-made'), cell: ({ createdAt }) => when(createdAt) },
          { head: say('account-used'), cell: ({ usedAt }) => (usedAt ? when(usedAt) : '—') },
          {
            head: say('account-remove'),
            cell: ({ id, name }) => (
              <Form to="/account/passkeys/remove" visitor={visitor}>
                <Button name="id" value={id} about={name}>
                  {say('account-remove')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      {!passkeysPossible(house) ? null : isFresh(visitor, house.clock.now()) ? (
        <PasskeyForm asked={asked} to="/account/passkeys" next="/account">
          {say('account-passkey-add')}
        </PasskeyForm>
      ) : (
        <p>
          <a href="/prove?next=/account">{say('account-passkey-prove')}</a>
        </p>
      )}
      <h2>{say('account-identifiers')}</h2>
      <p>{say('account-identifiers-what')}</p>
      <Facts
        of={identifiers.map(({ kind, authority, value }) => [
          say(`account-identifier-${kind}`),
          kind === 'oidc' ? `${value} · ${new URL(authority).host}` : value,
        ])}
      />
      {house.config.oidc === undefined ? null : (
        <Form to="/account/link" visitor={visitor}>
          <p>{say('account-link-what')}</p>
          <Button>{say('account-link')}</Button>
        </Form>
      )}
      <h2>{say('account-sessions')}</h2>
      <Table
        caption={say('account-sessions')}
        captionUnseen
        empty="—"
        rows={sessions}
        columns={[
          {
            head: say('account-device'),
            cell: ({ device }) => device || say('account-device-unknown'),
            names: true,
          },
          { head: say('account-since'), cell: ({ startedAt }) => when(startedAt) },
          { head: say('account-seen'), cell: ({ seenAt }) => when(seenAt) },
          {
            head: say('account-end'),
            cell: ({ ref, device }) =>
              ref === current ? (
                say('account-session-here')
              ) : (
                <Form to="/account/sessions/end" visitor={visitor}>
                  <Button name="session" value={ref} about={device}>
                    {say('account-end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length < 2 ? null : (
        <Form to="/account/sessions/end" visitor={visitor}>
          <Button name="session" value="others">
            {say('account-end-others')}
          </Button>
        </Form>
      )}
      <h2>{say('account-close')}</h2>
      <p>{say('account-close-what')}</p>
      <p>
        <a href="/account/close">{say('account-close-go')}</a>
      </p>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

export function closePage(asked: Asked, fault?: string): Response | Promise<Response> {
  const { say, visitor } = asked
  return show(
    asked,
    { title: say('account-close'), personal: true },
    <>
      <h1>{say('account-close')}</h1>
      {fault === undefined ? null : <Notice state="news" title={fault} news say={say} />}
      <p>{say('account-close-what')}</p>
      <Form to="/account/close" visitor={visitor}>
        <Button kind="grave">{say('account-close-do')}</Button>
      </Form>
      <p>
        <a href="/account">{say('common-back')}</a>
      </p>
    </>,
    fault === undefined ? 200 : 409,
  )
}

function Desks({ asked, desks }: { asked: Asked; desks: Awaited<ReturnType<typeof listDesks>> }) {
  const { say, visitor } = asked
  return (
    <>
      <h2>{say('account-desks')}</h2>
      <Table
        caption={say('account-desks')}
        captionUnseen
        empty="—"
        rows={desks}
        columns={[
          { head: say('account-organisation'), cell: ({ name }) => <bdi>{name}</bdi>, names: true },
          {
            head: say('account-roles'),
            cell: ({ roles }) => roles.map((role) => say(`people-role-${role}`)).join(', '),
          },
          {
            head: say('account-desk'),
            cell: ({ id, name }) =>
              id === visitor.organisation ? (
                say('account-desk-here')
              ) : (
                <Form to="/desk" visitor={visitor}>
                  <Button name="organisation" value={id} about={name}>
                    {say('account-desk-sit')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </>
  )
}
