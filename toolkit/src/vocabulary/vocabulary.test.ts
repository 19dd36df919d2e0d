import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { reference, unlessPresent } from '../reference.ts'
import * as vocabulary from './index.ts'
import type { ConceptList } from './list.ts'

const lists: Readonly<Record<string, ConceptList>> = Object.fromEntries(
  Object.entries(vocabulary).filter((entry): entry is [string, ConceptList] => isList(entry[1])),
)

function isList(value: unknown): value is ConceptList {
  return typeof value === 'object' && value !== null && 'concepts' in value
}

describe('the European lists', () => {
  for (const [name, list] of Object.entries(lists)) {
    test(`${name}: codes, IRIs and English labels each name one concept`, () => {
      const { concepts } = list
      assert.equal(new Set(concepts.map(({ code }) => code)).size, concepts.length)
      assert.equal(new Set(concepts.map(({ iri }) => iri)).size, concepts.length)
      for (const concept of concepts) {
        assert.equal(list.byIri(concept.iri), concept)
        assert.equal(list.find(concept.code), concept)
        assert.ok((concept.label['en'] ?? '') !== '')
      }
    })
  }

  test('ISCED-F has 12 broad, 58 narrow and 150 detailed fields in nine languages', () => {
    const lengths = vocabulary.iscedF.concepts.map(({ code }) => code.length)
    assert.deepEqual(
      [2, 3, 4].map((length) => lengths.filter((n) => n === length).length),
      [12, 58, 150],
    )
    assert.ok(vocabulary.iscedF.concepts.every(({ label }) => Object.keys(label).length === 9))
    assert.equal(vocabulary.iscedF.byCode('0613')?.iri, 'http://data.europa.eu/snb/isced-f/0613')
  })

  test('other spellings that people use find the concept of the list', () => {
    assert.equal(vocabulary.modes.find('on-site')?.code, 'presential')
    assert.equal(
      vocabulary.assessmentTypes.find('Written examination')?.code,
      'written-examination',
    )
    assert.equal(vocabulary.fileTypes.find('image/png')?.code, 'PNG')
  })

  test('a country has two letters here and three in the EU list', () => {
    assert.match(vocabulary.countries.byCode('LT')?.iri ?? '', /country\/LTU$/)
    assert.match(vocabulary.countries.byCode('XK')?.iri ?? '', /country\/1A0$/)
    assert.equal(vocabulary.countries.byCode('EL'), undefined)
  })

  test('a language tag finds its language, whatever script or region it names', () => {
    assert.match(vocabulary.languageConcept('pt-BR')?.iri ?? '', /language\/POR$/)
    assert.match(vocabulary.languageConcept('sr-Latn')?.iri ?? '', /language\/SRP$/)
    assert.equal(vocabulary.languageConcept('xx'), undefined)
    assert.equal(vocabulary.languageTagOf(vocabulary.languageConcept('nb')?.iri ?? ''), 'nb')
  })

  test('a NUTS code gives its IRI, and Greece is EL there', () => {
    assert.equal(vocabulary.nutsIri('ES41'), 'http://data.europa.eu/nuts/code/ES41')
    assert.equal(vocabulary.countryOfNuts('EL30'), 'GR')
    assert.equal(vocabulary.nutsIri('GR30'), undefined)
    assert.equal(vocabulary.nutsCodeOf('http://data.europa.eu/nuts/code/ES41'), 'ES41')
  })
})

describe('agreement with the published lists', () => {
  const files: Readonly<Record<string, string>> = {
    accreditationTypes: 'accreditation-type',
    assessmentTypes: 'assessment-type',
    contentEncodings: 'content-encoding',
    credentialProfiles: 'credential-profile',
    creditSystems: 'credit-system',
    entitlementStatuses: 'entitlement-status',
    entitlementTypes: 'entitlement-type',
    eqfLevels: 'eqf',
    evidenceTypes: 'evidence-type',
    gradeStatuses: 'grade-status',
    iscedF: 'isced-f',
    learningActivityTypes: 'learning-activity-type',
    learningOpportunityTypes: 'learning-opportunity-type',
    learningSchedules: 'learning-schedule',
    learningSettings: 'learning-setting',
    modes: 'mode',
    outcomeTypes: 'skill-type',
    reusabilityLevels: 'skill-reuse-level',
    supervisionVerification: 'supervision-verification',
    targetGroups: 'target-group',
  }
  for (const [name, file] of Object.entries(files)) {
    const path = `elm/vocabularies/${file}.json`
    test(`${name} holds every concept of ${file}`, { skip: unlessPresent(path) }, () => {
      const published: { scheme: string; concepts: { id: string; prefLabel: { en: string } }[] } =
        JSON.parse(readFileSync(reference(path), 'utf8'))
      const list = lists[name]
      assert.equal(list?.scheme, published.scheme)
      for (const { id, prefLabel } of published.concepts) {
        const label: string | undefined = list?.byIri(id)?.label['en']
        assert.ok(label !== undefined, id)
        // "Qualification Award" was renamed after the list was published.
        if (prefLabel.en !== 'Qualification Award') assert.equal(label, prefLabel.en)
      }
    })
  }
})

describe('supervision', () => {
  const facts = [true, false].flatMap((supervised) =>
    [true, false].map((identityChecked) => ({ supervised, identityChecked })),
  )

  test('the EU list keeps both facts', () => {
    for (const fact of facts) {
      const { value, losses } = vocabulary.supervisionConcept(fact)
      assert.deepEqual(vocabulary.supervisionOf(value?.iri ?? ''), fact)
      assert.deepEqual(losses, [])
    }
  })

  test('the Recommendation loses an identity check without supervision, and says so', () => {
    const lossy = facts.filter((fact) => vocabulary.recommendedSupervision(fact).losses.length > 0)
    assert.deepEqual(lossy, [{ supervised: false, identityChecked: true }])
  })

  test('neither list says where', () => {
    const supervision = { supervised: true, identityChecked: true, where: 'online' } as const
    assert.equal(vocabulary.supervisionConcept(supervision).losses.length, 1)
    assert.equal(vocabulary.recommendedSupervision(supervision).losses.length, 1)
  })
})

test('responsibility and autonomy has no concept in the EU list, which is said', () => {
  assert.equal(vocabulary.outcomeTypeConcept('skill').loss, undefined)
  const mapped = vocabulary.outcomeTypeConcept('responsibility-and-autonomy')
  assert.equal(mapped.concept, undefined)
  assert.ok(mapped.loss !== undefined)
})

function rangeOf(country: string | undefined): readonly number[] {
  const { min, max } = vocabulary.hoursPerCredit(country)
  return [min, max]
}

test('a credit is 25 to 30 hours, 20 to 25 in Ireland, 28 in the Netherlands', () => {
  assert.deepEqual(rangeOf(undefined), [25, 30])
  assert.deepEqual(rangeOf('IE'), [20, 25])
  assert.deepEqual(rangeOf('NL'), [28, 28])
  assert.ok(vocabulary.hoursPerCreditTable().every(({ source }) => source.length > 20))
})
