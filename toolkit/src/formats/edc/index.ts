// European Digital Credentials for Learning (ELM 3.2 LTS), sealed as JAdES.

import { canonicalJson } from '../../canonical-json.ts'
import type { JsonObject } from '../../canonical-json.ts'
import { isObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { sealJades } from '../../seal/jades/index.ts'
import type { Artefact, Format, Unsigned, WriteSettings } from '../format.ts'
import type { Keyring } from '../../seal/signer.ts'
import { buildEdc } from './build.ts'
import { unknownKeys } from './closed.ts'
import { requireIssuerOfSeal } from './issuer-of-seal.ts'
import { losses } from './losses.ts'
import { designFromEdc } from './import.ts'
import { edcFile, looksLikeEdc, openEdc } from './open.ts'
import { declaredProfiles } from './profile/declared.ts'
import { edcFaults } from './profile/validate.ts'

export { designFromEdc } from './import.ts'
export { declaredProfiles } from './profile/declared.ts'
export { edcFaults, edcProfiles } from './profile/validate.ts'
export type { EdcProfile } from './profile/validate.ts'

function documentOf({ document }: Unsigned): JsonObject {
  return isObject(document)
    ? document
    : refuse('edc.not-an-edc-document', '', 'There is no document to seal.')
}

async function seal(
  unsigned: Unsigned,
  keys: Keyring,
  settings: WriteSettings,
): Promise<readonly Artefact[]> {
  const document = documentOf(unsigned)
  requireIssuerOfSeal(document, keys.seal)
  // Refuses what has no JSON form before it is sealed.
  canonicalJson(document)
  const text = await sealJades(JSON.stringify(document), keys.seal, settings)
  return [{ extension: 'jsonld', mediaType: 'application/json', bytes: utf8(text) }]
}

export const edc: Format = {
  id: 'edc',
  name: 'European Digital Credential',
  losses,
  recognise: looksLikeEdc,
  open: openEdc,
  importDesign: async (bytes) =>
    looksLikeEdc(bytes) ? designFromEdc(edcFile(bytes).document) : undefined,
  build: buildEdc,
  validate: async (unsigned) => {
    const document = documentOf(unsigned)
    const faults = declaredProfiles(document).flatMap((profile) => edcFaults(document, profile))
    // What two profiles find is one fault.
    const found = new Map(faults.map((fault) => [`${fault.place} ${fault.sentence}`, fault]))
    return [...unknownKeys(document), ...found.values()]
  },
  seal,
}
