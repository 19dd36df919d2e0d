import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { JsonObject } from '../../read/json.ts'
import { toCanonicalQuads } from '../json-ld/quads.ts'
import { attempt } from '../../refusal.ts'
import { canonicalByTemplate, requireSame, type Slot } from './template.ts'

interface Filling {
  readonly id: string
  readonly holder: string | undefined
  readonly name: string
  readonly grades: readonly string[]
}

function badge({ id, holder, name, grades }: Filling): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Always the same',
    issuer: { id: 'did:web:uni.example', type: ['Profile'] },
    credentialSubject: {
      ...(holder === undefined ? {} : { id: holder }),
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: name },
      ],
      achievement: {
        id: 'https://uni.example/a',
        type: ['Achievement'],
        name: 'A',
        description: 'B',
        criteria: { narrative: 'C' },
      },
      result: grades.map((value) => ({ type: ['Result'], value })),
    },
  }
}

function slots(grades: number): readonly Slot[] {
  return [
    ['id'],
    ['credentialSubject', 'id'],
    ['credentialSubject', 'identifier', 0, 'identityHash'],
    ...Array.from({ length: grades }, (_, i): Slot => ['credentialSubject', 'result', i, 'value']),
  ]
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '"',
    '\\',
    '\n\r\t\b\f',
    '\u0000\u007f\u0085',
    '𝒳 astral',
    'urn:tessera:slot:0',
    '<x>',
    '',
  ),
)
const anyFilling: fc.Arbitrary<Filling> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  holder: fc.constantFrom(
    undefined,
    'did:key:z6Mk',
    'did:web:uni.example',
    'https://uni.example/a',
  ),
  name: anyText,
  grades: fc.array(anyText, { maxLength: 3 }),
})

test('filling in gives what the whole way gives, for any text and holder', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilling, async (filling) => {
      const document = badge(filling)
      assert.equal(
        await canonicalByTemplate(document, slots(filling.grades.length)),
        await toCanonicalQuads(document, '$'),
      )
    }),
    { numRuns: 300 },
  )
})

test('types, contexts and keys are never filled in', async () => {
  const one = badge({ id: 'urn:uuid:1', holder: undefined, name: 'N', grades: [] })
  const wrong: readonly Slot[] = [
    ['@context', 1],
    ['type', 1],
    ['credentialSubject', 'type', 0],
  ]
  await canonicalByTemplate(one, wrong)
  const two = { ...one, type: ['VerifiableCredential', 'AchievementCredential'] }
  assert.equal(await canonicalByTemplate(two, wrong), await toCanonicalQuads(two, '$'))
})

test('two results of sealing that differ are never signed', async () => {
  requireSame('a', 'a')
  const answer = await attempt(() => requireSame('a', 'b'))
  assert.equal(!answer.ok && answer.refusals[0]?.code, 'seal.template')
})

const plainBadge = () => badge({ id: 'urn:uuid:1', holder: undefined, name: 'N', grades: [] })

async function asWhole(document: JsonObject, places: readonly Slot[]): Promise<void> {
  assert.equal(await canonicalByTemplate(document, places), await toCanonicalQuads(document, '$'))
}

test('slots that lead nowhere are left alone', async () => {
  await asWhole(plainBadge(), [['type', 'x'], ['name', 0], ['nobody'], ['id', 'x'], []])
})

test('texts that become part of another one, or of a graph of its own, go the whole way', async () => {
  const schema = (text: string) => ({
    ...plainBadge(),
    credentialSchema: { id: 'urn:s', type: 'JsonSchema', jsonSchema: { text } },
  })
  const slot: Slot = ['credentialSchema', 'jsonSchema', 'text']
  await asWhole(schema('a'), [slot])
  await asWhole(schema('b'), [slot])
  const shown = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [plainBadge()],
  }
  await asWhole(shown, [['verifiableCredential', 0, 'id']])
})

test('texts that make two statements one, or no address, go the whole way', async () => {
  const tagged = (one: string, other: string) => {
    const subject = plainBadge()['credentialSubject'] as JsonObject
    const achievement = { ...(subject['achievement'] as JsonObject), tag: [one, other] }
    return { ...plainBadge(), credentialSubject: { ...subject, achievement } }
  }
  const tags: readonly Slot[] = [0, 1].map((i) => ['credentialSubject', 'achievement', 'tag', i])
  await asWhole(tagged('a', 'b'), tags)
  await asWhole(tagged('a', 'a'), tags)
  await asWhole({ ...plainBadge(), id: 'urn:x' }, [['id']])
  const answer = await attempt(() =>
    canonicalByTemplate({ ...plainBadge(), id: 'no address' }, [['id']]),
  )
  assert.equal(!answer.ok && answer.refusals[0]?.code, 'json-ld.undefined')
})

test('only some templates are kept', async () => {
  for (let n = 0; n < 20; n++) await asWhole({ ...plainBadge(), name: `Badge ${n}` }, [['id']])
})
