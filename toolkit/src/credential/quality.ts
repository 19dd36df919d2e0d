// Quality assurance: what kind, by whom, by which standard, where the report is
// (Annex I element 11, Annex II principle 1).

import { z } from 'zod'
import { textSchema } from './text.ts'

export const qualityAssuranceSchema = z
  .strictObject({
    type: z
      .enum(['internal', 'external', 'internal-and-external'])
      .meta({ description: 'The type Annex I asks for' }),
    scope: z
      .enum(['institution', 'programme', 'micro-credential'])
      .optional()
      .meta({
        description:
          'What was looked at. An institutional review is never a programme accreditation.',
      }),
    body: textSchema.optional().meta({ description: 'Who assures: an agency, a board, a chamber' }),
    bodyId: z.url().optional(),
    bodyCountry: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    standard: z.string().max(200).optional().meta({ description: 'ESG, EQAVET, ISO 21001, …' }),
    title: textSchema.optional(),
    report: z.url().optional(),
    decidedOn: z.iso.date().optional(),
    validUntil: z.iso.date().optional(),
  })
  .meta({ id: 'QualityAssurance' })

export type QualityAssurance = z.output<typeof qualityAssuranceSchema>
