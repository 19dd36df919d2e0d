// Who may do what. One table; every route names the deed it needs, and a test asks every route for every role.

export const roles = [
  'owner',
  'designer',
  'issuer',
  'approver',
  'registrar',
  'auditor',
  'learner',
  'api-client',
] as const
export type Role = (typeof roles)[number]

/** What can be done, in the domain's verbs. */
export const deeds = {
  'see designs': ['owner', 'designer', 'issuer', 'approver', 'registrar', 'auditor', 'api-client'],
  'see cohorts': ['owner', 'issuer', 'approver', 'registrar', 'auditor', 'api-client'],
  'enter results': ['owner', 'issuer', 'registrar', 'api-client'],
  'ratify results': ['owner', 'approver', 'registrar'],
  'prepare a cohort': ['owner', 'issuer'],
  'approve a cohort': ['owner', 'approver'],
  'seal a cohort': ['owner', 'issuer'],
  'see awards': ['owner', 'issuer', 'approver', 'registrar', 'auditor', 'api-client'],
  'correct an award': ['owner', 'registrar'],
  'withdraw an award': ['owner', 'registrar', 'api-client'],
  'answer learners': ['owner', 'issuer', 'registrar'],
  'pull the stop switch': ['owner', 'issuer', 'approver', 'registrar'],
  'release the stop switch': ['owner'],
  'see the audit': ['owner', 'auditor'],
  'read what the law keeps': ['owner', 'registrar'],
  'set what the law keeps': ['owner'],
  'manage people': ['owner'],
  'manage API clients': ['owner'],
  'manage webhooks': ['owner', 'api-client'],
  'see my awards': ['learner'],
  'manage my account': [
    'owner',
    'designer',
    'issuer',
    'approver',
    'registrar',
    'auditor',
    'learner',
  ],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Deed = keyof typeof deeds

export function may(held: readonly Role[], deed: Deed): boolean {
  const allowed: readonly Role[] = deeds[deed]
  return held.some((role) => allowed.includes(role))
}
