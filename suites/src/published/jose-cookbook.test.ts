// Signatures of the JOSE cookbook (RFC 7520, section 4), in every serialisation it gives, through our reader of
// signed tokens.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { JsonObject } from 'tessera/read/json'
import { readPublicJwk } from 'tessera/read/jwk'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { checkSignature, contentOf, readJws } from 'tessera/seal/jose/jws'
import { type Answer, requireExpected } from './answers.ts'

const home = 'security/fetched/jose-cookbook'

interface Recipe {
  readonly title: string
  readonly input: { readonly payload: string; readonly key: JsonObject }
  readonly output: Readonly<Record<string, unknown>>
}

function recipes(): readonly Recipe[] {
  return readdirSync(reference(home))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(reference(`${home}/${name}`), 'utf8')) as Recipe)
}

function publicPart({ kty, n = '', e = '' }: JsonObject): JsonObject {
  return { kty: kty ?? '', n, e }
}

async function answerTo({ input }: Recipe, output: unknown): Promise<string> {
  const text = typeof output === 'string' ? output : JSON.stringify(output)
  const answer = await attempt(async () => {
    const jws = readJws(utf8(text))
    assert.equal(utf8Decode(contentOf(jws)), input.payload)
    const key = readPublicJwk(publicPart(input.key))
    const answers = await Promise.all(jws.signatures.map((one) => checkSignature(one, key)))
    return answers.every(({ holds }) => holds) ? 'holds' : 'broken'
  })
  return answer.ok ? answer.value : (answer.refusals[0]?.code ?? '')
}

const shared = 'a shared secret shows only that one of those who know it made it'
const unsigned = 'nobody signed the header, which names the algorithm'

describe('the JOSE cookbook', { skip: unlessPresent(home) }, () => {
  it('is answered in every serialisation, and symmetric signatures never hold', async (context) => {
    const answers: Answer[] = []
    for (const recipe of recipes()) {
      for (const [form, output] of Object.entries(recipe.output)) {
        const came = await answerTo(recipe, output)
        answers.push({ vector: `${recipe.title}, ${form}`, expected: ['holds'], came })
      }
    }
    assert.equal(answers.length, 8)
    requireExpected(context, answers, {
      'HMAC-SHA2 Integrity Protection, compact': ['jose.algorithm', shared],
      'HMAC-SHA2 Integrity Protection, json': ['jose.algorithm', shared],
      'HMAC-SHA2 Integrity Protection, json_flat': ['jose.algorithm', shared],
      'Protecting Content Only, json': ['jose.form', unsigned],
      'Protecting Content Only, json_flat': ['jose.form', unsigned],
    })
  })

  it('holds no more after any letter of it was changed', async () => {
    for (const recipe of recipes()) {
      const { compact } = recipe.output
      if (typeof compact !== 'string') continue
      for (let at = 0; at < compact.length; at += 7) {
        const changed = `${compact.slice(0, at)}${compact[at] === 'A' ? 'B' : 'A'}${compact.slice(at + 1)}`
        const answer = await attempt(async () => {
          const [signature] = readJws(utf8(changed)).signatures
          const key = readPublicJwk(publicPart(recipe.input.key))
          return signature !== undefined && (await checkSignature(signature, key)).holds
        })
        assert.ok(!answer.ok || !answer.value, `${recipe.title} at ${at}`)
      }
    }
  })
})
