import assert from 'node:assert/strict'
import { verify as nodeVerify, createPublicKey, type JsonWebKey } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PrivateJwk } from '#machine'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { attributes as of, type Cryptoki, cryptokiOf, objectClass, tokenFlags } from './cryptoki.ts'
import {
  type ExampleModule,
  type ExampleObject,
  exampleModule,
  type ExampleSlot,
  type Interrupt,
} from './example-module.ts'
import { generateKeyPair } from './generate.ts'

const place = '/opt/token.so'
const widths = [
  { long: 8, pointer: 8 },
  { long: 4, pointer: 8 },
  { long: 4, pointer: 4 },
] as const
const key: PrivateJwk = await generateKeyPair('Ed25519')
const eddsa = { kind: 0x1057 }

function refusalOf(step: () => unknown): string {
  try {
    step()
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code, sentence }) => `${code}: ${sentence}`).join()
  }
  return 'accepted'
}

function tokenOf(slot: Partial<ExampleSlot>): ExampleSlot {
  return { label: 'Seals', pin: '5678', ...slot }
}

function started({ calls, memory }: ExampleModule): Cryptoki {
  return cryptokiOf(calls, memory, place)
}

function sessionOf(slot: Partial<ExampleSlot>, interrupt?: Interrupt) {
  return started(exampleModule([tokenOf(slot)], undefined, interrupt)).open(7)
}

describe('a PKCS#11 module', () => {
  it('is spoken to alike, whatever the width of its numbers and addresses', () => {
    for (const width of widths) {
      const objects: readonly ExampleObject[] = [
        { attributes: { [of.class]: objectClass.publicKey, [of.label]: utf8('seal') } },
        {
          attributes: {
            [of.class]: objectClass.privateKey,
            [of.label]: utf8('seal'),
            [of.keyType]: 0x40,
            [of.id]: Uint8Array.of(1, 2, 3),
          },
          key,
        },
      ]
      const cryptoki = started(exampleModule([tokenOf({ objects })], width))
      const [token] = cryptoki.tokens()
      assert.deepEqual(token, {
        slot: 7,
        label: 'Seals',
        manufacturer: 'Uni',
        model: 'Model',
        serial: '42',
        flags: tokenFlags.initialised,
      })
      const session = cryptoki.open(7)
      session.login(utf8('5678'))
      const template = [
        [of.class, objectClass.privateKey],
        [of.label, utf8('seal')],
      ] as const
      assert.deepEqual(session.find(template, 5), [2])
      assert.deepEqual(session.find([[of.label, utf8('seal')]], 5), [1, 2])
      assert.deepEqual(session.find([[of.label, utf8('seal')]], 1), [1])
      assert.deepEqual(session.find([[of.label, utf8('sea')]], 5), [])
      assert.equal(session.number(2, of.keyType), 0x40)
      assert.deepEqual(session.attribute(2, of.id), Uint8Array.of(1, 2, 3))
      const data = utf8('what is to be sealed')
      const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' })
      assert.ok(nodeVerify(null, data, publicKey, session.sign(2, eddsa, data)))
    }
  })

  it('lists the tokens that were set up and can be asked, and no others', () => {
    const slots = [tokenOf({ label: 'New', flags: 0 }), tokenOf({ label: 'Gone' }), tokenOf({})]
    const gone: Interrupt = (deed, [slot]) =>
      deed === 'getTokenInfo' && slot === 8 ? 0xe0 : undefined
    const labels = started(exampleModule(slots, undefined, gone))
      .tokens()
      .map(({ slot, label }) => [slot, label])
    assert.deepEqual(labels, [[9, 'Seals']])
  })

  it('gives no value that the object lacks, keeps, that is too long or gone before it is read', () => {
    const objects = [
      {
        attributes: {
          [of.label]: utf8('seal'),
          [of.modulus]: 'kept',
          [of.publicExponent]: 'unsaid',
          [of.id]: new Uint8Array(),
          [of.value]: new Uint8Array(64 * 1024 + 1),
        },
      },
    ] as const
    const session = sessionOf({ objects })
    for (const attribute of [of.ecPoint, of.modulus, of.publicExponent, of.id, of.value])
      assert.equal(session.attribute(1, attribute), undefined)
    assert.equal(session.number(1, of.keyType), undefined)
    assert.deepEqual(session.attribute(1, of.label), utf8('seal'))
    let asked = 0
    const pulled: Interrupt = (deed) =>
      deed === 'getAttributeValue' && ++asked === 2 ? 0xe0 : undefined
    assert.equal(sessionOf({ objects }, pulled).attribute(1, of.label), undefined)
  })

  it('that writes a number into one byte is understood', () => {
    const session = sessionOf({ objects: [{ attributes: { [of.keyType]: Uint8Array.of(3) } }] })
    assert.equal(session.number(1, of.keyType), 3)
  })

  it('ends a search that it broke off, so that the next one can begin', () => {
    const broken: Interrupt = (deed) => (deed === 'findObjects' ? 0x30 : undefined)
    const module = exampleModule([tokenOf({})], undefined, broken)
    const session = started(module).open(7)
    assert.equal(
      refusalOf(() => session.find([], 1)),
      'key.pkcs11-token: The token reports a fault.',
    )
    assert.equal(module.log.at(-1)?.[0], 'findObjectsFinal')
  })

  it('asks for the PIN on its own pad when it is given none', () => {
    const module = exampleModule([tokenOf({ pin: '' })])
    started(module).open(7).login(undefined)
    assert.deepEqual(module.log.at(-1), ['login', 1, 1, null, 0])
  })

  it('is asked for the PIN of the one signature between its two steps', () => {
    const module = exampleModule([tokenOf({ objects: [{ attributes: {}, key }] })])
    const session = started(module).open(7)
    session.sign(1, eddsa, utf8('x'), () => session.login(utf8('5678'), true))
    const steps = module.log
      .slice(-3)
      .map(([deed, , who]) => (deed === 'login' ? [deed, who] : deed))
    assert.deepEqual(steps, ['signInit', ['login', 2], 'sign'])
  })

  it('ends a session when it is closed', () => {
    const module = exampleModule([tokenOf({})])
    started(module).open(7).close()
    assert.deepEqual(module.log.at(-1), ['closeSession', 1])
  })
})

describe('what a PKCS#11 module answers', () => {
  it('is said in plain words, with its number where nobody knows it', () => {
    const sentences: readonly (readonly [answer: number, refusal: string])[] = [
      [0xa0, 'key.pkcs11-pin: The PIN is wrong.'],
      [0xa4, 'key.pkcs11-pin: The PIN is locked.'],
      [0xe0, 'key.pkcs11-token: The token is not there any more.'],
      [0x68, 'key.pkcs11-key: The key in the token may not sign.'],
      [0x80000001, 'key.pkcs11: The token says no (PKCS#11 answer 0x80000001).'],
    ]
    for (const [answer, refusal] of sentences) {
      const session = sessionOf({}, (deed) => (deed === 'login' ? answer : undefined))
      assert.equal(
        refusalOf(() => session.login(utf8('5678'))),
        refusal,
      )
    }
  })

  it('is no refusal when the module or the user is there already', () => {
    const there: Interrupt = (deed) => ({ initialize: 0x191, login: 0x100 })[deed]
    assert.equal(
      refusalOf(() => sessionOf({}, there).login(utf8('5678'))),
      'accepted',
    )
  })

  it('is heard at every step', () => {
    const steps: { readonly [deed: string]: (cryptoki: Cryptoki) => unknown } = {
      getSlotList: (cryptoki) => cryptoki.tokens(),
      openSession: (cryptoki) => cryptoki.open(7),
      findObjectsInit: (cryptoki) => cryptoki.open(7).find([], 1),
      signInit: (cryptoki) => cryptoki.open(7).sign(1, eddsa, utf8('x')),
      sign: (cryptoki) => cryptoki.open(7).sign(1, eddsa, utf8('x')),
    }
    const objects = [{ attributes: {}, key }]
    for (const [faulty, step] of Object.entries(steps)) {
      const fault: Interrupt = (deed) => (deed === faulty ? 0x30 : undefined)
      const cryptoki = started(exampleModule([tokenOf({ objects })], undefined, fault))
      assert.match(
        refusalOf(() => step(cryptoki)),
        /^key\.pkcs11-token/,
        faulty,
      )
    }
    const deaf: Interrupt = (deed) => (deed === 'initialize' ? 0x30 : undefined)
    assert.match(
      refusalOf(() => sessionOf({}, deaf)),
      /^key\.pkcs11-token/,
    )
  })
})
