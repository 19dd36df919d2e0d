// Formal or non-formal learning.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const learningSettings = conceptList(
  'learning setting',
  'http://data.europa.eu/snb/learning-setting/25831c2',
  [
    ['formal', '6fd4685715', 'formal learning', { es: 'Aprendizaje formal' }],
    ['non-formal', 'e207a81fc7', 'non-formal learning', { es: 'Aprendizaje no formal' }],
  ],
)
