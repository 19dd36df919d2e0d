// What the doctor says of one thing: as it should be, worth a look, or wrong; and then what to do next.

export interface Finding {
  readonly about: string
  readonly state: 'good' | 'look' | 'bad'
  readonly sentence: string
  readonly next?: string
}

/** Findings about one thing. */
export const about = (thing: string) => ({
  good: (sentence: string): Finding => ({ about: thing, state: 'good', sentence }),
  look: (sentence: string, next: string): Finding => ({
    about: thing,
    state: 'look',
    sentence,
    next,
  }),
  bad: (sentence: string, next: string): Finding => ({
    about: thing,
    state: 'bad',
    sentence,
    next,
  }),
})

/** The message of a fault, on one line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? ''
