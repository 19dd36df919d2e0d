// An award: what one learner achieved against one version of a design, in the model's own words.
// Every format is written from an award and read back into one; what a format cannot carry is missing.

import { z } from 'zod'
import { gradingSchemeSchema, supervisionSchema } from './assessment.ts'
import { designSchema } from './design.ts'
import { countrySchema, organisationSchema } from './organisation.ts'
import { localIdSchema } from './outcome.ts'
import { textSchema } from './text.ts'
import { creditsSchema } from './workload.ts'

/** How sure the issuer is of who the learner is (Annex II principle 9). */
export const identityAssuranceSchema = z.enum(['self-asserted', 'vouched', 'checked'])

export const learnerSchema = z
  .strictObject({
    id: z.url().optional().meta({ description: 'A DID or other identifier the learner controls' }),
    givenName: z.string().max(200).optional(),
    familyName: z.string().max(200).optional(),
    fullName: z
      .string()
      .max(400)
      .optional()
      .meta({ description: 'The name as the learner writes it, in any script' }),
    dateOfBirth: z.iso.date().optional(),
    identifiers: z
      .array(z.strictObject({ scheme: z.string().max(100), value: z.string().min(1).max(200) }))
      .default([])
      .meta({
        description: 'Student number, European Student Identifier, … never an e-mail address',
      }),
    identity: identityAssuranceSchema.optional(),
  })
  .meta({ id: 'Learner' })

export const resultSchema = z
  .strictObject({
    assessment: localIdSchema
      .optional()
      .meta({ description: 'The assessment of the design this is the result of' }),
    title: textSchema.optional(),
    grade: z.string().max(200).optional(),
    gradingScheme: gradingSchemeSchema.optional(),
    supervision: supervisionSchema
      .optional()
      .meta({ description: 'How it was in fact supervised, where it differs from the design' }),
    assessedOn: z.iso.date().optional(),
  })
  .meta({ id: 'Result' })

export const awardSchema = z
  .strictObject({
    tessera: z.literal('award/1'),
    id: z
      .string()
      .max(500)
      .optional()
      .meta({ description: 'Identifier of the credential, a urn:uuid' }),
    design: designSchema,
    learner: learnerSchema.default({ identifiers: [] }),
    issuer: organisationSchema
      .optional()
      .meta({ description: 'Who seals; one of the awarding bodies or mandated by them' }),
    mandate: z
      .strictObject({
        statement: z.string().min(1).max(2000).meta({
          description: 'Whose claims these are and what the seal stands for, in one text',
        }),
      })
      .optional()
      .meta({ description: 'Present where who seals acts for the awarding bodies' }),
    issuedAt: z.iso.datetime().optional(),
    awardedOn: z.iso.date().optional(),
    validFrom: z.iso.datetime().optional(),
    expiresAt: z.iso.datetime().optional(),
    place: z
      .strictObject({ country: countrySchema, name: textSchema.optional() })
      .optional()
      .meta({ description: 'Place of issue' }),
    route: z
      .enum(['course', 'validation'])
      .optional()
      .meta({ description: 'By a course, or by validation of prior learning' }),
    results: z.array(resultSchema).default([]),
    grade: z.string().max(200).optional().meta({ description: 'The grade of the whole' }),
    creditsEarned: creditsSchema.optional(),
    furtherInformation: textSchema.optional(),
  })
  .meta({ id: 'Award' })

export type Learner = z.output<typeof learnerSchema>
export type Result = z.output<typeof resultSchema>
export type Award = z.output<typeof awardSchema>
export type IdentityAssurance = z.output<typeof identityAssuranceSchema>

/** The learner's name as one text; empty if none is given. */
export function nameOf(learner: Learner): string {
  return (
    learner.fullName ??
    [learner.givenName, learner.familyName].filter((part) => part !== undefined).join(' ')
  )
}
