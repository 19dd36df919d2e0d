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
import { listInWords } from '../web/in-words.ts'
import { autonyms, isLanguage, languages } from '../web/messages.ts'
import { personOf } from './account-page.tsx'
import {
  type Desk,
  inviteAgain,
  inviteMember,
  listMembers,
  setRoles,
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
          {
            head: say('people-name'),
            cell: (one) => (
              <a href={`/people/${one.person}`}>
                <bdi>{one.name}</bdi>
              </a>
            ),
            names: true,
          },
          { head: say('people-roles'), cell: (one) => rolesInWords(asked, one.roles) },
          {
            head: say('people-state'),
            cell: (one) => say(one.arrived ? 'people-arrived' : 'people-not-arrived'),
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
        <Roles asked={asked} held={[]} fault={faults['role-owner']} />
        <Button kind="first">{say('people-invite')}</Button>
      </Form>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

function rolesInWords({ say, language }: Asked, roles: readonly StaffRole[]): string {
  return listInWords(
    language,
    roles.map((role) => say(`people-role-${role}`)),
  )
}

interface RolesProps {
  readonly asked: Asked
  readonly held: readonly StaffRole[]
  readonly fault?: string | undefined
}

function Roles({ asked: { say }, held, fault }: RolesProps) {
  return (
    <fieldset class="field">
      <legend>{say('people-roles')}</legend>
      {fault === undefined ? null : <p class="error">{fault}</p>}
      {staffRoles.map((role) => (
        <Field
          name={`role-${role}`}
          label={say(`people-role-${role}`)}
          hint={say(`people-role-${role}-may`)}
          type="checkbox"
          checked={held.includes(role)}
          say={say}
        />
      ))}
    </fieldset>
  )
}

const rolesOf = (form: Readonly<Record<string, unknown>>): readonly StaffRole[] =>
  staffRoles.filter((role) => form[`role-${role}`] === 'yes')

async function memberPage(asked: Asked, faults: Faults = {}): Promise<Response> {
  const { c, house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const person = personIn(c)
  const { name, member } = await house.store.asOrganisation(organisation, async (tx) => ({
    name: await nameOfOrganisation(tx, organisation, language),
    member: (await listMembers(tx, organisation)).find((one) => one.person === person),
  }))
  if (member === undefined) return problem(c, 404, asked)
  return show(
    asked,
    { title: member.name, organisation: name, personal: true },
    <>
      <p class="above">
        <a href="/people">{say('people-title')}</a>
      </p>
      <h1>
        <bdi>{member.name}</bdi>
      </h1>
      <ErrorSummary faults={faults} say={say} />
      <Form to={`/people/${member.person}/roles`} visitor={visitor}>
        <Roles asked={asked} held={member.roles} fault={faults['role-owner']} />
        <p class="hint">{say('people-roles-hint')}</p>
        <Button kind="first">{say('common-save')}</Button>
      </Form>
      {member.arrived ? null : (
        <Form to={`/people/${member.person}/invite`} visitor={visitor}>
          <h2>{say('people-not-arrived')}</h2>
          <Button>{say('people-invite-again')}</Button>
        </Form>
      )}
    </>,
    Object.keys(faults).length === 0 ? 200 : 409,
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
  const [first, ...more] = rolesOf(form)
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

async function changeRoles(asked: Asked): Promise<Response> {
  const { c, house, say } = asked
  const person = personIn(c)
  if (person === undefined) return problem(c, 404, asked)
  const desk = deskOf(asked)
  const roles = rolesOf(await c.req.parseBody())
  const changed = await house.store.asOrganisation(desk.organisation, (tx) =>
    setRoles(tx, house, desk, { person, roles }),
  )
  if (changed === 'not-a-member') return problem(c, 404, asked)
  if (changed === 'last-owner') return memberPage(asked, { 'role-owner': say('people-last-owner') })
  return c.redirect('/people', 303)
}

export const members: readonly Route[] = [
  { method: 'GET', path: '/people', needs: 'manage people', handle: (asked) => membersPage(asked) },
  { method: 'POST', path: '/people/invite', needs: 'manage people', fresh: true, handle: invite },
  {
    method: 'GET',
    path: '/people/:person',
    needs: 'manage people',
    handle: (asked) => memberPage(asked),
  },
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
    path: '/people/:person/roles',
    needs: 'manage people',
    fresh: true,
    handle: changeRoles,
  },
]
