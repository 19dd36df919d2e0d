// Regions of the European Union (NUTS): a code is a country and one to three characters, and its IRI
// follows from it, so the 2,160 entries need no table. Source: EU Publications Office, CC BY 4.0.
// NUTS writes EL for Greece and UK for the United Kingdom where ISO 3166-1 has GR and GB.

const scheme = 'http://data.europa.eu/nuts'
const pattern = /^([A-Z]{2})[A-Z0-9]{0,3}$/
const countriesOfNuts = new Set(
  'AL AT BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UK'.split(
    ' ',
  ),
)

export const nutsScheme = scheme

/** Whether the code has the form of a NUTS code of a country that has them. Not whether the region exists. */
export function isNutsCode(code: string): boolean {
  const country = pattern.exec(code)?.[1]
  return country !== undefined && countriesOfNuts.has(country)
}

/** ES41 → http://data.europa.eu/nuts/code/ES41; undefined for what is no NUTS code. */
export function nutsIri(code: string): string | undefined {
  return isNutsCode(code) ? `${scheme}/code/${code}` : undefined
}

export function nutsCodeOf(iri: string): string | undefined {
  const code = iri.startsWith(`${scheme}/code/`) ? iri.slice(`${scheme}/code/`.length) : ''
  return isNutsCode(code) ? code : undefined
}

/** The ISO 3166-1 country of a NUTS code: EL41 → GR. */
export function countryOfNuts(code: string): string | undefined {
  const country = isNutsCode(code) ? code.slice(0, 2) : undefined
  return country === 'EL' ? 'GR' : country === 'UK' ? 'GB' : country
}
