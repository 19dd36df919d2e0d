// Whom a micro-credential is for.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const targetGroups = conceptList(
  'target group',
  'http://data.europa.eu/snb/target-group/25831c2',
  [
    ['high-achievers', '022beab85a', 'High Achievers'],
    ['non-native-speakers', '0247b300b0', 'Non-Native Speakers'],
    [
      'persons-requiring-employment-retraining',
      '05f11c859b',
      'Persons requiring employment retraining',
    ],
    ['persons-in-tertiary-education-eqf-6', '1599531db0', 'Persons in tertiary education (EQF 6)'],
    [
      'persons-who-have-completed-primary-education',
      '1cfca7f767',
      'Persons who have completed primary education',
    ],
    [
      'persons-in-secondary-compulsory-education',
      '46806e0244',
      'Persons in secondary/compulsory education',
    ],
    [
      'persons-who-have-completed-tertiary-education-eqf-7',
      '527a6f97eb',
      'Persons who have completed tertiary education (EQF 7)',
    ],
    ['persons-in-primary-education', '5b1417fd15', 'Persons in primary education'],
    [
      'persons-with-0-3-years-work-experience',
      '5e56931138',
      'Persons with 0-3 years work experience',
    ],
    [
      'persons-who-have-completed-tertiary-education-eqf-8',
      '808b99d38f',
      'Persons who have completed tertiary education (EQF 8)',
    ],
    [
      'persons-who-have-completed-secondary-compulsory-education',
      '919082b88b',
      'Persons who have completed secondary/compulsory education',
    ],
    ['persons-in-tertiary-education-eqf-7', 'acb7f20f25', 'Persons in tertiary education (EQF 7)'],
    ['persons-in-tertiary-education-eqf-8', 'b0bf4f9fe9', 'Persons in tertiary education (EQF 8)'],
    ['migrants', 'c900d8ecb1', 'Migrants'],
    [
      'persons-with-3-10-years-work-experience',
      'cbedf28444',
      'Persons with 3-10 years work experience',
    ],
    [
      'persons-with-10-years-work-experience',
      'd45b47b458',
      'Persons with 10+ years work experience',
    ],
    ['persons-with-a-learning-disability', 'de9cd193ce', 'Persons with a learning disability'],
    ['native-speakers', 'e3782a33ab', 'Native Speakers'],
    [
      'persons-who-have-completed-tertiary-education-eqf-6',
      'e7627913ad',
      'Persons who have completed tertiary education (EQF 6)',
    ],
    ['low-achievers', 'fd1279fd9f', 'Low Achievers'],
  ],
)
