// The JSON Schema ETSI publishes for lists of trusted entities (TS 119 602), run by Ajv, and our own reader: what the
// schema refuses we refuse, and what we take the schema takes.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { utf8 } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { did, en, listOf, notified, service } from 'tessera/trust/lists/example-lote'
import { readTrustList } from 'tessera/trust/lists/index'

const path = 'oid4/etsi-119602/1960201_json_schema.json'
const skip = unlessPresent(path)

function validator(): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  // RFC 7517 has no JSON Schema of its own that could be loaded here; keys are read elsewhere.
  ajv.addSchema({ $id: 'rfcs/rfc7517.json', definitions: { jwk: { type: 'object' } } })
  return ajv.compile(JSON.parse(readFileSync(reference(path), 'utf8')) as object)
}

const page = [{ lang: 'en', uriValue: 'https://alliance.example/trust' }]
const past = {
  ServiceName: en('Issuing'),
  ServiceDigitalIdentity: { OtherIds: [did] },
  ServiceStatus: notified,
  StatusStartingTime: '2025-01-01T00:00:00Z',
}
const pointer = {
  LoTELocation: 'https://other.example/list.json',
  ServiceDigitalIdentities: [{ X509SubjectNames: ['CN=Other'] }],
  LoTEQualifiers: [
    { LoTEType: 'https://other.example/type', SchemeOperatorName: en('Other'), MimeType: 'a/b' },
  ],
}
const whole = listOf(
  [
    service(
      {
        SchemeServiceDefinitionURI: page,
        ServiceSupplyPoints: [
          { ServiceType: 'https://a.example/t', uriValue: 'https://a.example' },
        ],
        ServiceInformationExtensions: [{ limit: 'EQF 6' }],
      },
      { ServiceHistory: [past] },
    ),
  ],
  { TEInformationExtensions: ['ROR'] },
  {
    LoTEType: 'https://alliance.example/type',
    SchemeInformationURI: page,
    SchemeTypeCommunityRules: page,
    SchemeTerritory: 'ES',
    StatusDeterminationApproach: 'https://alliance.example/how',
    PolicyOrLegalNotice: [{ LoTELegalNotice: 'None.' }],
    HistoricalInformationPeriod: 60,
    PointersToOtherLoTE: [pointer],
    DistributionPoints: ['https://alliance.example/list.json'],
  },
)

type Place = readonly (string | number)[]

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.keys(value).flatMap((key) => placesOf((value as never)[key], [...at, key]))]
}

function changed(
  at: Place,
  change: (holder: Record<string, unknown>, key: string) => void,
): object {
  const copy = structuredClone(whole)
  let holder = copy as Record<string, unknown>
  for (const step of at.slice(0, -1)) holder = holder[step] as Record<string, unknown>
  change(holder, String(at.at(-1)))
  return copy
}

describe('the schema of TS 119 602', { skip }, () => {
  if (skip !== false) return
  const validate = validator()
  const read = async (value: object): Promise<boolean> => {
    const answer = await attempt(() => readTrustList(utf8(JSON.stringify(value)), 'list'))
    return answer.ok || answer.refusals[0]?.code === 'trust-list.nobody'
  }

  it('takes the lists of our tests, and so do we', async () => {
    for (const list of [whole, listOf([service()])]) {
      assert.equal(validate(list), true)
      assert.equal(await read(list), true)
    }
  })

  const places = placesOf(whole).filter((at) => at.length > 0)

  it('refuses no change that we take: a member gone, one too many, a value of another kind', async () => {
    let refused = 0
    const judge = async (list: object, about: string): Promise<void> => {
      if (validate(list)) return
      refused++
      assert.equal(await read(list), false, about)
    }
    for (const at of places) {
      await judge(
        changed(at, (holder, key) => {
          if (Array.isArray(holder)) holder.splice(Number(key), 1)
          else delete holder[key]
        }),
        `without ${at.join('.')}`,
      )
      for (const value of [null, 7, '', 'x', {}, [], true, { a: 1 }, ['x']])
        await judge(
          changed(at, (holder, key) => (holder[key] = value)),
          `${at.join('.')} = ${JSON.stringify(value)}`,
        )
      await judge(
        changed([...at, 'Unheard'], (holder, key) => {
          if (typeof holder === 'object' && holder !== null && !Array.isArray(holder))
            holder[key] = 1
        }),
        `${at.join('.')} with one more`,
      )
    }
    assert.ok(refused > 500, String(refused))
  })

  it('nor any made of several changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 1 })), {
          minLength: 1,
          maxLength: 3,
        }),
        async (changes) => {
          let list = whole as Record<string, unknown>
          for (const [at, value] of changes) {
            const copy = structuredClone(list)
            let holder: unknown = copy
            for (const step of at.slice(0, -1)) holder = (holder as never)?.[step]
            if (typeof holder === 'object' && holder !== null)
              (holder as Record<string, unknown>)[String(at.at(-1))] = value
            list = copy
          }
          if (!validate(list)) assert.equal(await read(list), false)
        },
      ),
      { numRuns: 200 },
    )
  })
})
