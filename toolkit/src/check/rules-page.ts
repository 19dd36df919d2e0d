// The page about all rules, docs/rules.md, made from the rules themselves.

import { hoursPerCreditTable } from '../vocabulary/hours-per-credit.ts'
import type { Principle, Rule } from './rule.ts'
import { rules } from './rules/index.ts'

const principles: Readonly<Record<Principle, string>> = {
  definition: 'definition',
  quality: '1 quality',
  transparency: '2 transparency',
  relevance: '3 relevance',
  'valid-assessment': '4 valid assessment',
  'learning-pathways': '5 learning pathways',
  recognition: '6 recognition',
  portable: '7 portable',
  'learner-centred': '8 learner-centred',
  authentic: '9 authentic',
  'information-and-guidance': '10 information and guidance',
}

/** Markdown of docs/rules.md. */
export function rulesPage(): string {
  const annexI = rules.filter((rule) => rule.class === 'annex-i')
  const quality = rules.filter((rule) => rule.class === 'tessera-quality')
  return `# The rules of the check

This page is made by \`node scripts/schemas.mjs\` from the rules in \`toolkit/src/check/rules/\`.

\`tessera check DESIGN\` runs ${rules.length} rules. An **error** makes it end with exit code 1, a **warning** should be
looked at, **advice** may be wrong for a good reason and is never a gate. The two classes are never mixed: a lawful
micro-credential of a vocational school or an employer, without ECTS, without an EQF level and with internal quality
assurance, has no error in the first. Being described with the elements of Annex I is not yet recognition, and says so
itself.

## Annex I: what the Recommendation itself asks (\`annex-i\`)

Council Recommendation 2022/C 243/02. The definition and the mandatory elements are errors where they are missing; what
it asks "wherever possible" or "where applicable", and the optional elements, are advice. The learner (M1), the date of
issuing (M5) and the grade (O3) exist only in an award: the check of a design says what it can know of them beforehand,
and the verifier reports for every award which of the sixteen elements it holds.

${table(annexI)}

## Beyond it: what others need to trust and use it (\`tessera-quality\`)

Criteria belong to the definition, but Annex I has no element for them, so that they are found here.
What counts as a small volume is a setting, since no European document sets it.

${table(quality)}

## Hours of one ECTS credit

A design may override these in \`hoursPerCredit\` and says why. Below 20 or above 35 hours is an error anywhere else.

| country | hours | source |
| --- | --- | --- |
${hoursPerCreditTable()
  .map(({ country, min, max, source }) => {
    const name = country === 'EU' ? 'any other' : country
    return `| ${name} | ${min === max ? min : `${min} to ${max}`} | ${source} |`
  })
  .join('\n')}
`
}

function table(of: readonly Rule[]): string {
  const rows = of.map(
    ({ id, severity, principle, looksAt, demand }) =>
      `| \`${id}\` | ${severity} | ${principles[principle]} | ${demand} | ${looksAt} |`,
  )
  return [
    '| rule | severity | principle of Annex II | demand | looks at |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
