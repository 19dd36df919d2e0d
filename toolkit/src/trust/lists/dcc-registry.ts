// The issuer registries of the Digital Credentials Consortium (“dcc-legacy”): a DID, a name, perhaps a place and an
// address. Unsigned: whoever passes such a file vouches for it. It says who somebody is, never what they may award.

import { z } from 'zod'
import type { JsonObject } from '../../read/json.ts'
import { refuseShape } from '../../read/shape.ts'
import type { TrustList } from '../trust.ts'

const did = z.string().regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,1000}$/, 'Issuers are named by DID')
const text = z.string().max(1000)

const registrySchema = z.object({
  meta: z
    .object({ created: z.string().max(100).optional(), updated: z.string().max(100).optional() })
    .optional(),
  registry: z.record(
    did,
    z.object({
      name: text.min(1),
      location: text.optional(),
      // The address of a web page: nobody who merely has it in a credential is this issuer.
      url: text.optional(),
    }),
  ),
})

export function recogniseDccRegistry(value: JsonObject): boolean {
  const { registry } = value
  return typeof registry === 'object' && registry !== null && !Array.isArray(registry)
}

export function readDccRegistry(value: JsonObject, place: string): TrustList {
  const answer = registrySchema.safeParse(value)
  if (!answer.success) return refuseShape('trust-list.shape', place, answer.error)
  const { meta, registry } = answer.data
  const updated = new Date(meta?.updated ?? meta?.created ?? Number.NaN)
  return {
    name: place,
    ...(Number.isNaN(updated.getTime()) ? {} : { issuedAt: updated }),
    anchors: [],
    issuers: Object.entries(registry).map(([id, { name }]) => ({
      id,
      name,
      alsoKnownAs: [],
      keys: [],
    })),
    revocationLists: [],
  }
}
