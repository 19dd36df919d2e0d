import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { JsonObject } from '../../canonical-json.ts'
import { unknownKeys } from './closed.ts'

function faultsOf(document: JsonObject): readonly string[] {
  return unknownKeys(document).map(({ code, place }) => `${code} ${place}`)
}

it('what is written holds only keys that mean something where they stand', () => {
  const subject = { type: 'Person', givenName: { en: 'Mira' } }
  const edc = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialSubject: subject,
    credentialStatus: { id: 'urn:1', type: 'CredentialStatus', statusListIndex: '7' },
  }
  assert.deepEqual(faultsOf(edc), [])
  assert.deepEqual(faultsOf({ ...edc, titel: 'x' }), ['edc.unknown-key titel'])
  assert.deepEqual(faultsOf({ ...edc, credentialSubject: { ...subject, givenname: 'x' } }), [
    'edc.unknown-key credentialSubject.givenname',
  ])
  // The words of the document itself mean nothing further down.
  assert.deepEqual(faultsOf({ ...edc, credentialSubject: { ...subject, '@context': [] } }), [
    'edc.unknown-key credentialSubject.@context',
  ])
})

it('what is written has a type everywhere that an EDC knows', () => {
  const edc = { type: ['EuropeanDigitalCredential'] }
  assert.deepEqual(faultsOf({}), ['edc.unknown-type '])
  assert.deepEqual(faultsOf({ type: ['Hall', 7] }), ['edc.unknown-type '])
  assert.deepEqual(faultsOf({ ...edc, issuer: { id: 'urn:uni' }, evidence: ['urn:x', {}] }), [
    'edc.unknown-type issuer',
    'edc.unknown-type evidence[1]',
  ])
})
