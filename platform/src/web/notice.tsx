// What is to be noticed. A state always has its sign and its word; the colour only repeats them.

import type { PropsWithChildren } from 'hono/jsx'
import type { Say } from './messages.ts'

export type State = 'valid' | 'invalid' | 'unknown' | 'news'

/** Drawn, not a letter of a font: a tick, a cross, a question, a letter i. */
const drawings: Readonly<Record<State | 'caution', string>> = {
  valid: 'M5 12.5l4.5 4.5L19 7.5',
  invalid: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  unknown: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.3',
  news: 'M12 11v6.5M12 6.5v.3',
  caution: 'M12 4L3 19.5h18zM12 10v4.5M12 17v.2',
}

export function Sign({ of }: { of: State | 'caution' }) {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[of]} />
    </svg>
  )
}

interface NoticeProps {
  readonly state: State
  /** The first sentence; a heading. */
  readonly title: string
  /** The word of the state; else the usual one: Valid, Not valid, Undecided. */
  readonly word?: string
  readonly level?: 1 | 2 | 3
  /** True: said by a screen reader as soon as the page is there. */
  readonly news?: boolean
  readonly say: Say
}

/** A verdict, or the answer to what somebody just did. */
export function Notice(props: PropsWithChildren<NoticeProps>) {
  const { state, title, level = 2, say } = props
  const word = props.word ?? (state === 'news' ? undefined : say(`common-state-${state}`))
  const Heading = `h${level}` as 'h2'
  return (
    <div class={`notice ${state}`} role={props.news === true ? 'status' : undefined}>
      <Sign of={state} />
      <div>
        {word === undefined ? null : (
          <p class="word">
            <strong>{word}</strong>
          </p>
        )}
        <Heading>{title}</Heading>
        {props.children}
      </div>
    </div>
  )
}

/** A state in a line or a cell: sign and word. */
export function Tag({ state, children }: PropsWithChildren<{ state: State }>) {
  return (
    <span class={`tag ${state}`}>
      <Sign of={state} />
      {children}
    </span>
  )
}

/** A sentence that warns, without a verdict. */
export function Caution({ children }: PropsWithChildren) {
  return (
    <p class="caution">
      <Sign of="caution" />
      <span>{children}</span>
    </p>
  )
}
