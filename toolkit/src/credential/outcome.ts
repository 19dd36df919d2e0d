// Learning outcomes: objects with a name of their own, never one paragraph (Annex I element 6).

import { z } from 'zod'
import { textSchema } from './text.ts'

/** A name inside one design, used where another part points to it. */
export const localIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dot, dash; such as LO1')

/** A skill of a public framework this outcome corresponds to. */
export const skillLinkSchema = z.strictObject({
  framework: z
    .string()
    .max(100)
    .meta({ description: 'ESCO, DigComp, GreenComp, LifeComp, CEFR, …' }),
  uri: z.url(),
  title: textSchema.optional(),
})

export const outcomeSchema = z
  .strictObject({
    id: localIdSchema,
    text: textSchema.meta({ description: 'What the learner knows, understands and is able to do' }),
    type: z
      .enum(['knowledge', 'skill', 'responsibility-and-autonomy'])
      .optional()
      .meta({ description: 'The three kinds of the European Qualifications Framework' }),
    reusability: z
      .string()
      .max(60)
      .optional()
      .meta({
        description: 'Code of the EU list of reusability levels',
        examples: ['transversal', 'cross-sector', 'sector-specific', 'occupation-specific'],
      }),
    skills: z.array(skillLinkSchema).default([]),
  })
  .meta({ id: 'LearningOutcome' })

export type SkillLink = z.output<typeof skillLinkSchema>
export type LearningOutcome = z.output<typeof outcomeSchema>
