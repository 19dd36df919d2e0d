// Whether a badge is still a picture: pngcheck for PNG, xmllint and librsvg for SVG.

import { whoSees, type Exhibit, type Judge } from '../judge.ts'
import { runOver, unlessInstalled } from './program.ts'

function picture(
  name: string,
  kind: Exhibit['kind'],
  program: string,
  version: string,
  options: readonly string[],
): Judge {
  return {
    name,
    available: () => unlessInstalled(program, version),
    expects: (exhibit) => (exhibit.kind === kind ? whoSees(exhibit, ['container']) : undefined),
    judge: async ({ bytes }) =>
      runOver(program, { badge: bytes }, (path) => [...options, path('badge')]),
  }
}

export const pictures: readonly Judge[] = [
  picture('pngcheck', 'badge-png', 'pngcheck', '-h', ['-q']),
  picture('xmllint', 'badge-svg', 'xmllint', '--version', ['--noout', '--nonet']),
  picture('librsvg', 'badge-svg', 'rsvg-convert', '--version', []),
]
