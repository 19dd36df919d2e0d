// What LinkedIn's form is filled in with, and what files are called.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Award } from 'tessera/credential/award'
import { attachment, fileName } from './file-name.ts'
import { dayOfIssue } from './issue-day.ts'
import { linkedInAddress, linkedInIdOf } from './linkedin.ts'

const issuer = {
  id: 'did:web:vilnius.example',
  legalName: { en: 'Ežerava University', lt: 'Ežeravos universitetas' },
  identifiers: [],
  qualityAssurance: [],
  country: 'LT',
}

const award = (given: Partial<Award>, title = 'Water & Häfen'): Award =>
  ({
    tessera: 'award/1',
    id: 'urn:uuid:11111111-1111-4111-8111-111111111111',
    design: { title: { en: title }, awardingBodies: [] },
    learner: { identifiers: [] },
    issuer,
    results: [],
    ...given,
  }) as unknown as Award

const fields = (given: Partial<Award>, more = {}) =>
  new URL(linkedInAddress(award(given), { language: 'en', ...more })).searchParams

describe('LinkedIn’s form', () => {
  it('counts January as 1 and December as 12', () => {
    assert.equal(fields({ awardedOn: '2026-01-31' }).get('issueMonth'), '1')
    assert.equal(fields({ awardedOn: '2026-12-01' }).get('issueMonth'), '12')
    assert.equal(fields({ awardedOn: '2026-12-01' }).get('issueYear'), '2026')
  })

  it('has & and ä as they are, encoded', () => {
    const address = linkedInAddress(award({}), { language: 'en' })
    assert.ok(address.includes('name=Water%20%26%20H%C3%A4fen&'))
    assert.equal(new URL(address).searchParams.get('name'), 'Water & Häfen')
    assert.equal(new URL(address).searchParams.get('startTask'), 'CERTIFICATION_NAME')
  })

  it('says nothing of an expiry there is not', () => {
    const none = fields({ awardedOn: '2026-05-12' })
    assert.equal(none.has('expirationYear'), false)
    assert.equal(none.has('expirationMonth'), false)
    assert.equal(none.has('certUrl'), false)
    const some = fields({ expiresAt: '2027-01-15T00:00:00Z' })
    assert.deepEqual([some.get('expirationYear'), some.get('expirationMonth')], ['2027', '1'])
  })

  it('names the organisation by its number, else by its name', () => {
    assert.equal(fields({}).get('organizationName'), 'Ežerava University')
    const numbered = fields({}, { organisationId: '15094' })
    assert.equal(numbered.get('organizationId'), '15094')
    assert.equal(numbered.has('organizationName'), false)
    const identifiers = [{ scheme: 'other', name: 'LinkedIn', value: '15094' }]
    assert.equal(linkedInIdOf(identifiers), '15094')
    assert.equal(
      linkedInIdOf([{ scheme: 'other', name: 'LinkedIn', value: 'javascript:1' }]),
      undefined,
    )
  })

  it('goes by the issuer’s calendar where only the moment of the seal is known', () => {
    // In Vilnius the new year has begun.
    const late = { issuedAt: '2025-12-31T22:30:00Z' }
    assert.equal(dayOfIssue(award(late)), '2026-01-01')
    assert.equal(fields(late).get('issueMonth'), '1')
    assert.equal(fields(late).get('issueYear'), '2026')
    // The day the body awarded it counts before that of the seal.
    assert.equal(dayOfIssue(award({ ...late, awardedOn: '2025-12-20' })), '2025-12-20')
  })

  it('brings the link the learner shares, whole', () => {
    const shared = 'https://house.example/s/abc-_1?x=1&y=2'
    assert.equal(fields({}, { shared }).get('certUrl'), shared)
  })
})

describe('names of files', () => {
  it('are day, title and issuer, and the same every time', () => {
    const named = fileName(award({ awardedOn: '2026-05-12' }), 'en', 'pdf')
    assert.equal(named, '2026-05-12_Water-Häfen_Ežerava-University.pdf')
  })

  it('hold nothing a disk or a command line stumbles over', () => {
    const hostile = award({ awardedOn: '2026-05-12' }, '../..\\C:"<$(rm)>|?*\u0000\u202e\nx')
    assert.match(fileName(hostile, 'en', 'zip'), /^2026-05-12_C-rm-x_Ežerava-University\.zip$/)
    const long = award({ awardedOn: '2026-05-12' }, 'ü'.repeat(500))
    assert.ok(Buffer.byteLength(fileName(long, 'en', 'pdf')) < 255)
  })

  it('are told in any script', () => {
    const header = attachment('2026-05-12_Вода_Ežerava.pdf')
    assert.match(header, /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[!-~]+$/)
    assert.ok(decodeURIComponent(header.split("UTF-8''")[1] ?? '').includes('Вода'))
  })
})
