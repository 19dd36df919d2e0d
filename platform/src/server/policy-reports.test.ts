// What browsers report is told to the operator without anybody's address.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { breachesIn } from './policy-reports.ts'

describe('a report of a browser', () => {
  it('is read in both shapes', () => {
    const blocked = 'https://evil.example/x.js?person=ona'
    const expected = [{ rule: 'script-src-elem', blocked: 'https://evil.example' }]
    assert.deepEqual(
      breachesIn([
        {
          type: 'csp-violation',
          body: {
            effectiveDirective: 'script-src-elem',
            blockedURL: blocked,
            documentURL: 'https://t.example/claim/secret',
          },
        },
      ]),
      expected,
    )
    assert.deepEqual(
      breachesIn({
        'csp-report': { 'violated-directive': 'script-src-elem', 'blocked-uri': blocked },
      }),
      expected,
    )
    assert.deepEqual(
      breachesIn({
        'csp-report': { 'effective-directive': 'style-src-attr', 'blocked-uri': 'inline' },
      }),
      [{ rule: 'style-src-attr', blocked: 'inline' }],
    )
  })

  it('that is none says nothing', () => {
    for (const none of [undefined, null, {}, [], 'x', { 'csp-report': 1 }, [{ body: {} }]])
      assert.deepEqual(breachesIn(none), [])
  })
})
