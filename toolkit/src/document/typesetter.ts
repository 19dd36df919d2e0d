// Typst, held behind one small door: a template and its data in, a drawing or a PDF out.
// The compiler is kept, since making one costs more than setting a page.

import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fileURLToPath } from 'node:url'
import { Refused, refuse } from '../refusal.ts'
import type { FontSet } from './fonts.ts'

// The templates lie beside the sources and are read from there by the built files, too.
const workspace = fileURLToPath(new URL('../../src/document/', import.meta.url))

/** A file to be embedded into a PDF (PDF/A-3, ISO 19005-3). */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What the file is to the page: its source, data behind it, another form of it, or an addition. */
  readonly relationship: 'source' | 'data' | 'alternative' | 'supplement'
  readonly description: string
}

export type PdfStandard = 'a-3a' | 'ua-1'

export interface Typesetter {
  /** How many pages it takes. */
  pages(template: string, inputs: Readonly<Record<string, unknown>>): number
  /** All pages in one SVG, one below the other, letters as outlines. */
  drawing(
    template: string,
    inputs: Readonly<Record<string, unknown>>,
  ): { readonly svg: string; readonly pages: number }
  pdf(
    template: string,
    inputs: Readonly<Record<string, unknown>>,
    standard: PdfStandard,
    attachments: readonly Attachment[],
  ): Uint8Array
}

export function typesetter(fonts: FontSet): Typesetter {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.files] }] })
  const families = JSON.stringify({ sans: fonts.sans, serif: fonts.serif })
  let set = 0

  const compile = (
    template: string,
    inputs: Readonly<Record<string, unknown>>,
    files: readonly unknown[],
  ): NodeTypstDocument => {
    // What Typst remembers of earlier documents is dropped now and then, so that a cohort of thousands fits.
    if (++set % 10 === 0) compiler.evictCache(3)
    const answer = compiler.compile({
      mainFilePath: `${workspace}${template}`,
      inputs: {
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]),
        ),
        fonts: families,
        attachments: JSON.stringify(files),
      },
    })
    if (answer.result === null) fail(template, answer.takeDiagnostics())
    return answer.result
  }

  return {
    pages: (template, inputs) => compile(template, inputs, []).numOfPages,
    drawing: (template, inputs) => {
      const document = compile(template, inputs, [])
      return { svg: compiler.plainSvg(document), pages: document.numOfPages }
    },
    pdf: (template, inputs, standard, attachments) => {
      const files = attachments.map((file, i) => ({
        path: file.name,
        source: `/attachment-${i}`,
        relationship: file.relationship,
        mediaType: file.mediaType,
        description: file.description,
      }))
      attachments.forEach((file, i) =>
        compiler.mapShadow(`${workspace}attachment-${i}`, Buffer.from(file.bytes)),
      )
      try {
        return new Uint8Array(
          compiler.pdf(compile(template, inputs, files), { pdfStandard: standard }),
        )
      } catch (error) {
        if (error instanceof Refused) throw error
        return fail(template, error)
      } finally {
        compiler.resetShadow()
      }
    },
  }
}

function fail(template: string, cause: unknown): never {
  return refuse('document.not-set', template, 'The document could not be set.', cause)
}
