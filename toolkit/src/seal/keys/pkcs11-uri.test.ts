import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../refusal.ts'
import { readTokenKeyName } from './pkcs11-uri.ts'

const module = '?module-path=/usr/lib/token.so'

function refusalOf(uri: string): string {
  try {
    readTokenKeyName(uri)
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

describe('the name of a key in a token (RFC 7512)', () => {
  it('says which token, which key, which module and where the PIN lies', () => {
    const read = readTokenKeyName(
      'pkcs11:token=The%20Software%20PKCS%2311%20Softtoken;manufacturer=Snake%20Oil,%20Inc.;model=1.0;' +
        'serial=0a;slot-id=327;object=Sello%20%C3%B1;type=private;id=%69%95%3E%5C%F4%BD%EC%91' +
        '?module-path=/usr/lib/token.so&pin-source=file:/etc/token_pin',
    )
    assert.deepEqual(read, {
      token: 'The Software PKCS#11 Softtoken',
      manufacturer: 'Snake Oil, Inc.',
      model: '1.0',
      serial: '0a',
      slot: 327,
      object: 'Sello ñ',
      id: Uint8Array.of(0x69, 0x95, 0x3e, 0x5c, 0xf4, 0xbd, 0xec, 0x91),
      modulePath: '/usr/lib/token.so',
      pinFile: '/etc/token_pin',
    })
    assert.equal(
      readTokenKeyName(`pkcs11:object=a${module}&pin-source=file:///etc/pin`).pinFile,
      '/etc/pin',
    )
    assert.equal(
      readTokenKeyName(`pkcs11:object=a${module}&pin-source=/etc/pin`).pinFile,
      '/etc/pin',
    )
  })

  it('is refused with a PIN in it, and the refusal does not repeat the PIN', () => {
    for (const uri of [
      `pkcs11:object=a${module}&pin-value=92731`,
      'pkcs11:object=a;pin-value=92731',
    ]) {
      assert.match(refusalOf(uri), /TESSERA_PKCS11_PIN/)
      assert.doesNotMatch(refusalOf(uri), /92731/)
    }
  })

  it('is refused where it names no key, no module, a command, something twice or something unknown', () => {
    for (const uri of [
      'file:/key',
      `pkcs11:token=a${module}`,
      'pkcs11:object=a',
      'pkcs11:object=a?module-path=token.so',
      'pkcs11:object=a?module-name=token',
      `pkcs11:object=a;type=cert${module}`,
      `pkcs11:object=a;object=b${module}`,
      `pkcs11:object=a;colour=red${module}`,
      `pkcs11:object=a;slot-id=x${module}`,
      `pkcs11:object=%zz${module}`,
      `pkcs11:object=%ff${module}`,
      `pkcs11:object=a${module}&pin-source=%7C/usr/lib/pinomatic`,
      `pkcs11:object=a${module}&pin-source=file:pin`,
      `pkcs11:object=a${module}%00.so`,
      `pkcs11:object=a${module}?x=y`,
      `pkcs11:object=${'a'.repeat(3000)}${module}`,
    ])
      assert.notEqual(refusalOf(uri), 'accepted', uri)
  })

  it('never raises anything but a refusal', () => {
    const piece = fc.constantFrom('pkcs11:', ';', '?', '&', '=', '%', 'object=', 'id=%00', module)
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
        refusalOf(`pkcs11:${parts.join('')}`)
      }),
      { numRuns: 500 },
    )
  })
})
