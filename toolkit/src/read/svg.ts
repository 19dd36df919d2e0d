// SVG pictures of badges: the credential in them (Open Badges 3.0, section 5.3.2), and only in drawings
// that hold nothing active and point nowhere outside themselves.

import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { walkXml, type XmlAttribute, type XmlElement } from './xml.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const badgeNamespace = 'https://purl.imsglobal.org/ob/v3p0'
const activeNamespaces = [
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2001/xml-events',
  'http://www.w3.org/2002/xforms',
]
const activeElements = [
  'script',
  'foreignobject',
  'handler',
  'listener',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'link',
  'a',
  'set',
  'animate',
  'animatemotion',
  'animatetransform',
  'discard',
]
const localReference = /^#[^\s]*$|^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/
const outsideUrl = /javascript:|image-set|url\(\s*(?!["']?#)/i
const activeStyle = /@import|@charset|@namespace|@font-face|expression|behavior|-moz-binding|\\|</i

/** Characters in which a file must say that it is a drawing. */
const preface = 8_192

/** What a baked drawing holds. */
export interface BakedSvg {
  /** `verify`: a compact token in the attribute; `text`: JSON between the tags. */
  readonly form: 'verify' | 'text'
  readonly content: string
}

/** Whether the text begins as an SVG file may. */
export function looksLikeSvg(text: string): boolean {
  const start = text.slice(0, preface)
  let at = after(start, /\s*(?:<\?xml[^>]*>)?/y, 0)
  at = afterComments(start, at)
  at = afterComments(start, after(start, /<!DOCTYPE svg[^>]*>/y, at))
  return after(start, /<(?:[A-Za-z]+:)?svg[\s>/]/y, at) > at
}

/** Where a form ends that stands there; the same place where none does. */
function after(text: string, form: RegExp, at: number): number {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : at
}

function afterComments(text: string, from: number): number {
  let at = after(text, /\s*/y, from)
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) return at
    at = after(text, /\s*/y, end + 3)
  }
  return at
}

/** The credential of a baked drawing. Refuses `svg.*` and `xml.*`; `svg.no-credential` where there is none. */
export function extractFromSvg(source: string, place = ''): BakedSvg {
  const [baked, ...more] = readSvg(source, place).credentials
  if (baked === undefined)
    return refuse('svg.no-credential', place, 'The drawing holds no credential.')
  if (more.length > 0)
    refuse('svg.two-credentials', place, 'The drawing holds more than one credential.')
  return baked
}

/** The drawing with the credential, a JSON text, right after its opening tag. Refuses a drawing that has one. */
export function bakeIntoSvg(source: string, json: string, place = ''): string {
  const { root, credentials } = readSvg(source, place)
  if (credentials.length > 0)
    refuse('svg.two-credentials', place, 'The drawing already holds a credential.')
  if (root.empty) refuse('svg.empty', place, 'The drawing is empty.')
  // `]]>` ends a CDATA section; in JSON it can stand in a text only, where > has another spelling.
  const content = json.replaceAll(']]>', String.raw`]]\u003e`)
  const element = `<openbadges:credential xmlns:openbadges="${badgeNamespace}"><![CDATA[${content}]]></openbadges:credential>`
  return source.slice(0, root.contentStart) + element + source.slice(root.contentStart)
}

function readSvg(
  source: string,
  place: string,
): { readonly root: XmlElement; readonly credentials: readonly BakedSvg[] } {
  if (source.length > limits.drawing) refuse('svg.too-large', place, 'The drawing is too large.')
  const credentials: BakedSvg[] = []
  const roots: XmlElement[] = []
  let inCredential: string[] | undefined
  let inStyle: string[] | undefined
  walkXml(
    source,
    {
      open(element) {
        if (element.depth === 0) roots.push(element)
        if (element.depth === 0 && (element.namespace !== svgNamespace || element.name !== 'svg')) {
          refuse('svg.root', place, 'This is not an SVG drawing.')
        }
        if (inCredential !== undefined)
          refuse('svg.credential', place, 'There are elements inside the credential.')
        if (inStyle !== undefined)
          refuse('svg.active', place, 'There are elements inside the style of the drawing.')
        if (isCredential(element)) {
          if (element.depth !== 1)
            refuse('svg.credential', place, 'The credential is not at its place in the drawing.')
          inCredential = []
        } else requireHarmless(element, place)
        if (element.name.toLowerCase() === 'style') inStyle = []
      },
      text(text) {
        inCredential?.push(text)
        inStyle?.push(text)
      },
      close(element) {
        if (isCredential(element)) {
          credentials.push(bakedOf(element, inCredential as readonly string[], place))
          inCredential = undefined
        }
        if (element.name.toLowerCase() === 'style') {
          requireInside((inStyle as readonly string[]).join(''), 'style', place)
          inStyle = undefined
        }
      },
    },
    place,
  )
  return { root: roots[0] as XmlElement, credentials }
}

function isCredential(element: XmlElement): boolean {
  return element.namespace === badgeNamespace && element.name === 'credential'
}

function bakedOf(element: XmlElement, texts: readonly string[], place: string): BakedSvg {
  const text = texts.join('').trim()
  const verify = element.attributes.find(
    ({ namespace, name }) => namespace === '' && name === 'verify',
  )?.value
  const content = verify ?? text
  if (content === '' || (verify !== undefined && text !== '')) {
    refuse('svg.credential', place, 'The credential in the drawing is empty, or given twice.')
  }
  if (content.length > limits.image.credential)
    refuse('svg.too-large', place, 'The credential in the drawing is too large.')
  return { form: verify === undefined ? 'text' : 'verify', content }
}

function requireHarmless(element: XmlElement, place: string): void {
  if (
    activeNamespaces.includes(element.namespace) ||
    activeElements.includes(element.name.toLowerCase())
  ) {
    refuse('svg.active', place, `The drawing holds active content (${element.name.slice(0, 40)}).`)
  }
  for (const attribute of element.attributes) requireHarmlessAttribute(attribute, place)
}

function requireHarmlessAttribute({ namespace, name, value }: XmlAttribute, place: string): void {
  const word = name.toLowerCase()
  if (word.startsWith('on') || activeNamespaces.includes(namespace)) {
    refuse('svg.active', place, `The drawing holds active content (${name.slice(0, 40)}).`)
  }
  if (word === 'base' || ((word === 'href' || word === 'src') && !localReference.test(value))) {
    refuse('svg.outside', place, 'The drawing points to something outside itself.')
  }
  if (word !== 'href' && word !== 'src') requireInside(value, word, place)
}

function requireInside(value: string, name: string, place: string): void {
  if (outsideUrl.test(value) || (name === 'style' && activeStyle.test(value)))
    refuse(
      'svg.outside',
      place,
      'The drawing points to something outside itself, or styles itself with it.',
    )
}
