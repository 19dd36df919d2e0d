// Whether an assessment was supervised and the identity of the learner verified (Annex I element 13).
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const supervisionVerification = conceptList(
  'supervision and identity check',
  'http://data.europa.eu/snb/supervision-verification/25831c2',
  [
    [
      'supervised-with-id-verification',
      '70be69aaf9',
      'Supervised with ID Verification',
      { es: 'Supervisado con verificación de la identidad' },
    ],
    ['supervised-without-id-verification', '44314532f9', 'Supervised without ID Verification'],
    ['unsupervised-with-id-verification', 'df2880c5cb', 'Unsupervised with ID Verification'],
    ['unsupervised-without-id-verification', 'c598449d64', 'Unsupervised without ID Verification'],
  ],
)
