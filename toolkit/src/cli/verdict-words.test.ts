import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentenceLanguages } from '../verify/sentences/index.ts'
import { verdictLanguages, verdictWords } from './verdict-words.ts'

describe('the first line of a verdict', () => {
  it('is there in every language the verifier speaks', () => {
    assert.deepEqual(verdictLanguages().toSorted(), [...sentenceLanguages()].toSorted())
  })

  it('falls back to English, never to nothing', () => {
    assert.equal(verdictWords('tlh').valid, verdictWords('en').valid)
    assert.notEqual(verdictWords('de-AT').valid, verdictWords('en').valid)
  })
})
