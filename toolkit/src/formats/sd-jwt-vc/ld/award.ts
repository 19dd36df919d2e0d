// The `ld` claim (OpenID4VP 1.0, B.3.7): the person and the achievement as a JSON-LD object with the
// words of ELM 3.2. Issuer, validity and status stand in the claims of the token alone.

import type { Award, Learner, Result } from '../../../credential/award.ts'
import type { JsonObject } from '../../../read/json.ts'
import type { ClaimPath } from '../../../seal/sd-jwt/issue.ts'
import {
  countries,
  supervisionConcept,
  supervisionVerification,
} from '../../../vocabulary/index.ts'
import { organisationNode } from './organisation.ts'
import { creditNode, specificationNode } from './specification.ts'
import { concept, node, note, partId } from './make.ts'

const contexts = [
  'https://www.w3.org/2018/credentials/v1',
  'http://data.europa.eu/snb/model/context/edc-ap',
]
/** Stands in a note, for ELM has no word for it, and is never kept back; read back as the mark it is. */
export const invented = 'Invented for an example; not a real micro-credential.'

const person = ['ld', 'credentialSubject'] as const

/** Each thing about the person can be kept back by itself; so can the achievement, and the results in it. */
export const disclosableOfLd: readonly ClaimPath[] = [
  [...person, 'id'],
  [...person, 'fullName'],
  [...person, 'dateOfBirth'],
  [...person, 'identifier'],
  [...person, 'hasClaim'],
  [...person, 'hasClaim', 'provenBy'],
]

export function ldOf(award: Award): JsonObject {
  return { '@context': contexts, credentialSubject: personNode(award) }
}

function personNode(award: Award): JsonObject {
  const { learner } = award
  return node({
    id: learner.id,
    type: 'Person',
    // Names have no language. Given and family name are flat claims and are not told twice.
    fullName: learner.fullName === undefined ? undefined : { und: learner.fullName },
    dateOfBirth: learner.dateOfBirth === undefined ? undefined : `${learner.dateOfBirth}T00:00:00Z`,
    identifier: identifiersOf(learner),
    additionalNote:
      award.design.fictitious === true || award.issuer?.fictitious === true
        ? note({ en: invented })
        : undefined,
    hasClaim: achievementNode(award),
  })
}

function identifiersOf(learner: Learner): readonly JsonObject[] {
  return learner.identifiers.map(({ scheme, value }) => ({
    type: 'Identifier',
    notation: value,
    schemeName: scheme,
  }))
}

function achievementNode(award: Award): JsonObject {
  const { design, place } = award
  return node({
    type: 'LearningAchievement',
    title: design.title,
    awardedBy: node({
      type: 'AwardingProcess',
      awardingBody: design.awardingBodies.map(({ organisation }) => organisationNode(organisation)),
      awardingDate: award.awardedOn === undefined ? undefined : `${award.awardedOn}T00:00:00Z`,
      location:
        place === undefined
          ? undefined
          : node({
              type: 'Location',
              address: node({ type: 'Address', countryCode: concept(countries, place.country) }),
              geographicName: place.name,
            }),
    }),
    creditReceived: creditNode(award.creditsEarned),
    learningOpportunity:
      design.providers.length === 0
        ? undefined
        : node({
            type: 'LearningOpportunity',
            title: design.title,
            providedBy: design.providers.map(organisationNode),
          }),
    provenBy: award.results.map((result) => resultNode(award, result)),
    specifiedBy: specificationNode(design),
    additionalNote: note(award.furtherInformation),
  })
}

function resultNode(award: Award, result: Result): JsonObject {
  const supervision =
    result.supervision === undefined ? undefined : supervisionConcept(result.supervision).value
  return node({
    type: 'LearningAssessment',
    title: result.title,
    grade: result.grade === undefined ? undefined : note({ und: result.grade }),
    dateIssued: result.assessedOn === undefined ? undefined : `${result.assessedOn}T00:00:00Z`,
    idVerification:
      supervision === undefined ? undefined : concept(supervisionVerification, supervision.code),
    specifiedBy:
      result.assessment === undefined
        ? undefined
        : { id: partId(award.design.id, result.assessment) },
  })
}
