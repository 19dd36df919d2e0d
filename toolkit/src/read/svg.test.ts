import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { reference, unlessPresent } from '../reference.ts'
import { attempt, Refused } from '../refusal.ts'
import { bakeIntoSvg, extractFromSvg, looksLikeSvg } from './svg.ts'

const drawing =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a badge --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" style="fill:url(#g)"/></svg>\n'

function codeOf(source: string): string | undefined {
  try {
    extractFromSvg(source)
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code
    throw error
  }
  return undefined
}

test('what is baked into a drawing is found in it, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const baked = extractFromSvg(bakeIntoSvg(drawing, JSON.stringify({ text })))
      assert.equal(baked.form, 'text')
      assert.deepEqual(JSON.parse(baked.content), { text: text })
    }),
    { numRuns: 200 },
  )
  assert.ok(looksLikeSvg(drawing))
})

test('a drawing is known by how it begins, and a preface without end is none', () => {
  const known = [
    '<svg/>',
    '<s:svg ',
    '  <!-- a --> <!----> <svg>',
    '<?xml version="1.0"?><!-- a --><!DOCTYPE svg PUBLIC "x"><!-- b -->\n<svg\n',
  ]
  for (const start of known) assert.ok(looksLikeSvg(start), start)
  const unknown = [
    '',
    '<svgx>',
    '<html><svg>',
    '<!-- a <svg>',
    '<!-- a -- <svg>',
    '<!DOCTYPE html><svg>',
    `${' '.repeat(9_000)}<svg>`,
    `${'<!---->'.repeat(2_000)}<svg>`,
    `${'<!-- -->'.repeat(200_000)}x`,
    '<!--'.repeat(500_000),
  ]
  const started = process.cpuUsage()
  for (const start of unknown) assert.ok(!looksLikeSvg(start), start.slice(0, 40))
  assert.ok(process.cpuUsage(started).user < 500_000)
})

test('the end of a CDATA section inside a credential does not end it', () => {
  const baked = bakeIntoSvg(drawing, JSON.stringify({ text: ']]><script>' }))
  assert.deepEqual(JSON.parse(extractFromSvg(baked).content), { text: ']]><script>' })
})

test('a drawing is baked once', async () => {
  const answer = await attempt(() => bakeIntoSvg(bakeIntoSvg(drawing, '{}'), '{}'))
  assert.equal(!answer.ok && answer.refusals[0]?.code, 'svg.two-credentials')
  assert.equal(codeOf(drawing), 'svg.no-credential')
})

test('a drawing that acts or points outside itself is refused', () => {
  const baked = bakeIntoSvg(drawing, '{}')
  for (const [evil, code] of [
    ['<script/>', 'svg.active'],
    ['<SCRIPT/>', 'svg.active'],
    ['<foreignObject/>', 'svg.active'],
    ['<g onclick="x()"/>', 'svg.active'],
    ['<h:body xmlns:h="http://www.w3.org/1999/xhtml"/>', 'svg.active'],
    ['<a href="https://evil.example"/>', 'svg.active'],
    ['<use href="https://evil.example#x"/>', 'svg.outside'],
    [
      '<image xlink:href="https://evil.example/x.png" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
      'svg.outside',
    ],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'svg.outside'],
    ['<rect fill="url(https://evil.example/x)"/>', 'svg.outside'],
    ['<rect style="fill:u\\72l(x)"/>', 'svg.outside'],
    ['<style>@im<!-- -->port "https://evil.example"</style>', 'svg.outside'],
    ['<g xml:base="https://evil.example"/>', 'svg.outside'],
    ['<?php evil ?>', 'xml.name'],
    ['<x:g/>', 'xml.namespace'],
    ['&evil;', 'xml.entity'],
    ['&#0;', 'xml.entity'],
    ['<g', 'xml.tag'],
    ['</g>', 'xml.nesting'],
    ['<g a="1" a="2"/>', 'xml.attribute'],
    ['<g a=1/>', 'xml.attribute'],
    ['<!-- -- -->', 'xml.comment'],
  ] as const) {
    assert.equal(codeOf(baked.replace('<circle', () => `${evil}<circle`)), code, evil)
  }
  assert.equal(codeOf(`<!DOCTYPE svg [<!ENTITY x "y">]>${baked.slice(39)}`), 'xml.name')
  assert.equal(codeOf(`${baked}<svg/>`), 'xml.trailing')
})

test('a style is taken as a whole: nothing hides in parts of it', () => {
  const baked = bakeIntoSvg(drawing, '{}')
  const hidden = '<style>@import "https://evil.example"<style/></style>'
  assert.equal(codeOf(baked.replace('<circle', `${hidden}<circle`)), 'svg.active')
  assert.equal(codeOf(baked.replace('<circle', '<style>circle{r:3}</style><circle')), undefined)
})

test('a credential stands whole at its one place', async () => {
  const open =
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">'
  for (const [inside, code] of [
    ['<o:credential/>', 'svg.credential'],
    ['<o:credential verify="x">y</o:credential>', 'svg.credential'],
    ['<g><o:credential verify="x"/></g>', 'svg.credential'],
    ['<o:credential>a<g/></o:credential>', 'svg.credential'],
    [`<o:credential>${'a'.repeat(4 * 2 ** 20 + 1)}</o:credential>`, 'svg.too-large'],
    ['<o:credential verify="x"/>', undefined],
  ] as const)
    assert.equal(codeOf(`${open}${inside}</svg>`), code, inside.slice(0, 60))
  const empty = await attempt(() => bakeIntoSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', '{}'))
  assert.equal(!empty.ok && empty.refusals[0]?.code, 'svg.empty')
  assert.equal(codeOf('<html/>'), 'svg.root')
})

test('a drawing is the XML a drawing needs, and within bounds', () => {
  const baked = bakeIntoSvg(drawing, '{}')
  const withInside = (inside: string) => codeOf(baked.replace('<circle', () => `${inside}<circle`))
  for (const [inside, code] of [
    ['&#65;&#x42;&#x1F600;&#9;&lt;', undefined],
    ['&#xD800;', 'xml.entity'],
    ['&#xFFFE;', 'xml.entity'],
    ['&#x110000;', 'xml.entity'],
    ['&lt', 'xml.entity'],
    ['a]]>b', 'xml.text'],
    ['\u0001', 'xml.character'],
    ['\ud800', 'xml.character'],
    ['<g xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>', 'xml.attribute'],
    ['<g xmlns:xml="u"/>', 'xml.namespace'],
    ['<g xmlns:a=""/>', 'xml.namespace'],
    ['<g a="<"/>', 'xml.attribute'],
    ['<g a/>', 'xml.attribute'],
    ['<g/ >', 'xml.tag'],
    [`${'<g>'.repeat(100)}${'</g>'.repeat(100)}`, 'xml.depth'],
    ['<g/>'.repeat(100_000), 'xml.size'],
    [`<g ${Array.from({ length: 101 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml.attribute'],
  ] as const)
    assert.equal(withInside(inside), code, inside.slice(0, 60))
  assert.equal(codeOf(''), 'xml.root')
  assert.equal(codeOf(`${baked.slice(0, baked.indexOf('<circle'))}<g `), 'xml.tag')
  assert.equal(codeOf(baked.slice(0, -7)), 'xml.cut-off')
  assert.equal(codeOf(`${baked.slice(0, -7)}<![CDATA[a`), 'xml.cut-off')
  assert.equal(codeOf(' '.repeat(16 * 2 ** 20 + 1)), 'svg.too-large')
})

test('text of any kind is read or refused, never worse', () => {
  const baked = bakeIntoSvg(drawing, '{"a":1}')
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('<', '>', '&', ']]>', '<![CDATA[', '<!--', '"', '</svg>', '<g>'),
  )
  fc.assert(
    fc.property(piece, fc.nat(baked.length), fc.nat(30), (noise, at, cut) => {
      codeOf(noise)
      codeOf(baked.slice(0, at) + noise + baked.slice(at + cut))
    }),
    { numRuns: 1000 },
  )
})

interface FileVector {
  readonly id: string
  readonly file: string
  readonly expect: { readonly verdict: string }
}

describe('our own hostile drawings', { skip: unlessPresent('security/own/files.json') }, () => {
  const skip = unlessPresent('security/own/files.json')
  const vectors =
    skip === false
      ? (JSON.parse(readFileSync(reference('security/own/files.json'), 'utf8')) as FileVector[])
      : []
  for (const { id, file, expect } of vectors.filter(({ file: path }) =>
    /^images\/.*\.svg$/.test(path),
  )) {
    test(`${id}: ${expect.verdict}`, () => {
      const code = codeOf(readFileSync(reference(`security/own/${file}`), 'utf8'))
      if (expect.verdict === 'accept') assert.equal(code, undefined)
      else assert.notEqual(code, undefined)
    })
  }
})

test(
  'drawings of the 1EdTech validator are read',
  { skip: unlessPresent('vc/1edtech/validator-samples') },
  () => {
    for (const [name, form] of [
      ['simple-json', 'text'],
      ['simple-jwt', 'verify'],
      ['simple-jwt_v1', 'verify'],
    ] as const) {
      const source = readFileSync(
        reference(`vc/1edtech/validator-samples/ob30/${name}.svg`),
        'utf8',
      )
      assert.ok(looksLikeSvg(source))
      assert.equal(extractFromSvg(source).form, form)
    }
  },
)
