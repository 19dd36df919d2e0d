// Seals a badge in its four forms: JSON with a Data Integrity proof, a compact token, and the JSON baked
// into a PNG and an SVG picture.

import type { JsonObject } from '../../read/json.ts'
import { bakeIntoPng } from '../../read/png.ts'
import { bakeIntoSvg } from '../../read/svg.ts'
import { utf8 } from '../../read/utf8.ts'
import { sealDocument } from '../../seal/data-integrity/index.ts'
import { canonicalByTemplate } from '../../seal/data-integrity/template.ts'
import type { Keyring } from '../../seal/signer.ts'
import type { Artefact, Unsigned, WriteSettings } from '../format.ts'
import { writeJwt } from './jwt.ts'
import { awardOf } from './read-award.ts'
import { slotsOf } from './slots.ts'

export async function sealBadge(
  unsigned: Unsigned,
  keys: Keyring,
  settings: WriteSettings,
): Promise<readonly Artefact[]> {
  const credential = unsigned.document as JsonObject
  const sealed = await sealCredential(credential, keys, settings.now)
  const json = JSON.stringify(sealed)
  const picture = await settings.pictures.badge(awardOf(credential))
  return [
    {
      extension: 'json',
      mediaType: 'application/vc+ld+json',
      bytes: utf8(`${JSON.stringify(sealed, null, 2)}\n`),
    },
    {
      extension: 'jwt',
      mediaType: 'text/plain',
      bytes: utf8(await writeJwt(credential, keys.seal)),
    },
    { extension: 'png', mediaType: 'image/png', bytes: await bakeIntoPng(picture.png, json) },
    { extension: 'svg', mediaType: 'image/svg+xml', bytes: utf8(bakeIntoSvg(picture.svg, json)) },
  ]
}

/** The credential with its Data Integrity proof; a cohort of one design is canonicalised by template. */
export async function sealCredential(
  credential: JsonObject,
  keys: Pick<Keyring, 'proof'>,
  created: Date,
): Promise<JsonObject> {
  const canonical = await canonicalByTemplate(credential, slotsOf(credential))
  return sealDocument(credential, keys.proof, { created, canonical })
}
