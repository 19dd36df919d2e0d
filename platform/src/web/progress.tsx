// How far it is: steps of a task, and a bar for what runs by itself.

import { numberInWords, shareInWords } from './in-words.ts'
import type { Say } from './messages.ts'

interface StepsProps {
  readonly label: string
  readonly steps: readonly { readonly title: string; readonly to?: string }[]
  /** The step one stands at, from 0; those before are done. */
  readonly at: number
  readonly say: Say
}

export function Steps({ label, steps, at, say }: StepsProps) {
  return (
    <nav class="steps" aria-label={label}>
      <ol>
        {steps.map(({ title, to }, index) => {
          const state = index < at ? 'done' : index === at ? 'here' : 'ahead'
          return (
            <li class={state} aria-current={state === 'here' ? 'step' : undefined}>
              {to === undefined || state === 'here' ? (
                <span>{title}</span>
              ) : (
                <a href={to}>{title}</a>
              )}
              {state === 'done' ? <span class="unseen"> {say('common-step-done')}</span> : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly all: number
  readonly language: string
  readonly id?: string
  readonly say: Say
}

export function Progress({ label, done, all, language, id = 'progress', say }: ProgressProps) {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} max={Math.max(all, 1)} value={done} />
      <p id={`${id}-words`}>
        {say('common-progress', {
          done: numberInWords(language, done),
          all: numberInWords(language, all),
          share: shareInWords(language, all === 0 ? 1 : done / all),
        })}
      </p>
    </div>
  )
}
