// What a token may be good for. Each operation names one; a token is given those its program needs, and no others.

export const scopes = [
  'designs:read',
  'cohorts:read',
  'results:read',
  'results:write',
  'awards:read',
  'awards:decide',
  'events:read',
  'webhooks:manage',
] as const
export type Scope = (typeof scopes)[number]

export const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text)
