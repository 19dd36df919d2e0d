// Every way Tessera says no: a code that never changes, the place it is about, one plain sentence.

/** A refusal as a value: what tools switch on (`code`), where (`place`), and what a person reads. */
export interface Refusal {
  /** Stable dotted code, e.g. `json.duplicate-member`. */
  readonly code: string
  /** Where: a JSON path, `row 3, column grade`, a file name; empty when it is the whole input. */
  readonly place: string
  /** One plain sentence. */
  readonly sentence: string
}

/** Carries refusals out of a parser or a step; doors turn it into a value with {@link attempt}. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[], cause?: unknown) {
    super(refusals.map(sentenceOf).join('\n'), cause === undefined ? undefined : { cause })
    this.refusals = refusals
  }
}

/** Says no. Never returns. */
export function refuse(code: string, place: string, sentence: string, cause?: unknown): never {
  throw new Refused([{ code, place, sentence }], cause)
}

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** Runs a step and gives its refusals as a value; any other error is a fault of ours and passes. */
export async function attempt<T>(step: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await step() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals }
    throw error
  }
}

/** The first of several, which is the one people are told. */
export function firstOf(refusals: readonly Refusal[]): Refusal {
  const [first = { code: 'refused', place: '', sentence: '' }] = refusals
  return first
}

export function sentenceOf(refusal: Refusal): string {
  return refusal.place === '' ? refusal.sentence : `${refusal.place}: ${refusal.sentence}`
}
