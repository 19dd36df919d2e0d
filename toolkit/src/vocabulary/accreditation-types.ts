// What kind of accreditation or quality assurance.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const accreditationTypes = conceptList(
  'accreditation type',
  'http://data.europa.eu/snb/accreditation/25831c2',
  [
    [
      'institutional-license',
      '003293d2ce',
      'Institutional License',
      {
        es: 'Licencia institucional',
        de: 'Institutionelle Lizenz',
        fr: 'Licence institutionnelle',
        it: 'Autorizzazione istituzionale',
        pt: 'Licença institucional',
        pl: 'Licencja instytucjonalna',
        lt: 'Institucinė licencija',
        ga: 'Ceadúnú Institiúideach',
      },
    ],
    ['program-quality-assurance', '820101cba6', 'Program Quality Assurance'],
    [
      'institutional-quality-assurance',
      'bb4618238e',
      'Institutional Quality Assurance',
      { es: 'Garantía de calidad institucional' },
    ],
    ['program-license', 'e57dddfcf3', 'Program License', { es: 'Licencia de programa' }],
    ['eqar-institutional-accreditation', 'c_1f1a469a', 'EQAR Institutional accreditation'],
  ],
)
