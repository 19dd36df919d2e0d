// The typed client of the API, as text, from nothing but its description.

import type { Description, JsonSchema, Parameter, PathOperation } from './openapi.ts'

export function clientSource({ paths, components }: Description): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema)}export type ${name} = ${typeOf(schema)}`,
  )
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => callOf(method.toUpperCase(), path, one)),
  )
  return [head, ...types, frame.replace('/* calls */', calls.join('\n'))].join('\n\n')
}

const head =
  '// A client of the API, made from its description by `node scripts/api-client.mjs`: change the operations instead.\n// oxlint-disable max-lines'

const frame = `export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

export interface ClientOptions {
  readonly address: string
  readonly token: string
  /** Language of the sentences in answers. */
  readonly language?: string
  readonly fetch?: (request: Request) => Promise<Response>
}

interface Asking {
  readonly [name: string]: unknown
  readonly body?: unknown
  readonly key?: string
}

export type Client = ReturnType<typeof openClient>

export function openClient({ address, token, language = 'en', fetch = globalThis.fetch }: ClientOptions) {
  const send = async (method: string, path: string, query: readonly string[], asking: Asking) => {
    const filled = path.replaceAll(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(asking[name])))
    const url = new URL(filled, address)
    for (const name of query) {
      const value = asking[name]
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const answer = await fetch(
      new Request(url, {
        method,
        headers: {
          authorization: \`Bearer \${token}\`,
          'accept-language': language,
          ...(asking.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(asking.key === undefined ? {} : { 'idempotency-key': asking.key }),
        },
        ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
      }),
    )
    if (!answer.ok) throw new ApiRefusal((await answer.json()) as Problem)
    return answer
  }
  const json = async <T>(...asked: Parameters<typeof send>) => (await (await send(...asked)).json()) as T
  const bytes = async (...asked: Parameters<typeof send>) => new Uint8Array(await (await send(...asked)).arrayBuffer())
  return {
/* calls */
  }
}
`

function callOf(method: string, path: string, one: PathOperation): string {
  const { parameters, requestBody, responses, summary, operationId } = one
  const named = parameters.filter(({ in: place }) => place !== 'header')
  const takesKey = named.length < parameters.length
  const body = requestBody?.content['application/json']?.schema
  const members = [
    ...named.map(memberOf),
    ...(body === undefined ? [] : [`readonly body: ${typeOf(body)}`]),
    ...(takesKey ? ['readonly key?: string'] : []),
  ]
  const isNeeded = named.some(({ required }) => required) || body !== undefined
  const asking =
    members.length === 0 ? '' : `asking: { ${members.join('; ')} }${isNeeded ? '' : ' = {}'}`
  const answer = Object.entries(responses).find(([status]) => status !== 'default')?.[1].content
  const schema = answer?.['application/json']?.schema
  const query = named.filter(({ in: place }) => place === 'query').map(({ name }) => `'${name}'`)
  const given = `'${method}', '${path}', [${query.join(', ')}], ${asking === '' ? '{}' : 'asking'}`
  const ask = schema === undefined ? `bytes(${given})` : `json<${typeOf(schema)}>(${given})`
  return `/** ${summary}. */\n${operationId}: (${asking}) => ${ask},`
}

const memberOf = ({ name, required, schema }: Parameter) =>
  `readonly ${name}${required ? '' : '?'}: ${typeOf(schema)}`

const comment = ({ description }: JsonSchema) =>
  typeof description === 'string' ? `/** ${description} */\n` : ''

function typeOf(schema: JsonSchema): string {
  const { $ref, type, anyOf, allOf, enum: words, const: word } = schema
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown'
  if (word !== undefined) return JSON.stringify(word)
  if (Array.isArray(words)) return words.map((one) => quoted(one)).join(' | ')
  const all = (list: unknown, sign: string) =>
    (list as readonly JsonSchema[]).map((one) => typeOf(one)).join(sign)
  if (Array.isArray(anyOf)) return all(anyOf, ' | ')
  if (Array.isArray(allOf)) return all(allOf, ' & ')
  if (type === 'array') {
    const of = typeOf((schema['items'] ?? {}) as JsonSchema)
    return `readonly ${/[ |]/.test(of) ? `(${of})` : of}[]`
  }
  if (type === 'object') return objectOf(schema)
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string' || type === 'boolean' || type === 'null') return type
  return 'unknown'
}

const quoted = (value: unknown) =>
  typeof value === 'string' ? `'${value}'` : JSON.stringify(value)

function objectOf(schema: JsonSchema): string {
  const { properties, required, additionalProperties: more } = schema
  if (
    typeof properties !== 'object' ||
    properties === null ||
    Object.keys(properties).length === 0
  ) {
    const values =
      typeof more === 'object' && more !== null ? typeOf(more as JsonSchema) : 'unknown'
    return `Readonly<Record<string, ${values}>>`
  }
  const needed = new Set((required ?? []) as readonly string[])
  const members = Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(
    ([name, one]) => {
      const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
      return `${comment(one)}readonly ${key}${needed.has(name) ? '' : '?'}: ${typeOf(one)}`
    },
  )
  return `{\n${members.join('\n')}\n}`
}
