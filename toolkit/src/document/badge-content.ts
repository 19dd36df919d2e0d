// What a badge says: the title of the micro-credential, whose it is, its level and credits.

import type { Award } from '../credential/award.ts'
import { allianceOf, noticesOf, type ContentSettings } from './certificate-content.ts'
import { frame, ownTile, type Tile } from './mosaic.ts'
import { oneLine } from './plain-text.ts'
import { wordsOf, type Said } from './words.ts'

export interface BadgeContent {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly microCredential: string
  readonly title?: Said
  /** The alliance, else the awarding body where there is only one. */
  readonly alliance?: Said
  readonly level?: string
  readonly notices: readonly string[]
  readonly size: number
  readonly thickness: number
  readonly tiles: readonly Tile[]
  readonly own: readonly [column: number, row: number]
}

/** The badge of an award, in the first language of its design. Says nothing about the learner but one stone. */
export function badgeContent(award: Award, settings: ContentSettings): BadgeContent {
  const { design } = award
  const words = wordsOf(design.languages[0] ?? Object.keys(design.title ?? {})[0] ?? 'en')
  const { labels } = words
  const title = words.line(design.title)
  const bodies = design.awardingBodies
  const alliance = words.line(
    allianceOf(award) ?? (bodies.length === 1 ? bodies[0]?.organisation.legalName : undefined),
  )
  const level = words.join([
    design.level?.eqf === undefined ? undefined : `${labels.eqf} ${design.level.eqf}`,
    design.credits === undefined
      ? undefined
      : `${words.number(design.credits.points)} ${oneLine(design.credits.system)}`,
  ])
  const size = 15
  const thickness = 2
  const tiles = frame(design.id, size, thickness)
  return {
    lang: words.language,
    dir: labels.direction,
    microCredential: labels.microCredential,
    ...(title === undefined ? {} : { title }),
    ...(alliance === undefined ? {} : { alliance }),
    ...(level === '' ? {} : { level }),
    notices: noticesOf(award, labels, settings),
    size,
    thickness,
    tiles,
    own: ownTile(design.id, tiles),
  }
}

/** The badge in words, for those who cannot see it. */
export function badgeInWords(content: BadgeContent): {
  readonly title: string
  readonly description: string
} {
  return {
    title: [content.microCredential, content.title?.text].filter(Boolean).join(': '),
    description: [content.alliance?.text, content.level, ...content.notices]
      .filter(Boolean)
      .join('. ')
      .replace(/[\u2068\u2069]/gu, ''),
  }
}
