// A place in a status list for every award, drawn at random and written down before anything is built. A place once
// given is never given again: the row stays whatever becomes of the award.

import type { Issuer } from 'tessera/issue/issuer'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'

export interface Reservation {
  readonly award: string
  readonly list: string
  readonly index: number
}

type Hands = Pick<House, 'random' | 'clock'>

/** The places of these awards: those they have, and new ones for the others. */
export async function reserveStatus(
  house: Hands,
  tx: Tx,
  organisation: string,
  issuer: Issuer,
  awards: readonly string[],
): Promise<readonly Reservation[]> {
  if (awards.length === 0) return []
  const known = await tx
    .selectFrom('status_entry')
    .select(['award_id', 'list', 'index'])
    .where('organisation_id', '=', organisation)
    .where('award_id', 'in', awards)
    .execute()
  const places: Reservation[] = known.map(({ award_id: award, list, index }) => ({
    award,
    list,
    index,
  }))
  const has = new Set(places.map(({ award }) => award))
  let waiting = awards.filter((award) => !has.has(award))
  let list = waiting.length === 0 ? undefined : await openList(house, tx, organisation, issuer)
  for (let round = 1; waiting.length > 0 && list !== undefined; round++) {
    const drawn = draw(house, list.size, waiting)
    const given = await tx
      .insertInto('status_entry')
      .values(
        drawn.map(({ award, index }) => ({
          organisation_id: organisation,
          list: list?.name ?? '',
          index,
          award_id: award,
          reserved_at: house.clock.now(),
        })),
      )
      .onConflict((conflict) => conflict.columns(['organisation_id', 'list', 'index']).doNothing())
      .returning(['award_id', 'index'])
      .execute()
    for (const { award_id: award, index } of given) places.push({ award, list: list.name, index })
    const done = new Set(given.map(({ award_id: award }) => award))
    waiting = waiting.filter((award) => !done.has(award))
    // So many misses in a row say that the list is nearly full: the next one is begun.
    if (round >= 12) {
      await closeList(house, tx, organisation, list.name)
      list = await openList(house, tx, organisation, issuer)
      round = 0
    }
  }
  return places
}

/** Different places, in the order of the list: two who reserve at once then wait for each other in one order. */
function draw({ random }: Hands, size: number, awards: readonly string[]) {
  const taken = new Set<number>()
  while (taken.size < awards.length) taken.add(below(size, random))
  return [...taken]
    .map((index, i) => ({ award: awards[i] ?? '', index }))
    .toSorted((a, b) => a.index - b.index)
}

/** Evenly distributed: drawn again where the last part of the range would weigh more. */
function below(size: number, random: House['random']): number {
  const fair = Math.floor(2 ** 32 / size) * size
  for (;;) {
    const bytes = random(4)
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
    if (drawn < fair) return drawn % size
  }
}

interface List {
  readonly name: string
  readonly size: number
}

async function openList(house: Hands, tx: Tx, organisation: string, issuer: Issuer): Promise<List> {
  const found = await tx
    .selectFrom('status_list')
    .select(['name', 'size'])
    .where('organisation_id', '=', organisation)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('name')
    .limit(1)
    .executeTakeFirst()
  if (found !== undefined) return found
  // The name begins with whose it is, so that an address alone says where to look.
  const list = {
    name: `${organisation}.${Buffer.from(house.random(9)).toString('base64url')}`,
    size: issuer.statusEntries,
  }
  await tx
    .insertInto('status_list')
    .values({ organisation_id: organisation, ...list, created_at: house.clock.now() })
    .execute()
  return list
}

async function closeList(house: Hands, tx: Tx, organisation: string, name: string) {
  await tx
    .updateTable('status_list')
    .set({ closed_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('name', '=', name)
    .where('closed_at', 'is', null)
    .execute()
}
