// Is the process alive, and can it serve?

import type { Route } from './route.ts'

export const health: readonly Route[] = [
  {
    method: 'GET',
    path: '/healthz',
    needs: 'anyone',
    plain: true,
    handle: ({ c }) => c.text('ok'),
  },
  {
    method: 'GET',
    path: '/readyz',
    needs: 'anyone',
    plain: true,
    handle: async ({ c, house }) => {
      if (house.closing?.aborted === true) return c.text('closing', 503)
      try {
        await house.store.atTheDoor((tx) =>
          tx.selectFrom('alliance').select('id').limit(1).execute(),
        )
        return c.text('ready')
      } catch {
        return c.text('the database does not answer', 503)
      }
    },
  },
]
