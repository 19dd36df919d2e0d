// Programs that work with an organisation's data: an owner makes their tokens here and closes them.

import type { Asked, Route } from '../server/route.ts'
import { atDesk, deskOf, fieldsOf, idIn, notHere, showDesk } from '../issue/desk-page.tsx'
import {
  Button,
  ErrorSummary,
  Field,
  type Faults,
  Form,
  Link,
  Notice,
  Table,
} from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { type ClientInList, closeClient, daysOffered, listClients, makeClient } from './clients.ts'
import { isScope, type Scope, scopes } from './scopes.ts'

interface Shown {
  readonly faults?: Faults
  readonly typed?: { readonly name: string; readonly scopes: readonly Scope[] }
  /** A new token, which is seen this once. */
  readonly made?: { readonly name: string; readonly token: string }
}

/** `designs:read` → `designs-read` */
const named = (scope: Scope) => scope.replace(':', '-')

async function clientsPage(asked: Asked, shown: Shown = {}): Promise<Response> {
  const { house, say, visitor } = asked
  const { faults = {}, typed, made } = shown
  const { organisation } = deskOf(asked)
  const clients = await atDesk(asked, (tx) => listClients(tx, organisation))
  return showDesk(
    asked,
    { title: say('api-title'), status: Object.keys(faults).length === 0 ? 200 : 422 },
    <>
      <h1>{say('api-title')}</h1>
      <ErrorSummary faults={faults} say={say} />
      {made === undefined ? null : (
        <Notice state="news" title={say('api-made', { name: made.name })} news say={say}>
          <p>{say('api-made-once')}</p>
          <p>
            <code class="wraps">{made.token}</code>
          </p>
        </Notice>
      )}
      <p class="lead">{say('api-what')}</p>
      <p>
        {say('api-described')} <Link to="/api/v1/openapi.json">{say('api-description')}</Link>
      </p>
      <Clients asked={asked} clients={clients} now={house.clock.now()} />
      <h2>{say('api-make')}</h2>
      <Form to="/clients" visitor={visitor}>
        <Field
          name="name"
          label={say('api-name')}
          hint={say('api-name-hint')}
          value={typed?.name}
          error={faults['name']}
          required
          most={100}
          dir="auto"
          say={say}
        />
        <fieldset class="field">
          <legend>{say('api-scopes')}</legend>
          <p class="hint">{say('api-scopes-hint')}</p>
          {faults[`scope-${named('designs:read')}`] === undefined ? null : (
            <p class="error">{faults[`scope-${named('designs:read')}`]}</p>
          )}
          {scopes.map((scope) => (
            <Field
              name={`scope-${named(scope)}`}
              label={say(`api-scope-${named(scope)}`)}
              type="checkbox"
              checked={typed?.scopes.includes(scope) === true}
              say={say}
            />
          ))}
        </fieldset>
        <Field
          name="days"
          label={say('api-days')}
          type="select"
          options={daysOffered.map((days) => ({
            value: String(days),
            label: say('api-days-of', { days }),
          }))}
          value="365"
          required
          say={say}
        />
        <Button kind="first">{say('api-make-go')}</Button>
      </Form>
    </>,
  )
}

interface ClientsProps {
  readonly asked: Asked
  readonly clients: readonly ClientInList[]
  readonly now: Date
}

function Clients({ asked: { say, language, visitor }, clients, now }: ClientsProps) {
  const until = ({ expiresAt }: ClientInList) => {
    if (expiresAt === undefined) return '—'
    return expiresAt <= now
      ? say('api-expired', { date: dateInWords(language, expiresAt) })
      : dateInWords(language, expiresAt)
  }
  return (
    <Table
      caption={say('api-title')}
      captionUnseen
      empty={say('api-none')}
      rows={clients}
      columns={[
        { head: say('api-name'), names: true, cell: (one) => <bdi>{one.name}</bdi> },
        {
          head: say('api-scopes'),
          cell: (one) => (
            <ul class="plain">
              {one.scopes.filter(isScope).map((scope) => (
                <li>{say(`api-scope-${named(scope)}`)}</li>
              ))}
            </ul>
          ),
        },
        {
          head: say('api-used'),
          cell: (one) =>
            one.usedAt === undefined ? say('api-never') : dateInWords(language, one.usedAt),
        },
        { head: say('api-until'), cell: until },
        {
          head: say('api-close'),
          cell: (one) => (
            <Form
              to={`/clients/${one.id}/close`}
              visitor={visitor}
              label={say('api-close-of', { name: one.name })}
            >
              <Button kind="grave">{say('api-close')}</Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

async function make(asked: Asked): Promise<Response> {
  const { house, say } = asked
  const field = await fieldsOf(asked)
  const name = field('name')
  const chosen = scopes.filter((scope) => field(`scope-${named(scope)}`) === 'yes')
  const days = daysOffered.find((one) => String(one) === field('days')) ?? 90
  const faults: Faults = {
    ...(name === '' || name.length > 100 || /\p{Cc}/u.test(name)
      ? { name: say('api-name-wrong') }
      : {}),
    ...(chosen.length === 0
      ? { [`scope-${named('designs:read')}`]: say('api-scope-missing') }
      : {}),
  }
  if (Object.keys(faults).length > 0)
    return clientsPage(asked, { faults, typed: { name, scopes: chosen } })
  const { token } = await atDesk(asked, (tx) =>
    makeClient(house, tx, deskOf(asked), { name, scopes: chosen, days }),
  )
  return clientsPage(asked, { made: { name, token } })
}

export const clientRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/clients',
    needs: 'manage API clients',
    handle: (asked) => clientsPage(asked),
  },
  { method: 'POST', path: '/clients', needs: 'manage API clients', fresh: true, handle: make },
  {
    method: 'POST',
    path: '/clients/:client/close',
    needs: 'manage API clients',
    handle: async (asked) => {
      const id = idIn(asked.c, 'client')
      const closed =
        id !== undefined &&
        (await atDesk(asked, (tx) => closeClient(asked.house, tx, deskOf(asked), id)))
      return closed ? asked.c.redirect('/clients', 303) : notHere(asked)
    },
  },
]
