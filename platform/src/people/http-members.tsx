// The people of an organisation, for its owners: who works here, in which roles, and who is invited.

import type { Context } from 'hono'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import {
  Button,
  ErrorSummary,
  Field,
  type Faults,
  Form,
  Notice,
  show,
  Table,
} from '../web/components.ts'
import { autonyms, isLanguage, languages } from '../web/messages.ts'
import { personOf } from './http-account.tsx'
import {
  type Desk,
  grantRole,
  inviteAgain,
  inviteMember,
  isStaffRole,
  listMembers,
  type Member,
  revokeRole,
  type StaffRole,
  staffRoles,
} from './members.ts'
import { nameOfOrganisation } from './organisations.ts'

/** Whose desk a deed is done at; the guard lets nobody without one through to deeds of staff. */
export function deskOf(asked: Asked): Desk {
  const { organisation } = asked.visitor
  if (organisation === undefined) throw new Error('A route for staff was opened without a desk.')
  return { organisation, by: personOf(asked) }
}

interface Shown {
  readonly faults?: Faults
  readonly typed?: { readonly name: string; readonly language: string }
  /** The link of an invitation, which is seen this once. */
  readonly link?: { readonly name: string; readonly address: string }
}

async function membersPage(asked: Asked, shown: Shown = {}): Promise<Response> {
  const { house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const { faults = {}, typed, link } = shown
  const { name, members } = await house.store.asOrganisation(organisation, async (tx) => ({
    name: await nameOfOrganisation(tx, organisation, language),
    members: await listMembers(tx, organisation),
  }))
  return show(
    asked,
    { title: say('people-title'), organisation: name, width: 'desk', personal: true },
    <>
      <h1>{say('people-title')}</h1>
      <ErrorSummary faults={faults} say={say} />
      {link === undefined ? null : (
        <Notice state="news" title={say('people-invited', { name: link.name })} news say={say}>
          <p>{say('people-invited-link')}</p>
          <p>
            <code class="wraps">{link.address}</code>
          </p>
        </Notice>
      )}
      <Table
        caption={say('people-title')}
        captionUnseen
        empty="—"
        rows={members}
        columns={[
          { head: say('people-name'), cell: (one) => <bdi>{one.name}</bdi>, names: true },
          { head: say('people-roles'), cell: (one) => <Roles asked={asked} member={one} /> },
          { head: say('people-add-role'), cell: (one) => <Grant asked={asked} member={one} /> },
          {
            head: say('people-state'),
            cell: (one) =>
              one.arrived ? say('people-arrived') : <Again asked={asked} member={one} />,
          },
        ]}
      />
      <h2>{say('people-invite')}</h2>
      <Form to="/people/invite" visitor={visitor}>
        <Field
          name="name"
          label={say('people-name')}
          value={typed?.name}
          error={faults['name']}
          required
          most={200}
          dir="auto"
          say={say}
        />
        <Field
          name="language"
          label={say('people-language')}
          type="select"
          options={languages.map((code) => ({ value: code, label: autonyms[code] }))}
          value={typed?.language ?? language}
          required
          say={say}
        />
        <fieldset class="field">
          <legend>{say('people-roles')}</legend>
          {faults['role-owner'] === undefined ? null : <p class="error">{faults['role-owner']}</p>}
          {staffRoles.map((role) => (
            <Field
              name={`role-${role}`}
              label={say(`people-role-${role}`)}
              hint={say(`people-role-${role}-may`)}
              type="checkbox"
              say={say}
            />
          ))}
        </fieldset>
        <Button kind="first">{say('people-invite')}</Button>
      </Form>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

interface OfMember {
  readonly asked: Asked
  readonly member: Member
}

function Roles({ asked: { say, visitor }, member }: OfMember) {
  return (
    <ul class="plain">
      {member.roles.map((role) => (
        <li>
          <Form to={`/people/${member.person}/revoke`} visitor={visitor} class="line">
            {say(`people-role-${role}`)}{' '}
            <Button
              name="role"
              value={role}
              about={`${say(`people-role-${role}`)}, ${member.name}`}
            >
              {say('people-revoke')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function Grant({ asked: { say, visitor }, member }: OfMember) {
  const others = staffRoles.filter((role) => !member.roles.includes(role))
  if (others.length === 0) return <>—</>
  return (
    <Form to={`/people/${member.person}/grant`} visitor={visitor} class="line">
      <select name="role" aria-label={say('people-add-role-to', { name: member.name })}>
        {others.map((role) => (
          <option value={role}>{say(`people-role-${role}`)}</option>
        ))}
      </select>{' '}
      <Button about={member.name}>{say('people-grant')}</Button>
    </Form>
  )
}

function Again({ asked: { say, visitor }, member }: OfMember) {
  return (
    <Form to={`/people/${member.person}/invite`} visitor={visitor} class="line">
      {say('people-not-arrived')} <Button about={member.name}>{say('people-invite-again')}</Button>
    </Form>
  )
}

const joinAddress = ({ house }: Asked, secret: string) => `${house.config.address}/join/${secret}`

async function invite(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const form = await c.req.parseBody()
  const text = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const [name, language] = [text('name'), text('language')]
  const [first, ...more] = staffRoles.filter((role) => text(`role-${role}`) === 'yes')
  const faults: Faults = {
    ...(name === '' || name.length > 200 || /\p{Cc}/u.test(name)
      ? { name: say('people-name-wrong') }
      : {}),
    ...(first === undefined ? { 'role-owner': say('people-role-missing') } : {}),
  }
  const typed = { name, language }
  if (Object.keys(faults).length > 0 || first === undefined)
    return membersPage(asked, { faults, typed })
  if (!isLanguage(language)) return problem(c, 400, asked)
  const desk = deskOf(asked)
  const { secret } = await house.store.asOrganisation(desk.organisation, (tx) =>
    inviteMember(tx, house, desk, { name, language, roles: [first, ...more] }),
  )
  return membersPage(asked, { link: { name, address: joinAddress(asked, secret) } })
}

/** A person's number in the address, or nothing that could be one. */
const personIn = (c: Context): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(c.req.param('person') ?? '')?.[0]

async function changeRole(
  asked: Asked,
  change: typeof grantRole | typeof revokeRole,
): Promise<Response> {
  const { c, house, say } = asked
  const person = personIn(c)
  const { role } = await c.req.parseBody()
  if (person === undefined) return problem(c, 404, asked)
  if (typeof role !== 'string' || !isStaffRole(role)) return problem(c, 400, asked)
  const desk = deskOf(asked)
  const changed = await house.store.asOrganisation(desk.organisation, (tx) =>
    change(tx, house, desk, { person, role: role satisfies StaffRole }),
  )
  if (changed === 'not-a-member') return problem(c, 404, asked)
  if (changed === 'last-owner')
    return problem(c, 409, { ...asked, detail: say('people-last-owner') })
  return c.redirect('/people', 303)
}

export const members: readonly Route[] = [
  { method: 'GET', path: '/people', needs: 'manage people', handle: (asked) => membersPage(asked) },
  { method: 'POST', path: '/people/invite', needs: 'manage people', fresh: true, handle: invite },
  {
    method: 'POST',
    path: '/people/:person/invite',
    needs: 'manage people',
    fresh: true,
    handle: async (asked) => {
      const { c, house, say } = asked
      const person = personIn(c)
      if (person === undefined) return problem(c, 404, asked)
      const desk = deskOf(asked)
      const { secret, name } = await house.store.asOrganisation(desk.organisation, async (tx) => ({
        secret: await inviteAgain(tx, house, desk, person),
        name: (await listMembers(tx, desk.organisation)).find((one) => one.person === person)?.name,
      }))
      if (secret === 'not-a-member' || name === undefined) return problem(c, 404, asked)
      if (secret === 'arrived') return problem(c, 409, { ...asked, detail: say('people-arrived') })
      return membersPage(asked, { link: { name, address: joinAddress(asked, secret) } })
    },
  },
  {
    method: 'POST',
    path: '/people/:person/grant',
    needs: 'manage people',
    fresh: true,
    handle: (asked) => changeRole(asked, grantRole),
  },
  {
    method: 'POST',
    path: '/people/:person/revoke',
    needs: 'manage people',
    fresh: true,
    handle: (asked) => changeRole(asked, revokeRole),
  },
]
