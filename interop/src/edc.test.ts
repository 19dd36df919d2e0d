// The official SHACL shapes, run by an engine of others, and our own compiled profile give the same verdict:
// over the samples, the mutations, what we issue, and what a mutator makes of it. And `jose` accepts our seal.

import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { generalVerify, importJWK } from 'jose'
import type { JsonObject } from 'tessera/canonical-json'
import { exampleAward, exampleSettings } from 'tessera/formats/edc/example-award'
import { edc, edcFaults } from 'tessera/formats/edc/index'
import type { PrivateJwk } from 'tessera/machine/port'
import { reference, unlessPresent } from 'tessera/reference'
import { memorySigner } from 'tessera/seal/keys/memory'
import { createTestAuthority } from 'tessera/trust/x509/test-authority'
import { judge } from './edc-judge.js'
import type { Answer, Profile } from './edc-judge.js'

const skip = unlessPresent('elm/shapes/3.2')
const notAnEdc = 'edc.not-an-edc-document'

type Mutable = Record<string, unknown>

/** Ours and theirs, in the same words: true, false, or no verdict. */
function ours(
  document: JsonObject,
  profile: Profile,
): { verdict: boolean | 'none'; codes: string[]; said: string } {
  const faults = edcFaults(document, profile)
  const codes = faults.map(({ code }) => code)
  const verdict = codes.includes(notAnEdc) ? 'none' : codes.length === 0
  return {
    verdict,
    codes,
    said: faults.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'),
  }
}

function theirs(answer: Answer): boolean | 'none' {
  return answer.kind === 'verdict' ? answer.conforms : 'none'
}

async function compare(document: JsonObject, profile: Profile, about: string): Promise<void> {
  const answer = await judge(document, profile)
  const own = ours(document, profile)
  const official = answer.kind === 'verdict' ? answer.results.join('\n') : JSON.stringify(answer)
  assert.equal(own.verdict, theirs(answer), `${about}\nours:\n${own.said}\ntheirs:\n${official}`)
}

function documentIn(path: string): JsonObject {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Mutable
  const payload = file['payload']
  if (typeof payload === 'string') return JSON.parse(payload) as JsonObject
  return (file['credential'] ?? file) as JsonObject
}

function patched(document: JsonObject, patch: readonly Mutable[]): JsonObject {
  const copy = structuredClone(document) as Mutable
  for (const { op, path, value } of patch) {
    const steps = String(path)
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = steps.pop() ?? ''
    let at = copy
    for (const step of steps) at = at[step] as Mutable
    if (op === 'remove') delete at[last]
    else at[last] = value
  }
  return copy as JsonObject
}

async function issuedDocument(): Promise<JsonObject> {
  return (await edc.build(exampleAward, exampleSettings)).document as JsonObject
}

describe('samples', { skip }, () => {
  const folder = reference('elm/samples')
  const names = skip === false ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  for (const name of names) {
    if (
      !/\.(json|jsonld)$/.test(name) ||
      !name.includes('/') ||
      /loq-ams-pid|framed_|_frame/.test(name)
    )
      continue
    for (const profile of [
      'generic-full',
      'accredited',
      'converted',
      'issued-by-mandate',
    ] as const) {
      test(`${name}, ${profile}`, () => compare(documentIn(`${folder}/${name}`), profile, name))
    }
  }
})

describe('mutations', { skip }, () => {
  if (skip !== false) return
  const { sets } = JSON.parse(readFileSync(reference('elm/samples/mutations.json'), 'utf8')) as {
    sets: readonly { base: string; cases: readonly { name: string; patch: readonly Mutable[] }[] }[]
  }
  for (const { base, cases } of sets) {
    const document = documentIn(reference(`elm/${base.split(' ')[0] ?? ''}`))
    for (const { name, patch } of cases) {
      test(name, () => compare(patched(document, patch), 'generic-full', name))
    }
  }
})

describe('what Tessera issues', { skip }, () => {
  test('conforms', async () => {
    const answer = await judge(await issuedDocument())
    assert.deepEqual(answer, { kind: 'verdict', conforms: true, results: [] })
    await compare(await issuedDocument(), 'accredited', 'accredited')
  })

  test('by mandate conforms to that profile, and without its statement to none', async () => {
    const award = { ...exampleAward, mandate: { statement: 'The claims are the awarding body’s.' } }
    const document = (await edc.build(award, exampleSettings)).document as Mutable
    const answer = await judge(document, 'issued-by-mandate')
    assert.deepEqual(answer, { kind: 'verdict', conforms: true, results: [] })
    const { evidenceStatement: _, ...evidence } = document['evidence'] as Mutable
    for (const profile of ['generic-full', 'issued-by-mandate', 'converted'] as const) {
      await compare(document as JsonObject, profile, profile)
      await compare({ ...document, evidence } as JsonObject, profile, `${profile}, no statement`)
    }
  })

  test('conforms without level, grades, learner id and with one language', async () => {
    const { level: _level, ...design } = exampleAward.design
    const { grade: _grade, ...award } = exampleAward
    const bare = {
      ...award,
      results: [],
      learner: { identifiers: [] },
      design: { ...design, languages: ['en'], qualityAssurance: [] },
    }
    const answer = await judge((await edc.build(bare, exampleSettings)).document as object)
    assert.deepEqual(answer, { kind: 'verdict', conforms: true, results: [] })
  })

  // Where a node hangs in the document, and what may be done to it. Each is a thing people do by mistake.
  const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] => {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, member]) => [
      [...path, key],
      ...places(member, [...path, key]),
    ])
  }
  const isObject = (value: unknown): value is Mutable =>
    typeof value === 'object' && value !== null && !Array.isArray(value)

  const changes: readonly [
    name: string,
    change: (holder: Mutable, key: string, other: unknown) => void,
  ][] = [
    ['remove', (holder, key) => void delete holder[key]],
    [
      'misspell',
      (holder, key) => {
        holder[`${key}s`] = holder[key]
        delete holder[key]
      },
    ],
    [
      'replace by a text',
      (holder, key) => {
        holder[key] = 'a text'
      },
    ],
    [
      'replace by an IRI',
      (holder, key) => {
        holder[key] = 'urn:other:thing'
      },
    ],
    [
      'replace by a number',
      (holder, key) => {
        holder[key] = 2.5
      },
    ],
    [
      'replace by nothing',
      (holder, key) => {
        holder[key] = null
      },
    ],
    [
      'replace by an empty list',
      (holder, key) => {
        holder[key] = []
      },
    ],
    [
      'replace by an empty object',
      (holder, key) => {
        holder[key] = {}
      },
    ],
    [
      'put into a list',
      (holder, key) => {
        holder[key] = [holder[key]]
      },
    ],
    [
      'say twice',
      (holder, key) => {
        holder[key] = [holder[key], holder[key]]
      },
    ],
    [
      'say another thing too',
      (holder, key, other) => {
        holder[key] = [holder[key], other].flat()
      },
    ],
    [
      'put something else there',
      (holder, key, other) => {
        holder[key] = other
      },
    ],
    [
      'take the id away',
      (holder, key) => {
        if (isObject(holder[key])) delete (holder[key] as Mutable)['id']
      },
    ],
    [
      'take the id of something else',
      (holder, key, other) => {
        if (isObject(holder[key]) && isObject(other)) (holder[key] as Mutable)['id'] = other['id']
      },
    ],
    [
      'take the type of something else',
      (holder, key, other) => {
        if (isObject(holder[key]) && isObject(other))
          (holder[key] as Mutable)['type'] = other['type']
      },
    ],
    [
      'reference only',
      (holder, key) => {
        if (isObject(holder[key])) holder[key] = (holder[key] as Mutable)['id']
      },
    ],
    [
      'relative id',
      (holder, key) => {
        if (isObject(holder[key])) (holder[key] as Mutable)['id'] = 'relative'
      },
    ],
    [
      'another language',
      (holder, key) => {
        if (isObject(holder[key])) (holder[key] as Mutable)['fr'] = ['un', 'deux']
      },
    ],
    [
      '@value',
      (holder, key) => {
        holder[key] = { '@value': '2027-01-01T00:00:00Z', '@type': 'xsd:dateTime' }
      },
    ],
    [
      'full IRI as key',
      (holder, key) => {
        holder[`elm:${key}`] = holder[key]
        delete holder[key]
      },
    ],
  ]

  test('after any of such changes both say the same', async (context) => {
    const document = await issuedDocument()
    const all = places(document)
    const at = (root: unknown, path: readonly string[]) =>
      path.reduce<unknown>((value, key) => (value as Mutable | undefined)?.[key], root)
    const index = fc.nat(all.length - 1)
    let verdicts = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(index, index, fc.constantFrom(...changes)), {
          minLength: 1,
          maxLength: 2,
        }),
        async (steps) => {
          const copy = structuredClone(document) as Mutable
          const said: string[] = []
          for (const [to, from, [name, change]] of steps) {
            const path = all[to] ?? []
            const holder = at(copy, path.slice(0, -1))
            const key = path.at(-1) ?? ''
            if (typeof holder !== 'object' || holder === null || key === '@context') continue
            change(holder as Mutable, key, structuredClone(at(document, all[from] ?? [])))
            said.push(`${name} at ${path.join('.')} (${(all[from] ?? []).join('.')})`)
          }
          // Through JSON: a member that is undefined is none.
          await compare(
            JSON.parse(JSON.stringify(copy)) as JsonObject,
            'generic-full',
            said.join('; '),
          )
          verdicts++
        },
      ),
      { numRuns: Number(process.env['EDC_RUNS'] ?? 60), includeErrorInReport: true },
    )
    context.diagnostic(`${verdicts} verdicts compared`)
  })
})

describe('the seal', () => {
  test('is accepted by jose to the byte, and refused once the content was changed', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      format: 'jwk',
    }) as unknown as PrivateJwk
    const { now } = exampleSettings
    const authority = await createTestAuthority({ name: 'Interop', now, random: randomBytes, key })
    const { publicKey } = memorySigner(key)
    const certificate = await authority.issueSealCertificate({
      organisation: 'University of Example',
      organizationIdentifier: 'VATES-A00000000',
      country: 'ES',
      uris: [],
      dnsNames: [],
      publicKey,
      now,
      years: 1,
      random: randomBytes,
    })
    const seal = memorySigner(key, { certificates: [certificate] })
    for (const signingTime of ['iat', 'sigT'] as const) {
      const settings = { ...exampleSettings, signingTime }
      const [file] = await edc.seal(
        await edc.build(exampleAward, settings),
        { seal, proof: seal },
        settings,
      )
      const jws = JSON.parse(new TextDecoder().decode(file?.bytes)) as Parameters<
        typeof generalVerify
      >[0]
      const verifyKey = await importJWK({ ...publicKey }, 'ES256')
      const answer = await generalVerify(jws, verifyKey, { crit: { sigT: true } })
      assert.equal(new TextDecoder().decode(answer.payload), jws.payload)
      const changed = { ...jws, payload: `${String(jws.payload).slice(0, -1)} }` }
      await assert.rejects(generalVerify(changed, verifyKey, { crit: { sigT: true } }))
    }
  })
})
