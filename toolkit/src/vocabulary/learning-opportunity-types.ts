// What kind of offer the learning is part of.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const learningOpportunityTypes = conceptList(
  'learning opportunity type',
  'http://data.europa.eu/snb/learning-opportunity/25831c2',
  [
    ['course', '05053c1cbe', 'Course', { es: 'Curso' }],
    ['programme-module', '0f7dac46ca', 'Programme module'],
    ['mentoring', '11252a5207', 'Mentoring'],
    ['mooc', '17744a2647', 'MOOC'],
    ['apprenticeship', '63f9f6180c', 'Apprenticeship'],
    ['study-visit', '65a4cf5de2', 'Study visit'],
    ['short-learning-programme', '74a4a268e8', 'Short learning programme'],
    ['internship', '77b99de990', 'Internship'],
    ['educational-programme', '79343569f3', 'Educational programme', { es: 'Programa educativo' }],
    ['class', '7e1ac538db', 'Class'],
    ['service-learning', '8b965da2d4', 'Service learning'],
    ['thesis', 'b2434ca358', 'Thesis'],
    ['challenge', 'c_170b037d', 'Challenge'],
  ],
)
