import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { utf8 } from '../../read/utf8.ts'
import { anchorOf, ca, codeOf, ecKey, make, nameOf, usage } from './example-authority.ts'
import { extensionIds } from './extensions.ts'
import { writePem } from './pem.ts'
import {
  boolean,
  context,
  contextPrimitive,
  der,
  octetString,
  oid,
  sequence,
  set,
  utf8String,
} from './write.ts'

type Names = readonly Uint8Array[]
const email = (text: string) => contextPrimitive(1, utf8(text))
const dns = (text: string) => contextPrimitive(2, utf8(text))
const uri = (text: string) => contextPrimitive(6, utf8(text))
const ip = (...octets: readonly number[]) => contextPrimitive(7, Uint8Array.from(octets))
const directory = (text: string) => context(4, nameOf(text))

function bounds(permitted: Names, excluded: Names = []): Uint8Array {
  const list = (number: number, names: Names) =>
    names.length === 0 ? [] : [context(number, ...names.map((name) => sequence(name)))]
  const value = sequence(...list(0, permitted), ...list(1, excluded))
  return sequence(oid(extensionIds.nameConstraints), boolean(true), octetString(value))
}

function called(...names: Names): Uint8Array {
  return sequence(oid(extensionIds.alternativeNames), octetString(sequence(...names)))
}

const good = 'holds'
const beyond = 'x509.name-constraints'

/** What an authority may and may not certify, what it certified, and the answer. */
const cases: readonly (readonly [string, Names, Names, Names, string])[] = [
  ['a host', [dns('uni.example')], [], [dns('uni.example')], good],
  ['a host below', [dns('uni.example')], [], [dns('a.b.UNI.example')], good],
  ['a host that only ends the same', [dns('uni.example')], [], [dns('otheruni.example')], beyond],
  ['another host', [dns('uni.example')], [], [dns('uni.example'), dns('else.example')], beyond],
  ['one of two', [dns('a.example'), dns('b.example')], [], [dns('b.example')], good],
  ['an excluded host', [], [dns('uni.example')], [dns('a.uni.example')], beyond],
  ['not an excluded host', [], [dns('uni.example')], [dns('else.example')], good],
  ['excluded within permitted', [dns('example')], [dns('b.example')], [dns('b.example')], beyond],
  ['no host at all', [], [dns('')], [dns('uni.example')], beyond],
  ['an address of that host', [uri('uni.example')], [], [uri('https://uni.example/x')], good],
  ['an address with a port', [uri('uni.example')], [], [uri('https://uni.example:8443')], good],
  ['an address below', [uri('.uni.example')], [], [uri('https://a.uni.example/?x')], good],
  ['not the host itself', [uri('.uni.example')], [], [uri('https://uni.example')], beyond],
  ['not below a host', [uri('uni.example')], [], [uri('https://a.uni.example')], beyond],
  ['an excluded address', [], [uri('uni.example')], [uri('https://uni.example/')], beyond],
  ['a mailbox', [email('me@uni.example')], [], [email('me@uni.example')], good],
  ['another mailbox', [email('me@uni.example')], [], [email('you@uni.example')], beyond],
  ['all mailboxes of a host', [email('uni.example')], [], [email('you@uni.example')], good],
  ['mailboxes below a host', [email('.uni.example')], [], [email('you@a.uni.example')], good],
  ['no mailbox of the host', [email('.uni.example')], [], [email('you@uni.example')], beyond],
  ['other forms', [dns('uni.example')], [], [uri('https://else.example'), ip(127, 0, 0, 1)], good],
  ['a subject', [directory('leaf')], [], [], good],
  ['another subject', [directory('else')], [], [], beyond],
  ['an excluded subject', [], [directory('leaf')], [], beyond],
  ['another excluded subject', [], [directory('else')], [], good],
  ['another directory name', [directory('leaf')], [], [directory('else')], beyond],
]
/** Where we are stricter than OpenSSL, or it compares what we do not. */
const ours: typeof cases = [
  ['an address with a name', [uri('uni.example')], [], [uri('https://me@uni.example')], good],
  ['an identifier without a host', [uri('uni.example')], [], [uri('did:web:uni.example')], beyond],
  ['a numeric address', [uri('uni.example')], [], [uri('https://127.0.0.1/')], beyond],
  ['a numeric address as such', [ip(127, 0, 0, 0, 255, 0, 0, 0)], [], [ip(127, 0, 0, 1)], beyond],
]

async function chain([, permitted, excluded, names]: (typeof cases)[number]) {
  const root = await make('root', undefined, [ca(), usage(5, 6), bounds(permitted, excluded)])
  const leaf = await make('leaf', root, [
    usage(0),
    ...(names.length === 0 ? [] : [called(...names)]),
  ])
  return { root, leaf }
}

describe('an authority bound to names', () => {
  for (const entry of [...cases, ...ours]) {
    it(`may certify them alone: ${entry[0]} → ${entry[4]}`, async () => {
      const { root, leaf } = await chain(entry)
      assert.equal(await codeOf([leaf.certificate], { anchors: anchorOf(root) }), entry[4])
    })
  }

  it('binds those below it, but not its own new key', async () => {
    const root = await make('root', undefined, [ca()])
    const old = await make('authority', root, [ca(), bounds([directory('leaf')])])
    const renewed = await make('authority', old, [ca()])
    const leaf = await make('leaf', renewed, [])
    const anchors = anchorOf(root)
    const certificates = [leaf, renewed, old].map(({ certificate }) => certificate)
    assert.equal(await codeOf(certificates, { anchors }), good)
    const between = await make('between', old, [ca()])
    const below = await make('leaf', between, [])
    const further = [below, between, old].map(({ certificate }) => certificate)
    assert.equal(await codeOf(further, { anchors }), beyond)
  })

  it('binds the e-mail addresses that stand in a subject', async () => {
    const pair = sequence(oid('1.2.840.113549.1.9.1'), der(0x16, utf8('you@else.example')))
    const common = sequence(oid('2.5.4.3'), utf8String('leaf'))
    const subject = sequence(set(common), set(pair))
    const root = await make('root', undefined, [ca(), bounds([email('uni.example')])])
    const leaf = await make('leaf', root, [], ecKey(), undefined, undefined, subject)
    assert.equal(await codeOf([leaf.certificate], { anchors: anchorOf(root) }), beyond)
  })

  it('is no authority when its bounds are malformed', async () => {
    const value = (...parts: readonly Uint8Array[]) =>
      sequence(oid(extensionIds.nameConstraints), boolean(true), octetString(sequence(...parts)))
    for (const extension of [
      value(),
      value(context(0)),
      value(context(2, sequence(dns('a')))),
      value(context(0, sequence())),
      value(context(0, sequence(dns('a'), contextPrimitive(0, Uint8Array.of(1))))),
    ]) {
      const root = await make('root', undefined, [ca(), usage(5, 6)])
      const between = await make('between', root, [ca(), extension])
      const leaf = await make('leaf', between, [])
      assert.equal(
        await codeOf([leaf.certificate, between.certificate], { anchors: anchorOf(root) }),
        beyond,
      )
    }
  })
})

const openssl = spawnSync('openssl', ['version'])

describe(
  'OpenSSL and we agree on the bounds of an authority',
  { skip: openssl.status === 0 ? false : 'openssl is not on this machine' },
  () => {
    let folder = ''
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'bounds-'))
    })
    after(() => rmSync(folder, { recursive: true }))

    it('in every case', async () => {
      for (const [i, entry] of cases.entries()) {
        const { root, leaf } = await chain(entry)
        writeFileSync(join(folder, `root${i}`), writePem('CERTIFICATE', root.certificate))
        writeFileSync(join(folder, `leaf${i}`), writePem('CERTIFICATE', leaf.certificate))
        const { status } = spawnSync(
          'openssl',
          ['verify', '-attime', '1780315200', '-CAfile', `root${i}`, `leaf${i}`],
          { cwd: folder },
        )
        assert.equal(status === 0 ? good : beyond, entry[4], entry[0])
      }
    })
  },
)
