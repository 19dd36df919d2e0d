// jsonld.js copies the whole table of terms each time it enters or leaves a typed object, which is
// four fifths of the cost of a Data Integrity check (upstream issue jsonld.js#414). Term definitions
// are never changed once made, so that a copy may share them.

import jsonld, { type ActiveContext } from 'jsonld'

function shareTerms(this: ActiveContext): ActiveContext {
  const child: ActiveContext = {
    mappings: new Map(this.mappings),
    protected: { ...this.protected },
    inverse: null,
    getInverse: this.getInverse,
    clone: this.clone,
    revertToPreviousContext: this.revertToPreviousContext,
  }
  if (this.previousContext !== undefined) child.previousContext = this.previousContext
  for (const keyword of ['@base', '@language', '@vocab'] as const) {
    if (keyword in this) child[keyword] = this[keyword]
  }
  return child
}

/** Contexts are only ever changed right after they were copied, so the one before can be given as it is. */
function previousTerms(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}

/** Once per process: the initial context hands its way of copying on to every context made from it. */
export async function shareTermTables(): Promise<void> {
  const initial = await jsonld.processContext(null, null, {})
  initial.clone = shareTerms
  initial.revertToPreviousContext = previousTerms
}
