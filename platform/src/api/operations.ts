// Everything a program can ask for. A new operation is a value in one of these files.

import { awardOperations } from './awards.ts'
import { cohortOperations } from './cohorts.ts'
import { designOperations } from './designs.ts'
import { eventOperations } from './events.ts'
import type { Operation } from './operation.ts'
import { resultOperations } from './results.ts'

export const operations: readonly Operation[] = [
  ...designOperations,
  ...cohortOperations,
  ...resultOperations,
  ...awardOperations,
  ...eventOperations,
]
