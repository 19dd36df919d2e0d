import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Award } from '../credential/award.ts'
import { bakeIntoPng } from '../read/png.ts'
import { bakeIntoSvg, extractFromSvg } from '../read/svg.ts'
import { attempt } from '../refusal.ts'
import { certificateContent } from './certificate-content.ts'
import { createDocuments } from './documents.ts'
import { allFonts, commonFonts, undrawable } from './fonts.ts'
import { sampleAward, sampleLanguages, samples } from './sample-awards.ts'

const documents = await createDocuments()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const ada = sampleAward('Ada Example')

function sample(name: string): Award {
  return samples.find((one) => one.name === name)?.award ?? assert.fail(name)
}

function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return [view.getUint32(16), view.getUint32(20)]
}

describe('The pictures of a certificate', () => {
  it('are A4 pages at 120 dots to the inch, numbered, and small', async () => {
    const pages = await documents.certificate(sample('12-ten-outcomes'), 'en')
    assert.deepEqual(
      pages.map(({ page, language }) => [page, language]),
      [
        [1, 'en'],
        [2, 'en'],
      ],
    )
    for (const { bytes, mediaType } of pages) {
      assert.deepEqual(sizeOf(bytes), [992, 1403])
      assert.equal(mediaType, 'image/png')
      assert.ok(bytes.length > 5_000 && bytes.length < 90_000, String(bytes.length))
    }
  })

  it('are the same bytes for the same award, from another compiler, too', async () => {
    const [once, again] = [
      await documents.certificate(ada, 'en'),
      await documents.certificate(ada, 'en'),
    ]
    const elsewhere = await (await createDocuments()).certificate(ada, 'en')
    assert.deepEqual(once, again)
    assert.deepEqual(once, elsewhere)
  })

  it('do not depend on what was drawn before or is drawn beside', async () => {
    const awards = [sample('06-arabic'), ada, sample('08-chinese'), sample('11-joint')]
    const beside = await Promise.all(awards.map((award) => documents.certificate(award, 'es')))
    for (const [i, award] of awards.entries()) {
      assert.deepEqual(beside[i], await documents.certificate(award, 'es'))
    }
  })

  it('differ between learners', async () => {
    const [one] = await documents.certificate(ada, 'en')
    const [other] = await documents.certificate(sampleAward('Ada Exemple'), 'en')
    assert.notDeepEqual(one?.bytes, other?.bytes)
  })
})

describe('The fonts', () => {
  it('have every character of the sample certificates', async () => {
    const { characters } = await allFonts()
    for (const { award, language } of samples) {
      assert.deepEqual(
        undrawable(
          JSON.stringify(certificateContent(award, language, { testSeal: false })),
          characters,
        ),
        [],
      )
    }
  })

  it('have the letters of names from Vietnam to Nigeria without the East Asian ones', async () => {
    const { characters } = await commonFonts()
    const names =
      'Nguyễn Thị Ngọc Ánh Ọlábísí Adébáyọ̀ Gülşah Ħamrun Siân Ŵyn Jūratė Þór Ђорђе Qızı Ǯiǯ'
    const scripts = 'Արմեն پژمان ٹیپو ەوە ሰላም प्रिया প্রিয়া தமிழ் สมชาย Ἀθηνᾶ ქეთევან שרה'
    assert.deepEqual(undrawable(names + scripts, characters), [])
    assert.deepEqual(undrawable('欧', characters), ['欧'])
  })

  it('are asked before a page is made: a character nobody can draw is refused by name and place', async () => {
    const answer = await attempt(() => documents.certificate(sampleAward('Siti ꦗꦮ'), 'en'))
    assert.deepEqual(answer.ok ? [] : answer.refusals.map(({ code, place }) => [code, place]), [
      ['document.no-glyph', 'learner'],
      ['document.no-glyph', 'learner'],
    ])
    assert.match(answer.ok ? '' : (answer.refusals[0]?.sentence ?? ''), /U\+A997/u)
  })
})

describe('A certificate that is too much', () => {
  it('is refused', async () => {
    const long = (length: number) =>
      sampleAward(
        'Ada',
        { furtherInformation: { en: 'word '.repeat(length / 5) } },
        { furtherInformation: { en: 'a\n\n'.repeat(length / 3) } },
      )
    const tooLong = await attempt(() =>
      documents.certificate(
        sampleAward('Ada', {
          outcomes: [1, 2, 3, 4].map((i) => ({ id: `LO${i}`, text: { en: 'word '.repeat(3999) } })),
        }),
        'en',
      ),
    )
    assert.equal(tooLong.ok ? '' : tooLong.refusals[0]?.code, 'document.too-long')
    const tooMany = await attempt(() => documents.certificate(long(3000), 'en'))
    assert.equal(tooMany.ok ? '' : tooMany.refusals[0]?.code, 'document.too-many-pages')
  })
})

describe('Text of outside', () => {
  const hostile = [
    '#panic("x") #read("/etc/passwd") [*b*] $x^2$ @ref <label> // c',
    '"; } ] ) \\u{41} \\" \\',
    '= A heading\n== Another\n- list\n+ list\n/ term: x',
    '`raw` ```typ #x``` ~ --- ... _ * \u202E evil \u2066',
    'https://x.example/#import "@preview/x:1.0.0"',
    '{n} {m} ${data} %s </svg><script>',
    'x'.repeat(200),
  ]
  const compiler = commonFonts().then((fonts) => {
    const workspace = fileURLToPath(new URL('../../src/document/', import.meta.url))
    return {
      workspace,
      fonts,
      compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.files] }] }),
    }
  })

  async function structureOf(award: Award) {
    const { workspace, fonts, compiler: typst } = await compiler
    const { result } = typst.compile({
      mainFilePath: `${workspace}certificate.typ`,
      inputs: {
        certificate: JSON.stringify(certificateContent(award, 'en', { testSeal: false })),
        fonts: JSON.stringify({ sans: fonts.sans, serif: fonts.serif }),
        attachments: '[]',
        layout: '"flowing"',
      },
    })
    assert.ok(result)
    const count = (selector: string): number =>
      (typst.query(result, { selector }) as unknown[]).length
    return [
      'heading',
      'enum',
      'list',
      'terms',
      'raw',
      'math.equation',
      'link',
      'strong',
      'emph',
      'figure',
    ].map((element) => [element, count(element)])
  }

  it('never changes the structure of the document', async () => {
    const expected = await structureOf(sampleAward('Ada Example'))
    assert.deepEqual(expected[0], ['heading', 14])
    for (const text of hostile) {
      const award = sampleAward(
        text,
        {
          title: { en: text },
          outcomes: [1, 2, 3].map((i) => ({ id: `LO${i}`, text: { en: text } })),
          prerequisites: { level: 5, text: { en: text } },
        },
        { grade: text.slice(0, 200) },
      )
      assert.deepEqual(await structureOf(award), expected)
    }
  })

  it('comes out as a certificate and as a badge', async () => {
    for (const text of hostile) {
      const award = sampleAward(text, { title: { en: text } })
      assert.ok((await documents.certificate(award, 'en')).length >= 1)
      assert.doesNotMatch((await documents.badge(award)).svg, /<script|<\/svg>./u)
    }
  })
})

describe('The PDF of a certificate', () => {
  it('is PDF/A-3a with the sealed file inside, tagged and in its language', async () => {
    const pdf = latin1(
      await documents.certificatePdf(ada, 'es', {
        standard: 'a-3a',
        attachments: [
          {
            name: 'credential.jsonld',
            mediaType: 'application/ld+json',
            bytes: Uint8Array.of(123, 125),
            relationship: 'source',
            description: 'The sealed credential',
          },
        ],
      }),
    )
    assert.match(pdf, /^%PDF-1\.7/u)
    assert.match(pdf, /pdfaid:part>3<[\s\S]*pdfaid:conformance>A</u)
    assert.match(pdf, /credential\.jsonld/u)
    assert.match(pdf, /\/AFRelationship \/Source/u)
    assert.match(pdf, /\/Lang ?\(es\)/u)
    assert.match(pdf, /\/MarkInfo/u)
  })

  it('is written as PDF/A-3a and as PDF/UA-1 for every sample and language', async () => {
    for (const language of sampleLanguages) {
      for (const standard of ['a-3a', 'ua-1'] as const) {
        assert.match(
          latin1((await documents.certificatePdf(ada, language, { standard })).subarray(0, 5)),
          /^%PDF-/u,
        )
      }
    }
    for (const { award, language } of samples.filter((one) => one.award.issuedAt !== undefined)) {
      assert.match(
        latin1(await documents.certificatePdf(award, language, { standard: 'ua-1' })),
        /pdfuaid:part>1</u,
      )
    }
  })

  it('is the same bytes for the same award and leaves no attachment behind', async () => {
    const bytes = (name: string) =>
      documents.certificatePdf(ada, 'en', {
        standard: 'a-3a',
        attachments: [
          {
            name,
            mediaType: 'text/plain',
            bytes: Uint8Array.of(1),
            relationship: 'data',
            description: 'd',
          },
        ],
      })
    assert.deepEqual(await bytes('a.txt'), await bytes('a.txt'))
    const without = latin1(await documents.certificatePdf(ada, 'en', { standard: 'a-3a' }))
    assert.doesNotMatch(without, /a\.txt/u)
  })

  it('needs a date', async () => {
    const answer = await attempt(() =>
      documents.certificatePdf(sample('15-bare'), 'en', { standard: 'a-3a' }),
    )
    assert.equal(answer.ok ? '' : answer.refusals[0]?.code, 'document.no-date')
  })
})

describe('A badge', () => {
  it('is a square PNG and a strict SVG, and a credential can be baked into both', async () => {
    for (const { award } of samples) {
      const { png, svg } = await documents.badge(award)
      assert.deepEqual(sizeOf(png), [600, 600])
      assert.ok(png.length < 40_000, String(png.length))
      assert.doesNotMatch(
        svg,
        /<(?:script|style|foreignObject|image|text|a)\b|\son\w+=|style=|https?:\/\/(?!www\.w3\.org\/)/u,
      )
      await bakeIntoPng(png, '{"a":1}')
      assert.deepEqual(extractFromSvg(bakeIntoSvg(svg, '{"a":1}')).content, '{"a":1}')
    }
  })

  it('is the same for every learner', async () => {
    assert.deepEqual(await documents.badge(ada), await documents.badge(sampleAward('Bo')))
  })
})
