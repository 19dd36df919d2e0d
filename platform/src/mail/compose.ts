// A letter set in words: plain text first, and the same as simple HTML. No picture, no tracking, one link.

import { directionOf, type Say } from '../web/messages.ts'
import type { LetterContent, LetterKind } from './letters.ts'

export interface Composed {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function compose(
  kind: Exclude<LetterKind, 'slip'>,
  { words, link }: LetterContent,
  say: Say,
  language: string,
): Composed {
  const line = (key: string) => say(`letters-${key}`, words)
  const subject = oneLine(line(`${kind}-subject`))
  const head = [line('hello'), line(`${kind}-text`)]
  const tail = [line(`${kind}-note`), line('ask')]
  const deed = line(`${kind}-do`)
  const end = [line('from'), line('why')]
  const text = [...head, ...(link === undefined ? [] : [`${deed}\n${link}`]), ...tail, ...end]
  const paragraphs = [
    ...head.map(paragraph),
    ...(link === undefined
      ? []
      : [`<p>${escape(deed)}<br><a href="${escape(link)}">${escape(link)}</a></p>`]),
    ...[...tail, ...end].map(paragraph),
  ]
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escape(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body>
${paragraphs.join('\n')}
</body>
</html>
`,
  }
}

const paragraph = (text: string) => `<p>${escape(text)}</p>`

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A name with a line break in it begins no header. */
const oneLine = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
