// One award, sealed in one format, in the order the best certificate authorities use: build, validate,
// seal a copy with throw-away keys and verify it, seal with the real keys, verify with our own verifier
// and compare what it reads with what was meant. Nothing leaves before all of that held.

import type { Award } from '../credential/award.ts'
import type { Artefact, Format, WriteSettings } from '../formats/format.ts'
import { refuse, Refused } from '../refusal.ts'
import type { Keyring } from '../seal/signer.ts'
import type { TimeStampAuthority } from '../seal/time/index.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Trust } from '../trust/trust.ts'
import { verify } from '../verify/verify.ts'
import { requireSameClaims } from './same-claims.ts'

/** Keys, and what a verifier needs to believe them. */
export interface SealingParty {
  readonly keys: Keyring
  readonly trust: Trust
  readonly resolver: Resolver
  /** Who stamps the time of its seals. */
  readonly timeStamps?: TimeStampAuthority
}

export interface SealOptions {
  readonly settings: WriteSettings
  readonly issuer: SealingParty
  /** Same names, throw-away keys. */
  readonly trial: SealingParty
}

/** The sealed files of an award. Refuses with the step that failed; then nothing was issued. */
export async function sealAward(
  award: Award,
  format: Format,
  options: SealOptions,
): Promise<readonly Artefact[]> {
  const { settings } = options
  const unsigned = await format.build(award, settings)
  const faults = await format.validate(unsigned)
  if (faults.length > 0) throw new Refused(faults)
  await sealAndVerify('trial', award, format, unsigned, options.trial, settings)
  return sealAndVerify('final', award, format, unsigned, options.issuer, settings)
}

async function sealAndVerify(
  step: 'trial' | 'final',
  award: Award,
  format: Format,
  unsigned: Awaited<ReturnType<Format['build']>>,
  party: SealingParty,
  settings: WriteSettings,
): Promise<readonly Artefact[]> {
  const { timeStamps } = party
  const artefacts = await format.seal(unsigned, party.keys, {
    ...settings,
    ...(timeStamps === undefined ? {} : { timeStamps }),
  })
  for (const artefact of artefacts) {
    const place = `${format.name}, ${artefact.extension}`
    const verdict = await verify(artefact.bytes, {
      trust: party.trust,
      now: settings.now,
      resolver: party.resolver,
    })
    if (verdict.verdict !== 'valid') {
      const first = verdict.checks.find((check) => check.status !== 'passed')
      refuse(
        `issue.${step}-not-valid`,
        place,
        `Our own check did not accept it: ${first?.message ?? ''} (${first?.code ?? ''}, ${first?.source ?? ''})`,
      )
    }
    requireSameClaims(award, (await format.open(artefact.bytes)).award, place)
  }
  return artefacts
}
