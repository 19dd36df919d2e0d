// Shapes that several operations share.

import { z } from 'zod'

export const uuid = z.uuid()
export const time = z.iso.datetime()

/** Named once in the description. */
export const page = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .meta({ description: 'Entries in one answer, 100 at most' }),
}

/** Where a list goes on: the number of the last event that was read. */
export const after = z.coerce
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .default(0)
  .meta({ description: '`next` of the answer before; 0 begins at the beginning' })

export const fault = z
  .object({
    code: z.string().meta({ description: 'Never changes; programs go by it' }),
    place: z.string().meta({ description: 'JSON pointer into the request: `/results/0/grade`' }),
    sentence: z.string().meta({ description: 'For people, in the language of Accept-Language' }),
  })
  .meta({ id: 'Fault' })

export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    errors: z.array(fault).optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

export const multilingual = z
  .record(z.string(), z.string())
  .meta({ id: 'Text', description: 'By language: `{"en": "…"}`' })
