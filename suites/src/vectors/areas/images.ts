// Pictures of badges: whether a credential is taken out of them. What is refused is never shown either.

import { openContainer } from 'tessera/formats/open-badges/container'
import { attempt } from 'tessera/refusal'
import type { Answer } from '../answer.ts'
import type { Question } from '../vector.ts'

export async function askForCredentialInPicture({ bytes }: Question): Promise<Answer> {
  const answer = await attempt(() => openContainer(bytes))
  if (!answer.ok) {
    const [first] = answer.refusals
    return { word: 'reject', why: `${first?.code} ${first?.sentence}` }
  }
  const { variant } = answer.value
  return variant === 'png' || variant === 'svg'
    ? { word: 'accept', why: `a credential was found in the ${variant.toUpperCase()}` }
    : { word: 'reject', why: 'this is no picture' }
}
