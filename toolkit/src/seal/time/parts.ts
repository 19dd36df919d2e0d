// The members of a SEQUENCE one after the other, so that none is skipped and nothing is left over.

import { refuse } from '../../refusal.ts'
import { childrenOf, type Der, expectTag } from '../../trust/x509/der.ts'

export interface Parts {
  /** The next member, which must be of that type. */
  take(tag: number): Der
  /** The next member if it is of that type. */
  maybe(tag: number): Der | undefined
  /** Refuses `time.structure` when something is left. */
  end(): void
}

export function partsOf(parent: Der): Parts {
  const members = childrenOf(parent)
  let at = 0
  return {
    take: (tag) => expectTag(members[at++], tag, parent.place),
    maybe: (tag) => (members[at]?.tag === tag ? members[at++] : undefined),
    end: () => {
      if (at < members.length)
        refuse(
          'time.structure',
          parent.place,
          'The time stamp holds something it has no place for.',
        )
    },
  }
}

/** The one member of a value that must have exactly one. */
export function onlyPartOf(parent: Der, tag: number): Der {
  const parts = partsOf(parent)
  const part = parts.take(tag)
  parts.end()
  return part
}
