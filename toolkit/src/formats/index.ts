// The formats Tessera issues and reads. One folder each; one line each here.

import { edc } from './edc/index.ts'
import type { Format } from './format.ts'
import { openBadges } from './open-badges/index.ts'
import { sdJwtVc } from './sd-jwt-vc/index.ts'

export const formats: readonly Format[] = [edc, openBadges, sdJwtVc]
