// The contract of a format. A new standard is one new folder that exports a value of this type and one
// line in formats/index.ts.

import type { Random } from '#machine'
import type { Award } from '../credential/award.ts'
import type { Design } from '../credential/design.ts'
import type { Refusal } from '../refusal.ts'
import type { Keyring } from '../seal/signer.ts'
import type { TimeStampAuthority } from '../seal/time/index.ts'
import type { FormatId, Opened } from './opened.ts'

/** One thing of the model this format cannot carry, or only in part. Shown in docs/formats.md and on request. */
export interface Loss {
  /** Path in the model: `outcomes.skills`, `assessments.criteria`. */
  readonly element: string
  readonly carried: 'no' | 'in-part' | 'as-text'
  /** One plain sentence. */
  readonly note: string
}

/** A picture of the certificate in one language, as EDC demands it and PNG badges are baked into. */
export interface CertificatePicture {
  readonly language: string
  readonly page: number
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

/** The port the document room fills. */
export interface Pictures {
  /** The pages of the certificate in that language. */
  certificate(award: Award, language: string): Promise<readonly CertificatePicture[]>
  /** A square badge picture for that design: PNG to bake into, and an SVG drawing. */
  badge(award: Award): Promise<{ readonly png: Uint8Array; readonly svg: string }>
}

/** Where this credential's bit is: reserved before anything is built. */
export interface ReservedStatus {
  readonly index: number
  /** https address of the W3C list for revocation, and of the one for suspension. */
  readonly revocationList: string
  readonly suspensionList: string
  /** https address of the IETF token list. */
  readonly tokenList: string
}

export interface WriteSettings {
  readonly now: Date
  readonly random: Random
  readonly pictures: Pictures
  readonly status: ReservedStatus
  /** Which signing-time header a JAdES seal carries (ETSI TS 119 182-1). */
  readonly signingTime: 'iat' | 'sigT'
  /** Who stamps the time of a JAdES seal: its level is then B-T, else B-B. */
  readonly timeStamps?: TimeStampAuthority
  /** The learner's language, for formats that carry one language only. */
  readonly language?: string
  /** https base under which the issuer serves its files, without trailing slash. */
  readonly base: string
}

/** The unsigned document, as the format's own value (a JSON document, a claims set). */
export interface Unsigned {
  readonly id: string
  readonly document: unknown
}

/** One sealed file. */
export interface Artefact {
  /** `jsonld`, `json`, `jwt`, `png`, `svg`, `sd-jwt`: what it is, and the end of its name. */
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Format {
  readonly id: FormatId
  /** Name people know: `Open Badges 3.0`. */
  readonly name: string
  readonly losses: readonly Loss[]
  /** Whether the bytes look like this format: a cheap look at the first characters, not a check. */
  recognise(bytes: Uint8Array): boolean
  /** Opens a file of this format. Throws `Refused` when it is malformed. Checks no signature. */
  open(bytes: Uint8Array): Promise<Opened>
  /**
   * A foreign document of this kind read as a design, whatever its faults; undefined when it is not of this kind.
   * More tolerant than {@link open}: it is for learning from a file, not for believing it.
   */
  importDesign?(bytes: Uint8Array): Promise<Design | undefined>
  /** Builds the unsigned document of an award. `award.id`, `issuer`, `issuedAt` are set. */
  build(award: Award, settings: WriteSettings): Promise<Unsigned>
  /** What is wrong with the built document by the format's own rules; empty when it conforms. */
  validate(unsigned: Unsigned): Promise<readonly Refusal[]>
  /** Seals it with the issuer's keys, in every form this format is issued in. */
  seal(unsigned: Unsigned, keys: Keyring, settings: WriteSettings): Promise<readonly Artefact[]>
  /** What an issuer of this format serves beside its credentials, such as a description of the type. */
  publishes?(base: string): readonly { readonly address: string; readonly bytes: Uint8Array }[]
}
