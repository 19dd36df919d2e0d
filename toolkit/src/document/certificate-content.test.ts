import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { certificateContent } from './certificate-content.ts'
import { badgeContent, badgeInWords } from './badge-content.ts'
import { sampleAward, sampleLanguages, samples } from './sample-awards.ts'

const settings = { testSeal: false }
const content = (...parts: Parameters<typeof sampleAward>) =>
  certificateContent(sampleAward(...parts), 'en', settings)
const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, '')
const detail = (of: ReturnType<typeof content>, label: string) => {
  const lines = of.details.find((one) => one.label === label)?.lines
  return lines?.map((line) =>
    [line.main, ...line.notes].map((said) => plain(said.text)).join(' | '),
  )
}

describe('What a certificate says', () => {
  it('is what the award holds', () => {
    const full = content('Ada Example')
    assert.equal(
      full.documentTitle,
      'Micro-credential – Sharing Water Fairly in Dry Regions – Ada Example',
    )
    assert.deepEqual(
      full.facts.map((fact) => [fact.label, plain(fact.value), plain(fact.note ?? '')]),
      [
        ['Workload', '3 ECTS', '75 hours'],
        ['Level', 'EQF 6', 'indicative · first cycle'],
        ['Grade', '8.7', 'Scale 0 to 10, pass at 5'],
        ['Date of issue', '30 October 2026', 'Valdeserena, Spain'],
      ],
    )
    assert.deepEqual(detail(full, 'Assessment'), [
      'Water balance of a real valley | Project work · unsupervised, identity checked · Grade 8.9',
      'Oral examination | Supervised on site, identity checked · Grade 8.5',
    ])
    assert.deepEqual(detail(full, 'Quality assurance'), [
      'Internal and external (of this micro-credential) | Drylands Agency for University Quality (invented) · ESG · valid until 11 May 2030',
    ])
    assert.deepEqual(detail(full, 'Prerequisites'), ['Working with spreadsheets.', 'Level EQF 5'])
    assert.deepEqual(detail(full, 'Stackability'), [
      'Stand-alone and stackable | May count towards Postgraduate diploma in climate adaptation · decided by the University of Valdeserena',
    ])
    assert.deepEqual(detail(full, 'Awarded on'), ['28 October 2026'])
  })

  it('names every body of a joint award with its country and its share of the credits', () => {
    const joint = certificateContent(
      samples.find(({ name }) => name === '11-joint')?.award ?? sampleAward(''),
      'de',
      settings,
    )
    assert.equal(joint.bodiesLabel, 'Gemeinsam verliehen von')
    assert.deepEqual(
      joint.bodies.map((body) => [body.name.text, plain(body.note ?? '')]),
      [
        ['University of Valdeserena', 'Spanien · 2 ECTS'],
        ['Universität Almenbrunn', 'Österreich · 1 ECTS'],
        ['University of Ribamonte', 'Portugal · 1 ECTS'],
        ['University of Ežerava', 'Litauen · 1 ECTS'],
        ['University of Zielonogród', 'Polen · 1 ECTS'],
      ],
    )
  })

  it('leaves out what is missing and makes nothing up', () => {
    const bare = certificateContent(
      samples.find(({ name }) => name === '15-bare')?.award ?? sampleAward('x'),
      'en',
      settings,
    )
    assert.deepEqual(
      [bare.facts, bare.details, bare.outcomes, bare.bodies, bare.notices],
      [[], [], [], [], []],
    )
    assert.equal(
      'name' in bare || 'title' in bare || 'alliance' in bare || 'credential' in bare,
      false,
    )
    for (const { award, language } of samples) {
      const text = JSON.stringify(certificateContent(award, language, settings))
      assert.doesNotMatch(text, /undefined|null|NaN|\[object/u)
    }
  })

  it('says that an example is one, and a test seal is one, in every language', () => {
    for (const language of sampleLanguages) {
      const { notices } = certificateContent(sampleAward('x'), language, settings)
      assert.equal(notices.length, 1)
    }
    const real = { fictitious: false, awardingBodies: [] }
    assert.deepEqual(content('x', real, { issuer: undefined }).notices, [])
    assert.deepEqual(content('x', real).notices, [
      'Example – invented organisations, not a real credential',
    ])
    assert.deepEqual(
      certificateContent(sampleAward('x', real, { issuer: undefined }), 'en', { testSeal: true })
        .notices,
      ['Test – made with a test seal, not a real credential'],
    )
  })

  it('speaks of supervision as it was, not as it was planned', () => {
    const [line] =
      detail(
        content(
          'x',
          {},
          {
            results: [
              { assessment: 'E2', supervision: { supervised: false, identityChecked: false } },
            ],
          },
        ),
        'Assessment',
      )?.slice(1) ?? []
    assert.equal(line, 'Oral examination | Unsupervised, identity not checked')
  })

  it('takes the quality assurance of the bodies only where the design has none', () => {
    const organisation = {
      id: 'https://u.example',
      legalName: { en: 'U' },
      qualityAssurance: [{ type: 'external', scope: 'institution', standard: 'ESG' }],
    }
    assert.deepEqual(
      detail(
        content('x', { qualityAssurance: [], awardingBodies: [{ organisation }] }),
        'Quality assurance',
      ),
      ['External (of the institution) | U | ESG'],
    )
  })

  it('marks every text with the language it is in', () => {
    const lithuanian = certificateContent(sampleAward('Ona'), 'lt', settings)
    assert.deepEqual(
      [lithuanian.lang, lithuanian.title?.lang, lithuanian.name?.lang],
      ['lt', 'en', 'und'],
    )
    assert.equal(certificateContent(sampleAward('ليلى'), 'ar', settings).dir, 'rtl')
  })
})

describe('What a badge says', () => {
  it('is title, alliance, level, credits, and that it is an example', () => {
    assert.deepEqual(badgeInWords(badgeContent(sampleAward('Ada'), settings)), {
      title: 'Micro-credential: Sharing Water Fairly in Dry Regions',
      description:
        'Mosaica Alliance. EQF 6 · 3 ECTS. Example – invented organisations, not a real credential',
    })
  })

  it('is the same for every learner of a design', () => {
    assert.deepEqual(
      badgeContent(sampleAward('Ada'), settings),
      badgeContent(sampleAward('Bo', {}, { id: 'urn:uuid:1', grade: '5' }), settings),
    )
  })
})
