// The design of a micro-credential: the one object that is checked, published, delivered, issued in
// every format and recognised. Almost every part may be missing while people still write it; what a
// complete one must hold is said by the check, not by this shape.

import { z } from 'zod'
import { activitySchema } from './activity.ts'
import { assessmentSchema, gradingSchemeSchema } from './assessment.ts'
import { organisationSchema } from './organisation.ts'
import { outcomeSchema } from './outcome.ts'
import { qualityAssuranceSchema } from './quality.ts'
import { languageTagSchema, textSchema } from './text.ts'
import { creditsSchema, workloadSchema } from './workload.ts'

/** One body that awards: its part in a joint micro-credential, and how many of the credits are its own. */
export const awardingBodySchema = z
  .strictObject({
    organisation: organisationSchema,
    role: z.enum(['leading', 'partner']).default('leading'),
    credits: z
      .number()
      .min(0)
      .max(1000)
      .optional()
      .meta({ description: 'Share of the credits in a joint award' }),
    approvedOn: z.iso.date().optional().meta({ description: 'When this body approved the design' }),
  })
  .meta({ id: 'AwardingBody' })

export const levelSchema = z
  .strictObject({
    eqf: z
      .int()
      .min(1)
      .max(8)
      .optional()
      .meta({ description: 'Level of the European Qualifications Framework' }),
    nqf: z
      .strictObject({
        framework: z.string().max(100),
        level: z.string().max(60),
        uri: z.url().optional(),
      })
      .optional()
      .meta({ description: 'Level of a national framework' }),
    cycle: z.enum(['short', 'first', 'second', 'third']).optional().meta({
      description: 'Cycle of the Qualifications Framework of the European Higher Education Area',
    }),
    standing: z
      .enum(['indicative', 'confirmed'])
      .default('indicative')
      .meta({ description: 'confirmed: the competent authority placed it there' }),
  })
  .meta({ id: 'Level' })

export const needSchema = z
  .strictObject({
    statement: textSchema.meta({
      description: 'The societal, personal, cultural or labour-market need',
    }),
    evidence: z.array(z.strictObject({ title: textSchema, url: z.url().optional() })).default([]),
  })
  .meta({ id: 'Need' })

export const prerequisitesSchema = z
  .strictObject({
    text: textSchema.optional(),
    level: z.int().min(1).max(8).optional().meta({ description: 'EQF level expected at entry' }),
  })
  .meta({ id: 'Prerequisites' })

export const stackabilitySchema = z
  .strictObject({
    kind: z.enum(['stand-alone', 'integrated', 'stand-alone-and-stackable']).meta({
      description:
        'Annex I: stand-alone, independent micro-credential, or integrated, stackable towards another credential',
    }),
    towards: z
      .array(
        z.strictObject({
          title: textSchema,
          url: z.url().optional(),
          decidedBy: textSchema.optional().meta({
            description: 'The receiving organisation that decides. Stacking is never automatic.',
          }),
        }),
      )
      .default([]),
    note: textSchema.optional(),
  })
  .meta({ id: 'Stackability' })

export const designSchema = z
  .strictObject({
    tessera: z.literal('design/1').meta({ description: 'Says what this file is' }),
    id: z
      .url()
      .meta({ description: 'Lasting identifier of the design, the same in all its versions' }),
    version: z
      .string()
      .regex(/^\d+(\.\d+){0,2}$/, 'a version such as 1 or 1.2')
      .default('1'),
    frozen: z
      .strictObject({ at: z.iso.datetime(), digest: z.string().regex(/^sha256-[0-9a-f]{64}$/) })
      .optional()
      .meta({
        description: 'Set when the version is used for the first time; it never changes afterwards',
      }),
    languages: z.array(languageTagSchema).default([]).meta({
      description: 'The languages this design is written in; every text is expected in each',
    }),
    title: textSchema.optional(),
    description: textSchema.optional(),
    awardingBodies: z.array(awardingBodySchema).default([]),
    providers: z
      .array(organisationSchema)
      .default([])
      .meta({ description: 'Who teaches, where it is not the awarding bodies themselves' }),
    need: needSchema.optional(),
    targetGroup: textSchema.optional(),
    targetGroups: z
      .array(
        z
          .string()
          .max(100)
          .meta({ examples: ['persons-with-3-10-years-work-experience'] }),
      )
      .default([])
      .meta({
        description: 'Codes of the EU list of target groups',
      }),
    fields: z
      .array(
        z
          .string()
          .regex(/^\d{2,4}$/)
          .meta({ examples: ['0521', '0613'] }),
      )
      .default([])
      .meta({ description: 'ISCED-F 2013 codes' }),
    level: levelSchema.optional(),
    teachingLanguages: z.array(languageTagSchema).default([]),
    outcomes: z.array(outcomeSchema).default([]),
    activities: z.array(activitySchema).default([]),
    assessments: z.array(assessmentSchema).default([]),
    workload: workloadSchema.optional(),
    credits: creditsSchema.optional(),
    hoursPerCredit: z
      .strictObject({
        min: z.number().positive(),
        max: z.number().positive(),
        reason: textSchema.optional(),
      })
      .optional()
      .meta({ description: 'Overrides the national table of hours per credit' }),
    modes: z
      .array(
        z
          .string()
          .max(100)
          .meta({ examples: ['online', 'on-site', 'blended', 'workbased'] }),
      )
      .default([])
      .meta({ description: 'Form of participation: online, on-site, blended, work-based, …' }),
    setting: z.enum(['formal', 'non-formal']).optional(),
    opportunityType: z
      .string()
      .max(100)
      .optional()
      .meta({
        description: 'Code of the EU list of learning opportunity types',
        examples: ['short-learning-programme', 'course', 'mooc'],
      }),
    qualityAssurance: z.array(qualityAssuranceSchema).default([]),
    ratification: z
      .strictObject({ by: textSchema.meta({ description: 'An examination board, a jury' }) })
      .optional()
      .meta({ description: 'Present where a board ratifies results before they become awards' }),
    prerequisites: prerequisitesSchema.optional(),
    stackability: stackabilitySchema.optional(),
    partOfQualification: textSchema.optional(),
    validationRoute: z
      .strictObject({ possible: z.boolean(), how: textSchema.optional() })
      .optional()
      .meta({ description: 'Whether prior learning can be validated instead of the course' }),
    gradingScheme: gradingSchemeSchema.optional(),
    expiry: z
      .strictObject({ afterMonths: z.int().positive(), reason: textSchema.optional() })
      .optional()
      .meta({ description: 'Only where the achievement itself lapses, such as a licence' }),
    homepage: z.url().optional(),
    furtherInformation: textSchema.optional(),
    licence: z.string().max(100).optional(),
    fictitious: z
      .boolean()
      .optional()
      .meta({ description: 'Invented for an example; every output says so' }),
  })
  .meta({ id: 'Design' })

export type AwardingBody = z.output<typeof awardingBodySchema>
export type Level = z.output<typeof levelSchema>
export type Stackability = z.output<typeof stackabilitySchema>
export type Design = z.output<typeof designSchema>
