import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { en, type SentenceCode } from './en.ts'
import { sentence, sentenceLanguages } from './index.ts'

const codes = Object.keys(en) as SentenceCode[]
const words = {
  name: '⟨name⟩',
  list: '⟨list⟩',
  authority: '⟨authority⟩',
  format: '⟨format⟩',
  detail: '⟨detail⟩',
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/⟨[a-z]+⟩/g)].map(([word]) => word).toSorted()
}

describe('the sentences of the verifier', () => {
  it('say the same things about the same words in every language', () => {
    assert.deepEqual(sentenceLanguages(), ['de', 'en', 'es', 'fr', 'it', 'lt', 'pl', 'pt'])
    for (const language of sentenceLanguages()) {
      for (const code of codes) {
        const said = sentence(code, words, language)
        assert.doesNotMatch(said, /[{}]/, `${language} ${code}`)
        assert.deepEqual(wordsIn(said), wordsIn(sentence(code, words, 'en')), `${language} ${code}`)
      }
    }
  })

  it('are one sentence of their own each, and end as sentences do', () => {
    for (const language of sentenceLanguages()) {
      const all = codes.map((code) => sentence(code, words, language))
      for (const said of all) assert.match(said, /(\.|⟩)$/u)
      // Two codes may share words, but no language may have left a sentence in English.
      if (language === 'en') continue
      const english = new Set(codes.map((code) => sentence(code, words, 'en')))
      assert.deepEqual(
        all.filter((said) => english.has(said)),
        [],
        language,
      )
    }
  })

  it('speak no words of specialists to people who check', () => {
    for (const code of codes)
      assert.doesNotMatch(sentence(code, words), /\b(DID|JWT|VP|X\.509|JSON|hash|nonce)\b/, code)
  })

  it('are English where there is no translation, and of the language behind a region', () => {
    for (const other of ['xx', '', '-', 'constructor', '__proto__'])
      assert.equal(sentence('dates.expired', {}, other), en['dates.expired'], other)
    assert.equal(sentence('dates.expired', {}, 'DE'), sentence('dates.expired', {}, 'de'))
    assert.equal(sentence('dates.expired', {}, 'de-AT'), sentence('dates.expired', {}, 'de'))
    assert.notEqual(sentence('dates.expired', {}, 'de-AT'), en['dates.expired'])
  })
})
