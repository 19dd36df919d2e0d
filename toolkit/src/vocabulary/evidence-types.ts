// What a piece of evidence in a credential is for.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.
// Labels in our own words: the list is not published apart from the software that uses it.

import { conceptList } from './list.ts'

export const evidenceTypes = conceptList(
  'evidence type',
  'http://data.europa.eu/snb/evidence-type/25831c2',
  [
    ['mandate', 'c_18016257', 'Mandate'],
    ['conversion', 'c_c4f849d7', 'Conversion'],
    ['accreditation', 'c_991b06c6', 'Accreditation'],
  ],
)
