// What the sealed file says must be what was meant: read back by the reader others use, compared claim by claim.

import { nameOf, type Award } from '../credential/award.ts'
import type { Text } from '../credential/text.ts'
import { refuse } from '../refusal.ts'

/** Refuses (`issue.claims-differ`) when a claim read back is another than the one meant. */
export function requireSameClaims(meant: Award, read: Award, place: string): void {
  const differ = (claim: string, a: unknown, b: unknown) =>
    refuse(
      'issue.claims-differ',
      `${place}, ${claim}`,
      `The file would say “${String(b)}” where “${String(a)}” is meant.`,
    )
  const same = (claim: string, a: unknown, b: unknown) => {
    if (a !== undefined && a !== b) differ(claim, a, b)
  }
  same('id', uuidOf(meant.id), uuidOf(read.id))
  same('learner', nameOf(meant.learner), nameOf(read.learner))
  sameText('title', meant.design.title, read.design.title, differ)
  same('number of outcomes', meant.design.outcomes.length, read.design.outcomes.length)
  meant.design.outcomes.forEach((outcome, i) =>
    sameText(`outcome ${i + 1}`, outcome.text, read.design.outcomes[i]?.text, differ),
  )
  same('credits', meant.design.credits?.points, read.design.credits?.points)
  same('level', meant.design.level?.eqf, read.design.level?.eqf)
  same('grade', meant.grade, read.grade)
  same('date of issuing', timeOf(meant.issuedAt), timeOf(read.issuedAt))
}

/** Every language read back must be one that was meant, word for word; one language at least must be there. */
function sameText(
  claim: string,
  meant: Text | undefined,
  read: Text | undefined,
  differ: (claim: string, a: unknown, b: unknown) => never,
): void {
  if (meant === undefined) return
  const languages = Object.keys(read ?? {})
  if (languages.length === 0) differ(claim, Object.values(meant)[0], '')
  for (const language of languages) {
    if (read?.[language] !== meant[language]) differ(claim, meant[language], read?.[language])
  }
}

function uuidOf(id: string | undefined): string | undefined {
  return id === undefined
    ? undefined
    : (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(id)?.[0] ?? id)
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text)
}
