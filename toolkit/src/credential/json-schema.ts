// The model as JSON Schema 2020-12, for editors and for other programs.

import { z } from 'zod'
import { awardSchema } from './award.ts'
import { designSchema } from './design.ts'
import { organisationSchema } from './organisation.ts'

/** A design in one piece. */
export function designJsonSchema() {
  return z.toJSONSchema(designSchema, { io: 'input', target: 'draft-2020-12' })
}

export function awardJsonSchema() {
  return z.toJSONSchema(awardSchema, { io: 'input', target: 'draft-2020-12' })
}

export function organisationJsonSchema() {
  return z.toJSONSchema(organisationSchema, { io: 'input', target: 'draft-2020-12' })
}

/** The schemas as they are published in the folder `schema`, by file name. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return {
    'design.schema.json': {
      $id: 'urn:tessera:schema:design:1',
      title: 'Design of a micro-credential (tessera: design/1)',
      ...withOrganisationFiles(designJsonSchema()),
    },
    'award.schema.json': {
      $id: 'urn:tessera:schema:award:1',
      title: 'Award of a micro-credential (tessera: award/1)',
      ...awardJsonSchema(),
    },
    'organisation.schema.json': {
      $id: 'urn:tessera:schema:organisation:1',
      title: 'Organisation',
      ...organisationJsonSchema(),
    },
  }
}

type JsonSchema = z.core.JSONSchema.JSONSchema

/** In a file of a design, the path of an organisation's file may stand for the organisation. */
function withOrganisationFiles(schema: JsonSchema): JsonSchema {
  const parts = schema.$defs ?? {}
  const path = {
    type: 'string',
    description: "Path of an organisation's file, from this file",
  } as const
  const orPath: JsonSchema = { anyOf: [{ $ref: '#/$defs/Organisation' }, path] }
  const { AwardingBody: body = {}, Design: design = {} } = parts
  const providers = design.properties?.['providers']
  return {
    ...schema,
    $defs: {
      ...parts,
      AwardingBody: { ...body, properties: { ...body.properties, organisation: orPath } },
      Design: {
        ...design,
        properties: {
          ...design.properties,
          providers: { ...(typeof providers === 'object' ? providers : {}), items: orPath },
        },
      },
    },
  }
}
