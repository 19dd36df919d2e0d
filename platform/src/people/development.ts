// Signing in without proof, to try the service out. Only where the house stands on the machine of whoever tries,
// and never in production.

import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { enter } from '../server/session.ts'
import { isStaffRole, staffRoles, type StaffRole } from './members.ts'

export const isDevelopment = ({ production, address }: Config): boolean =>
  !production && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

export const canProveByPressing = isDevelopment

export interface DevelopmentSignIn {
  readonly role: StaffRole | 'learner'
  readonly path: string
}

/** One sign-in a role, for the terminal and the sign-in page; none where it is not allowed. */
export const developmentSignIns = (config: Config): readonly DevelopmentSignIn[] =>
  isDevelopment(config)
    ? [...staffRoles, 'learner' as const].map((role) => ({ role, path: `/sign-in/as/${role}` }))
    : []

export async function proveByPressing({ c, house, visitor }: Asked): Promise<void> {
  const person = visitor.person?.id
  if (!canProveByPressing(house.config) || person === undefined) return
  await house.store.atTheDoor((tx) =>
    enter(c, tx, house, { person, organisation: visitor.organisation }),
  )
}

/** Whoever has this role and as few others as may be, so that each sign-in shows its role's own view. */
async function staffWith(house: House, role: StaffRole, at: string | undefined) {
  return house.store.atTheDoor(async (tx) => {
    let query = tx
      .selectFrom('membership as held')
      .innerJoin('membership as all', (on) =>
        on
          .onRef('all.person_id', '=', 'held.person_id')
          .onRef('all.organisation_id', '=', 'held.organisation_id'),
      )
      .where('held.role', '=', role)
      .groupBy(['held.organisation_id', 'held.person_id'])
      .select(['held.organisation_id as organisation', 'held.person_id as person'])
      .select((is) => is.fn.countAll().as('roles'))
      .orderBy('roles')
      .orderBy('organisation')
      .orderBy('person')
    if (at !== undefined) query = query.where('held.organisation_id', '=', at)
    return query.executeTakeFirst()
  })
}

/** Somebody without a desk: from the seeds, or made now. */
async function anyLearner(house: House): Promise<{ person: string; organisation?: string }> {
  return house.store.atTheDoor(async (tx) => {
    const known = await tx
      .selectFrom('person')
      .where('erased_at', 'is', null)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('membership')
              .whereRef('membership.person_id', '=', 'person.id')
              .select('role'),
          ),
        ),
      )
      .select('id')
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst()
    const { id } =
      known ??
      (await tx
        .insertInto('person')
        .values({ name: 'Learner' })
        .returning('id')
        .executeTakeFirstOrThrow())
    return { person: id }
  })
}

export const development: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in/as/:role',
    needs: 'anyone',
    handle: async ({ c, house }) => {
      if (!isDevelopment(house.config)) return problem(c, 404)
      const role = c.req.param('role') ?? ''
      const found =
        role === 'learner'
          ? await anyLearner(house)
          : isStaffRole(role)
            ? await staffWith(house, role, c.req.query('at'))
            : undefined
      if (found === undefined) return problem(c, 404)
      const { person, organisation } = found
      await house.store.atTheDoor((tx) => enter(c, tx, house, { person, organisation }))
      return c.redirect('/')
    },
  },
]
