// What a provider says is read tolerantly: missing is missing, strange is missing, and nothing breaks sign-in.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { identityFrom, isStudentIdentifier } from './identity.ts'

const from = (said: unknown) => identityFrom('https://proxy.example', 'x@proxy.example', said)

describe('what an identity provider says', () => {
  it('may be nothing but who speaks and of whom', () => {
    assert.deepEqual(from({}), {
      authority: 'https://proxy.example',
      subject: 'x@proxy.example',
      esi: [],
      homes: [],
      affiliations: [],
      assurance: [],
    })
  })

  it('gives a name from its parts', () => {
    assert.equal(from({ given_name: 'Ona', family_name: 'Petrauskė' }).name, 'Ona Petrauskė')
    assert.equal(from({ name: 'O. P.', given_name: 'Ona' }).name, 'O. P.')
  })

  it('counts an address only where the provider says it is verified', () => {
    const email = 'Ona@Uni.example'
    assert.equal(from({ email }).email, undefined)
    assert.equal(from({ email, email_verified: 'true' }).email, undefined)
    assert.equal(from({ email, email_verified: true }).email, 'ona@uni.example')
    const two = 'a@uni.example\r\nBcc: b@evil.example'
    assert.equal(from({ email: two, email_verified: true }).email, undefined)
  })

  it('keeps European Student Identifiers and leaves other codes alone', () => {
    const country = 'urn:schac:personalUniqueCode:int:esi:es:123456'
    const home = 'urn:schac:personalUniqueCode:int:esi:uni.example:A-1'
    const library = 'urn:schac:personalUniqueCode:de:uni.example:library:99'
    const one = from({ schac_personal_unique_code: [country, library, home, country] })
    assert.deepEqual(one.esi, [country, home])
    assert.deepEqual(from({ schac_personal_unique_code: home }).esi, [home])
    assert.ok(!isStudentIdentifier('urn:schac:personalUniqueCode:int:esi:'))
  })

  it('reads one affiliation as well as several, and no free text', () => {
    assert.deepEqual(
      from({ eduperson_scoped_affiliation: ['Staff@Uni.example', 'staff@uni.example', 'staff'] })
        .affiliations,
      ['staff@uni.example'],
    )
    assert.deepEqual(from({ schac_home_organization: 'UNI.example' }).homes, ['uni.example'])
  })

  it('keeps an ORCID whose check digit is right', () => {
    const id = '0000-0002-1825-0097'
    assert.equal(from({ orcid: `https://orcid.org/${id}` }).orcid, id)
    assert.equal(from({ eduperson_orcid: [id] }).orcid, id)
    assert.equal(from({ orcid: '0000-0002-1825-0098' }).orcid, undefined)
    assert.equal(from({ orcid: '0000-0001-5109-3700' }).orcid, '0000-0001-5109-3700')
    assert.equal(from({ orcid: '0000-0002-1694-233X' }).orcid, '0000-0002-1694-233X')
  })

  it('never breaks, whatever it is, and never lets a control sign in', () => {
    const claims = fc.record(
      {
        name: fc.anything(),
        given_name: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        email: fc.anything(),
        email_verified: fc.anything(),
        schac_personal_unique_code: fc.oneof(fc.array(fc.string()), fc.anything()),
        eduperson_scoped_affiliation: fc.oneof(fc.array(fc.string()), fc.anything()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(claims, fc.anything()), (said) => {
        const { name, email, affiliations, esi } = from(said)
        for (const text of [name, email, ...affiliations, ...esi])
          assert.ok(text === undefined || (text !== '' && !/\p{Cc}/u.test(text)))
      }),
    )
  })
})
