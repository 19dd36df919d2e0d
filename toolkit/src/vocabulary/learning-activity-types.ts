// What learners do.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const learningActivityTypes = conceptList(
  'learning activity type',
  'http://data.europa.eu/snb/learning-activity/25831c2',
  [
    [
      'lab-simulation-practice-coursework',
      '3c8bd58d62',
      'lab / simulation / practice coursework',
      { es: 'Laboratorio / simulación / tareas prácticas' },
    ],
    ['job-experience', '4357e0e681', 'job experience'],
    ['volunteering', '59eaf34fab', 'volunteering'],
    ['research', 'a7e556215a', 'research'],
    ['self-motivated-study', 'b660f5dcea', 'self-motivated study'],
    ['e-learning-coursework', 'bf2e3a7bae', 'e-learning coursework'],
    ['internship', 'bf5588ff84', 'internship'],
    ['apprenticeship', 'd46a826a39', 'apprenticeship'],
    ['workshop-seminar-or-conference', 'efff75e10a', 'workshop, seminar or conference'],
    ['educational-programme', 'fd33e234ae', 'educational programme'],
    ['classroom-coursework', 'ff436ea7c9', 'classroom coursework', { es: 'Tareas en el aula' }],
    ['mentoring-and-monitoring-activity', 'c_5665a0ad', 'mentoring and monitoring activity'],
  ],
  {
    lab: 'lab-simulation-practice-coursework',
    'self-study': 'self-motivated-study',
    'e-learning': 'e-learning-coursework',
    workshop: 'workshop-seminar-or-conference',
    seminar: 'workshop-seminar-or-conference',
    lecture: 'classroom-coursework',
  },
)
