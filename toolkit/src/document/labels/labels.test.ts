import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assessmentTypes } from '../../vocabulary/assessment-types.ts'
import { modes } from '../../vocabulary/modes.ts'
import { commonFonts, undrawable } from '../fonts.ts'
import { catalogue, labelsFor } from './index.ts'

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const languages = Object.entries(catalogue)

describe('The words of certificates', () => {
  it('name every assessment type and form of participation of the European lists', () => {
    const codes = (list: typeof modes) => list.concepts.map((concept) => concept.code).toSorted()
    for (const [, labels] of languages) {
      assert.deepEqual(Object.keys(labels.assessmentTypes).toSorted(), codes(assessmentTypes))
      assert.deepEqual(Object.keys(labels.modes).toSorted(), codes(modes))
    }
  })

  it('are all there, and all can be drawn without East Asian fonts', async () => {
    const { characters } = await commonFonts()
    for (const [language, labels] of languages) {
      for (const text of textsOf(labels)) {
        assert.notEqual(text.trim(), '', language)
        assert.deepEqual(undrawable(text, characters), [], `${language}: ${text}`)
      }
      assert.match(labels.page, /\{n\}.*\{m\}/u)
      assert.ok(labels.recommendation.includes('2022/C 243/02'), language)
    }
  })

  it('are translated: no long sentence is the same in two languages', () => {
    const sentences = languages.flatMap(([, labels]) =>
      textsOf(labels).filter((text) => text.length > 30),
    )
    assert.equal(new Set(sentences).size, sentences.length)
  })

  it('are found for a language, its relatives, and else in English', () => {
    assert.equal(labelsFor('pt').language, 'pt')
    assert.equal(labelsFor('de-AT').language, 'de')
    assert.equal(labelsFor('ga').language, 'en')
    assert.equal(labelsFor('constructor').language, 'en')
  })
})
