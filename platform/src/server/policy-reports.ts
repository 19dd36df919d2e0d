// Browsers tell where a page wanted what our policy forbids: a mistake of ours, or somebody's try. The line in the
// log names the rule and the site that was asked for, nothing of the visitor and nothing of the page's address.

import { z } from 'zod'
import { counter } from './limits.ts'
import type { Route } from './route.ts'

const text = z.string().max(4000)
const older = z.object({
  'csp-report': z.object({
    'effective-directive': text.optional(),
    'violated-directive': text.optional(),
    'blocked-uri': text.optional(),
  }),
})
const newer = z
  .array(z.object({ body: z.object({ effectiveDirective: text, blockedURL: text.nullish() }) }))
  .max(100)

export interface Breach {
  readonly rule: string
  /** A word of the policy (`inline`, `eval`) or a site; never a whole address. */
  readonly blocked: string
}

export function breachesIn(report: unknown): readonly Breach[] {
  const many = newer.safeParse(report)
  if (many.success)
    return many.data.map(({ body }) => breach(body.effectiveDirective, body.blockedURL ?? ''))
  const one = older.safeParse(report)
  if (!one.success) return []
  const said = one.data['csp-report']
  const rule = said['effective-directive'] ?? said['violated-directive'] ?? ''
  return [breach(rule, said['blocked-uri'] ?? '')]
}

const breach = (rule: string, blocked: string): Breach => ({
  rule: /^[a-z-]{1,40}/.exec(rule)?.[0] ?? '',
  blocked: /^[a-z-]{1,40}$/.exec(blocked)?.[0] ?? siteOf(blocked),
})

function siteOf(address: string): string {
  try {
    return new URL(address).origin
  } catch {
    return ''
  }
}

/** A page gone wrong in a thousand browsers is one mistake. */
const { spend } = counter({ most: 60, windowMs: 60_000 })

export const policyReports: readonly Route[] = [
  {
    method: 'POST',
    path: '/policy-reports',
    needs: 'anyone',
    machine: true,
    largest: 16 * 1024,
    handle: async ({ c, house }) => {
      const now = house.clock.now()
      const report = await c.req.json<unknown>().catch(() => undefined)
      for (const { rule, blocked } of breachesIn(report))
        if (spend('all', now) === 0)
          house.log?.({ at: now.toISOString(), level: 'warn', message: 'policy', rule, blocked })
      return c.body(null, 204)
    },
  },
]
