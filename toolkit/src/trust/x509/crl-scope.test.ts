import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { limits } from '../../limits.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { readCertificate } from './certificate.ts'
import { readRevocationList, revocationOf } from './crl.ts'
import { authority, later, order, seal } from './example-authority.ts'
import { extensionIds } from './extensions.ts'
import { signatureAlgorithm, signedObject } from './signed-object.ts'
import {
  boolean,
  context,
  contextPrimitive,
  der,
  nothing,
  octetString,
  oid,
  positive,
  sequence,
  smallInteger,
  time,
} from './write.ts'

const root = readCertificate(authority.certificate)
const leaf = readCertificate(seal)
const next = new Date('2026-12-01T00:00:00Z')
const yes = Uint8Array.of(0xff)

interface Parts {
  readonly version?: Uint8Array
  readonly nextUpdate?: readonly Uint8Array[]
  readonly entries?: readonly Uint8Array[]
  readonly extensions?: readonly Uint8Array[]
  readonly behind?: readonly Uint8Array[]
}

async function listOf(parts: Parts): Promise<Uint8Array> {
  const { version = smallInteger(1), nextUpdate = [time(next)], entries, extensions } = parts
  const toBeSigned = sequence(
    version,
    signatureAlgorithm('ES256'),
    root.subject.der,
    time(later),
    ...nextUpdate,
    ...(entries === undefined ? [] : [sequence(...entries)]),
    ...(extensions === undefined ? [] : [context(0, sequence(...extensions))]),
    ...(parts.behind ?? []),
  )
  return signedObject(toBeSigned, 'ES256', authority.key)
}

/** What such a list says of a certificate; without entries it lists none. */
async function said(parts: Parts, certificate = leaf): Promise<string> {
  const list = readRevocationList(await listOf(parts))
  return (await revocationOf(certificate, root, [list], later)).status
}

async function refusalOf(bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  try {
    readRevocationList(await bytes)
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code }) => code).join()
  }
  return 'accepted'
}

function extension(id: string, value: Uint8Array, critical = true): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

/** The part of an authority's certificates a list is about (RFC 5280, 5.2.5). */
function about(...fields: readonly Uint8Array[]): Parts {
  return { extensions: [extension(extensionIds.issuingDistributionPoint, sequence(...fields))] }
}

function at(address: string): Uint8Array {
  return context(0, context(0, contextPrimitive(6, utf8(address))))
}

function revoked(...extensions: readonly Uint8Array[]): Uint8Array {
  const number = Uint8Array.from(Buffer.from(leaf.serial, 'hex'))
  const more = extensions.length === 0 ? [] : [sequence(...extensions)]
  return sequence(positive(number), time(later), ...more)
}

describe('a revocation list about a part of the certificates', () => {
  it('says nothing of those in another part', async () => {
    assert.equal(await said({}), 'not-revoked')
    assert.equal(await said(about(at(order.crlAddress))), 'not-revoked')
    assert.equal(await said(about(at('https://authority.example/other.crl'))), 'not-known')
    assert.equal(await said(about(contextPrimitive(1, yes))), 'not-revoked')
    assert.equal(await said(about(contextPrimitive(2, yes))), 'not-known')
    assert.equal(await said(about(contextPrimitive(1, yes)), root), 'not-known')
    assert.equal(await said(about(contextPrimitive(2, yes)), root), 'not-revoked')
  })

  it('says nothing at all when it is about some reasons, others’ certificates or attributes', async () => {
    const entries = [revoked()]
    const { address, reasons } = { address: at(order.crlAddress), reasons: Uint8Array.of(1, 6) }
    for (const field of [
      contextPrimitive(3, reasons),
      contextPrimitive(4, yes),
      contextPrimitive(5, yes),
    ]) {
      assert.equal(await said(about(address, field)), 'not-known')
      assert.equal(await said({ ...about(address, field), entries }), 'not-known')
    }
    assert.equal(await said({ ...about(address), entries }), 'revoked')
    // A place that is named in a way not read here could be any.
    assert.equal(await said(about(context(0, context(1, nothing())))), 'not-known')
  })

  it('says nothing when it has something critical that is not known here', async () => {
    const unknown = extension('1.2.3.4', nothing())
    assert.equal(await said({ extensions: [unknown] }), 'not-known')
    assert.equal(
      await said({ extensions: [extension('1.2.3.4', nothing(), false)] }),
      'not-revoked',
    )
    const [scope] = about(at(order.crlAddress)).extensions ?? []
    assert.equal(await said({ extensions: [scope ?? nothing(), unknown] }), 'not-known')
    const reason = extension(extensionIds.crlReason, der(0x0a, Uint8Array.of(1)))
    assert.equal(await said({ entries: [revoked(reason)] }), 'revoked')
    assert.equal(await said({ entries: [revoked(reason, unknown)] }), 'not-known')
  })
})

describe('a revocation list', () => {
  it('that does not say when the next one comes shows who is revoked, and nothing of others', async () => {
    assert.equal(await said({ nextUpdate: [] }), 'not-known')
    assert.equal(await said({ nextUpdate: [], entries: [revoked()] }), 'revoked')
  })

  it('is refused when it is of another version or form, or too long', async () => {
    assert.equal(await refusalOf(listOf({})), 'accepted')
    assert.equal(await refusalOf(listOf({ version: smallInteger(0) })), 'crl.version')
    assert.equal(await refusalOf(listOf({ behind: [nothing()] })), 'crl.structure')
    assert.equal(await refusalOf(new Uint8Array(limits.revocationList + 1)), 'crl.too-long')
    const first = sequence(signatureAlgorithm('ES256'), signatureAlgorithm('ES256'))
    assert.equal(await refusalOf(signedObject(first, 'ES256', authority.key)), 'crl.version')
  })
})
