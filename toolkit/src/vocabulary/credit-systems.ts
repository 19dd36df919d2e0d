// Credit systems.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const creditSystems = conceptList(
  'credit system',
  'http://data.europa.eu/snb/education-credit/25831c2',
  [
    ['ECVET', '60b314e826', 'European credit system for vocational education and training'],
    ['ECTS', '6fcec5c5af', 'European Credit Transfer System'],
  ],
  { 'European Credit Transfer and Accumulation System': 'ECTS', EC: 'ECTS' },
)
