// The same for longer: `npm run suites -- fuzz`.

import { describe, it } from 'node:test'
import { fuzz } from './fuzz.ts'
import { readers } from './readers.ts'

describe('a reader given thousands of damaged inputs answers or refuses', () => {
  for (const reader of readers) it(reader.name, () => fuzz(reader, 20_000))
})
