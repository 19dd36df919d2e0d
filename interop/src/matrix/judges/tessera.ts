// Our own verdict stands beside the others'; it is no outside judge, and its column says so.

import { verify } from 'tessera/verify/verify'
import { whoSees, type Exhibit, type Fault, type Judge } from '../judge.ts'

/** Everything, but conformance to a profile: that stands beside a verdict, not in it. */
const seen: readonly Fault[] = [
  'content',
  'header',
  'signature',
  'disclosure',
  'certificate',
  'certificate-revoked',
  'certificate-expired',
  'certificate-unasked',
  'authority',
  'time-stamp',
  'revoked',
  'expired',
  'holder',
  'container',
]

const kinds: readonly Exhibit['kind'][] = [
  'edc',
  'badge-json',
  'badge-token',
  'badge-png',
  'badge-svg',
  'sd-jwt',
]

export const ourselves: Judge = {
  name: 'Tessera',
  available: () => undefined,
  expects: (exhibit) => (kinds.includes(exhibit.kind) ? whoSees(exhibit, seen) : undefined),
  judge: async ({ bytes, world, asked }) => {
    const { nonce, audience } = asked ?? {}
    const verdict = await verify(bytes, {
      trust: world.trust,
      now: world.now,
      resolver: world.resolver,
      expect: {
        ...(nonce === undefined ? {} : { nonce, keyBinding: true }),
        ...(audience === undefined ? {} : { audience }),
      },
    })
    const open = verdict.checks.filter(({ status }) => status !== 'passed')
    return {
      outcome: verdict.verdict === 'valid' ? 'accepted' : 'refused',
      said: [verdict.verdict, ...open.map(({ message }) => message)].join(': '),
    }
  },
}
