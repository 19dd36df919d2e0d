// Credentials and presentations: the whole verifier, asked as a caller would.

import type { Expectations } from 'tessera/verify/context'
import { verify } from 'tessera/verify/verify'
import type { Answer, World } from '../answer.ts'
import type { Question } from '../vector.ts'

/** What a caller may ask for: the vector's word, and the verifier's. */
const asked: { readonly [word: string]: keyof Expectations } = {
  expectedNonce: 'nonce',
  expectedAud: 'audience',
  expectedVct: 'vct',
  expectedChallenge: 'challenge',
  expectedDomain: 'domain',
  requireKeyBinding: 'keyBinding',
  requireHolderIsSubject: 'holderIsSubject',
}

function expectationsOf({ context }: Question): Expectations {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([word, name]) =>
      context[word] === undefined || context[word] === null ? [] : [[name, context[word]]],
    ),
  )
}

export async function askForVerdict(question: Question, world: World): Promise<Answer> {
  const { trust, now, resolver } = world
  const { verdict, checks } = await verify(question.bytes, {
    trust,
    now,
    resolver,
    expect: expectationsOf(question),
  })
  const open = checks.filter(({ status, code }) => status !== 'passed' && code !== 'not-reached')
  return {
    word: verdict,
    why: open.map(({ code, message }) => `${code} ${message}`).join('; '),
  }
}
