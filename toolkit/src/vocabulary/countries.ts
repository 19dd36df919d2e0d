// Countries and territories: a design writes ISO 3166-1 alpha-2, the EU authority list has three letters.

import { countryNames } from './country-names.ts'
import { countryRows } from './country-rows.ts'
import { conceptList, type Row } from './list.ts'

export const countries = conceptList(
  'country',
  'http://publications.europa.eu/resource/authority/country',
  countryRows.trim().split('\n').map(rowOf),
)

function rowOf(line: string): Row {
  const [code = '', id = '', ...name] = line.split(' ')
  return [code, id, name.join(' '), countryNames[code]]
}
