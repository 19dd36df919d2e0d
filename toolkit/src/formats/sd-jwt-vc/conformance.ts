// Whether the claims are what their profile asks for: reported beside the verdict.

import type { Json, JsonObject } from '../../read/json.ts'
import type { Refusal } from '../../refusal.ts'
import type { ClaimRule, ClaimShape, Profile } from './profile.ts'

const shapes: Readonly<Record<ClaimShape, (value: Json) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  texts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item: Json) => typeof item === 'string' && item !== ''),
  date: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
  level: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8,
  boolean: (value) => typeof value === 'boolean',
  seconds: (value) => typeof value === 'number' && Number.isInteger(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

function fault(code: string, { path }: ClaimRule, sentence: string): Refusal {
  return { code, place: path.join('.'), sentence }
}

function topLevel(profile: Profile): readonly ClaimRule[] {
  return profile.claims.filter(({ path }) => path.length === 1)
}

function shapeFaults(profile: Profile, claims: JsonObject): readonly Refusal[] {
  return topLevel(profile).flatMap((rule) => {
    const value = claims[String(rule.path[0])]
    return value === undefined || rule.shape === undefined || shapes[rule.shape](value)
      ? []
      : [fault('sd-jwt-vc.claim-shape', rule, 'The claim is not of the form its type asks for.')]
  })
}

/** Faults of claims that are about to be issued; what the profile waives may be missing. */
export function faultsBeforeIssuing(profile: Profile, claims: JsonObject): readonly Refusal[] {
  const missing = topLevel(profile)
    .filter(({ path, mandatory }) => mandatory && !profile.waived.includes(String(path[0])))
    .filter(({ path }) => claims[String(path[0])] === undefined)
    .map((rule) =>
      fault(
        'sd-jwt-vc.claim-missing',
        rule,
        `The type asks for ${rule.label.toLowerCase()}, and it is not given.`,
      ),
    )
  return [...missing, ...shapeFaults(profile, claims), ...(profile.integrity?.(claims) ?? [])]
}

/**
 * Faults of a credential that was read. A claim that can be kept back is not missed: its holder may have
 * kept it back.
 */
export function faultsOfRead(
  profile: Profile,
  payload: JsonObject,
  claims: JsonObject,
): readonly Refusal[] {
  const rules = topLevel(profile)
  const missing = rules
    .filter(
      ({ path, mandatory, sd }) =>
        mandatory && sd === 'never' && payload[String(path[0])] === undefined,
    )
    .map((rule) =>
      fault(
        'sd-jwt-vc.claim-missing',
        rule,
        `The type asks for ${rule.label.toLowerCase()}, and it is not there.`,
      ),
    )
  const misplaced = rules
    .filter(({ path, sd }) => {
      const name = String(path[0])
      if (sd === 'allowed') return false
      return sd === 'always'
        ? payload[name] !== undefined
        : payload[name] === undefined && claims[name] !== undefined
    })
    .map((rule) =>
      fault(
        'sd-jwt-vc.disclosure',
        rule,
        rule.sd === 'always'
          ? 'The type asks that this claim can be kept back, and it cannot.'
          : 'The type asks that this claim is always shown.',
      ),
    )
  return [
    ...missing,
    ...misplaced,
    ...shapeFaults(profile, claims),
    ...(profile.integrity?.(claims) ?? []),
  ]
}
