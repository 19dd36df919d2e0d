// A drawing as a strict SVG: shapes only. No script, style, event, link to the outside or foreign content can
// be in it, because only what is on the list below is let through; so a credential can be baked into it.

import { refuse } from '../refusal.ts'

const allowed: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'xmlns', 'xmlns:xlink'],
  g: ['transform', 'clip-path'],
  path: ['d', 'fill', 'fill-rule', 'transform'],
  use: ['x', 'y', 'fill', 'fill-rule', 'xlink:href'],
  defs: ['id'],
  symbol: ['id', 'overflow'],
  clipPath: ['id'],
}

/** Attributes Typst writes that say nothing to a reader of the picture. */
const dropped = new Set(['class', 'xmlns:h5'])

const tag = /<(\/?)([A-Za-z:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gu

/**
 * The drawing without anything but shapes, with a title and a description for those who cannot see it.
 * Refuses (`svg.not-strict`) what is not on the list, so that a change of the compiler is noticed.
 */
export function strictSvg(svg: string, title: string, description: string): string {
  const rest = svg.replace(tag, '').trim()
  if (rest !== '')
    refuse('svg.not-strict', 'badge', 'The drawing holds text or markup that is not a shape.')
  const shapes = svg
    .replace(tag, (_, closing: string, name: string, attributes: string, empty: string) => {
      const known = allowed[name]
      if (known === undefined) refuse('svg.not-strict', 'badge', `The drawing holds a <${name}>.`)
      const kept = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/gu)].flatMap(
        ([, key = '', value = '']) => {
          if (dropped.has(key)) return []
          if (!known.includes(key) || !harmless(key, value)) {
            refuse('svg.not-strict', 'badge', `A <${name}> has ${key}="${value.slice(0, 40)}".`)
          }
          return [` ${key}="${value}"`]
        },
      )
      return `<${closing}${name}${kept.join('')}${empty}>`
    })
    .replace(/>\s+</gu, '><')
    .trim()
  return shapes.replace(
    /^<svg([^>]*)>/u,
    (_, attributes: string) =>
      `<svg${attributes} role="img" aria-labelledby="badge-title badge-description"><title id="badge-title">${escaped(title)}</title><desc id="badge-description">${escaped(description)}</desc>`,
  )
}

/** Only names of the drawing itself may be pointed to. */
function harmless(name: string, value: string): boolean {
  if (name === 'xlink:href') return /^#\w+$/u.test(value)
  if (name === 'clip-path') return /^url\(#\w+\)$/u.test(value)
  if (name.startsWith('xmlns')) return value.startsWith('http://www.w3.org/')
  return !/[:(]/u.test(value) || name === 'transform'
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}
