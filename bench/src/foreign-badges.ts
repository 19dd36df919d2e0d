// Badges as others issue them, no two alike: the shapes of the examples of Open Badges 3.0, most parts without an
// address of their own, so that the whole way to a canonical form has to be gone for each.

import type { JsonObject } from 'tessera/read/json'

const languages = ['en', 'de', 'fr', 'pt', 'el', 'lt']
const kinds = ['MicroCredential', 'Course', 'Certificate', 'Competency', 'Assignment']

/** The nth badge: what it holds depends on n, and so does every value. */
export function foreignBadge(issuer: string, n: number): JsonObject {
  const profile = {
    id: issuer,
    type: ['Profile'],
    name: `University of Example ${n % 7}`,
    url: `https://uni-${n % 7}.example/`,
    email: `badges-${n}@uni.example`,
    ...(n % 3 === 0
      ? { address: { type: ['Address'], addressCountry: 'Portugal', postalCode: String(1000 + n) } }
      : {}),
  }
  const description = `urn:uuid:0b2f7a8e-9b0c-4c1e-8d5e-${String(n).padStart(12, '0')}`
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `urn:uuid:7c1f3a52-5bd1-4a4e-9a43-${String(n).padStart(12, '0')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Data Ethics ${n}`,
    issuer: profile,
    validFrom: `2026-03-${String((n % 28) + 1).padStart(2, '0')}T09:00:00Z`,
    ...(n % 4 === 0 ? { validUntil: '2036-03-01T09:00:00Z' } : {}),
    credentialSubject: {
      ...(n % 2 === 0 ? { id: `did:web:learners.example:${n}` } : {}),
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: n % 5 === 0,
          identityHash: `Ada Example ${n}`,
          identityType: 'name',
        },
      ],
      ...(n % 3 === 1 ? { term: `Term ${n}`, licenseNumber: `L-${n}` } : {}),
      achievement: {
        id: `https://uni.example/achievements/${n}`,
        type: ['Achievement'],
        achievementType: kinds[n % kinds.length] ?? '',
        name: `Data Ethics, course ${n}`,
        description: `Judges what data of kind ${n} may be used for, and says why.`,
        inLanguage: languages[n % languages.length] ?? '',
        criteria: { narrative: `Hand in portfolio ${n} and pass the oral examination.` },
        ...(n % 2 === 0 ? { creator: profile } : {}),
        creditsAvailable: (n % 12) + (n % 2) / 2,
        alignment: Array.from({ length: 2 + (n % 5) }, (_, i) => ({
          type: ['Alignment'],
          targetName: `Skill ${n}.${i}`,
          targetFramework: 'ESCO',
          targetUrl: `http://data.europa.eu/esco/skill/${n}-${i}`,
          targetType: 'ceasn:Competency',
        })),
        resultDescription: [
          {
            id: description,
            type: ['ResultDescription'],
            name: `Grade ${n}`,
            resultType: 'LetterGrade',
            allowedValue: ['F', 'D', 'C', 'B', 'A'].slice(n % 3),
          },
        ],
        tag: ['ethics', 'data', `tag ${n}`],
      },
      result: [{ type: ['Result'], resultDescription: description, value: 'A' }],
    },
    ...(n % 6 === 0
      ? { evidence: [{ type: ['Evidence'], name: `Portfolio ${n}`, narrative: `What ${n} made.` }] }
      : {}),
  }
}
