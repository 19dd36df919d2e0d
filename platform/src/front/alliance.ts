// Who issues here: the alliance and its organisations, as they describe themselves.

import { organisationSchema, type Organisation } from 'tessera/credential/organisation'
import { inLanguage, textSchema, type Text } from 'tessera/credential/text'
import type { House } from '../house.ts'

export interface Member extends Omit<Organisation, 'id'> {
  /** Its short name in addresses of this house. */
  readonly id: string
}

export interface Alliance {
  readonly name: Text
  readonly organisations: readonly Member[]
}

export async function whoIssuesHere(house: House): Promise<Alliance> {
  return house.store.atTheDoor(async (tx) => {
    const alliance = await tx.selectFrom('alliance').select('name').limit(1).executeTakeFirst()
    const rows = await tx
      .selectFrom('organisation')
      .select(['id', 'profile'])
      .orderBy('id')
      .execute()
    const name = textSchema.safeParse(alliance?.name)
    return {
      name: name.success ? name.data : {},
      organisations: rows.flatMap(({ id, profile }) => {
        const read = organisationSchema.safeParse(profile)
        return read.success ? [{ ...read.data, id }] : []
      }),
    }
  })
}

/** A name in the reader's language where it has one, with the language it is in. */
export function named(
  text: Text,
  language: string,
): { readonly lang: string; readonly name: string } {
  const { language: lang, value: name } = inLanguage(text, language)
  return { lang, name }
}
