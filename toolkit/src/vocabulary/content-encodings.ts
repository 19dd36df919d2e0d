// How the content of a media object is written down.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const contentEncodings = conceptList(
  'content encoding',
  'http://data.europa.eu/snb/encoding/25831c2',
  [
    [
      'base64',
      '6146cde7dd',
      'base64',
      {
        es: 'base64',
        de: 'base64',
        fr: 'base64',
        it: 'base64',
        pt: 'base64',
        pl: 'base64',
        lt: 'base64',
        ga: 'base64',
      },
    ],
  ],
)
