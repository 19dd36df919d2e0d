// An Open Badges 3.0 credential read into an award.

import { type Award, awardSchema, type Result } from '../../credential/award.ts'
import { isObject, type JsonObject, textOf } from '../../read/json.ts'
import { learnerOf } from './learner.ts'
import { organisationOf } from './profile.ts'
import { targetsOf } from './read-alignments.ts'
import { designOf, isForeign, languageOfAchievement, supervisionIn } from './read-design.ts'
import { readScheme } from './results.ts'
import { readStory } from './story.ts'
import { objectsOf, partId, plainText, resultTypes } from './terms.ts'

/** The design is a model value already. */
const besideDesign = awardSchema.omit({ design: true })

/** What the credential says, in the model's own words. Parts it cannot carry are missing. */
export function awardOf(credential: JsonObject): Award {
  const subject = objectsOf(credential['credentialSubject'])[0] ?? {}
  const achievement = isObject(subject['achievement']) ? subject['achievement'] : {}
  const language = languageOfAchievement(achievement)
  const issuer = organisationOf(credential['issuer'], language)
  const profile = credential['issuer']
  const design = designOf(
    achievement,
    isObject(profile) || typeof profile === 'string' ? profile : undefined,
  )
  const story = readStory(plainText(subject['narrative']), language)
  const from = timeOf(credential['validFrom'] ?? credential['issuanceDate'])
  const until = timeOf(credential['validUntil'] ?? credential['expirationDate'])
  const awarded = timeOf(credential['awardedDate'])
  const learner = learnerOf(subject)
  const id = textOf(credential['id'])
  const minimal = {
    tessera: 'award/1',
    learner,
    ...(id === undefined ? {} : { id: id.slice(0, 500) }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(from === undefined ? {} : { issuedAt: from, validFrom: from }),
    ...(until === undefined ? {} : { expiresAt: until }),
  }
  const whole = {
    ...minimal,
    learner: { ...learner, ...(story.identity === undefined ? {} : { identity: story.identity }) },
    ...(awarded === undefined ? {} : { awardedOn: awarded.slice(0, 10) }),
    ...(story.place === undefined ? {} : { place: story.place }),
    ...(story.route === undefined ? {} : { route: story.route }),
    ...(story.rest === undefined ? {} : { furtherInformation: { [language]: story.rest } }),
    ...resultsOf(subject, achievement, design, language),
  }
  // Texts of others may not fit the model; then the less is better than nothing.
  const { issuer: _, ...unnamed } = minimal
  for (const candidate of [whole, minimal, unnamed]) {
    const read = besideDesign.safeParse(candidate)
    if (read.success) return { ...read.data, design }
  }
  return { ...besideDesign.parse({ tessera: 'award/1' }), design }
}

/** The model has times in UTC. */
function timeOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time) || Math.abs(time) > 253_402_300_799_000) return undefined
  return new Date(time).toISOString().replace('.000Z', 'Z')
}

function resultsOf(
  subject: JsonObject,
  achievement: JsonObject,
  design: Award['design'],
  language: string,
): object {
  const descriptions = objectsOf(achievement['resultDescription'])
  const foreign = descriptions.filter(isForeign)
  const byId = new Map(descriptions.map((one) => [textOf(one['id']), one]))
  let grade: string | undefined
  let points: number | undefined
  const results: Result[] = []
  for (const result of objectsOf(subject['result'])) {
    const url = textOf(result['resultDescription'])
    const description = byId.get(url)
    const value = valueOf(result, description)
    const type = description?.['resultType']
    if (type === resultTypes.grade) grade = value
    else if (type === resultTypes.credits) points = Number(value)
    else if (type !== resultTypes.workload) {
      const own = partId(url ?? '', 'assessment')
      const at = description === undefined ? -1 : foreign.indexOf(description)
      results.push(
        resultOf(result, description, value, own ?? (at < 0 ? undefined : `R${at + 1}`), language),
      )
    }
  }
  const earned = subject['creditsEarned']
  points ??= typeof earned === 'number' ? earned : undefined
  return {
    results,
    ...(grade === undefined ? {} : { grade }),
    ...(points === undefined || !(points > 0)
      ? {}
      : { creditsEarned: { system: design.credits?.system ?? 'unspecified', points } }),
  }
}

function valueOf(result: JsonObject, description: JsonObject | undefined): string | undefined {
  const level = textOf(result['achievedLevel'])
  const levels = objectsOf(description?.['rubricCriterionLevel'])
  const named =
    level === undefined ? undefined : plainText(levels.find(({ id }) => id === level)?.['name'])
  return (plainText(result['value']) ?? named)?.slice(0, 200)
}

function resultOf(
  result: JsonObject,
  description: JsonObject | undefined,
  grade: string | undefined,
  assessment: string | undefined,
  language: string,
): Result {
  const supervision = supervisionIn(targetsOf(result['alignment']))
  const name = plainText(description?.['name'])
  const scheme =
    assessment !== undefined || description === undefined
      ? undefined
      : readScheme(
          plainText(description['description']),
          plainText(description['requiredValue']),
          plainText(description['valueMax']),
          language,
        )
  return {
    ...(assessment === undefined ? {} : { assessment }),
    ...(assessment !== undefined || name === undefined || name === 'Result'
      ? {}
      : { title: { [language]: name } }),
    ...(grade === undefined ? {} : { grade }),
    ...(scheme === undefined ? {} : { gradingScheme: scheme }),
    ...(supervision === undefined ? {} : { supervision }),
  }
}
