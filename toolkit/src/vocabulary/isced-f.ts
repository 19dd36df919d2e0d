// Fields of education and training: ISCED-F 2013, broad (06), narrow (061) and detailed (0613).
// Source: EU Publications Office / European Learning Model 3.2 list and its translations, CC BY 4.0.

import { iscedRows } from './isced-f-rows.ts'
import { conceptList, type Row } from './list.ts'

const languages = ['es', 'de', 'fr', 'it', 'pt', 'pl', 'lt', 'ga']

export const iscedF = conceptList(
  'ISCED-F field',
  'http://data.europa.eu/snb/isced-f/25831c2',
  iscedRows.trim().split('\n').map(rowOf),
)

function rowOf(line: string): Row {
  const [code = '', en = '', ...others] = line.split('|')
  const labels = languages.flatMap((language, i) => {
    const label = others[i]
    return label === undefined ? [] : [[language, label] as const]
  })
  return [code, code, en, Object.fromEntries(labels)]
}
