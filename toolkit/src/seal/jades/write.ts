// Makes a JAdES file of level B-B, or B-T with a time-stamp authority: one signature, the content unencoded and first in the file, as the
// Europass viewer expects it (ETSI TS 119 182-1, section 6; RFC 7797).

import { sha256 } from '#machine'
import { base64, base64url } from '../../read/base64.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { Signer } from '../signer.ts'
import type { TimeStampAuthority } from '../time/index.ts'
import { readHeader, sealAlgorithms } from './header.ts'
import { signatureTimeStamp } from './time-stamps.ts'

export interface JadesSettings {
  readonly now: Date
  /**
   * `iat` since ETSI TS 119 182-1 v1.2.1 (DSS from 6.1 asks for it after 2025-07-15); `sigT` before
   * (DSS up to 6.0 asks for it). Never both: newer checkers refuse that.
   */
  readonly signingTime: 'iat' | 'sigT'
  /** Who stamps the time of the signature (level B-T); without one the level is B-B. */
  readonly timeStamps?: TimeStampAuthority
}

/**
 * The sealed file as JSON text. Refuses a signer without certificate or with an algorithm seals are not made with,
 * and with `time.*` when the time-stamp authority gives no good time stamp: then there is no file.
 */
export async function sealJades(
  payload: string,
  signer: Signer,
  settings: JadesSettings,
): Promise<string> {
  const leaf = signer.certificates[0]
  if (leaf === undefined)
    return refuse('jades.no-certificate', '', 'The seal key has no certificate.')
  if (!payload.isWellFormed())
    refuse('jades.payload', '', 'The content to be sealed is not valid Unicode.')
  if (!sealAlgorithms.includes(signer.algorithm))
    refuse('jades.algorithm', '', 'The seal key makes no signatures that are accepted for seals.')
  const seconds = Math.floor(settings.now.getTime() / 1000)
  const atSigning = settings.signingTime === 'sigT'
  const header = {
    alg: signer.algorithm,
    b64: false,
    typ: 'jose+json',
    cty: 'json',
    'x5t#S256': base64url(sha256(leaf)),
    x5c: signer.certificates.map(base64),
    ...(atSigning
      ? { sigT: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') }
      : { iat: seconds }),
    crit: atSigning ? ['b64', 'sigT'] : ['b64'],
  }
  const signed = base64url(utf8(JSON.stringify(header)))
  readHeader(signed, 'protected')
  const signature = base64url(await signer.sign(utf8(`${signed}.${payload}`)))
  const { timeStamps } = settings
  const open =
    timeStamps === undefined
      ? {}
      : { header: { etsiU: [await signatureTimeStamp(signature, timeStamps)] } }
  return JSON.stringify({ payload, signatures: [{ protected: signed, ...open, signature }] })
}
