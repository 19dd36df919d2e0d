// Pictures of certificates and badges, drawn by the toolkit. A badge says nothing about its learner, so one is
// drawn for a whole cohort; the pages of a certificate bear a name and are drawn for each.

import type { Award } from 'tessera/credential/award'
import { createDocuments, type Documents } from 'tessera/document'
import type { Pictures } from 'tessera/formats/format'

const rooms = new Map<boolean, Promise<Documents>>()

/** Fonts and compiler are read once a process. */
export function documents(testSeal: boolean): Promise<Documents> {
  const known = rooms.get(testSeal)
  if (known !== undefined) return known
  const room = createDocuments({ testSeal })
  rooms.set(testSeal, room)
  room.catch(() => rooms.delete(testSeal))
  return room
}

const badgesKept = 200

/** The same pictures; a badge already drawn for that version of the design is given again. */
export async function drawings(testSeal: boolean): Promise<Pictures> {
  const room = await documents(testSeal)
  const badges = new Map<string, ReturnType<Pictures['badge']>>()
  return {
    certificate: (award, language) => room.certificate(award, language),
    badge: (award) => {
      const key = nameOfBadge(award)
      const known = badges.get(key)
      if (known !== undefined) return known
      if (badges.size >= badgesKept) badges.clear()
      const badge = room.badge(award)
      badges.set(key, badge)
      badge.catch(() => badges.delete(key))
      return badge
    },
  }
}

/** All a badge is drawn from: the frozen design, who seals it, and whether it is an invented one. */
const nameOfBadge = ({ design, issuer, mandate }: Award): string =>
  JSON.stringify([
    design.id,
    design.version,
    design.frozen?.digest ?? design,
    issuer?.id,
    issuer?.fictitious,
    mandate,
  ])
