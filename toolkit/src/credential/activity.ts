// Learning activities: what learners do, how they take part, how many hours it takes (Annex I element 10).

import { z } from 'zod'
import { localIdSchema } from './outcome.ts'
import { textSchema } from './text.ts'
import { workloadSchema } from './workload.ts'

export const activitySchema = z
  .strictObject({
    id: localIdSchema,
    title: textSchema,
    description: textSchema.optional(),
    types: z
      .array(
        z
          .string()
          .max(100)
          .meta({
            examples: [
              'classroom-coursework',
              'e-learning-coursework',
              'workshop-seminar-or-conference',
              'self-motivated-study',
            ],
          }),
      )
      .default([])
      .meta({ description: 'Codes of the EU list of learning activity types' }),
    modes: z
      .array(
        z
          .string()
          .max(100)
          .meta({ examples: ['online', 'on-site', 'blended', 'workbased'] }),
      )
      .default([])
      .meta({ description: 'Form of participation: online, on-site, blended, …' }),
    outcomes: z
      .array(localIdSchema)
      .default([])
      .meta({ description: 'The outcomes this activity leads to' }),
    workload: workloadSchema.optional(),
    contactHours: z.number().min(0).max(100_000).optional(),
    language: z.string().max(20).optional(),
  })
  .meta({ id: 'LearningActivity' })

export type LearningActivity = z.output<typeof activitySchema>
