// docs/formats.md, made from what each format says of itself.

import { formats } from './index.ts'
import { eudiLearningCredential, profiles, sdJwtVcOf } from './sd-jwt-vc/index.ts'

const carried = { no: 'no', 'in-part': 'in part', 'as-text': 'as text' }

/** The page as Markdown. */
export function formatsPage(): string {
  const lines = [
    '# Formats, and what each cannot carry',
    '',
    'Made by `node scripts/schemas.mjs` from `toolkit/src/formats/*/losses`. One design, one award, every format: what a format has no',
    'place for is left out or written as plain text, and said here. Everything not named here is carried and read back.',
    '',
    'An EDC follows the generic profile; one whose issuer seals what others award (`mandate` in the issuer’s settings) also the profile',
    '“issued by mandate”. A foreign EDC is judged by the generic profile and by those it names: accredited, converted, issued by mandate.',
    'SD-JWT VCs are of the EU’s type, or of that of `sdJwtProfile` in the issuer’s settings; both are read.',
    '',
  ]
  const others = profiles
    .filter(({ vct }) => vct !== eudiLearningCredential.vct)
    .map((profile) => ({
      ...sdJwtVcOf(profile),
      name: `SD-JWT VC as ${profile.name}`,
      id: `sd-jwt, sdJwtProfile: ${profile.id}`,
    }))
  for (const { id, name, losses } of [...formats, ...others]) {
    lines.push(
      `## ${name} (\`${id}\`)`,
      '',
      '| element of the model | carried | note |',
      '| --- | --- | --- |',
    )
    for (const loss of losses) {
      lines.push(
        `| \`${loss.element}\` | ${carried[loss.carried]} | ${loss.note.replaceAll('|', '\\|')} |`,
      )
    }
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}
