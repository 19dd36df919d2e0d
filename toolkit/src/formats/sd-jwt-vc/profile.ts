// What a type of SD-JWT VC is made of, as data: a second rulebook is a second file in profiles/.

import type { Award } from '../../credential/award.ts'
import type { JsonObject } from '../../read/json.ts'
import type { Refusal } from '../../refusal.ts'
import type { ClaimPath } from '../../seal/sd-jwt/issue.ts'
import type { Loss } from '../format.ts'
import type { AwardInput, DesignInput } from './ld/read.ts'

/** The shape of a claim's value; `seconds` are NumericDates, `level` is 1 to 8. */
export type ClaimShape =
  | 'text'
  | 'texts'
  | 'date'
  | 'country'
  | 'level'
  | 'boolean'
  | 'seconds'
  | 'object'

export interface ClaimRule {
  readonly path: ClaimPath
  /** Whether it is selectively disclosable; where it may be or not, we make it so. */
  readonly sd: 'always' | 'never' | 'allowed'
  readonly mandatory: boolean
  /** Shape of the value; elements of lists have none of their own. */
  readonly shape?: ClaimShape
  /** English. */
  readonly label: string
  readonly description: string
}

export type Preset = 'employer' | 'admission'

/** What flat claims say of an award. */
export type FlatAward = Partial<Omit<AwardInput, 'design'>> & {
  readonly design: Partial<DesignInput>
}

export interface Profile {
  /** How an issuer's settings name it. */
  readonly id: string
  /** Name and version, as conformance reports it. */
  readonly name: string
  readonly vct: string
  /** Of the type, English: for the type metadata. */
  readonly title: string
  readonly description: string
  readonly claims: readonly ClaimRule[]
  /** Mandatory claims an issuer may go without; their absence is a fault of conformance only. */
  readonly waived: readonly string[]
  /** For how many years the file lasts where the achievement itself does not lapse. */
  readonly technicalYears: number
  /** Where the claims say who seals. */
  readonly issuerClaims: { readonly name?: string; readonly country: string }
  /** What it cannot carry beside what no SD-JWT VC of ours can. */
  readonly losses: readonly Loss[]
  /** Which claims a holder shows to whom. */
  readonly presets: Readonly<Record<Preset, readonly ClaimPath[]>>
  /** The flat claims of an award, in one language; the claims of the token itself are added to them. */
  write(award: Award, language: string): JsonObject
  /** The flat claims read back, those that were disclosed. */
  read(claims: JsonObject): FlatAward
  /** Faults no shape of a single claim shows; of those claims that are there. */
  integrity?(claims: JsonObject): readonly Refusal[]
}
