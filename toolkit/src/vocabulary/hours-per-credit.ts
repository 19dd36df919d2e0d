// Hours of learning behind one ECTS credit, per country. Where a country is not listed the range of the
// ECTS Users' Guide holds. A design may override it and say why.

export interface HoursPerCredit {
  readonly min: number
  readonly max: number
  /** Where the numbers come from. */
  readonly source: string
}

const european: HoursPerCredit = {
  min: 25,
  max: 30,
  source: "ECTS Users' Guide 2015, section 2",
}

const national: Readonly<Record<string, HoursPerCredit>> = {
  IE: {
    min: 20,
    max: 25,
    source: 'Ireland: Technological University Dublin, Credits and Professional Certifications',
  },
  NL: {
    min: 28,
    max: 28,
    source:
      'Netherlands: 60 credits are 1680 hours, Higher Education and Research Act, article 7.4',
  },
}

/** ECTS hours of a country (ISO 3166-1 alpha-2); the European range where none is known or given. */
export function hoursPerCredit(country: string | undefined): HoursPerCredit {
  return (country === undefined ? undefined : national[country]) ?? european
}

/** Outside these no country counts: such a number is an error of the design, not a custom. */
export const possibleHoursPerCredit = { min: 20, max: 35 } as const

/** Every row of the table, the European range first under the code EU. */
export function hoursPerCreditTable(): readonly (HoursPerCredit & { readonly country: string })[] {
  return [
    { country: 'EU', ...european },
    ...Object.entries(national).map(([country, hours]) => ({ country, ...hours })),
  ]
}
