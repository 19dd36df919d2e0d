import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anchorOf, authority, ca, codeOf, later, make, seal, usage } from './example-authority.ts'
import { validatePath } from './path.ts'
import { boolean, nothing, octetString, oid, sequence } from './write.ts'

describe('what a path leads to', () => {
  it('is nothing where there is no certificate', async () => {
    assert.equal(await codeOf([]), 'x509.no-certificate')
  })

  it('is no anchor that cannot be read; the others still count', async () => {
    const broken = { name: 'broken', certificate: Uint8Array.of(0x30, 0) }
    for (const anchors of [
      [broken, authority.anchor],
      [authority.anchor, broken],
    ])
      assert.equal(await codeOf([seal], { anchors }), 'holds')
    // Asked again, it is no anchor either.
    for (const _ of [1, 2])
      assert.equal(await codeOf([seal], { anchors: [broken] }), 'undecided x509.no-anchor')
  })

  it('may be the very certificate that is listed, if it may sign documents', async () => {
    const lone = await make('Seal', undefined, [usage(0)])
    const answer = await validatePath([lone.certificate], anchorOf(lone), later, [])
    assert.ok(answer.holds && answer.path.length === 1)
    assert.deepEqual(answer.revocation, { status: 'not-known' })
    const keys = await make('Seal', undefined, [usage(2)])
    assert.equal(await codeOf([keys.certificate], { anchors: anchorOf(keys) }), 'x509.key-usage')
  })

  it('is refused where the authority has something critical that is not known here', async () => {
    const unknown = sequence(oid('1.2.3.4'), boolean(true), octetString(nothing()))
    const root = await make('Root', undefined, [ca(), usage(5), unknown])
    const leaf = await make('Seal', root, [usage(0)])
    assert.equal(
      await codeOf([leaf.certificate], { anchors: anchorOf(root) }),
      'x509.critical-extension',
    )
  })
})
