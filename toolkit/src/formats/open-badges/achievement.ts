// A design as an Open Badges 3.0 achievement (section B.1.1): the same for every learner.

import type { Award } from '../../credential/award.ts'
import type { Organisation } from '../../credential/organisation.ts'
import type { JsonObject } from '../../read/json.ts'
import { iscedF } from '../../vocabulary/isced-f.ts'
import { alignmentsOf } from './alignments.ts'
import { languageOf, say } from './language.ts'
import { narrativeOf } from './narrative.ts'
import { invented, profileOf } from './profile.ts'
import { resultDescriptionsOf } from './results.ts'
import { objectOf } from './terms.ts'

/** Marks a design that is made up, so that no reader takes it for real. */
export const inventedTag = 'fictitious example'

export function achievementOf(award: Award): JsonObject {
  const { design } = award
  const language = languageOf(design)
  const [leading] = design.awardingBodies.toSorted(
    (a, b) => Number(b.role === 'leading') - Number(a.role === 'leading'),
  )
  const creator = leading?.organisation ?? award.issuer
  const [field] = design.fields
  const title = say(design.title, language) ?? design.id
  const description = say(design.description, language) ?? title
  return objectOf({
    id: design.id,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: title,
    description: design.fictitious === true ? `${description}\n\n${invented}` : description,
    inLanguage: language,
    version: design.version,
    criteria: objectOf({ id: design.homepage, narrative: narrativeOf(design, language) }),
    creator: creator === undefined ? undefined : creatorOf(creator, award, language),
    creditsAvailable: design.credits?.points,
    fieldOfStudy: field === undefined ? undefined : fieldName(field, language),
    tag: design.fictitious === true ? [inventedTag] : [],
    otherIdentifier:
      design.frozen === undefined
        ? []
        : [
            {
              type: 'IdentifierEntry',
              identifier: design.frozen.digest,
              identifierType: 'ext:DesignDigest',
            },
          ],
    alignment: alignmentsOf(design, language),
    resultDescription: resultDescriptionsOf(award, language),
  })
}

/** The issuer's own profile stands at the top of the credential already. */
function creatorOf(creator: Organisation, { issuer }: Award, language: string): JsonObject {
  if (creator.id !== issuer?.id) return profileOf(creator, language)
  return { id: creator.id, type: ['Profile'], name: say(creator.legalName, language) }
}

function fieldName(code: string, language: string): string {
  const label = iscedF.byCode(code)?.label
  return label?.[language] ?? label?.['en'] ?? code
}
