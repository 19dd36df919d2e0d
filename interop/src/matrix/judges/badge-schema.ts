// The JSON Schema 1EdTech publishes for Open Badges 3.0, run by Ajv. It sees what is said, not who.

import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import formatsModule from 'ajv-formats'
import { unlessPresent } from 'tessera/reference'
import { schemaOf } from '../../open-badges-peers.ts'
import { whoSees, type Judge } from '../judge.ts'

let compiled: ValidateFunction | undefined

/** Only where the reference data is. */
export function badgeValidator(): ValidateFunction {
  if (compiled !== undefined) return compiled
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formatsModule.default(ajv)
  compiled = ajv.compile(schemaOf('ob_v3p0_achievementcredential_schema.json') as object)
  return compiled
}

export const badgeSchema: Judge = {
  name: '1EdTech schema',
  available: () => unlessPresent('vc/1edtech/schemas') || undefined,
  expects: (exhibit) =>
    ['badge-json', 'badge-token'].includes(exhibit.kind)
      ? whoSees(exhibit, ['profile'])
      : undefined,
  judge: async ({ kind, bytes }) => {
    const text = Buffer.from(bytes).toString()
    const json =
      kind === 'badge-token' ? Buffer.from(text.split('.')[1] ?? '', 'base64url').toString() : text
    const validate = badgeValidator()
    return validate(JSON.parse(json))
      ? { outcome: 'accepted', said: 'conforms' }
      : { outcome: 'refused', said: JSON.stringify(validate.errors?.[0]) }
  },
}
