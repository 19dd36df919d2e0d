// What an EDC says it is.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.
// "Accredited" is what the list of 2024 calls "Qualification Award".

import { conceptList } from './list.ts'

export const credentialProfiles = conceptList(
  'credential profile',
  'http://data.europa.eu/snb/credential/25831c2',
  [
    ['learning-activity', '48b514e72a', 'Learning Activity'],
    ['accredited', '6cf8e68c43', 'Accredited'],
    [
      'diploma-supplement',
      '6dff8a0f87',
      'Diploma Supplement',
      { es: 'Suplemento Europeo al Título' },
    ],
    ['learning-entitlement', 'bdc47cb449', 'Learning Entitlement'],
    [
      'generic',
      'e34929035b',
      'Generic',
      {
        es: 'Genérica',
        de: 'Generisch',
        fr: 'Générique',
        it: 'Generico',
        pt: 'Genérico',
        pl: 'Ogólna',
        lt: 'Bendrasis',
        ga: 'Cineálach',
      },
    ],
    ['converted', 'c_7e400154', 'Converted'],
    ['mandated-issue', 'c_9a31f32a', 'Mandated Issue'],
    ['accreditation', 'c_ae121a00', 'Accreditation'],
  ],
  { 'qualification-award': 'accredited', 'Qualification Award': 'accredited' },
)
