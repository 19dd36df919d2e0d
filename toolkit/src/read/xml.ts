// A small part of XML 1.0 with namespaces, enough for a drawing and nothing that has ever been an attack:
// no document type but the plain one of SVG 1.1, no entities of its own, no processing instructions.

import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'

export interface XmlAttribute {
  readonly namespace: string
  readonly name: string
  readonly value: string
}

export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  /** 0 for the root. */
  readonly depth: number
  /** Positions in the text: of the name's end, and of what follows the opening tag. */
  readonly nameEnd: number
  readonly contentStart: number
  readonly empty: boolean
}

export interface XmlVisitor {
  open(element: XmlElement): void
  text(text: string): void
  close(element: XmlElement): void
}

const nameForm = /[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?/y
const spaceForm = /[ \t\r\n]*/y
const declaration =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"utf-8"|'utf-8'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/i
// Its public name says everything; it is not looked at further and never fetched.
const svgDocumentType =
  /<!DOCTYPE svg PUBLIC\s+"-\/\/W3C\/\/DTD SVG 1\.1\/\/EN"\s+"http:\/\/www\.w3\.org\/Graphics\/SVG\/1\.1\/DTD\/svg11\.dtd"\s*>/y
const predefined: { readonly [name: string]: string } = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

type Scope = { readonly [prefix: string]: string }

class Reader {
  private at = 0
  private parts = 0
  private readonly stack: {
    readonly tag: string
    readonly element: XmlElement
    readonly scope: Scope
  }[] = []
  private readonly source: string
  private readonly place: string
  private readonly visitor: XmlVisitor
  private readonly most: number

  constructor(source: string, place: string, visitor: XmlVisitor, most: number) {
    this.most = most
    this.source = source
    this.place = place
    this.visitor = visitor
  }

  whole(): void {
    if (forbidden.test(this.source) || !this.source.isWellFormed())
      this.no('xml.character', 'The drawing holds a character XML does not allow.')
    this.at = declaration.exec(this.source)?.[0].length ?? 0
    this.outside()
    svgDocumentType.lastIndex = this.at
    this.at += svgDocumentType.exec(this.source)?.[0].length ?? 0
    this.outside()
    if (this.source[this.at] !== '<')
      this.no('xml.root', 'The drawing does not begin with an element.')
    this.tag()
    while (this.stack.length > 0) this.content()
    this.outside()
    if (this.at < this.source.length)
      this.no('xml.trailing', 'Something follows the end of the drawing.')
  }

  private no(code: string, sentence: string): never {
    return refuse(code, this.place, `${sentence} (character ${this.at + 1})`)
  }

  /** Elements, attributes, texts, entities and comments cost alike, and all of them are few in a drawing. */
  private part(): void {
    if (++this.parts > this.most) this.no('xml.size', 'The drawing has too many parts.')
  }

  private space(): boolean {
    spaceForm.lastIndex = this.at
    const from = this.at
    spaceForm.test(this.source)
    this.at = spaceForm.lastIndex
    return this.at > from
  }

  /** White space and comments, where nothing else may stand. */
  private outside(): void {
    do this.space()
    while (this.comment())
  }

  private comment(): boolean {
    if (!this.source.startsWith('<!--', this.at)) return false
    const end = this.source.indexOf('--', this.at + 4)
    if (end < 0 || this.source[end + 2] !== '>')
      this.no('xml.comment', 'A comment in the drawing is broken.')
    this.at = end + 3
    this.part()
    return true
  }

  private content(): void {
    this.part()
    const next = this.source.indexOf('<', this.at)
    if (next < 0) this.no('xml.cut-off', 'The drawing is cut off.')
    if (next > this.at) {
      const raw = this.source.slice(this.at, next)
      if (raw.includes(']]>')) this.no('xml.text', 'A text in the drawing is broken.')
      this.visitor.text(this.decoded(raw))
      this.at = next
    }
    if (this.comment()) return
    if (this.source.startsWith('<![CDATA[', this.at)) return this.cdata()
    if (this.source.startsWith('</', this.at)) return this.end()
    this.tag()
  }

  private cdata(): void {
    const end = this.source.indexOf(']]>', this.at)
    if (end < 0) this.no('xml.cut-off', 'A text in the drawing does not end.')
    this.visitor.text(this.source.slice(this.at + 9, end))
    this.at = end + 3
  }

  private end(): void {
    const open = this.stack.pop()
    if (open === undefined || !this.source.startsWith(open.tag, this.at + 2))
      return this.no('xml.nesting', 'The elements of the drawing are not nested properly.')
    this.at += 2 + open.tag.length
    this.space()
    if (this.source[this.at] !== '>')
      this.no('xml.nesting', 'The elements of the drawing are not nested properly.')
    this.at++
    this.visitor.close(open.element)
  }

  private name(): string {
    nameForm.lastIndex = this.at
    const name = nameForm.exec(this.source)?.[0]
    if (name === undefined)
      return this.no(
        'xml.name',
        'The drawing uses something that is not allowed here, or is not XML.',
      )
    this.at += name.length
    return name
  }

  private tag(): void {
    const depth = this.stack.length
    if (depth >= limits.xml.depth) this.no('xml.depth', 'The drawing is nested too deeply.')
    this.part()
    this.at++
    const tag = this.name()
    const nameEnd = this.at
    const raw = this.attributes()
    const empty = this.source[this.at] === '/'
    if (empty) this.at++
    if (this.source[this.at] !== '>') this.no('xml.tag', 'An element of the drawing is broken.')
    this.at++
    const scope = this.scopeOf(raw)
    const attributes = raw
      .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map(([name, value]) => ({ ...this.resolved(name, scope, false), value }))
    if (
      new Set(attributes.map(({ namespace, name }) => `${namespace} ${name}`)).size !==
      attributes.length
    ) {
      this.no('xml.attribute', 'An attribute stands twice.')
    }
    const element = {
      ...this.resolved(tag, scope, true),
      attributes,
      depth,
      nameEnd,
      contentStart: this.at,
      empty,
    }
    this.visitor.open(element)
    if (empty) this.visitor.close(element)
    else this.stack.push({ tag, element, scope })
  }

  private attributes(): readonly (readonly [string, string])[] {
    const found = new Map<string, string>()
    while (this.space() && !/[/>]/.test(this.source[this.at] ?? '>')) {
      const name = this.name()
      this.space()
      if (this.source[this.at] !== '=') this.no('xml.attribute', 'An attribute has no value.')
      this.at++
      this.space()
      const quote = this.source[this.at]
      if (quote !== '"' && quote !== "'")
        return this.no('xml.attribute', 'An attribute has no value in quotes.')
      const end = this.source.indexOf(quote, this.at + 1)
      const raw = this.source.slice(this.at + 1, end)
      if (end < 0 || raw.includes('<'))
        this.no('xml.attribute', 'The value of an attribute is broken.')
      if (found.has(name) || found.size >= limits.xml.attributes)
        this.no('xml.attribute', 'An attribute stands twice, or there are too many.')
      this.part()
      found.set(name, this.decoded(raw))
      this.at = end + 1
    }
    return [...found]
  }

  private scopeOf(attributes: readonly (readonly [string, string])[]): Scope {
    const outer = this.stack.at(-1)?.scope ?? { xml: xmlNamespace }
    const own = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    if (own.length === 0) return outer
    const entries = own.map(([name, uri]) => {
      const prefix = name.slice(6)
      if (prefix === 'xml' || prefix === 'xmlns' || (prefix !== '' && uri === ''))
        this.no('xml.namespace', 'A namespace of the drawing is broken.')
      return [prefix, uri] as const
    })
    return { ...outer, ...Object.fromEntries(entries) }
  }

  private resolved(name: string, scope: Scope, isElement: boolean) {
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? '' : name.slice(0, colon)
    if (prefix === '' && !isElement) return { namespace: '', name }
    const namespace = Object.hasOwn(scope, prefix) ? scope[prefix] : prefix === '' ? '' : undefined
    if (namespace === undefined)
      return this.no('xml.namespace', 'The drawing uses a name whose namespace it does not say.')
    return { namespace, name: name.slice(colon + 1) }
  }

  private decoded(raw: string): string {
    if (!raw.includes('&')) return raw
    return raw.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
      this.part()
      if (!whole.endsWith(';')) return this.no('xml.entity', 'An entity of the drawing is broken.')
      if (Object.hasOwn(predefined, name)) return predefined[name] as string
      const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name)
      const code =
        digits === null
          ? -1
          : digits[1] === undefined
            ? Number(digits[2])
            : Number.parseInt(digits[1], 16)
      const allowed =
        code >= 0x20
          ? code <= 0x10ffff &&
            (code < 0xd800 || code > 0xdfff) &&
            code !== 0xfffe &&
            code !== 0xffff
          : [9, 10, 13].includes(code)
      return allowed
        ? String.fromCodePoint(code)
        : this.no('xml.entity', 'The drawing uses an entity, which is not allowed.')
    })
  }
}

/**
 * Walks through the text. Refuses `xml.*` for whatever is not in this small part of XML. `most`: how many parts; a
 * drawing has few, a sheet of learners many.
 */
export function walkXml(
  source: string,
  visitor: XmlVisitor,
  place = '',
  most: number = limits.xml.parts,
): void {
  new Reader(source, place, visitor, most).whole()
}
