// Assessment: what is asked, against which criteria, and under which supervision
// (Annex I elements 9, 13 and 14).

import { z } from 'zod'
import { localIdSchema } from './outcome.ts'
import { textSchema } from './text.ts'
import { workloadSchema } from './workload.ts'

export const criterionSchema = z
  .strictObject({
    id: localIdSchema.optional(),
    text: textSchema,
    outcomes: z.array(localIdSchema).default([]).meta({
      description: 'The outcomes this criterion speaks about; none means all of the assessment',
    }),
  })
  .meta({ id: 'Criterion' })

/** Two facts, kept apart; the Recommendation's three values and the EU list's four are made from them. */
export const supervisionSchema = z
  .strictObject({
    supervised: z.boolean(),
    identityChecked: z.boolean(),
    where: z.enum(['on-site', 'online']).optional(),
  })
  .meta({ id: 'Supervision' })

export const gradingSchemeSchema = z
  .strictObject({
    title: textSchema,
    description: textSchema.optional(),
    passMark: z.string().max(60).optional(),
    best: z.string().max(60).optional(),
  })
  .meta({ id: 'GradingScheme' })

export const assessmentSchema = z
  .strictObject({
    id: localIdSchema,
    title: textSchema.optional(),
    description: textSchema.optional(),
    methods: z
      .array(
        z
          .string()
          .max(100)
          .meta({
            examples: ['portfolio', 'project-work', 'written-examination', 'oral-examination'],
          }),
      )
      .default([])
      .meta({ description: 'Codes of the EU list of assessment types, such as project-work' }),
    modes: z
      .array(
        z
          .string()
          .max(100)
          .meta({ examples: ['online', 'on-site', 'blended', 'workbased'] }),
      )
      .default([])
      .meta({ description: 'Form of participation in the assessment' }),
    outcomes: z
      .array(localIdSchema)
      .default([])
      .meta({ description: 'The outcomes this assessment proves' }),
    criteria: z.array(criterionSchema).default([]),
    supervision: supervisionSchema.optional(),
    gradingScheme: gradingSchemeSchema.optional(),
    weight: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'Per cent of the whole grade' }),
    workload: workloadSchema.optional(),
  })
  .meta({ id: 'Assessment' })

export type Criterion = z.output<typeof criterionSchema>
export type Supervision = z.output<typeof supervisionSchema>
export type GradingScheme = z.output<typeof gradingSchemeSchema>
export type Assessment = z.output<typeof assessmentSchema>
