// A desk made ready to seal for one organisation into one status list: its keys, a throw-away issuer for the trial
// seal, and what a verifier will find at the issuer's addresses. Made once and used for thousands.

import { formats as allFormats } from 'tessera/formats/index'
import type { Format, Pictures } from 'tessera/formats/format'
import type { IssuerKeys } from 'tessera/cli/issuer-keys'
import { timeStampsAt } from 'tessera/cli/time-stamp-network'
import { type Addresses, addressesOf } from 'tessera/issue/addresses'
import type { Issuer } from 'tessera/issue/issuer'
import { formatsOf } from 'tessera/issue/issuer-formats'
import { publish, resolverOf } from 'tessera/issue/publication'
import type { SealingParty } from 'tessera/issue/seal-award'
import { trialParty } from 'tessera/issue/trial'
import { generateKeyPair } from 'tessera/seal/keys/generate'
import { authorityOver } from 'tessera/seal/time/index'
import { newStatusTable } from 'tessera/status/table'
import { anchorsOf, revocationListsOf } from 'tessera/trust/known'
import type { House } from '../house.ts'
import { drawings } from './drawings.ts'

export interface SealingDesk {
  readonly issuer: Issuer
  readonly keys: IssuerKeys
  readonly addresses: Addresses
  readonly formats: readonly Format[]
  readonly pictures: Pictures
  readonly real: SealingParty
  readonly trial: SealingParty
}

/** The keys and the lists a desk was made with are looked at anew after this long. */
const kept = 600_000

interface Kept {
  readonly at: number
  readonly issuer: string
  readonly keys: IssuerKeys
  readonly desk: Promise<SealingDesk>
}
const desks = new WeakMap<House, Map<string, Kept>>()

export async function sealingDesk(
  house: House,
  organisation: string,
  issuer: Issuer,
  list: string,
): Promise<SealingDesk> {
  const keys = await house.keys.keysOf(organisation)
  const now = house.clock.now().getTime()
  const mine = desks.get(house) ?? new Map<string, Kept>()
  desks.set(house, mine)
  const name = `${organisation}/${list}`
  const text = JSON.stringify(issuer)
  const known = mine.get(name)
  if (known !== undefined && known.issuer === text && known.keys === keys)
    if (Math.abs(now - known.at) < kept) return known.desk
  const desk = makeDesk(house, issuer, keys, list)
  mine.set(name, { at: now, issuer: text, keys, desk })
  desk.catch(() => mine.delete(name))
  return desk
}

async function makeDesk(
  house: House,
  issuer: Issuer,
  keys: IssuerKeys,
  list: string,
): Promise<SealingDesk> {
  const now = house.clock.now()
  const addresses = addressesOf(issuer, list)
  const formats = formatsOf(issuer, allFormats)
  // A fresh entry is valid whatever else the list says, so an empty one stands for it here.
  const table = { ...newStatusTable(issuer.statusEntries), reserved: allReserved(issuer) }
  const plan = { issuer, addresses, table, formats, now }
  const { keyring, documentKeys, revocationList, trust, test } = keys
  const publication = await publish({
    ...plan,
    keys: keyring,
    documentKeys,
    ...(revocationList === undefined ? {} : { certificateRevocationList: revocationList }),
  })
  const real = { keys: keyring, trust: [trust], resolver: resolverOf(publication) }
  return {
    issuer: test ? asTest(issuer) : issuer,
    keys,
    addresses,
    formats,
    pictures: await drawings(test),
    real: { ...real, ...timeStampsOf(house, issuer, keys) },
    trial: await trialParty({ ...plan, random: house.random, newKey: generateKeyPair }),
  }
}

const allReserved = ({ statusEntries }: Issuer) => new Uint8Array(statusEntries / 8).fill(0xff)

/** Sealed under a test authority, a file says in itself that it is no real credential, whoever issued it. */
export function asTest(issuer: Issuer): Issuer {
  return { ...issuer, organisation: { ...issuer.organisation, fictitious: true } }
}

/** The authority the settings name; where the keys' folder says whom to believe, its word must prove something. */
function timeStampsOf(
  house: House,
  issuer: Issuer,
  keys: IssuerKeys,
): Pick<SealingParty, 'timeStamps'> {
  if (issuer.timeStamps === undefined) return {}
  const trust = [keys.trust]
  const anchors = anchorsOf(trust, 'time-stamps')
  const revocationLists = revocationListsOf(trust)
  const believed = () => ({ anchors, revocationLists, now: house.clock.now() })
  const exchange = timeStampsAt(issuer.timeStamps)
  return {
    timeStamps: authorityOver(exchange, house.random, anchors.length === 0 ? undefined : believed),
  }
}
