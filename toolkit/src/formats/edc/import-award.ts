// From an EDC document to an award in the model's words: design, learner, results, dates.

import { nameOf } from '../../credential/award.ts'
import type { Award, Learner, Result } from '../../credential/award.ts'
import type { Supervision } from '../../credential/assessment.ts'
import type { Design } from '../../credential/design.ts'
import type { JsonObject } from '../../read/json.ts'
import { evidenceTypes, supervisionOf, supervisionVerification } from '../../vocabulary/index.ts'
import type { EdcDocument } from './document.ts'
import {
  anyText,
  conceptIn,
  dayOf,
  idOf,
  isOfType,
  literalOf,
  momentOf,
  textsOf,
} from './document.ts'
import { optional, readDesign } from './import.ts'
import { creditsFrom, gradeOf, sameText, wholeId } from './import-learning.ts'
import { countryOf, organisationFrom } from './import-organisation.ts'
import { foreignNotes, ownText } from './own-words.ts'

/** The award a document is about. Never refuses. */
export function awardFrom(document: EdcDocument): Award {
  const { design, claim, taken } = readDesign(document)
  const root = document.root
  const issuer = document.first(root, 'issuer')
  const process = document.first(claim, 'awardedBy')
  const whole = document.nodes(claim, 'provenBy').find((node) => idOf(node) === wholeId)
  const id = literalOf(root['id'])
  return {
    tessera: 'award/1',
    ...optional({
      id: id === undefined || id.length > 500 ? undefined : modelId(id),
      issuer:
        issuer !== undefined && Object.keys(issuer).length > 1
          ? organisationFrom(document, issuer)
          : undefined,
      mandate: mandateFrom(document),
      issuedAt: momentOf(root['issued']) ?? momentOf(root['issuanceDate']),
      awardedOn: dayOf(process?.['awardingDate']),
      validFrom: momentOf(root['validFrom']),
      expiresAt: momentOf(root['validUntil']) ?? momentOf(root['expirationDate']),
      place: placeFrom(document, process),
      grade: gradeOf(document, whole),
      creditsEarned: creditsFrom(document, document.first(claim, 'creditReceived')),
      furtherInformation:
        ownText(document, claim, 'further-information') ?? foreignNotes(document, claim),
    }),
    design,
    learner: learnerFrom(document),
    results: taken.flatMap((one) => resultFrom(document, one.node, one.assessment, design)),
  }
}

/** ELM writes urn:credential:… where the model has urn:uuid:… */
export function modelId(id: string): string {
  return id.replace(/^urn:credential:/, 'urn:uuid:')
}

function mandateFrom(document: EdcDocument): Award['mandate'] {
  const evidence = document
    .nodes(document.root, 'evidence')
    .find((node) => conceptIn(evidenceTypes, document.first(node, 'dcType'))?.code === 'mandate')
  const statement = literalOf(evidence?.['evidenceStatement'])?.slice(0, 2000)
  return statement === undefined || statement === '' ? undefined : { statement }
}

function placeFrom(document: EdcDocument, process: JsonObject | undefined): Award['place'] {
  const location = document.first(process, 'location')
  const country =
    countryOf(document.first(document.first(location, 'address'), 'countryCode')) ??
    countryOf(document.first(location, 'spatial'))
  if (country === undefined) return undefined
  const name = textsOf(location?.['geographicName'])
  return { country, ...(name === undefined ? {} : { name }) }
}

function learnerFrom(document: EdcDocument): Learner {
  const node = document.first(document.root, 'credentialSubject')
  const id = idOf(node)
  const identifiers = ['identifier', 'nationalID'].flatMap((key) =>
    document.nodes(node, key).flatMap((item) => {
      const value = literalOf(item['notation'])
      if (value === undefined || value.length > 200) return []
      const scheme =
        literalOf(item['schemeName']) ??
        (key === 'nationalID' ? 'national identifier' : 'identifier')
      return [{ scheme: scheme.length > 100 ? 'identifier' : scheme, value }]
    }),
  )
  const givenName = nameFrom(node, 'givenName', 200)
  const familyName = nameFrom(node, 'familyName', 200)
  const fullName = nameFrom(node, 'fullName', 400)
  // We write the full name for every learner; it says something only where it is not the other two.
  const isOwn = fullName !== nameOf({ ...optional({ givenName, familyName }), identifiers: [] })
  return {
    ...optional({
      id: id !== undefined && !id.startsWith('urn:epass:') && URL.canParse(id) ? id : undefined,
      givenName,
      familyName,
      fullName: isOwn ? fullName : undefined,
      dateOfBirth: dayOf(node?.['dateOfBirth']),
    }),
    identifiers,
  }
}

function nameFrom(node: JsonObject | undefined, key: string, longest: number): string | undefined {
  const name = anyText(textsOf(node?.[key]))
  return name === undefined || name.length > longest ? undefined : name
}

function resultFrom(
  document: EdcDocument,
  node: JsonObject,
  assessment: string,
  design: Design,
): Result[] {
  const planned = design.assessments.find((one) => one.id === assessment)
  const title = textsOf(node['title'])
  const isOwnTitle = !sameText(title, planned?.title) && !sameText(title, design.title)
  const supervision = supervisionOf(
    conceptIn(supervisionVerification, document.first(node, 'idVerification'))?.iri ?? '',
  )
  if (!isOfType(node, 'LearningAssessment') && node['grade'] === undefined) return []
  return [
    {
      assessment,
      ...optional({
        title: title !== undefined && isOwnTitle ? title : undefined,
        grade: gradeOf(document, node),
        supervision: sameSupervision(supervision, planned?.supervision) ? undefined : supervision,
        assessedOn: dayOf(node['dateIssued']),
      }),
    },
  ]
}

function sameSupervision(a: Supervision | undefined, b: Supervision | undefined): boolean {
  return a?.supervised === b?.supervised && a?.identityChecked === b?.identityChecked
}
