// The formats Tessera issues and reads. One folder each; one line each here.

import type { Format } from './format.ts'
import { sdJwtVc } from './sd-jwt-vc/index.ts'

export const formats: readonly Format[] = [sdJwtVc]
