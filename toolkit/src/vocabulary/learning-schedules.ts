// How many hours a week: light below 8, intensive 8 to 30, full time above.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const learningSchedules = conceptList(
  'learning schedule',
  'http://data.europa.eu/snb/learning-schedule/25831c2',
  [
    ['part-time-light', '67395e6b5a', 'Part time light'],
    ['full-time', '72a0ab92fa', 'Full time'],
    ['part-time-intensive', 'f230bae523', 'Part time intensive'],
  ],
)
