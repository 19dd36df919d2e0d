// The example alliance comes into a house that has none: organisations, people and designs at once, keys and awards
// while the service already answers. Everything goes through the use cases pages use; what is there stays, so that
// it can be cut off anywhere and run again. Never in production.

import { freeze } from 'tessera/credential/freeze'
import { BadConfig } from '../config.ts'
import { keepFrozenDesign } from '../design/keep-frozen-design.ts'
import type { House } from '../house.ts'
import { cohortFormats } from '../issue/cohorts.ts'
import { makeTestKeys } from '../issue/key-cabinet.ts'
import type { OpenHouse } from '../open-house.ts'
import { foundOrganisation } from '../people/found-organisation.ts'
import { inviteMember, listMembers } from '../people/members.ts'
import { type ExampleAlliance, readExampleAlliance } from './alliance.ts'
import { finishCohorts, openCohorts } from './cohorts.ts'
import { busyDesk, ownerOf, staffOf } from './people.ts'

export interface Seeded {
  readonly alliance: ExampleAlliance
  /** Keys made, the first cohort on its way to be sealed and its first learner's award in an account. */
  readonly finished: Promise<void>
}

export interface ExamplePlan {
  /** In which kinds of files the cohorts are sealed; all where it is not said. */
  readonly formats?: readonly string[]
  /** Which organisations get keys; all where it is not said. */
  readonly keysFor?: (organisation: string) => boolean
}

export async function seedExample(
  { house, cabinet }: Omit<OpenHouse, 'close'>,
  { formats = cohortFormats, keysFor = () => true }: ExamplePlan = {},
): Promise<Seeded> {
  if (house.config.production)
    throw new BadConfig(
      'The example is for development: it does not go into a house in production.',
    )
  const alliance = readExampleAlliance()
  for (const { id, issuer, language } of alliance.organisations) {
    await foundOrganisation(house, {
      id,
      alliance: { id: 'mosaica', name: alliance.name },
      issuer,
      owner: { name: ownerOf(id), language },
    })
    await employ(house, id, language)
  }
  for (const { leader, design } of alliance.designs)
    await house.store.asOrganisation(leader, (tx) =>
      keepFrozenDesign(
        tx,
        house,
        { organisation: leader, actor: 'house' },
        freeze(design, house.clock.now()),
      ),
    )
  await openCohorts(house, busyDesk, alliance, formats)
  const finished = (async () => {
    const busyFirst = alliance.organisations.toSorted(
      (a, b) => Number(b.id === busyDesk) - Number(a.id === busyDesk),
    )
    for (const { id, issuer } of busyFirst.filter((one) => keysFor(one.id))) {
      await makeTestKeys({ ...cabinet, clock: house.clock, random: house.random }, id, issuer)
      if (id === busyDesk) await finishCohorts(house, busyDesk)
      if (house.closing?.aborted === true) return
    }
  })()
  return { alliance, finished }
}

async function employ(house: House, organisation: string, language: string): Promise<void> {
  await house.store.asOrganisation(organisation, async (tx) => {
    const members = await listMembers(tx, organisation)
    const owner = members.find(({ roles }) => roles.includes('owner'))
    if (owner === undefined) return
    const desk = { organisation, by: owner.person }
    for (const { name, roles } of staffOf(organisation))
      if (!members.some((member) => member.name === name))
        await inviteMember(tx, house, desk, { name, language, roles })
  })
}
