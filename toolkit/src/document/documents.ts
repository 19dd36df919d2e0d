// The documents of an award: the certificate as pictures (for EDC) and as an archivable, accessible PDF
// (PDF/A-3a, ISO 19005-3; PDF/UA-1, ISO 14289-1), and the badge. One template serves them all.

import { nameOf, type Award } from '../credential/award.ts'
import type { CertificatePicture, Pictures } from '../formats/format.ts'
import { limits } from '../limits.ts'
import { Refused, refuse } from '../refusal.ts'
import { badgeContent, badgeInWords } from './badge-content.ts'
import { certificateContent, type CertificateContent } from './certificate-content.ts'
import { allFonts, commonFonts, undrawable, type FontSet } from './fonts.ts'
import { palettePng } from './png.ts'
import { pagesOf, pixelsOf } from './raster.ts'
import { strictSvg } from './strict-svg.ts'
import { typesetter, type Attachment, type PdfStandard, type Typesetter } from './typesetter.ts'

export interface DocumentSettings {
  /** The seals are test seals: every page and badge says so. */
  readonly testSeal?: boolean
  /** More fonts (TrueType or OpenType files), for scripts the bundled ones do not have. */
  readonly fonts?: readonly Uint8Array[]
}

export interface PdfSettings {
  readonly standard: PdfStandard
  /** Files embedded into the PDF, such as the sealed credential as its source. */
  readonly attachments?: readonly Attachment[]
}

export interface Documents extends Pictures {
  /** The certificate as a PDF of that standard. The same award gives the same bytes. */
  certificatePdf(award: Award, language: string, settings: PdfSettings): Promise<Uint8Array>
}

/** Pixels of one A4 page: 120 dots to the inch. */
const pageHeight = 1403
const dpi = 120
const colours = 32
const badgeSide = 600

/**
 * Makes the documents room ready; keep what it gives, fonts and compiler are read once.
 * Its methods refuse `document.no-glyph` (no font has a character of the award: named, with its place),
 * `document.too-long` and `document.too-many-pages`.
 */
export async function createDocuments(settings: DocumentSettings = {}): Promise<Documents> {
  const content = { testSeal: settings.testSeal ?? false }
  const common = ready(await commonFonts(settings.fonts))
  let all: Promise<ReturnType<typeof ready>> | undefined

  const setterFor = async (data: unknown, award: Award): Promise<Typesetter> => {
    const text = textOf(data)
    if (text.length > limits.certificate.characters) {
      refuse(
        'document.too-long',
        'award',
        `A certificate may hold ${limits.certificate.characters} characters; this one has ${text.length}.`,
      )
    }
    if (undrawable(text, common.fonts.characters).length === 0) return common.setter
    all ??= allFonts(settings.fonts).then(ready)
    const { fonts, setter } = await all
    const missing = undrawable(text, fonts.characters)
    if (missing.length > 0) refuseCharacters(missing, award)
    return setter
  }

  const pages = async (
    data: CertificateContent,
    award: Award,
    language: string,
  ): Promise<readonly CertificatePicture[]> => {
    const setter = await setterFor(data, award)
    const layout = layoutFor(setter, data)
    const drawing = setter.drawing('certificate.typ', { certificate: data, layout })
    if (drawing.pages > limits.certificate.pages) {
      refuse(
        'document.too-many-pages',
        'award',
        `A certificate may have ${limits.certificate.pages} pages; this one has ${drawing.pages}.`,
      )
    }
    const pixels = await pixelsOf(drawing.svg, pageHeight * drawing.pages)
    return pagesOf(pixels, drawing.pages).map((page, i) => ({
      language,
      page: i + 1,
      mediaType: 'image/png',
      bytes: palettePng(page, colours, dpi),
    }))
  }

  return {
    certificate: (award, language) =>
      pages(certificateContent(award, language, content), award, language),
    badge: async (award) => {
      const data = badgeContent(award, content)
      const words = badgeInWords(data)
      const setter = await setterFor(data, award)
      const svg = strictSvg(
        setter.drawing('badge.typ', { badge: data }).svg,
        words.title,
        words.description,
      )
      return { svg, png: palettePng(await pixelsOf(svg, badgeSide), colours, dpi) }
    },
    certificatePdf: async (award, language, { standard, attachments = [] }) => {
      const data = certificateContent(award, language, content)
      const setter = await setterFor(data, award)
      if (data.date === undefined) {
        refuse(
          'document.no-date',
          'award.issuedAt',
          'A PDF for the archive needs the date of issue.',
        )
      }
      const layout = layoutFor(setter, data)
      // Node frees what the compiler holds only between turns; a long cohort must let it.
      await new Promise((resolve) => setImmediate(resolve))
      return setter.pdf('certificate.typ', { certificate: data, layout }, standard, attachments)
    },
  }
}

/** All on one page if it fits; else the details begin a page of their own, unless that makes one page more. */
function layoutFor(setter: Typesetter, data: CertificateContent): 'flowing' | 'parted' {
  const flowing = setter.pages('certificate.typ', { certificate: data, layout: 'flowing' })
  if (flowing === 1) return 'flowing'
  return setter.pages('certificate.typ', { certificate: data, layout: 'parted' }) > flowing
    ? 'flowing'
    : 'parted'
}

function ready(fonts: FontSet) {
  return { fonts, setter: typesetter(fonts) }
}

/** Every text of the data in one. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data
  if (typeof data !== 'object' || data === null) return ''
  return Object.values(data).map(textOf).join('')
}

function refuseCharacters(characters: readonly string[], award: Award): never {
  const name = nameOf(award.learner).normalize('NFC')
  throw new Refused(
    characters.slice(0, 10).map((character) => ({
      code: 'document.no-glyph',
      place: name.includes(character) ? 'learner' : 'design',
      sentence: `No font here can write “${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}); give a font that has it.`,
    })),
  )
}
