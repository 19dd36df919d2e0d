// What does not fit a schema, said as a refusal.

import type { z } from 'zod'
import { Refused } from '../refusal.ts'

/** Refuses with the place and the words of the first fault. */
export function refuseShape(code: string, place: string, { issues }: z.ZodError): never {
  throw new Refused(
    issues.slice(0, 1).map(({ path, message }) => ({
      code,
      place: `${place} ${path.join('.').slice(0, 200)}`.trim(),
      sentence: `${message}.`,
    })),
  )
}
