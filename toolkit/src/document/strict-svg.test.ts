import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attempt } from '../refusal.ts'
import { strictSvg } from './strict-svg.ts'

const drawing = (inner: string) =>
  `<svg class="x" viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg">${inner}</svg>`

describe('A strict SVG', () => {
  it('keeps shapes and says what it shows', () => {
    assert.equal(
      strictSvg(drawing('\n <g class="a"><path d="M 0 0" fill="#fff"/></g>'), 'A & <b>', 'c'),
      '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="badge-title badge-description">' +
        '<title id="badge-title">A &amp; &lt;b&gt;</title><desc id="badge-description">c</desc>' +
        '<g><path d="M 0 0" fill="#fff"/></g></svg>',
    )
  })

  for (const inner of [
    '<script>1</script>',
    '<style>*{}</style>',
    '<foreignObject/>',
    '<image href="https://a.example/x.png"/>',
    '<path d="M 0 0" onclick="x"/>',
    '<path d="M 0 0" style="fill:red"/>',
    '<path d="M 0 0" fill="url(https://a.example/x)"/>',
    '<use xlink:href="https://a.example/x#a"/>',
    '<use xlink:href="data:text/html,x"/>',
    '<g clip-path="url(https://a.example/#a)"/>',
    '<!-- a comment -->',
    '<![CDATA[x]]>',
    '<?xml-stylesheet href="x"?>',
    'text',
  ]) {
    it(`lets no ${inner} through`, async () => {
      const answer = await attempt(() => strictSvg(drawing(inner), 'a', 'b'))
      assert.equal(answer.ok ? 'accepted' : answer.refusals[0]?.code, 'svg.not-strict')
    })
  }
})
