// Whether a grade is a pass.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.
// "pass" is the only member that is public.

import { conceptList } from './list.ts'

export const gradeStatuses = conceptList(
  'grade status',
  'http://data.europa.eu/snb/grade-status/25831c2',
  [['pass', 'c_60a1cf9a', 'pass']],
)
