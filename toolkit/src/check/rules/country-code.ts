// Countries are ISO 3166-1: Greece is GR there and the United Kingdom GB, whatever NUTS and VAT say.

import type { Organisation } from '../../credential/organisation.ts'
import { countries } from '../../vocabulary/countries.ts'
import type { Found, Rule } from '../rule.ts'

const meant: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

export const countryCode: Rule = {
  id: 'country-code',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'every country',
  demand:
    'Countries are those of ISO 3166-1: GR for Greece and GB for the United Kingdom, not EL and UK.',
  run: ({ awardingBodies, providers, qualityAssurance }) => [
    ...awardingBodies.flatMap(({ organisation }, i) =>
      ofOrganisation(organisation, `awardingBodies[${i}].organisation`),
    ),
    ...providers.flatMap((organisation, i) => ofOrganisation(organisation, `providers[${i}]`)),
    ...qualityAssurance.flatMap(({ bodyCountry }, i) =>
      of(bodyCountry, `qualityAssurance[${i}].bodyCountry`),
    ),
  ],
}

function ofOrganisation(organisation: Organisation, place: string): readonly Found[] {
  return [
    ...of(organisation.country, `${place}.country`),
    ...organisation.identifiers.flatMap(({ country }, i) =>
      of(country, `${place}.identifiers[${i}].country`),
    ),
    ...organisation.qualityAssurance.flatMap(({ bodyCountry }, i) =>
      of(bodyCountry, `${place}.qualityAssurance[${i}].bodyCountry`),
    ),
  ]
}

function of(code: string | undefined, place: string): readonly Found[] {
  if (code === undefined || countries.byCode(code) !== undefined) return []
  const right = meant[code]
  const mend =
    right === undefined ? 'Use the two letters of ISO 3166-1, such as ES.' : `Write ${right}.`
  return [{ place, message: `There is no country ${code} in ISO 3166-1.`, mend }]
}
