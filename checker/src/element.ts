// Elements of the page. Words of files come in as text only, never as markup, and cannot steer the line.

export type Child = Node | string | undefined

/** An element with attributes and children; `undefined` children are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** Words of a file: set apart in their own direction, without control characters, never without end. */
export function words(text: string, language?: string): HTMLElement {
  return element('bdi', language === undefined ? {} : { lang: language }, plain(text))
}

const longest = 2_000

export function plain(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return short.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (letter) =>
    letter === '\n' || letter === '\t' ? ' ' : '\ufffd',
  )
}

const shapes = {
  passed: 'M4 13l5 5L20 6',
  failed: 'M5 5l14 14M19 5L5 19',
  undecided: 'M8 8.5a4 4 0 1 1 6 3.6c-1.4.8-2 1.5-2 3.1M12 19.2v.6',
  example: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.4v.2',
  left: 'M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4M4.8 20c.6-3.6 3.5-5.6 7.2-5.6s6.6 2 7.2 5.6',
} as const

/** The sign of a state: a tick, a cross, a question mark, a person. The word always stands beside it. */
export function sign(state: keyof typeof shapes): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  drawing.setAttribute('class', `sign ${state}`)
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', shapes[state])
  drawing.append(path)
  return drawing
}
