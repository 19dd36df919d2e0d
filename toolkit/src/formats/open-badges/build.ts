// An award as an Open Badges 3.0 credential (VCDM 2.0), unsigned.

import type { Award } from '../../credential/award.ts'
import type { JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { writeDateTime } from '../../seal/data-integrity/index.ts'
import { credentialsV2, openBadgesV303 } from '../../seal/json-ld/contexts.ts'
import type { Unsigned, WriteSettings } from '../format.ts'
import { achievementOf } from './achievement.ts'
import { languageOf, say } from './language.ts'
import { identifiersOf } from './learner.ts'
import { profileOf } from './profile.ts'
import { resultsOf } from './results.ts'
import { statusMembers } from './status.ts'
import { storyOf } from './story.ts'
import { objectOf } from './terms.ts'

/** Refuses `ob3.award` for an award without id or issuer. */
export async function buildCredential(award: Award, settings: WriteSettings): Promise<Unsigned> {
  const { id, issuer, design } = award
  if (id === undefined || issuer === undefined) {
    return refuse(
      'ob3.award',
      '',
      'An award needs an identifier and an issuer before it becomes a badge.',
    )
  }
  const language = languageOf(design)
  const issued = award.validFrom ?? award.issuedAt
  const document = objectOf({
    '@context': [credentialsV2, openBadgesV303],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: say(design.title, language),
    issuer: profileOf(issuer, language),
    validFrom: issued === undefined ? writeDateTime(settings.now) : seconds(issued),
    validUntil: award.expiresAt === undefined ? undefined : seconds(award.expiresAt),
    awardedDate: award.awardedOn === undefined ? undefined : `${award.awardedOn}T00:00:00Z`,
    credentialSubject: subjectOf(award, settings),
    ...statusMembers(settings.status),
  })
  return { id, document }
}

function subjectOf(award: Award, settings: WriteSettings): JsonObject {
  const { learner, creditsEarned } = award
  return objectOf({
    id: learner.id,
    type: ['AchievementSubject'],
    identifier: identifiersOf(learner, settings.random),
    achievement: achievementOf(award),
    creditsEarned: creditsEarned?.points,
    result: resultsOf(award),
    narrative: storyOf(award),
  })
}

function seconds(time: string): string {
  return writeDateTime(new Date(time))
}
