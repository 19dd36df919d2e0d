// From an award to an unsigned EDC document: VCDM 1.1 with the edc-ap context of ELM 3.2, all sixteen
// elements of Annex I where ELM has a place for them, the certificate's picture in every language.

import type { JsonObject } from '../../canonical-json.ts'
import { nameOf } from '../../credential/award.ts'
import type { Award, Result } from '../../credential/award.ts'
import type { Organisation } from '../../credential/organisation.ts'
import { inLanguage } from '../../credential/text.ts'
import type { CertificatePicture, Unsigned, WriteSettings } from '../format.ts'
import { base64 } from '../../read/base64.ts'
import { refuse } from '../../refusal.ts'
import {
  contentEncodings,
  credentialProfiles,
  evidenceTypes,
  fileTypes,
  supervisionConcept,
  supervisionVerification,
} from '../../vocabulary/index.ts'
import { wholeId } from './import-learning.ts'
import { compact, dateTime, pen } from './pen.ts'
import type { Members, Pen } from './pen.ts'
import { contexts } from './profile/terms.ts'
import { bodiesOf, organisationPen } from './write-organisation.ts'
import type { OrganisationPen } from './write-organisation.ts'
import {
  activitySpecification,
  assessmentSpecification,
  creditNode,
  durationOf,
  languageNode,
  specificationNode,
  titleOf,
  unique,
  wholeSpecification,
} from './write-specification.ts'

interface Desk {
  readonly award: Award
  readonly write: Pen
  readonly organisations: OrganisationPen
  /** Languages of the document, the primary one first. */
  readonly languages: readonly [string, ...string[]]
  /** Who awards, when, where: the same for every claim. */
  readonly process: JsonObject
}

/** Builds the document. Refuses (`edc.*`, with the place in the award) what an EDC cannot do without. */
export async function buildEdc(award: Award, settings: WriteSettings): Promise<Unsigned> {
  const issuer = requireIssuer(award)
  const { id, issuedAt } = award
  if (id === undefined || issuedAt === undefined) {
    return refuse('edc.not-reserved', 'id', 'The award has no identifier or no time of issue yet.')
  }
  const desk = deskOf(award, issuer)
  const { organisations } = desk
  const documentId = id.replace(/^urn:uuid:/, 'urn:credential:')
  const document = compact({
    '@context': [contexts.credentials, contexts.edc],
    id: documentId,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    ...profilesOf(desk),
    credentialStatus: statusOf(settings),
    issued: issuedAt,
    issuanceDate: issuedAt,
    validFrom: award.validFrom ?? issuedAt,
    validUntil: award.expiresAt,
    expirationDate: award.expiresAt,
    issuer: organisations.organisation(issuer, 'issuer'),
    displayParameter: await displayOf(desk, settings),
    credentialSubject: subjectOf(desk),
  })
  return { id: documentId, document }
}

function requireIssuer(award: Award): Organisation {
  const { issuer } = award
  if (issuer === undefined)
    return refuse('edc.no-issuer', 'issuer', 'The award does not say who issues it.')
  if (!issuer.identifiers.some((identifier) => identifier.scheme === 'eidas')) {
    refuse(
      'edc.no-eidas-identifier',
      'issuer.identifiers',
      'An EDC names its issuer by the legal identifier in the seal certificate. Add an identifier of scheme "eidas", such as VATES-A00000000.',
    )
  }
  if (award.design.awardingBodies.length === 0) {
    refuse(
      'edc.no-awarding-body',
      'design.awardingBodies',
      'An EDC names who awards; the design names nobody.',
    )
  }
  return issuer
}

function deskOf(award: Award, issuer: Organisation): Desk {
  const { design } = award
  const write = pen()
  const others = [...design.awardingBodies.map((body) => body.organisation), ...design.providers]
  const organisations = organisationPen(
    write,
    issuer,
    new Set(others.map((one) => one.id)),
    bodiesOf([issuer, ...others, design].flatMap((one) => one.qualityAssurance)),
  )
  const [primary = Object.keys(titleOf(design))[0] ?? 'en', ...more] = design.languages
  const process = write.node('AwardingProcess', {
    awardingBody: design.awardingBodies.map((body, i) =>
      organisations.organisation(body.organisation, `design.awardingBodies[${i}].organisation`),
    ),
    awardingDate: dateTime(award.awardedOn),
    location:
      award.place === undefined
        ? undefined
        : organisations.location(
            award.place.country,
            'place.country',
            award.place.name === undefined ? {} : { name: award.place.name },
          ),
  })
  return { award, write, organisations, languages: [primary, ...more], process }
}

/** Generic, and issued by mandate where it is: the official issuer adds the second profile to the first. */
function profilesOf({ award: { mandate }, write }: Desk): Members {
  const schema = (name: string): JsonObject => ({
    id: `http://data.europa.eu/snb/model/ap/${name}`,
    type: 'ShaclValidator2017',
  })
  if (mandate === undefined) {
    return {
      credentialSchema: schema('edc-generic-full'),
      credentialProfiles: write.coded(credentialProfiles, 'generic'),
    }
  }
  return {
    credentialSchema: [schema('edc-generic-full'), schema('edc-issued-by-mandate')],
    credentialProfiles: [
      write.coded(credentialProfiles, 'generic'),
      write.coded(credentialProfiles, 'mandated-issue'),
    ],
    evidence: write.node('Evidence', {
      dcType: write.coded(evidenceTypes, 'mandate'),
      evidenceStatement: mandate.statement,
    }),
  }
}

/** One entry with both types: the profile knows CredentialStatus only, verifiers know the other. */
function statusOf({ status }: WriteSettings): JsonObject {
  return {
    id: `${status.revocationList}#${status.index}`,
    type: ['CredentialStatus', 'BitstringStatusListEntry'],
    statusPurpose: 'revocation',
    statusListIndex: String(status.index),
    statusListCredential: status.revocationList,
  }
}

async function displayOf(
  { award, write, languages }: Desk,
  settings: WriteSettings,
): Promise<JsonObject> {
  const { design } = award
  const displays: JsonObject[] = []
  // All languages at once: drawing a page is most of the work of an EDC, and is done beside this thread.
  const pictures = await Promise.all(
    languages.map((language) => settings.pictures.certificate(award, language)),
  )
  for (const [i, language] of languages.entries()) {
    const pages = pictures[i] ?? []
    if (pages.length === 0) {
      refuse(
        'edc.no-picture',
        'design.languages',
        `There is no picture of the certificate in the language ${language}.`,
      )
    }
    displays.push(
      write.node('IndividualDisplay', {
        language: languageNode(write, language, 'design.languages'),
        displayDetail: pages.map((page) => pageNode(write, page)),
      }),
    )
  }
  return write.node('DisplayParameter', {
    title: titleOf(design),
    description: design.description,
    primaryLanguage: languageNode(write, languages[0], 'design.languages'),
    language: unique(
      languages.map((language) => languageNode(write, language, 'design.languages')),
    ),
    individualDisplay: displays,
  })
}

function pageNode(write: Pen, page: CertificatePicture): JsonObject {
  return write.node('DisplayDetail', {
    page: page.page,
    image: write.node('MediaObject', {
      content: base64(page.bytes),
      contentEncoding: write.coded(contentEncodings, 'base64'),
      contentType: write.coded(fileTypes, page.mediaType),
      contentSize: page.bytes.length,
    }),
  })
}

function subjectOf(desk: Desk): JsonObject {
  const { award, write, languages } = desk
  const { learner } = award
  const [language] = languages
  // A name is said in one language only (the profile allows no second value).
  const name = (said: string | undefined) =>
    said === undefined || said === '' ? undefined : { [language]: said }
  return write.named(learner.id ?? 'urn:epass:person:1', 'Person', {
    givenName: name(learner.givenName),
    familyName: name(learner.familyName),
    fullName: name(nameOf(learner)),
    dateOfBirth: dateTime(learner.dateOfBirth),
    identifier: learner.identifiers.map(({ scheme, value }) =>
      write.node('Identifier', { notation: value, schemeName: scheme }),
    ),
    hasClaim: claimOf(desk),
  })
}

function claimOf(desk: Desk): JsonObject {
  const { award, write, organisations, process } = desk
  const { design } = award
  const title = titleOf(design)
  // By validation of prior learning nobody took part in the activities.
  const activities = award.route === 'validation' ? [] : design.activities
  return write.node('LearningAchievement', {
    title,
    awardedBy: process,
    creditReceived:
      award.creditsEarned === undefined ? undefined : creditNode(write, award.creditsEarned),
    learningOpportunity:
      design.providers.length === 0
        ? undefined
        : write.node('LearningOpportunity', {
            title,
            providedBy: design.providers.map((provider, i) =>
              organisations.organisation(provider, `design.providers[${i}]`),
            ),
          }),
    influencedBy: activities.map((activity) =>
      write.node('LearningActivity', {
        title: activity.title,
        awardedBy: process,
        workload: durationOf(activity.workload),
        specifiedBy: activitySpecification(write, activity),
      }),
    ),
    provenBy: [
      ...award.results.flatMap((result, i) => resultNode(desk, result, i)),
      ...wholeNode(desk),
    ],
    specifiedBy: specificationNode(write, organisations, design),
    additionalNote:
      award.furtherInformation === undefined
        ? undefined
        : write.ownNote('further-information', award.furtherInformation),
  })
}

/** A result as an assessment taken. The profile wants a grade, so one without a grade is not written. */
function resultNode(desk: Desk, result: Result, i: number): JsonObject[] {
  const { award, write, process } = desk
  const { design } = award
  if (result.grade === undefined) return []
  const title = titleOf(design)
  const assessment = design.assessments.find((one) => one.id === result.assessment)
  const supervision = result.supervision ?? assessment?.supervision
  const checked = supervision === undefined ? undefined : supervisionConcept(supervision).value
  return [
    write.named(`urn:epass:learningAssessment:${i + 1}`, 'LearningAssessment', {
      title: result.title ?? assessment?.title ?? title,
      awardedBy: process,
      grade: write.note({ [languageOf(desk)]: result.grade }),
      idVerification:
        checked === undefined ? undefined : write.concept(supervisionVerification, checked),
      dateIssued: dateTime(result.assessedOn),
      specifiedBy:
        assessment === undefined ? undefined : assessmentSpecification(write, assessment, title),
    }),
  ]
}

function wholeNode(desk: Desk): JsonObject[] {
  const { award, write, process } = desk
  const { design } = award
  if (award.grade === undefined) return []
  return [
    write.named(wholeId, 'LearningAssessment', {
      title: titleOf(design),
      awardedBy: process,
      grade: write.note({ [languageOf(desk)]: award.grade }),
      specifiedBy: wholeSpecification(write, design),
    }),
  ]
}

function languageOf({ award, languages }: Desk): string {
  return inLanguage(titleOf(award.design), languages[0]).language
}
