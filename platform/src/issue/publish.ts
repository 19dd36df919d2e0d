// What verifiers find at an issuer's addresses: status lists, DID document, descriptions of types, revocation list of
// test keys. Signed once, kept in the store so that every server gives the same bytes, and made anew when something was
// decided or the copy grows old. A look-up after a decision never gives the list of before.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { formats as allFormats } from 'tessera/formats/index'
import { addressesOf } from 'tessera/issue/addresses'
import type { Issuer } from 'tessera/issue/issuer'
import { formatsOf } from 'tessera/issue/issuer-formats'
import { publish } from 'tessera/issue/publication'
import { newStatusTable, type StatusChange, type StatusTable } from 'tessera/status/table'
import type { Resolver } from 'tessera/trust/resolver'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'
import { issuerOf } from './issuer-of.ts'

export interface Published {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly etag: string
  readonly madeAt: Date
}

/** Made anew after this long, though nothing was decided. */
const renewed = 6 * 3_600_000
/** A server asks the store so often at most. */
const glance = 1_000

interface Kept {
  readonly at: number
  readonly published: Promise<Published | undefined>
}
const kept = new WeakMap<House['store'], Map<string, Kept>>()
const keptMost = 500

/** What is served at that https address; undefined where the organisation serves nothing there. */
export function readPublication(
  house: House,
  organisation: string,
  address: string,
): Promise<Published | undefined> {
  const mine = kept.get(house.store) ?? new Map<string, Kept>()
  kept.set(house.store, mine)
  const now = house.clock.now().getTime()
  const known = mine.get(address)
  if (known !== undefined && Math.abs(now - known.at) < glance) return known.published
  if (mine.size >= keptMost) mine.clear()
  const published = house.store.asOrganisation(organisation, (tx) =>
    current(house, tx, organisation, address),
  )
  mine.set(address, { at: now, published })
  published.catch(() => mine.delete(address))
  return published
}

/** After a decision in this process its lists are asked for at once. */
export function forgetPublications({ store }: Pick<House, 'store'>): void {
  kept.delete(store)
}

async function current(
  house: House,
  tx: Tx,
  organisation: string,
  address: string,
): Promise<Published | undefined> {
  const issuer = await issuerOf(tx, organisation)
  const list = listIn(issuer, address)
  // Before anything is signed: nobody makes us sign by asking for addresses that nothing stands at.
  if (list === undefined ? !isOwn(issuer, address) : !(await isList(tx, organisation, list)))
    return undefined
  const find = async () => {
    const row = await tx
      .selectFrom('publication')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where('path', '=', address)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const age = house.clock.now().getTime() - row.made_at.getTime()
    const fresh =
      age < renewed && Number(row.covers) === (await decisionsOf(tx, organisation, list))
    return fresh ? toPublished(row) : undefined
  }
  const found = await find()
  if (found !== undefined) return found
  // One server signs, the others wait for what it signed.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${organisation} ${list ?? ''}`}, 0))`.execute(
    tx,
  )
  const again = await find()
  if (again !== undefined) return again
  await makePublications(house, tx, organisation, issuer, list)
  return find()
}

/** The status list an address is one of. */
function listIn({ base }: Issuer, address: string): string | undefined {
  const start = `${base}/status/`
  if (!address.startsWith(start)) return undefined
  return /^([A-Za-z0-9._-]{1,100})\/(?:revocation|suspension|tokens)$/.exec(
    address.slice(start.length),
  )?.[1]
}

/** What belongs to no list: keys, types, the revocation list of test keys. */
function isOwn(issuer: Issuer, address: string): boolean {
  const { didDocument, certificateRevocationList } = addressesOf(issuer, '-')
  if (address === didDocument || address === certificateRevocationList) return true
  return formatsOf(issuer, allFormats).some((format) =>
    format.publishes?.(issuer.base).some((file) => file.address === address),
  )
}

async function isList(tx: Tx, organisation: string, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('status_list')
    .select('name')
    .where('organisation_id', '=', organisation)
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

async function decisionsOf(tx: Tx, organisation: string, list?: string): Promise<number> {
  if (list === undefined) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from status_decision d
      join status_entry e on e.organisation_id = d.organisation_id and e.award_id = d.award_id
    where d.organisation_id = ${organisation} and e.list = ${list}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The table a list is made from. Only what was decided matters for it. */
export async function statusTableOf(
  tx: Tx,
  organisation: string,
  list: string,
): Promise<StatusTable & { readonly decisions: number }> {
  const { size } = await tx
    .selectFrom('status_list')
    .select('size')
    .where('organisation_id', '=', organisation)
    .where('name', '=', list)
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('status_decision')
    .innerJoin('status_entry', (on) =>
      on
        .onRef('status_entry.organisation_id', '=', 'status_decision.organisation_id')
        .onRef('status_entry.award_id', '=', 'status_decision.award_id'),
    )
    .select(['index', 'status', 'decided_at', 'decided_by'])
    .where('status_decision.organisation_id', '=', organisation)
    .where('list', '=', list)
    .orderBy('index')
    .orderBy('sequence')
    .execute()
  const changes = new Map<number, StatusChange[]>()
  for (const { index, status, decided_at: at, decided_by: by } of rows)
    changes.set(index, [...(changes.get(index) ?? []), { status, at, by }])
  return { ...newStatusTable(size), changes, decisions: rows.length }
}

/** Signs and keeps everything of one list, or what belongs to no list. */
async function makePublications(
  house: House,
  tx: Tx,
  organisation: string,
  issuer: Issuer,
  list: string | undefined,
): Promise<void> {
  const { keyring, documentKeys, revocationList } = await house.keys.keysOf(organisation)
  const now = house.clock.now()
  const table =
    list === undefined
      ? { ...newStatusTable(issuer.statusEntries), decisions: 0 }
      : await statusTableOf(tx, organisation, list)
  const addresses = addressesOf(issuer, list ?? '-')
  const files = await publish({
    issuer,
    keys: keyring,
    documentKeys,
    addresses,
    table,
    formats: formatsOf(issuer, allFormats),
    ...(revocationList === undefined ? {} : { certificateRevocationList: revocationList }),
    now,
  })
  const lists = [addresses.revocationList, addresses.suspensionList, addresses.tokenList]
  for (const [path, content] of files) {
    if (lists.includes(path) !== (list !== undefined)) continue
    const row = {
      media_type: mediaTypeOf(path, addresses),
      content,
      covers: table.decisions,
      made_at: now,
    }
    await tx
      .insertInto('publication')
      .values({ organisation_id: organisation, path, ...row })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'path']).doUpdateSet(row))
      .execute()
  }
}

function mediaTypeOf(path: string, addresses: ReturnType<typeof addressesOf>): string {
  if (path === addresses.didDocument) return 'application/did+json'
  if (path === addresses.tokenList) return 'application/statuslist+jwt'
  if (path === addresses.certificateRevocationList) return 'application/pkix-crl'
  if (path === addresses.revocationList || path === addresses.suspensionList)
    return 'application/vc'
  return 'application/json'
}

function toPublished(row: { content: Uint8Array; media_type: string; made_at: Date }): Published {
  const hash = createHash('sha256').update(row.content).digest('base64url').slice(0, 22)
  return {
    bytes: row.content,
    mediaType: row.media_type,
    etag: `"${hash}"`,
    madeAt: row.made_at,
  }
}

/** Makes fresh what grew old or stale. @returns how many lists an organisation has. */
export async function refreshPublications(house: House, organisation: string): Promise<number> {
  const { issuer, lists } = await house.store.asOrganisation(organisation, async (tx) => ({
    issuer: await issuerOf(tx, organisation),
    lists: await tx
      .selectFrom('status_list')
      .select('name')
      .where('organisation_id', '=', organisation)
      .execute(),
  }))
  forgetPublications(house)
  for (const { name } of lists)
    await readPublication(house, organisation, addressesOf(issuer, name).tokenList)
  await readPublication(house, organisation, addressesOf(issuer, '-').didDocument)
  return lists.length
}

// --------------------------------------------------------------------------- who serves an address

export interface Address {
  readonly organisation: string
  readonly address: string
}

/** Whose an https address is, by the settings of the organisations of this house. */
export async function ownerOf(house: House, address: string): Promise<Address | undefined> {
  const organisations = await issuers(house)
  const found = organisations.find(
    ({ base, didDocument }) => address === didDocument || address.startsWith(`${base}/`),
  )
  return found === undefined ? undefined : { organisation: found.organisation, address }
}

interface Base {
  readonly organisation: string
  readonly base: string
  readonly didDocument: string
}
const known = new WeakMap<
  House['store'],
  { readonly at: number; readonly bases: Promise<readonly Base[]> }
>()

async function issuers(house: House): Promise<readonly Base[]> {
  const now = house.clock.now().getTime()
  const before = known.get(house.store)
  if (before !== undefined && Math.abs(now - before.at) < 30_000) return before.bases
  const bases = house.store.atTheDoor(async (tx) => {
    const rows = await tx.selectFrom('organisation').select('id').orderBy('id').execute()
    const all: Base[] = []
    for (const { id } of rows) {
      const issuer = await issuerOf(tx, id).catch(() => undefined)
      if (issuer === undefined) continue
      const { didDocument } = addressesOf(issuer, '-')
      all.push({ organisation: id, base: issuer.base, didDocument })
    }
    // The longest base first: one organisation's may begin with another's.
    return all.toSorted((a, b) => b.base.length - a.base.length)
  })
  known.set(house.store, { at: now, bases })
  bases.catch(() => known.delete(house.store))
  return bases
}

export async function baseOf(house: House, organisation: string): Promise<Base | undefined> {
  return (await issuers(house)).find((one) => one.organisation === organisation)
}

/** Looks up what this house itself serves without going through the network; everything else elsewhere. */
export function withOwnPublications(house: House, elsewhere: Resolver): Resolver {
  return {
    async get(address, kind) {
      const own = await ownerOf(house, address)
      if (own === undefined) return elsewhere.get(address, kind)
      const published = await readPublication(house, own.organisation, address)
      return published === undefined
        ? undefined
        : { bytes: published.bytes, from: address, at: published.madeAt }
    },
  }
}

/** Everything the organisations of this house serve that a check looks up, with its addresses. */
export async function ownPublications(
  house: House,
): Promise<readonly (Published & { readonly address: string })[]> {
  const found: (Published & { readonly address: string })[] = []
  for (const { organisation } of await issuers(house)) {
    const { issuer, lists } = await house.store.asOrganisation(organisation, async (tx) => ({
      issuer: await issuerOf(tx, organisation),
      lists: await tx.selectFrom('status_list').select('name').orderBy('name').execute(),
    }))
    const addresses = lists.flatMap(({ name }) => {
      const { revocationList, suspensionList, tokenList } = addressesOf(issuer, name)
      return [revocationList, suspensionList, tokenList]
    })
    for (const address of [addressesOf(issuer, '-').didDocument, ...addresses]) {
      const published = await readPublication(house, organisation, address).catch(() => undefined)
      if (published !== undefined) found.push({ ...published, address })
    }
  }
  return found
}
