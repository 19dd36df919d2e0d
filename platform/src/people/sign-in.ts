// Who somebody is here: the account behind what an identity provider says. An e-mail address never decides; two
// people may come with the same one, and one person with many.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'
import type { IdentifierRow } from '../store/tables.ts'
import { languages } from '../web/messages.ts'
import type { Identity } from './identity.ts'

type Clock = Pick<House, 'clock'>

/** Two first visits at the same moment must find, or make, one account. */
async function oneAtATime(tx: Tx, { authority, subject }: Identity): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${authority} ${subject}`}, 0))`.execute(
    tx,
  )
}

export async function findPerson(tx: Tx, identity: Identity): Promise<string | undefined> {
  await oneAtATime(tx, identity)
  const row = await tx
    .selectFrom('identifier')
    .where('kind', '=', 'oidc')
    .where('authority', '=', identity.authority)
    .where('value', '=', identity.subject)
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** The account of this identity; somebody new gets one, without any right but to see their own. */
export async function welcome(tx: Tx, house: Clock, identity: Identity): Promise<string> {
  const person = (await findPerson(tx, identity)) ?? (await makeAccount(tx, identity))
  await keepIdentifiers(tx, house, person, identity)
  return person
}

async function makeAccount(tx: Tx, identity: Identity): Promise<string> {
  const language = languages.find((one) => one === identity.language?.toLowerCase().slice(0, 2))
  const { id } = await tx
    .insertInto('person')
    .values({
      // Some providers tell no name; the account page asks for it, nothing else depends on it.
      name: identity.name ?? identity.eppn ?? '',
      ...(language === undefined ? {} : { language }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes what was said, never taking an identifier from somebody who has it. */
export async function keepIdentifiers(
  tx: Tx,
  { clock }: Clock,
  person: string,
  identity: Identity,
): Promise<void> {
  const { authority } = identity
  const now = clock.now()
  const row = (kind: IdentifierRow['kind'], value: string | undefined, by = authority) =>
    value === undefined ? [] : [{ kind, authority: by, value, person_id: person, verified_at: now }]
  const rows = [
    ...row('oidc', identity.subject),
    ...row('email', identity.email, ''),
    ...identity.esi.flatMap((esi) => row('esi', esi)),
    ...row('eppn', identity.eppn),
    ...row('unique-id', identity.uniqueId),
    ...row('subject-id', identity.subjectId),
    ...row('orcid', identity.orcid),
  ]
  await tx
    .insertInto('identifier')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'authority', 'value'])
        .doUpdateSet({ verified_at: now })
        .where('identifier.person_id', '=', person),
    )
    .execute()
  await keepAffiliations(tx, person, identity, now)
}

async function keepAffiliations(
  tx: Tx,
  person: string,
  { authority, homes, affiliations }: Identity,
  now: Date,
): Promise<void> {
  // What the provider no longer says is no longer so.
  await tx
    .deleteFrom('affiliation')
    .where('person_id', '=', person)
    .where('authority', '=', authority)
    .execute()
  const home = homes[0] ?? ''
  const told = affiliations.length > 0 ? affiliations : home === '' ? [] : ['']
  const rows = told.map((affiliation) => ({
    person_id: person,
    authority,
    home,
    affiliation,
    seen_at: now,
  }))
  if (rows.length > 0) await tx.insertInto('affiliation').values(rows).execute()
}

/** The desk somebody finds themselves at: the one they sat at last, else their first. */
export async function deskOf(tx: Tx, person: string): Promise<string | undefined> {
  const desks = await tx
    .selectFrom('membership')
    .where('person_id', '=', person)
    .select('organisation_id')
    .distinct()
    .orderBy('organisation_id')
    .execute()
  const last = await tx
    .selectFrom('session')
    .where('person_id', '=', person)
    .where('organisation_id', 'is not', null)
    .select('organisation_id')
    .orderBy('seen_at', 'desc')
    .executeTakeFirst()
  const mine = desks.map(({ organisation_id: id }) => id)
  return mine.find((id) => id === last?.organisation_id) ?? mine[0]
}

/** Moves the session to another desk of the same person; the roles there are then what counts. */
export async function sitAtDesk(
  tx: Tx,
  asked: { readonly session: Uint8Array; readonly person: string; readonly organisation: string },
): Promise<'done' | 'not-a-member'> {
  const membership = await tx
    .selectFrom('membership')
    .where('person_id', '=', asked.person)
    .where('organisation_id', '=', asked.organisation)
    .select('role')
    .executeTakeFirst()
  if (membership === undefined) return 'not-a-member'
  await tx
    .updateTable('session')
    .set({ organisation_id: asked.organisation })
    .where('id_hash', '=', asked.session)
    .where('person_id', '=', asked.person)
    .execute()
  return 'done'
}
