// Reads N-Quads (RDF 1.1 N-Quads): the form of the published vectors of RDFC-1.0 and of graphs people hand over.

import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import { type Quad, writtenDatatype, writtenIri, writtenText } from './quad.ts'

const code = String.raw`\\u[0-9A-Fa-f]{4}|\\U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}`
const iri = `<((?:[^\\u0000-\\u0020<>"{}|^\`\\\\]|${code})*)>`
const blank = String.raw`(_:[^\s<>"]*[^\s<>".])`
const text = String.raw`"((?:[^"\\\n\r]|\\[tbnrf"'\\]|${code})*)"`
const literal = `${text}(?:\\^\\^${iri}|@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?`
const space = String.raw`[ \t]*`
const statement = new RegExp(
  `^${space}(?:${iri}|${blank})${space}${iri}${space}(?:${iri}|${blank}|${literal})${space}(?:${iri}|${blank})?${space}\\.${space}(?:#.*)?$`,
  'u',
)
const empty = /^[ \t]*(?:#.*)?$/
const escape = /\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/g
const letters: { readonly [escape: string]: string } = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
}

/**
 * The statements of an N-Quads text. Refuses `n-quads.syntax` with the number of the line, `n-quads.too-long` for a
 * line and `json-ld.too-complex` for a text of more than limits.ts allows.
 */
export function readNQuads(input: string): readonly Quad[] {
  const lines = input.split(/\r\n|\n|\r/, limits.rdf.quads + 1)
  if (lines.length > limits.rdf.quads)
    refuse('json-ld.too-complex', '', `There are more than ${limits.rdf.quads} statements.`)
  return lines.flatMap((line, i) => {
    if (line.length > limits.rdf.line)
      refuse('n-quads.too-long', `line ${i + 1}`, 'A statement is too long.')
    if (empty.test(line)) return []
    const found = statement.exec(line)
    return found === null
      ? refuse('n-quads.syntax', `line ${i + 1}`, 'This is not a statement in N-Quads.')
      : [quadOf(found)]
  })
}

function quadOf(found: RegExpExecArray): Quad {
  const [
    ,
    subject = '',
    blankSubject,
    predicate = '',
    object,
    blankObject,
    literalText = '',
    datatype,
    language,
    graph,
    blankGraph,
  ] = found
  const end =
    language === undefined
      ? datatype === undefined
        ? ''
        : writtenDatatype(plain(datatype))
      : `@${language}`
  return {
    subject: blankSubject ?? rewritten(subject),
    predicate: rewritten(predicate),
    object:
      blankObject ??
      (object === undefined ? writtenText(plain(literalText)) + end : rewritten(object)),
    graph: blankGraph ?? (graph === undefined ? '' : rewritten(graph)),
  }
}

function rewritten(address: string): string {
  return writtenIri(plain(address))
}

function plain(written: string): string {
  return written.replace(escape, (whole) => {
    const letter = whole.charAt(1)
    return letter === 'u' || letter === 'U'
      ? String.fromCodePoint(Number.parseInt(whole.slice(2), 16))
      : (letters[letter] ?? letter)
  })
}
