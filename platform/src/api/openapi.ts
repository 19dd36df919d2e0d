// The description of the API (OpenAPI 3.1), made from the operations themselves.

import { z } from 'zod'
import { fileAnswer, type Operation } from './operation.ts'
import { operations } from './operations.ts'
import { problemDocument } from './words.ts'

export interface Description {
  readonly openapi: '3.1.0'
  readonly paths: Readonly<Record<string, Readonly<Record<string, PathOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: unknown
  }
  readonly [member: string]: unknown
}

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
}

export interface PathOperation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content & { readonly required: true }
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>
  readonly security: unknown
}

const reference = (id: string): JsonSchema => ({ $ref: `#/components/schemas/${id}` })

export function describeApi(address: string): Description {
  const schemas: Record<string, JsonSchema> = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
    const { $schema: _, $defs, id, ...rest } = made
    const definitions = Object.entries(($defs ?? {}) as Record<string, Record<string, unknown>>)
    for (const [name, { id: __, ...one }] of definitions) schemas[name] = moved(one)
    if (typeof id !== 'string') return moved(rest)
    schemas[id] = moved(rest)
    return reference(id)
  }
  const paths: Record<string, Record<string, PathOperation>> = {}
  for (const one of operations) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [one.method.toLowerCase()]: operationOf(one, schemaOf),
    }
  }
  schemaOf(problemDocument, 'output')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera',
      version: '1',
      description:
        'For student information systems and other programs of an organisation. A token is made by an owner under /clients and sent as `Authorization: Bearer …`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: address }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

/** Definitions stand in one place of the description, not inside each schema. */
function moved(schema: unknown): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as JsonSchema
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema

function operationOf({ described, scope }: Operation, schemaOf: SchemaOf): PathOperation {
  const { params, query, body, answer, status, takesKey } = described
  const key: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'One of your own for every deed: sent again within a day, the deed is not done again and the first answer comes back',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  }
  const problemAnswer = {
    description: 'A refusal, with its code, its place and a sentence',
    content: { 'application/problem+json': { schema: reference('Problem') } },
  }
  return {
    operationId: described.name,
    summary: described.summary,
    ...(described.description === undefined ? {} : { description: described.description }),
    parameters: [
      ...parametersOf(params, 'path', schemaOf),
      ...parametersOf(query, 'query', schemaOf),
      ...(takesKey ? [key] : []),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: {
      [String(status)]: {
        description: 'Done',
        content:
          answer === fileAnswer
            ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      default: problemAnswer,
    },
    security: [{ token: [scope] }],
  }
}

function parametersOf(
  shape: z.ZodObject,
  place: 'path' | 'query',
  schemaOf: SchemaOf,
): readonly Parameter[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    readonly properties?: Readonly<Record<string, JsonSchema>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  }))
}
