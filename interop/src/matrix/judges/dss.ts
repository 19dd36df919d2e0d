// EU DSS: the library of the European Commission that stands behind Europass.

import { whoSees, type Exhibit, type Judge, type SealClaim } from '../judge.ts'
import { dssProgram, type Release } from './dss-program.ts'

/** What the open code of Europass was last published with; the last before, and the newest after the rule of `iat`. */
export const releases: readonly Release[] = [
  { version: '6.4', api: 'newer' },
  { version: '6.0', api: 'older' },
  { version: '5.11.1', api: 'older' },
]

/** ETSI TS 119 182-1 v1.2.1 as DSS has it: from this day on `sigT` alone makes no baseline seal. */
const iatOnly = new Date('2025-07-15T00:00:00Z')

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The request of DSS's validation of that file, chain and revocation lists given, nothing fetched. */
export function requestOf({ bytes, world }: Exhibit): object {
  return {
    file: base64(bytes),
    at: world.now.toISOString(),
    trusted: world.anchors.map(base64),
    crls: world.revocationLists.map(base64),
  }
}

function knowsLevel({ api }: Release, { signingTime, signedAt }: SealClaim): boolean {
  return api === 'newer' ? signingTime === 'iat' || signedAt < iatOnly : signingTime === 'sigT'
}

/** Accepted: TOTAL_PASSED, at the level the seal claims. */
export function dss(release: Release): Judge {
  return {
    name: `EU DSS ${release.version}`,
    available: () => dssProgram(release).missing,
    expects: (exhibit) => {
      if (exhibit.kind !== 'edc' || exhibit.seal === undefined) return undefined
      const seen = whoSees(exhibit, [
        'content',
        'header',
        'signature',
        'certificate',
        'certificate-revoked',
        'certificate-expired',
        'certificate-unasked',
        'authority',
        'time-stamp',
      ])
      if (knowsLevel(release, exhibit.seal)) return seen
      // It refuses the good twin as well, so that its refusal of a changed one would say nothing.
      return seen === 'accepted' ? 'refused' : undefined
    },
    judge: async (exhibit) => {
      const answer = await dssProgram(release).ask(requestOf(exhibit))
      const words = [answer['indication'], answer['subIndication'], answer['level']]
      // Every file here can be read: an error is one of the judge.
      if (answer['error'] !== undefined) throw new Error(`DSS: ${String(answer['error'])}`)
      const messages = (answer['messages'] ?? []) as readonly string[]
      const passed =
        answer['indication'] === 'TOTAL_PASSED' &&
        answer['signatures'] === 1 &&
        answer['level'] === `JAdES-BASELINE-${exhibit.seal?.level}`
      return {
        outcome: passed ? 'accepted' : 'refused',
        said: [
          words.filter((word) => word !== null && word !== undefined).join(' '),
          ...messages,
        ].join('; '),
      }
    },
    close: () => dssProgram(release).close(),
  }
}
