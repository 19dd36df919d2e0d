// The outbox: letters are written with the deed they tell of and sent afterwards. A letter holds an address and the
// few words that differ from learner to learner, encrypted; its sentences are set when it is sent.

import type { House } from '../house.ts'
import { addJobs } from '../jobs/queue.ts'
import { placeOf } from '../store/envelope.ts'
import type { Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { isMailAddress } from './address.ts'

/** Each has messages of its own: `letter-awarded-subject` and so on. `slip` is printed, not sent. */
export const letterKinds = [
  'awarded',
  'reminder',
  'corrected',
  'withdrawn',
  'annulled',
  'suspended',
  'restored',
  'answered',
  'names',
  'slip',
] as const
export type LetterKind = (typeof letterKinds)[number]

export interface LetterContent {
  /** Empty for a slip. */
  readonly to: string
  /** Variables of the messages: name, title, organisation, reason … */
  readonly words: Readonly<Record<string, string>>
  /** What it leads to; forgotten once the letter is sent. */
  readonly link?: string
  /** The code on a slip. */
  readonly code?: string
}

export interface NewLetter {
  readonly kind: LetterKind
  readonly language: string
  readonly award?: string
  /** The learner's; without one the house's own key is used. */
  readonly secret?: Secret
  readonly content: LetterContent
}

/** Row ids are chosen here, since the content is bound to them. @returns the ids. */
export async function queueLetters(
  house: Pick<House, 'config' | 'clock' | 'random' | 'vault'>,
  tx: Tx,
  organisation: string,
  letters: readonly NewLetter[],
): Promise<readonly string[]> {
  if (letters.length === 0) return []
  const host = new URL(house.config.address).hostname
  const rows = letters.map(({ kind, language, award, secret, content }) => {
    if (kind !== 'slip' && !isMailAddress(content.to))
      throw new Error('A letter was queued for what is no address.')
    const id = uuid(house.random)
    return {
      organisation_id: organisation,
      id,
      award_id: award ?? null,
      secret_id: secret?.id ?? null,
      kind,
      language,
      content: sealLetter(house, organisation, id, secret, content),
      message_id: `<${id}@${host}>`,
      created_at: house.clock.now(),
    }
  })
  await tx.insertInto('letter').values(rows).execute()
  await addJobs(
    tx,
    house,
    rows
      .filter(({ kind }) => kind !== 'slip')
      .map(({ id }) => ({ organisation, kind: 'letter', subject: id, key: `letter:${id}` })),
  )
  return rows.map(({ id }) => id)
}

export function sealLetter(
  house: Pick<House, 'vault'>,
  organisation: string,
  id: string,
  secret: Secret | undefined,
  content: LetterContent,
): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(content))
  return secret === undefined
    ? house.vault.wrap(bytes, placeOf(organisation, 'letter', 'content', id))
    : secret.seal(bytes, 'letter', 'content', id)
}

export function openLetter(
  house: Pick<House, 'vault'>,
  organisation: string,
  id: string,
  secret: Secret | undefined,
  content: Uint8Array,
): LetterContent {
  const bytes =
    secret === undefined
      ? house.vault.unwrap(content, placeOf(organisation, 'letter', 'content', id))
      : secret.open(content, 'letter', 'content', id)
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}

/** A version 4 UUID (RFC 9562). */
export function uuid(random: House['random']): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
