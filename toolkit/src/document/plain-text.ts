// Text of outside made fit to be printed: nothing in it may act on the page or on its neighbours.

/** Characters that steer instead of saying something: controls, and marks that turn the rest of a line round. */
const steering = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu

const longRun = /\S{41,}/gu

/** One line: NFC, no control characters, white space as single spaces. */
export function oneLine(text: string): string {
  return broken(clean(text).replace(/\s+/gu, ' ').trim())
}

/** Several lines: line breaks are kept, at most one empty line in a row. */
export function severalLines(text: string): string {
  return broken(
    clean(text)
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
  )
}

/** The direction of the first letter that has one (Unicode Bidirectional Algorithm, P2). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)
  return first !== null && rightToLeft.test(first[0]) ? 'rtl' : 'ltr'
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Sets a piece apart, so that its direction does not touch what stands beside it (FSI … PDI). */
export function apart(text: string): string {
  return `\u2068${text}\u2069`
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(steering, '')
}

/** A word longer than a line may be broken anywhere (a zero-width space every 20 characters). */
function broken(text: string): string {
  return text.replace(longRun, (run) =>
    [...run].map((c, i) => (i > 0 && i % 20 === 0 ? `\u200b${c}` : c)).join(''),
  )
}
