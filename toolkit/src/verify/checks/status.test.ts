import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JsonObject } from '../../canonical-json.ts'
import { utf8 } from '../../read/utf8.ts'
import type { NamedIssuer } from '../../formats/opened.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import { signCompact } from '../../seal/jose/compact.ts'
import type { StatusReference } from '../../status/reference.ts'
import type { Resolver } from '../../trust/resolver.ts'
import type { Trust } from '../../trust/trust.ts'
import { sealKey } from '../../trust/x509/example-authority.ts'
import * as world from '../example-world.ts'
import { checkStatus } from './status.ts'

const { bitstringList, context, daysFromNow, entry, list, listAddress, listing, tokenList } = world

const bitstring = {
  kind: 'bitstring',
  list: listAddress,
  index: entry.good,
  purpose: 'revocation',
  size: 1,
} as const
const token = { kind: 'token', list: listAddress, index: entry.good } as const

async function said(
  references: StatusReference | readonly StatusReference[],
  served: Promise<Uint8Array> | Uint8Array | undefined,
  trust: Trust = [list],
): Promise<string> {
  const bytes = await served
  const resolver = world.web(bytes === undefined ? {} : { [listAddress]: bytes })
  const status = [references].flat()
  const { status: word, code } = await checkStatus(context({ status }, { resolver, trust }))
  return `${word} ${code}`
}

const good = 'passed status.not-revoked'

describe('the status of a credential', () => {
  it('is what its own entry of a genuine list says, in both standards', async () => {
    assert.equal(await said(bitstring, bitstringList()), good)
    assert.equal(
      await said({ ...bitstring, index: entry.revoked }, bitstringList()),
      'failed status.revoked',
    )
    assert.equal(await said({ ...bitstring, index: entry.suspended }, bitstringList()), good)
    assert.equal(await said(token, tokenList()), good)
    assert.equal(
      await said({ ...token, index: entry.revoked }, tokenList()),
      'failed status.revoked',
    )
    assert.equal(
      await said({ ...token, index: entry.suspended }, tokenList()),
      'failed status.suspended',
    )
    assert.equal(
      await said(
        { ...bitstring, purpose: 'suspension', index: entry.suspended },
        bitstringList({ purpose: 'suspension' }),
      ),
      'failed status.suspended',
    )
  })

  it('is open when the list is somebody else’s, or nobody’s', async () => {
    const open = 'undecided status.not-genuine'
    const stranger = world.strangerSigner
    assert.equal(await said(bitstring, bitstringList({ signer: stranger })), open)
    assert.equal(await said(token, tokenList({ signer: stranger })), open)
    // Signed by whom it names, who is not the issuer of the credential.
    const signer = { ...stranger, verificationMethod: world.strangerMethod }
    assert.equal(await said(bitstring, bitstringList({ issuer: world.stranger, signer })), open)
    assert.equal(await said(token, tokenList({ issuer: world.stranger, signer })), open)
    const unsigned = utf8(JSON.stringify(await world.bitstringDocument()))
    assert.equal(await said(bitstring, unsigned), open)
    const text = new TextDecoder().decode(await bitstringList())
    assert.equal(await said(bitstring, utf8(`${text.slice(0, -6)}AAAAAA`)), open)
  })

  it('is told by the seal of an issuer that has no identifier but its legal one', async () => {
    const signer = memorySigner(sealKey, { certificates: [world.seal] })
    const bytes = await tokenList({ signer })
    const resolver = world.web({ [listAddress]: bytes })
    const answer = async (issuer: NamedIssuer) =>
      (await checkStatus(context({ status: [token], issuer }, { resolver }))).code
    assert.equal(await answer({ identifiers: [world.legal] }), 'status.not-revoked')
    assert.equal(await answer({ identifiers: ['VATES-B00000000'] }), 'status.not-genuine')
  })

  it('is told by another identifier of the issuer only where a list ties the two', async () => {
    const signer = { ...world.strangerSigner, verificationMethod: world.strangerMethod }
    const served = bitstringList({ issuer: world.stranger, signer })
    assert.equal(await said(bitstring, served, [listing({ alsoKnownAs: [world.stranger] })]), good)
    const apart = [
      { ...list, issuers: [...list.issuers, ...listing({ id: world.stranger }).issuers] },
    ]
    assert.equal(await said(bitstring, served, apart), 'undecided status.not-genuine')
  })

  it('is told by no issuer the trust list does not believe in this', async () => {
    for (const [reference, served] of [
      [bitstring, bitstringList()],
      [token, tokenList()],
    ] as const) {
      const believed = [{ ...list, statusListIssuers: [world.uni] }]
      assert.equal(await said(reference, served, believed), good)
      const others = [{ ...list, statusListIssuers: [world.stranger] }]
      assert.equal(await said(reference, served, others), 'undecided status.not-genuine')
    }
  })

  it('is told by a signed list while its signature counts', async () => {
    const document = await world.bitstringDocument()
    const signed = async (claims: JsonObject) => {
      const header = { typ: 'vc+jwt', kid: world.method }
      return utf8(await signCompact(header, { ...document, ...claims }, world.uniSigner))
    }
    const at = (days: number) => Math.floor(world.daysFromNow(days).getTime() / 1000)
    assert.equal(await said(bitstring, signed({ nbf: at(-1), exp: at(1) })), good)
    const open = 'undecided status.out-of-date'
    assert.equal(await said(bitstring, signed({ nbf: at(1) })), open)
    assert.equal(await said(bitstring, signed({ exp: at(-1) })), open)
    assert.equal(await said(bitstring, signed({ iat: at(1) })), open)
    // It need not say from when it is, but until when it counts, or somebody when it was had.
    const header = { typ: 'vc+jwt', kid: world.method }
    const { validFrom: _, ...undated } = document
    const { validUntil: __, ...endless } = undated
    const listOf = async (payload: JsonObject) =>
      utf8(await signCompact(header, payload, world.uniSigner))
    assert.equal(await said(bitstring, listOf(undated)), good)
    assert.equal(await said(bitstring, listOf(endless)), open)
  })

  it('is open when the list is another one, or of another kind or purpose', async () => {
    const open = 'undecided status.not-usable'
    assert.equal(await said(bitstring, bitstringList({ url: `${listAddress}0` })), open)
    assert.equal(await said(token, tokenList({ url: `${listAddress}0` })), open)
    assert.equal(await said(bitstring, tokenList()), open)
    assert.equal(await said(token, bitstringList()), open)
    assert.equal(await said(bitstring, bitstringList({ purpose: 'suspension' })), open)
  })

  it('is open when the entry is not in the list', async () => {
    for (const index of [131_072, 9_007_199_254_740_991, -1, 0.5]) {
      assert.equal(
        await said({ ...bitstring, index }, bitstringList()),
        'undecided status.not-usable',
      )
      assert.equal(await said({ ...token, index }, tokenList()), 'undecided status.not-usable')
    }
  })

  it('is open when the list is not of today', async () => {
    const open = 'undecided status.out-of-date'
    for (const plan of [
      { validUntil: daysFromNow(-0.5) },
      { validFrom: daysFromNow(0.5), validUntil: daysFromNow(1) },
    ]) {
      assert.equal(await said(bitstring, bitstringList(plan)), open)
      assert.equal(await said(token, tokenList(plan)), open)
    }
  })

  it('is open when there is no list, or a page that is none', async () => {
    assert.equal(await said(bitstring, undefined), 'undecided status.unreadable')
    assert.equal(
      await said(bitstring, new Uint8Array(5 * 1024 * 1024)),
      'undecided status.unreadable',
    )
    for (const page of ['<html>', '', '{}', 'a.b.c', '{"jwt":1}'])
      assert.equal(await said(bitstring, utf8(page)), 'undecided status.not-usable', page)
  })

  it('is looked up at https addresses and nowhere else', async () => {
    const asked: string[] = []
    const resolver: Resolver = {
      get: async (url) => {
        asked.push(url)
        return undefined
      },
    }
    for (const address of ['http://uni.example/1', 'file:///etc/passwd', 'did:web:uni.example']) {
      const status = [{ ...bitstring, list: address }]
      assert.equal((await checkStatus(context({ status }, { resolver }))).code, 'status.unreadable')
    }
    assert.deepEqual(asked, [])
  })

  it('is not looked up at as many addresses as a file likes', async () => {
    const many = Array.from({ length: 9 }, () => bitstring)
    assert.equal(await said(many, bitstringList()), 'undecided status.unsupported')
    assert.equal(await said(many.slice(1), bitstringList()), good)
  })

  it('cannot steer the sentence it is reported in', async () => {
    const type = `\u001b[2J\u202evalid${'.'.repeat(1000)}`
    const { source } = await checkStatus(context({ status: [{ kind: 'other', type }] }))
    assert.doesNotMatch(source, /[\p{Cc}\u202e]/u)
    assert.ok(source.length <= 300)
  })

  it('of a kind or a purpose not known here stays open', async () => {
    const other = { kind: 'other', type: 'Register2019' } as const
    assert.equal(await said(other, undefined), 'undecided status.unsupported')
    for (const purpose of ['message', 'refresh', ''])
      assert.equal(
        await said({ ...bitstring, purpose }, bitstringList()),
        'undecided status.unsupported',
      )
  })

  it('of several lists is the worst they say', async () => {
    const revoked = { ...bitstring, index: entry.revoked }
    const other = { kind: 'other', type: 'Register2019' } as const
    assert.equal(await said([bitstring, revoked], bitstringList()), 'failed status.revoked')
    assert.equal(await said([other, revoked], bitstringList()), 'failed status.revoked')
    assert.equal(await said([revoked, other], bitstringList()), 'failed status.revoked')
    assert.equal(await said([bitstring, other], bitstringList()), 'undecided status.unsupported')
    assert.equal(await said([], undefined), 'passed status.none')
  })
})
