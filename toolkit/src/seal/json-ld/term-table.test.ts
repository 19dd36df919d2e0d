import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isObject, type JsonObject } from '../../read/json.ts'
import { attempt } from '../../refusal.ts'
import {
  bundledContexts,
  credentialsV1,
  credentialsV2,
  knownContexts,
  openBadgesV303,
} from './contexts.ts'
import { emptyTable, type LocalContext } from './term-table.ts'

const contentOf = (url: string) =>
  (bundledContexts.get(url) as JsonObject)['@context'] as JsonObject

/** Every context inside a context, with the term it belongs to. */
function* scopesIn(local: JsonObject): Generator<readonly [string, unknown]> {
  for (const [name, definition] of Object.entries(local)) {
    if (!isObject(definition) || !('@context' in definition)) continue
    yield [name, definition['@context']]
    if (isObject(definition['@context'])) yield* scopesIn(definition['@context'])
  }
}

test('the known contexts use no feature of JSON-LD that is left out', () => {
  for (const url of knownContexts) {
    const content = contentOf(url)
    const locals = [content, ...[...scopesIn(content)].map(([, scope]) => scope).filter(isObject)]
    for (const local of locals) {
      for (const [name, definition] of Object.entries(local)) {
        if (name.startsWith('@')) {
          assert.ok(['@protected', '@version'].includes(name), `${url} ${name}`)
          continue
        }
        assert.ok(!name.includes(':'), name)
        const full = isObject(definition) ? definition : { '@id': definition }
        const {
          '@id': id,
          '@type': type,
          '@container': container,
          '@context': scope,
          ...more
        } = full
        assert.deepEqual(more, {}, `${url} ${name}`)
        assert.ok(typeof id === 'string', name)
        // Other names for keywords: these two and no more.
        if (id.startsWith('@')) assert.equal(`@${name}`, id)
        assert.ok(name !== 'id' && name !== 'type' ? !id.startsWith('@') : true, name)
        if (typeof type === 'string' && type.startsWith('@')) {
          assert.ok(['@id', '@vocab', '@json'].includes(type), name)
        }
        assert.ok(!String(type).endsWith('double'), name)
        assert.ok([undefined, '@list', '@set', '@graph'].includes(container as undefined), name)
        // A context that gives its own property another meaning would hold for texts and objects alike.
        if (isObject(scope)) assert.ok(!Object.hasOwn(scope, name), name)
        if (scope === null) assert.equal(container, '@graph', name)
      }
    }
  }
})

test('the same contexts give the same table, and one that adds nothing gives the one before', () => {
  const badge = () => emptyTable().inContext(credentialsV2, '').inContext(openBadgesV303, '')
  assert.equal(badge(), badge())
  assert.equal(badge().inContext(credentialsV2, ''), badge())
  const scope = badge().find('Achievement')?.scope as LocalContext
  assert.equal(badge().inType(scope, ''), badge().inType(scope, ''))
  assert.notEqual(badge().inType(scope, ''), badge())
  assert.equal(badge().inType(scope, '').previous, badge())
})

test('a definition cannot be changed from outside', () => {
  const term = emptyTable().inContext(credentialsV2, '').find('VerifiableCredential')
  assert.ok(Object.isFrozen(term))
})

test('contexts that protect their terms from each other do not go together', async () => {
  const answer = await attempt(() =>
    emptyTable().inContext(credentialsV2, '$').inContext(credentialsV1, '$.here'),
  )
  assert.deepEqual(!answer.ok && answer.refusals.map(({ code, place }) => [code, place]), [
    ['json-ld.invalid', '$.here'],
  ])
})

test('contexts work out or clash in any order, and a flood of combinations is forgotten', async () => {
  const first = emptyTable()
  for (const url of knownContexts) {
    let table = emptyTable()
    for (const other of [url, ...knownContexts]) {
      const answer = await attempt(() => table.inContext(other, ''))
      if (answer.ok) table = answer.value
    }
    const scopes = [...scopesIn(contentOf(url))].map(([, scope]) => scope).filter(isObject)
    for (const one of scopes) {
      for (const other of scopes) {
        await attempt(() => table.inType(one as LocalContext, '').inType(other as LocalContext, ''))
      }
    }
  }
  assert.ok(emptyTable() !== first)
  assert.ok(emptyTable() === emptyTable())
})
