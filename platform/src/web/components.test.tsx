// The parts of pages, as what a browser is sent.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'node:test'
import readQr from 'qr/decode.js'
import { nobody } from '../server/visitor.ts'
import { ErrorSummary, Field, Form, Link, Notice, Qr, Table } from './components.ts'
import { safeAddress } from './link.tsx'
import { sayIn } from './messages.ts'
import { qrPath } from './qr.tsx'

const say = sayIn('en')

describe('a link', () => {
  it('opens pages and letters, and nothing that runs', () => {
    for (const good of ['/verify', '#top', '?lang=lt', 'https://a.example/', 'mailto:a@b.example'])
      assert.equal(safeAddress(good), good)
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
      'file:///etc/passwd',
      'blob:https://a.example/1',
    ])
      assert.equal(safeAddress(bad), undefined, bad)
  })

  it('is text where it is refused', () => {
    assert.equal(String(<Link to="javascript:alert(1)">here</Link>), '<span>here</span>')
  })

  it('never lets anything through whose scheme runs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = safeAddress(text)
        if (address === undefined) return
        const { protocol, hostname } = new URL(address, 'https://house.example/')
        assert.ok(['http:', 'https:', 'mailto:'].includes(protocol))
        if (/^[/#?]/.test(address)) assert.equal(hostname, 'house.example')
      }),
    )
  })
})

describe('a form', () => {
  it('carries the token of its visitor', () => {
    const form = String(
      <Form to="/x" visitor={{ ...nobody, csrf: 'secret' }}>
        <p>…</p>
      </Form>,
    )
    assert.match(form, /<input type="hidden" name="csrf" value="secret"\/>/)
  })

  it('is a search without one', () => {
    const form = String(
      <Form to="/x" method="get" visitor={{ ...nobody, csrf: 'secret' }}>
        <p>…</p>
      </Form>,
    )
    assert.doesNotMatch(form, /secret/)
  })

  it('says what is wrong beside the field, and to those who hear the page', () => {
    const field = String(
      <Field
        name="day"
        label="Day of birth"
        hint="As in 12 5 2001"
        error="No such day"
        say={say}
      />,
    )
    assert.match(field, /<label for="field-day">/)
    assert.match(field, /aria-describedby="field-day-hint field-day-error"/)
    assert.match(field, /aria-invalid="true"/)
    assert.match(field, /id="field-day-error"[^>]*>.*No such day/)
  })

  it('begins with links to what is to be mended, where anything is', () => {
    assert.equal(String(<ErrorSummary faults={{}} say={say} />), '')
    assert.match(
      String(<ErrorSummary faults={{ day: 'No such day' }} say={say} />),
      /<a href="#field-day">No such day<\/a>/,
    )
  })

  it('shows what was typed, and runs none of it', () => {
    const field = String(
      <Field name="a" label="A" value={'"><script>alert(1)</script>'} say={say} />,
    )
    assert.doesNotMatch(field, /<script>/)
  })
})

describe('a notice', () => {
  it('has a sign and a word for each of the three answers', () => {
    const shown = (['valid', 'invalid', 'unknown'] as const).map((state) =>
      String(<Notice state={state} title="…" say={say} />),
    )
    assert.equal(new Set(shown.map((html) => /<path d="([^"]+)"/.exec(html)?.[1])).size, 3)
    assert.equal(new Set(shown.map((html) => /<strong>([^<]+)/.exec(html)?.[1])).size, 3)
  })
})

describe('a table', () => {
  it('has a caption, heads and named rows', () => {
    const table = String(
      <Table
        caption="Learners"
        columns={[
          { head: 'Name', cell: ({ name }) => name, names: true },
          { head: 'Marks', cell: ({ marks }) => marks, number: true },
        ]}
        rows={[{ name: 'Núria', marks: 9 }]}
        empty="Nobody yet"
      />,
    )
    assert.match(table, /<caption[^>]*>Learners</)
    assert.match(table, /<th scope="row">Núria</)
    assert.match(table, /<td class="number">9</)
  })

  it('says so where there is nothing', () => {
    const table = String(<Table caption="L" columns={[]} rows={[]} empty="Nobody yet" />)
    assert.equal(table, '<p class="empty">Nobody yet</p>')
  })
})

describe('a code', () => {
  const address = 'https://credentials.example/s/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'

  it('is read by a reader as the address it stands for', () => {
    const { path, size } = qrPath(address)
    assert.equal(readQr(painted(path, size)), address)
  })

  it('has its address under it in text', () => {
    assert.match(String(<Qr address={address} label="Opens it" />), new RegExp(`>${address}</bdi>`))
  })
})

/** The drawing as the pixels a telephone sees. */
function painted(path: string, size: number) {
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = 0; row < scale; row += 1) {
      const start = ((Number(y) * scale + row) * width + Number(x) * scale) * 4
      for (let at = 0; at < Number(length) * scale; at += 1)
        data.fill(0, start + at * 4, start + at * 4 + 3)
    }
  return { width, height: width, data }
}
