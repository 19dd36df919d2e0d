// What strangers meet first: the front page, and what the service says about itself.

import type { Route } from '../server/route.ts'
import { frontPage } from './front-page.tsx'
import { privacyOf, privacyPage } from './privacy.tsx'
import { aboutPage, accessibilityPage } from './statements.tsx'

const page = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  needs: 'anyone',
  handle,
})

export const front: readonly Route[] = [
  page('/', frontPage),
  page('/about', aboutPage),
  page('/privacy', privacyPage),
  page('/privacy/:organisation', privacyOf),
  page('/accessibility', accessibilityPage),
]
