// A new organisation of the alliance, with its first owner. Its operator does it; everything after that, the owner.

import type { Text } from 'tessera/credential/text'
import type { Issuer } from 'tessera/issue/issuer'
import type { House } from '../house.ts'
import { hangDoor } from '../server/door.ts'
import { record } from '../store/audit.ts'

export interface Founding {
  readonly id: string
  readonly alliance: { readonly id: string; readonly name: Text }
  readonly issuer: Issuer
  readonly owner: { readonly name: string; readonly language: string }
}

const day = 86_400_000

/** @returns the owner, and the secret of the link that lets them in once. `known` where it is there already. */
export async function foundOrganisation(
  house: Pick<House, 'store' | 'clock' | 'random'>,
  { id, alliance, issuer, owner }: Founding,
): Promise<{ readonly owner: string; readonly secret: string } | 'known'> {
  const now = house.clock.now()
  return house.store.asOrganisation(id, async (tx) => {
    await tx
      .insertInto('alliance')
      .values({ id: alliance.id, name: JSON.stringify(alliance.name) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const made = await tx
      .insertInto('organisation')
      .values({
        id,
        alliance_id: alliance.id,
        profile: JSON.stringify(issuer.organisation),
        issuer: JSON.stringify(issuer),
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) return 'known'
    const { id: person } = await tx
      .insertInto('person')
      .values({ name: owner.name, language: owner.language, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('membership')
      .values({ organisation_id: id, person_id: person, role: 'owner', granted_at: now })
      .execute()
    const secret = await hangDoor(tx, house, {
      kind: 'sign-in',
      organisation: id,
      subject: person,
      expiresAt: new Date(now.getTime() + 14 * day),
    })
    await record(house, tx, id, {
      actor: 'house',
      action: 'organisation founded',
      subject: `organisation:${id}`,
    })
    return { owner: person, secret }
  })
}
