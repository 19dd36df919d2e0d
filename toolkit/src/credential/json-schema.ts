// The model as JSON Schema 2020-12, for editors and for other programs.

import { z } from 'zod'
import { awardSchema } from './award.ts'
import { designSchema } from './design.ts'
import { organisationSchema } from './organisation.ts'

export function designJsonSchema() {
  return z.toJSONSchema(designSchema, { io: 'input', target: 'draft-2020-12' })
}

export function awardJsonSchema() {
  return z.toJSONSchema(awardSchema, { io: 'input', target: 'draft-2020-12' })
}

export function organisationJsonSchema() {
  return z.toJSONSchema(organisationSchema, { io: 'input', target: 'draft-2020-12' })
}
