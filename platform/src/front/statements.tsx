// What the service says about itself: the accessibility statement and what it is.

import type { Asked } from '../server/route.ts'
import { show } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'

/** When the accessibility statement was last held against the service. */
const stated = '2026-11-25'

export function accessibilityPage(asked: Asked): Response | Promise<Response> {
  const { say, language } = asked
  return show(
    asked,
    { title: say('accessibility-title') },
    <article class="prose">
      <h1>{say('accessibility-title')}</h1>
      <p class="lead">{say('accessibility-lead')}</p>
      {(['state', 'not', 'files', 'tell'] as const).map((part) => (
        <>
          <h2>{say(`accessibility-${part}`)}</h2>
          <p>{say(`accessibility-${part}-text`)}</p>
        </>
      ))}
      <p class="note">{say('accessibility-version', { version: dateInWords(language, stated) })}</p>
    </article>,
  )
}

export function aboutPage(asked: Asked): Response | Promise<Response> {
  const { say } = asked
  return show(
    asked,
    { title: say('about-title') },
    <article class="prose">
      <h1>{say('about-title')}</h1>
      <p class="lead">{say('about-lead')}</p>
      {(['what', 'check', 'lasts', 'free'] as const).map((part) => (
        <>
          <h2>{say(`about-${part}`)}</h2>
          <p>{say(`about-${part}-text`)}</p>
        </>
      ))}
    </article>,
  )
}
