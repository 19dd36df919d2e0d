// A version that was used is what it was.

import { digestOf } from '../../credential/freeze.ts'
import type { Rule } from '../rule.ts'

export const frozenUnchanged: Rule = {
  id: 'frozen-unchanged',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'frozen.digest',
  demand: 'A version that was used has not been changed since.',
  run: (design) =>
    design.frozen === undefined || design.frozen.digest === digestOf(design)
      ? []
      : [
          {
            place: 'frozen.digest',
            message: `Version ${design.version} was already used and has been changed since.`,
            mend: 'Give the changed design a new version and remove "frozen", or undo the change.',
          },
        ],
}
