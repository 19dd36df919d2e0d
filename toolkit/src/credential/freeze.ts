// A version of a design is frozen once it is used: awards made from it keep meaning what they meant.

import { sha256 } from '#machine'
import { canonicalJson } from '../canonical-json.ts'
import { refuse } from '../refusal.ts'
import { utf8 } from '../read/utf8.ts'
import type { Design } from './design.ts'

/** SHA-256 over the RFC 8785 form of everything but the freezing itself: `sha256-<hex>`. */
export function digestOf(design: Design): string {
  const { frozen: _, ...content } = design
  const hash = sha256(utf8(canonicalJson(content)))
  return `sha256-${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** The design, frozen at that moment; a frozen one is given back as it is, if it is untouched. */
export function freeze(design: Design, at: Date): Design {
  if (design.frozen !== undefined) {
    requireUntouched(design)
    return design
  }
  return { ...design, frozen: { at: at.toISOString(), digest: digestOf(design) } }
}

/** Refuses (`design.changed-after-freezing`) a frozen design whose content is not what was frozen. */
export function requireUntouched(design: Design): void {
  if (design.frozen !== undefined && design.frozen.digest !== digestOf(design)) {
    refuse(
      'design.changed-after-freezing',
      'frozen',
      `Version ${design.version} of this design was already used and has been changed since. Give the changed design a new version and remove "frozen".`,
    )
  }
}
