// LinkedIn's number of an organisation, where its profile names one.

import { organisationSchema } from 'tessera/credential/organisation'
import type { Tx } from '../store/store.ts'
import { linkedInIdOf } from './linkedin.ts'

export async function linkedInIdIn(tx: Tx, organisation: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .where('id', '=', organisation)
    .select('profile')
    .executeTakeFirst()
  const read = organisationSchema.safeParse(row?.profile)
  return read.success ? linkedInIdOf(read.data.identifiers) : undefined
}
