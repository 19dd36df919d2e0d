// What pages lead to exists, and shows only to whom it opens.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { routes } from '../app.tsx'
import { doors } from '../front/front-page.tsx'
import { nobody } from '../server/visitor.ts'
import { ways, waysFor } from './navigation.ts'

describe('ways', () => {
  it('lead to pages, and say who may go there as the page does', () => {
    for (const { to, needs } of ways) {
      const page = routes.find(({ method, path }) => method === 'GET' && path === to)
      assert.ok(page !== undefined, to)
      assert.equal(page.needs, needs, to)
    }
  })

  it('from the front page lead to pages', () => {
    for (const { to } of doors)
      assert.ok(
        routes.some(({ method, path }) => method === 'GET' && path === to),
        to,
      )
  })

  it('of a desk are for those who sit at one', () => {
    const shown = (visitor: Parameters<typeof waysFor>[0]) => waysFor(visitor).map(({ to }) => to)
    assert.deepEqual(shown(nobody), ['/verify'])
    assert.deepEqual(shown({ roles: ['learner'] }), ['/mine', '/verify'])
    const issuer = shown({ roles: ['issuer', 'learner'], organisation: 'uvs' })
    assert.deepEqual(issuer, ['/cohorts', '/awards', '/tickets', '/stop', '/verify'])
  })
})
