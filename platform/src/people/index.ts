// People: who they are, what they may do, and how they show it.

import type { Route } from '../server/route.ts'
import { development } from './development.ts'
import { account } from './http-account.tsx'
import { join } from './http-join.tsx'
import { members } from './http-members.tsx'
import { prove } from './http-prove.tsx'
import { signIn } from './http-sign-in.tsx'
import { stop } from './http-stop.tsx'

export { closeAccount } from './close-account.ts'
export { developmentSignIns } from './development.ts'
export { deskOf } from './http-members.tsx'
export { nameIn, nameOfOrganisation } from './organisations.ts'
export { stopOf, type Stop } from './stop-switch.ts'

export const people: readonly Route[] = [
  ...signIn,
  ...development,
  ...prove,
  ...join,
  ...account,
  ...members,
  ...stop,
]
