// The published JSON Schemas, judged by Ajv: the examples pass, and what the model refuses is refused.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'

const home = new URL('../../', import.meta.url)
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
formats.default(ajv)

function validator(name: string) {
  return ajv.compile(JSON.parse(readFileSync(new URL(`schema/${name}.schema.json`, home), 'utf8')))
}

function examples(folder: string): readonly { readonly name: string; readonly value: object }[] {
  const from = new URL(`examples/${folder}/`, home)
  return readdirSync(from).map((name) => ({
    name,
    value: parse(readFileSync(new URL(name, from), 'utf8')),
  }))
}

const isDesign = validator('design')
const isOrganisation = validator('organisation')
const isAward = validator('award')

for (const { name, value } of examples('designs')) {
  test(`${name} is a design by the published schema`, () => {
    assert.ok(isDesign(value), JSON.stringify(isDesign.errors))
    assert.equal(isDesign({ ...value, titel: {} }), false)
    assert.equal(isDesign({ ...value, title: {} }), false)
  })
}

for (const { name, value } of examples('organisations')) {
  test(`${name} is an organisation by the published schema`, () => {
    assert.ok(isOrganisation(value), JSON.stringify(isOrganisation.errors))
    assert.equal(isOrganisation({ ...value, country: 'Spain' }), false)
  })
}

test('an award holds a design in one piece, never a path to an organisation', () => {
  const design = {
    tessera: 'design/1',
    id: 'https://mosaica.example/designs/rivers',
    title: { en: 'Rivers' },
    awardingBodies: [
      { organisation: { id: 'https://mosaica.example/', legalName: { en: 'Mosaica' } } },
    ],
  }
  assert.ok(isAward({ tessera: 'award/1', design }), JSON.stringify(isAward.errors))
  const byPath = { ...design, awardingBodies: [{ organisation: '../organisations/mosaica.yaml' }] }
  assert.equal(isAward({ tessera: 'award/1', design: byPath }), false)
  assert.ok(isDesign(byPath), JSON.stringify(isDesign.errors))
})
