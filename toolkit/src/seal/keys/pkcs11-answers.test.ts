import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type PublicJwk, verifySignature } from '#machine'
import { base64urlDecode } from '../../read/base64.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { authority, ecKey, order, rsaKey } from '../../trust/x509/example-authority.ts'
import { attributes as of, cryptokiOf, keyType, objectClass, tokenFlags } from './cryptoki.ts'
import {
  exampleModule,
  type ExampleObject,
  type ExampleSlot,
  type Interrupt,
} from './example-module.ts'
import { generateKeyPair } from './generate.ts'
import { publicPartOf } from './key-kind.ts'
import { openKeyIn, type TokenKey, type TokenKeyNames } from './pkcs11.ts'
import { readTokenKeyName } from './pkcs11-uri.ts'

const data = utf8('what is to be sealed')
const id = Uint8Array.of(1)
const ed25519 = await generateKeyPair('Ed25519')
const other = await generateKeyPair('Ed25519')

/** CKA_EC_PARAMS of the curves. */
const parameters = {
  'P-256': Buffer.from('06082a8648ce3d030107', 'hex'),
  'P-521': Buffer.from('06052b81040023', 'hex'),
  Ed25519: Buffer.from('06032b6570', 'hex'),
  named: Buffer.from('130c656477617264733235353139', 'hex'),
  secp256k1: Buffer.from('06052b8104000a', 'hex'),
}

function bytesOf(text: string | undefined): Uint8Array {
  return base64urlDecode(text ?? '')
}

function pointOf({ x, y }: PublicJwk): Uint8Array {
  return y === undefined ? bytesOf(x) : Buffer.concat([Uint8Array.of(4), bytesOf(x), bytesOf(y)])
}

function octets(point: Uint8Array): Uint8Array {
  const head = point.length < 128 ? [4, point.length] : [4, 0x81, point.length]
  return Buffer.concat([Uint8Array.from(head), point])
}

function privateHalf(more: ExampleObject['attributes'], key = ed25519): ExampleObject {
  const attributes = { [of.class]: objectClass.privateKey, [of.label]: utf8('seal'), [of.id]: id }
  return { attributes: { ...attributes, ...more }, key }
}

function publicHalf(ecPoint: Uint8Array): ExampleObject {
  return { attributes: { [of.class]: objectClass.publicKey, [of.id]: id, [of.ecPoint]: ecPoint } }
}

function certificate(more: ExampleObject['attributes']): ExampleObject {
  return { attributes: { [of.class]: objectClass.certificate, [of.certificateType]: 0, ...more } }
}

const edwards = { [of.keyType]: keyType.edwards, [of.ecParameters]: parameters.Ed25519 }
const signing: readonly ExampleObject[] = [
  privateHalf(edwards),
  publicHalf(octets(pointOf(ed25519))),
]

interface Asked {
  readonly names?: TokenKeyNames
  readonly interrupt?: Interrupt
  readonly askPin?: (token: { readonly pinFile?: string }) => Promise<string>
  readonly more?: string
}

async function open(slots: readonly ExampleSlot[], asked: Asked = {}): Promise<TokenKey> {
  const { names, interrupt, askPin = async () => '5678', more = '' } = asked
  const { calls, memory } = exampleModule(slots, undefined, interrupt)
  const name = readTokenKeyName(`pkcs11:object=seal?module-path=/opt/token.so${more}`)
  return openKeyIn(cryptokiOf(calls, memory, '/opt/token.so'), name, askPin, names)
}

function holding(objects: readonly ExampleObject[]): readonly ExampleSlot[] {
  return [{ label: 'Seals', objects }]
}

async function refusalOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code, sentence }) => `${code}: ${sentence}`).join()
  }
  return 'accepted'
}

describe('the public half of a key in a token', () => {
  it('is read however its module writes it down', async () => {
    const p256 = publicPartOf(ecKey())
    const p521 = publicPartOf(ecKey('P-521'))
    const kinds: readonly (readonly [PublicJwk, kind: number, written: Uint8Array, Uint8Array])[] =
      [
        [publicPartOf(ed25519), keyType.edwards, parameters.Ed25519, octets(pointOf(ed25519))],
        [publicPartOf(ed25519), keyType.edwards, parameters.named, pointOf(ed25519)],
        [p256, keyType.ec, parameters['P-256'], octets(pointOf(p256))],
        [p256, keyType.ec, parameters['P-256'], pointOf(p256)],
        [p521, keyType.ec, parameters['P-521'], octets(pointOf(p521))],
      ]
    for (const [publicKey, kind, written, point] of kinds) {
      const attributes = { [of.keyType]: kind, [of.ecParameters]: written }
      const key = await open(holding([privateHalf(attributes), publicHalf(point)]))
      assert.deepEqual(key.publicKey, publicKey)
    }
    const rsa = publicPartOf(rsaKey(2048))
    const numbers = {
      [of.keyType]: keyType.rsa,
      [of.modulus]: Buffer.concat([Uint8Array.of(0), bytesOf(rsa.n)]),
      [of.publicExponent]: bytesOf(rsa.e),
    }
    assert.deepEqual((await open(holding([privateHalf(numbers)]))).publicKey, rsa)
  })

  it('is its certificate’s, where the token holds no more than that', async () => {
    const key = ecKey()
    const der = await authority.issueSealCertificate({ ...order, publicKey: publicPartOf(key) })
    const half = privateHalf({ [of.keyType]: keyType.ec })
    const own = certificate({ [of.id]: id, [of.value]: der })
    const opened = await open(holding([half, own]))
    assert.deepEqual([opened.publicKey, opened.certificates], [publicPartOf(key), [der]])
    // One of another identifier, from beside or kept back, says nothing of this key.
    for (const others of [
      [certificate({ [of.id]: Uint8Array.of(2), [of.value]: der })],
      [certificate({ [of.id]: id, [of.value]: 'kept' })],
    ])
      assert.equal(
        await refusalOf(open(holding([half, ...others]), { names: { certificates: [der] } })),
        'key.pkcs11-key: The token does not show the public half of this key.',
      )
  })

  it('is refused where the token shows none, or one of a kind that cannot seal', async () => {
    const rsa = publicPartOf(rsaKey(2048))
    const p256 = publicPartOf(ecKey())
    const ec = { [of.keyType]: keyType.ec, [of.ecParameters]: parameters['P-256'] }
    const compressed = Buffer.concat([Uint8Array.of(2), bytesOf(p256.x)])
    const hybrid = Buffer.concat([Uint8Array.of(6), pointOf(p256).subarray(1)])
    const shown: readonly (readonly ExampleObject[])[] = [
      [privateHalf({})],
      [privateHalf({ [of.keyType]: keyType.rsa, [of.modulus]: bytesOf(rsa.n) })],
      [privateHalf({ [of.keyType]: keyType.rsa, [of.publicExponent]: bytesOf(rsa.e) })],
      [privateHalf(ec)],
      [
        { attributes: { ...privateHalf(ec).attributes, [of.id]: 'kept' } },
        publicHalf(pointOf(p256)),
      ],
      [privateHalf({ [of.keyType]: keyType.ec }), publicHalf(pointOf(p256))],
      [privateHalf({ ...ec, [of.ecParameters]: parameters.secp256k1 }), publicHalf(pointOf(p256))],
      [privateHalf({ ...ec, [of.keyType]: 0x13 }), publicHalf(pointOf(p256))],
      [privateHalf(ec), publicHalf(octets(compressed))],
      [privateHalf(ec), publicHalf(octets(hybrid))],
      [privateHalf(edwards), publicHalf(octets(pointOf(ed25519)).subarray(1))],
      [
        privateHalf(edwards),
        { attributes: { [of.class]: objectClass.publicKey, [of.id]: id, [of.ecPoint]: 'kept' } },
      ],
    ]
    for (const [i, objects] of shown.entries())
      assert.equal(
        await refusalOf(open(holding(objects))),
        'key.pkcs11-key: The token does not show the public half of this key.',
        String(i),
      )
  })

  it('that is another key’s is found out before a seal is given away', async () => {
    const key = await open(holding([privateHalf(edwards), publicHalf(octets(pointOf(other)))]))
    assert.equal(
      await refusalOf(key.sign(data)),
      'key.pkcs11-key: The token’s signature does not fit the key it shows.',
    )
  })

  it('stands beside certificates that no seal needs, which do no harm', async () => {
    const unread = [
      certificate({ [of.value]: utf8('no certificate') }),
      certificate({ [of.value]: 'kept' }),
    ]
    const key = await open(holding([...signing, ...unread]))
    assert.deepEqual(key.certificates, [])
    assert.ok(await verifySignature('EdDSA', key.publicKey, data, await key.sign(data)))
  })
})

describe('the PIN of a token', () => {
  const locked = tokenFlags.initialised | tokenFlags.loginRequired
  const slot = (flags: number, pin = '5678'): readonly ExampleSlot[] => [
    { label: 'Seals', objects: signing, flags: locked | flags, pin },
  ]
  const never = async (): Promise<string> => assert.fail('a PIN is asked for')

  it('is not asked for where the token wants none, or asks on its own pad', async () => {
    assert.equal((await open(holding(signing), { askPin: never })).algorithm, 'EdDSA')
    const pad = await open(slot(tokenFlags.pinPad, ''), { askPin: never })
    assert.ok(await verifySignature('EdDSA', pad.publicKey, data, await pad.sign(data)))
  })

  it('is not tried when the token is locked, or would be by one more mistake', async () => {
    assert.equal(
      await refusalOf(open(slot(tokenFlags.locked), { askPin: never })),
      'key.pkcs11-pin: The PIN is locked.',
    )
    assert.match(
      await refusalOf(open(slot(tokenFlags.lastTry), { askPin: never })),
      /^key\.pkcs11-pin: One more wrong PIN locks the token/,
    )
  })

  it('comes from the file that the name of the key says', async () => {
    const askPin = async ({ pinFile }: { readonly pinFile?: string }): Promise<string> =>
      pinFile === '/etc/pin' ? '5678' : '0000'
    const from = '&pin-source=file:/etc/pin'
    assert.equal(await refusalOf(open(slot(0), { askPin, more: from })), 'accepted')
    assert.equal(await refusalOf(open(slot(0), { askPin })), 'key.pkcs11-pin: The PIN is wrong.')
  })
})

describe('a token', () => {
  it('is named in what refuses it, where the name of the key says none', async () => {
    assert.equal(await refusalOf(open([])), 'key.pkcs11-token: There is no token of this name.')
    assert.match(
      await refusalOf(open([...holding(signing), ...holding(signing)])),
      /There are 2 tokens that fit/,
    )
  })

  it('is left when its key cannot be opened, and when the key is closed', async () => {
    const ended: (readonly unknown[])[] = []
    const interrupt: Interrupt = (deed, words) => {
      if (deed === 'closeSession') ended.push(words)
      return undefined
    }
    assert.notEqual(await refusalOf(open(holding([]), { interrupt })), 'accepted')
    assert.deepEqual(ended, [[1]])
    const key = await open(holding(signing), { interrupt })
    assert.deepEqual(ended, [[1]])
    key.close()
    assert.deepEqual(ended, [[1], [1]])
  })
})
