// The issuer's settings: who seals, where its files are served, with which keys.

import { z } from 'zod'
import { countrySchema, organisationSchema } from '../credential/organisation.ts'
import { textSchema } from '../credential/text.ts'
import { placeOf } from '../credential/parse.ts'
import { Refused } from '../refusal.ts'

export const issuerSchema = z
  .strictObject({
    tessera: z.literal('issuer/1'),
    organisation: organisationSchema.meta({
      description: 'The organisation that seals; a path to its file may stand here',
    }),
    base: z
      .url()
      .refine(
        (url) => url.startsWith('https://') && !url.endsWith('/'),
        'an https address without slash at its end',
      )
      .meta({ description: 'Where the issuer serves its status lists and type descriptions' }),
    keys: z
      .string()
      .min(1)
      .default('keys')
      .meta({ description: 'Folder of the keys, relative to this file' }),
    signingTime: z
      .enum(['iat', 'sigT'])
      .default('iat')
      .meta({ description: 'How a seal tells its time: iat (newer) or sigT (older checkers)' }),
    timeStamps: z
      .url()
      .refine((url) => /^https?:\/\//.test(url), 'an https or http address')
      .optional()
      .meta({
        description:
          'Address of a time-stamp authority (RFC 3161) that stamps every European Digital Credential; with it a seal outlives its certificate (JAdES B-T)',
      }),
    sdJwtProfile: z.enum(['eudi', 'we-build']).default('eudi').meta({
      description:
        'Type of SD-JWT VC: the EU reference issuer’s learning credential, or the WE BUILD micro-credential',
    }),
    mandate: z
      .strictObject({
        bodies: z
          .array(z.url())
          .min(1)
          .meta({ description: 'Identifiers of the awarding bodies it seals for' }),
        statement: z
          .string()
          .min(1)
          .max(2000)
          .meta({ description: 'What every credential says about that, in one text' }),
      })
      .optional()
      .meta({ description: 'The mandate to seal what others award' }),
    place: z
      .strictObject({ country: countrySchema, name: textSchema.optional() })
      .optional()
      .meta({ description: 'Place of issue' }),
    statusEntries: z
      .int()
      .min(131_072)
      .max(16_777_216)
      .default(131_072)
      .meta({ description: 'Size of the status lists' }),
  })
  .meta({ id: 'Issuer' })

export type Issuer = z.output<typeof issuerSchema>

/** The issuer's settings from plain data. Refuses with `issuer.shape` per fault. */
export function parseIssuer(value: unknown): Issuer {
  const answer = issuerSchema.safeParse(value)
  if (answer.success) return answer.data
  throw new Refused(
    answer.error.issues.map((issue) => ({
      code: 'issuer.shape',
      place: placeOf(issue.path),
      sentence: `${issue.message}.`,
    })),
  )
}
