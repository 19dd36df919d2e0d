// Organisations: who designs, teaches, assesses, awards and seals. Legal identity, not a logo
// (Recommendation 2022/C 243/02, Annex I elements 3 and 4, Annex II principle 9).

import { z } from 'zod'
import { qualityAssuranceSchema } from './quality.ts'
import { textSchema } from './text.ts'

/** ISO 3166-1 alpha-2, `EL` and `UK` excluded: Greece is GR, the United Kingdom GB. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1), such as ES')
  .meta({ description: 'Country, ISO 3166-1 alpha-2' })

/** What an identifier of an organisation can be. */
export const organisationSchemes = [
  'eidas',
  'vat',
  'tax',
  'registration',
  'ror',
  'schac',
  'pic',
  'erasmus',
  'eter',
  'deqar',
  'lei',
  'other',
] as const

export const organisationIdentifierSchema = z.strictObject({
  scheme: z.enum(organisationSchemes).meta({
    description:
      'eidas: the organizationIdentifier of a seal certificate, such as VATES-A00000000 (ETSI EN 319 412-1)',
  }),
  value: z.string().min(1).max(200),
  country: countrySchema.optional(),
  name: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Name of the scheme when it is "other"' }),
})

export const organisationSchema = z
  .strictObject({
    id: z.url().meta({ description: 'A lasting identifier: did:web:… or https://…' }),
    legalName: textSchema,
    shortName: textSchema.optional(),
    identifiers: z.array(organisationIdentifierSchema).default([]),
    country: countrySchema.optional(),
    region: z.string().max(10).optional().meta({ description: 'NUTS code, such as ES41' }),
    address: textSchema.optional(),
    homepage: z.url().optional(),
    email: z.email().optional(),
    alliance: z
      .strictObject({ id: z.url().optional(), name: textSchema })
      .optional()
      .meta({ description: 'The alliance this organisation belongs to' }),
    qualityAssurance: z
      .array(qualityAssuranceSchema)
      .default([])
      .meta({ description: 'Quality assurance of the organisation as a whole' }),
    fictitious: z
      .boolean()
      .optional()
      .meta({ description: 'Invented for an example; every output says so' }),
  })
  .meta({ id: 'Organisation' })

export type OrganisationIdentifier = z.output<typeof organisationIdentifierSchema>
export type Organisation = z.output<typeof organisationSchema>
