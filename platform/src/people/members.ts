// Who works for an organisation, and in which roles. Only an owner changes it, the last owner stays, and whoever's
// roles changed signs in again. To be called with the organisation's own transaction.

import type { House } from '../house.ts'
import { closeDoorsTo, hangDoor } from '../server/door.ts'
import { endAllSessions } from '../server/session.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import type { MembershipRow } from '../store/tables.ts'

export type StaffRole = MembershipRow['role']

export const staffRoles = [
  'owner',
  'designer',
  'issuer',
  'approver',
  'registrar',
  'auditor',
] as const satisfies readonly StaffRole[]

export const isStaffRole = (text: string): text is StaffRole =>
  staffRoles.some((role) => role === text)

export interface Member {
  readonly person: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** They have signed in at least once, or hold a passkey. */
  readonly arrived: boolean
}

/** Where a deed happens and whose it is. */
export interface Desk {
  readonly organisation: string
  /** The person who does it. */
  readonly by: string
  /** True: it is a program, and `by` is the number of its token. */
  readonly program?: true
}

/** As the audit names who did it. */
export const actorAt = ({ by, program }: Pick<Desk, 'by' | 'program'>): string =>
  `${program === true ? 'client' : 'person'}:${by}`

type Makes = Pick<House, 'clock' | 'random'>

export async function listMembers(tx: Tx, organisation: string): Promise<readonly Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.organisation_id', '=', organisation)
    .select(['person.id', 'person.name', 'membership.role'])
    .select((is) => [
      is
        .or([
          is.exists(
            is
              .selectFrom('identifier')
              .whereRef('identifier.person_id', '=', 'person.id')
              .where('identifier.kind', '=', 'oidc')
              .select('identifier.value'),
          ),
          is.exists(
            is
              .selectFrom('passkey')
              .whereRef('passkey.person_id', '=', 'person.id')
              .select('passkey.id'),
          ),
        ])
        .as('arrived'),
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const members = new Map<string, Member>()
  for (const { id, name, role, arrived } of rows) {
    const roles = [...(members.get(id)?.roles ?? []), role]
    members.set(id, { person: id, name, roles, arrived: arrived === true })
  }
  return [...members.values()].map((member) => ({
    ...member,
    roles: staffRoles.filter((role) => member.roles.includes(role)),
  }))
}

const day = 86_400_000
const invitationLasts = 14 * day

/**
 * An account with roles for somebody who has not been here. The secret is the end of the link that lets them in
 * once; with it they sign in at their university or make a passkey.
 */
export async function inviteMember(
  tx: Tx,
  house: Makes,
  { organisation, by }: Desk,
  invited: {
    readonly name: string
    readonly language: string
    readonly roles: readonly [StaffRole, ...StaffRole[]]
  },
): Promise<{ readonly person: string; readonly secret: string }> {
  const { id: person } = await tx
    .insertInto('person')
    .values({ name: invited.name, language: invited.language })
    .returning('id')
    .executeTakeFirstOrThrow()
  const now = house.clock.now()
  await tx
    .insertInto('membership')
    .values(
      [...new Set(invited.roles)].map((role) => ({
        organisation_id: organisation,
        person_id: person,
        role,
        granted_by: by,
        granted_at: now,
      })),
    )
    .execute()
  const secret = await hangInvitation(tx, house, organisation, person)
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'member invited',
    subject: `person:${person}`,
    details: { roles: invited.roles.join(' ') },
  })
  return { person, secret }
}

function hangInvitation(tx: Tx, house: Makes, organisation: string, person: string) {
  const expiresAt = new Date(house.clock.now().getTime() + invitationLasts)
  return hangDoor(tx, house, { kind: 'sign-in', organisation, subject: person, expiresAt })
}

/** A new link for somebody who did not come; the old one is closed. */
export async function inviteAgain(
  tx: Tx,
  house: Makes,
  { organisation, by }: Desk,
  person: string,
): Promise<string | 'not-a-member' | 'arrived'> {
  const member = (await listMembers(tx, organisation)).find((one) => one.person === person)
  if (member === undefined) return 'not-a-member'
  // A link into the account of somebody who uses it would be a second way in that they did not make.
  if (member.arrived) return 'arrived'
  await closeDoorsTo(tx, house, { kind: 'sign-in', organisation, subject: person })
  const secret = await hangInvitation(tx, house, organisation, person)
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'member invited again',
    subject: `person:${person}`,
  })
  return secret
}

export async function grantRole(
  tx: Tx,
  house: Makes,
  { organisation, by }: Desk,
  { person, role }: { readonly person: string; readonly role: StaffRole },
): Promise<'done' | 'not-a-member'> {
  const held = await lockRoles(tx, organisation, person)
  if (held.length === 0) return 'not-a-member'
  if (held.includes(role)) return 'done'
  await tx
    .insertInto('membership')
    .values({
      organisation_id: organisation,
      person_id: person,
      role,
      granted_by: by,
      granted_at: house.clock.now(),
    })
    .execute()
  await endAllSessions(tx, person)
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'role granted',
    subject: `person:${person}`,
    details: { role },
  })
  return 'done'
}

export async function revokeRole(
  tx: Tx,
  house: Makes,
  { organisation, by }: Desk,
  { person, role }: { readonly person: string; readonly role: StaffRole },
): Promise<'done' | 'not-a-member' | 'last-owner'> {
  const held = await lockRoles(tx, organisation, person)
  if (held.length === 0) return 'not-a-member'
  if (!held.includes(role)) return 'done'
  if (role === 'owner' && (await isLastOwner(tx, organisation, person))) return 'last-owner'
  await tx
    .deleteFrom('membership')
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .execute()
  if (held.length === 1)
    await closeDoorsTo(tx, house, { kind: 'sign-in', organisation, subject: person })
  await endAllSessions(tx, person)
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'role revoked',
    subject: `person:${person}`,
    details: { role },
  })
  return 'done'
}

/** All roles at once, as a form gives them; without any the person works here no longer. */
export async function setRoles(
  tx: Tx,
  house: Makes,
  desk: Desk,
  { person, roles }: { readonly person: string; readonly roles: readonly StaffRole[] },
): Promise<'done' | 'not-a-member' | 'last-owner'> {
  const held = await lockRoles(tx, desk.organisation, person)
  if (held.length === 0) return 'not-a-member'
  const losesOwner = held.includes('owner') && !roles.includes('owner')
  if (losesOwner && (await isLastOwner(tx, desk.organisation, person))) return 'last-owner'
  // What is given comes first: who loses the last role is no member any more.
  for (const role of roles) await grantRole(tx, house, desk, { person, role })
  for (const role of held.filter((one) => !roles.includes(one)))
    await revokeRole(tx, house, desk, { person, role })
  return 'done'
}

/** Two owners who take each other's role at one moment would leave none: the organisation's people are locked. */
async function lockRoles(
  tx: Tx,
  organisation: string,
  person: string,
): Promise<readonly StaffRole[]> {
  const rows = await tx
    .selectFrom('membership')
    .where('organisation_id', '=', organisation)
    .select(['person_id', 'role'])
    .orderBy('person_id')
    .orderBy('role')
    .forUpdate()
    .execute()
  return rows.filter((row) => row.person_id === person).map((row) => row.role)
}

/** An owner who was invited and has not arrived does not count: nobody could open their desk. */
export async function isLastOwner(tx: Tx, organisation: string, person: string): Promise<boolean> {
  const members = await listMembers(tx, organisation)
  const self = members.find((one) => one.person === person)
  if (self?.roles.includes('owner') !== true) return false
  return !members.some(
    (other) => other.person !== person && other.roles.includes('owner') && other.arrived,
  )
}
