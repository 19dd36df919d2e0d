// One RDF statement, its parts written as canonical N-Quads writes them (RDF 1.1 N-Quads, section 4; RDFC-1.0,
// section 5): `<iri>`, `_:label`, `"text"^^<datatype>`. What is written once need not be looked at again.

export interface Quad {
  /** `<iri>` or `_:label`. */
  readonly subject: string
  /** `<iri>`. */
  readonly predicate: string
  /** `<iri>`, `_:label` or a literal in quotes. */
  readonly object: string
  /** `<iri>`, `_:label`, or empty for the default graph. */
  readonly graph: string
}

const xsdString = 'http://www.w3.org/2001/XMLSchema#string'
// oxlint-disable-next-line no-control-regex
const openInText = /[\u0000-\u001f"\\\u007f]/g
/** Letters that JSON writes in another way. */
// oxlint-disable-next-line no-control-regex
const unlikeJson = /[\u0000-\u0007\u000b\u000e-\u001f\u007f]/
// oxlint-disable-next-line no-control-regex
const openInIri = /[\u0000-\u0020<>"{}|^`\\]/g
const escapes: { readonly [letter: string]: string } = {
  '\b': String.raw`\b`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\f': String.raw`\f`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': '\\\\',
}

/** `<iri>` */
export function writtenIri(iri: string): string {
  return `<${iri.replace(openInIri, numbered)}>`
}

/** `"text"`, without language or datatype. */
export function writtenText(text: string): string {
  // All others are written as in JSON, and the engine does that in one go and with little memory.
  if (!unlikeJson.test(text)) return JSON.stringify(text)
  return `"${text.replace(openInText, (letter) => escapes[letter] ?? numbered(letter))}"`
}

/** What follows the text of a literal; nothing for a plain one. */
export function writtenDatatype(datatype: string): string {
  return datatype === xsdString ? '' : `^^${writtenIri(datatype)}`
}

function numbered(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

export function isBlank(written: string): boolean {
  return written.charCodeAt(0) === 0x5f
}

/** What follows the subject in a line of N-Quads, with other names for blank nodes. */
export function endOf(quad: Quad, named: (part: string) => string): string {
  const { predicate, object, graph } = quad
  return graph === ''
    ? `${predicate} ${named(object)} .\n`
    : `${predicate} ${named(object)} ${named(graph)} .\n`
}

/** The statements as a set: each once. */
export function distinct(quads: readonly Quad[]): readonly Quad[] {
  const byLine = new Map<string, Quad>()
  for (const quad of quads) byLine.set(`${quad.subject} ${endOf(quad, (part) => part)}`, quad)
  return [...byLine.values()]
}
