// Decisions an accreditation may carry. Only "positive" is public.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const accreditationDecisions = conceptList(
  'accreditation decision',
  'http://data.europa.eu/snb/accreditation-decision/25831c2',
  [['positive', 'c_0ab66479', 'positive']],
)
