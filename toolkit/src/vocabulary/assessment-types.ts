// How learning is assessed (Annex I element 9).
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const assessmentTypes = conceptList(
  'assessment type',
  'http://data.europa.eu/snb/assessment/25831c2',
  [
    ['peer-assessment', '19a2e5e671', 'peer assessment'],
    ['marked-assignment', '2939dae15f', 'marked assignment'],
    ['continuous-evaluation', '3484bd7e51', 'continuous evaluation', { es: 'Evaluación continua' }],
    ['portfolio', '4f03b91c0e', 'portfolio'],
    ['group-performance', '56539a6507', 'group performance'],
    ['practical-assessment', '6a4db9f11d', 'practical assessment'],
    ['written-examination', '6e6cb2cc78', 'written examination'],
    ['level-of-attendance', '7331eb4762', 'level of attendance'],
    ['project-work', '795dac4096', 'project work'],
    ['peer-review', '812e3b0ae1', 'peer review'],
    ['quiz', 'b1b68f6735', 'quiz', { es: 'Test' }],
    ['problem-based-learning', 'c4256a2726', 'problem based learning'],
    ['oral-examination', 'd30284d7df', 'oral examination', { es: 'Examen oral' }],
    ['artefact-assessment', 'de4d165a6c', 'artefact assessment'],
    ['presentation', 'c_04b30a72', 'Presentation'],
    ['self-assessment', 'c_2b3bd410', 'Self-assessment'],
    ['guided-self-assessment', 'c_4f874951', 'Guided self-assessment'],
  ],
  {
    exam: 'written-examination',
    'written exam': 'written-examination',
    'oral exam': 'oral-examination',
    project: 'project-work',
    assignment: 'marked-assignment',
    'continuous assessment': 'continuous-evaluation',
    'problem-based learning': 'problem-based-learning',
    attendance: 'level-of-attendance',
  },
)
