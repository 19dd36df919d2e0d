// What an entitlement opens the door to.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const entitlementTypes = conceptList(
  'entitlement type',
  'http://data.europa.eu/snb/entitlement/25831c2',
  [
    ['occupation', '52f62180c2', 'occupation', { es: 'profesión' }],
    [
      'learning-opportunity',
      '64aad92881',
      'learning opportunity',
      { es: 'oportunidad de aprendizaje' },
    ],
    ['membership', 'bebd32e8e6', 'membership'],
  ],
)
