// A drawing becomes pixels: resvg, with no font and no file of the system, so that every machine of a kind
// draws the same.

import { renderAsync } from '@resvg/resvg-js'
import type { Pixels } from './png.ts'

/** The drawing at that height in pixels. Works beside the main thread. */
export async function pixelsOf(svg: string, height: number): Promise<Pixels> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'height', value: height },
    background: '#ffffff',
    font: { loadSystemFonts: false },
    logLevel: 'off',
  })
  return { width: image.width, height: image.height, rgba: new Uint8Array(image.pixels) }
}

/** The pages of a drawing that has them one below the other, all of the same height. */
export function pagesOf(pixels: Pixels, pages: number): readonly Pixels[] {
  const height = pixels.height / pages
  const size = pixels.width * height * 4
  return Array.from({ length: pages }, (_, i) => ({
    width: pixels.width,
    height,
    rgba: pixels.rgba.subarray(i * size, (i + 1) * size),
  }))
}
