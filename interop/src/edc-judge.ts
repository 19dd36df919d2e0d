// The official judge of an EDC document: JSON-LD to RDF, then the SHACL shapes of ELM 3.2 by an engine of
// others. Shapes and contexts are read from the reference data, their imports dropped (they are loaded together).

import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { DataFactory, Parser, Store } from 'n3'
import ShaclValidator from 'rdf-validate-shacl'
import { reference } from 'tessera/reference'

export type Answer =
  | { readonly kind: 'verdict'; readonly conforms: boolean; readonly results: readonly string[] }
  /** No node of type EuropeanDigitalCredential: an empty pass. */
  | { readonly kind: 'vacuous' }
  | { readonly kind: 'no-json-ld'; readonly why: string }

const contexts: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': 'elm/context/credentials-v1.jsonld',
  'http://data.europa.eu/snb/model/context/edc-ap': 'elm/context/edc-ap-context-3.2.jsonld',
}

const loaded = new Map<string, unknown>()

async function documentLoader(url: string) {
  const path = contexts[url]
  if (path === undefined) throw new Error(`not a context of EDC: ${url}`)
  if (!loaded.has(url)) loaded.set(url, JSON.parse(readFileSync(reference(path), 'utf8')))
  return { documentUrl: url, document: loaded.get(url), contextUrl: undefined }
}

const files = {
  'generic-full': ['EDC-generic-no-cv', 'EDC-generic-full'],
  accredited: ['EDC-generic-no-cv', 'EDC-generic-full', 'EDC-accredited'],
  converted: ['EDC-generic-no-cv', 'EDC-generic-full', 'EDC-converted'],
  'issued-by-mandate': ['EDC-generic-no-cv', 'EDC-generic-full', 'EDC-issuedByMandate'],
} as const

export type Profile = keyof typeof files

function shapesOf(profile: Profile): unknown {
  const store = new Store()
  for (const name of files[profile]) {
    const text = readFileSync(reference(`elm/shapes/3.2/${name}.ttl`), 'utf8')
    for (const quad of new Parser({ blankNodePrefix: name }).parse(text)) {
      if (!quad.predicate.value.endsWith('owl#imports')) store.addQuad(quad)
    }
  }
  return store
}

const validators = new Map<Profile, { validate(data: unknown): Promise<Report> | Report }>()

interface Report {
  readonly conforms: boolean
  readonly results: readonly {
    readonly path?: { readonly value: string }
    readonly focusNode?: { readonly value: string }
    readonly sourceConstraintComponent?: { readonly value: string }
  }[]
}

interface Term {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: Term
}

function termOf(term: Term) {
  switch (term.termType) {
    case 'NamedNode':
      return DataFactory.namedNode(term.value)
    case 'BlankNode':
      return DataFactory.blankNode(term.value.replace('_:', ''))
    case 'Literal':
      return DataFactory.literal(
        term.value,
        term.language !== undefined && term.language !== ''
          ? term.language
          : DataFactory.namedNode(term.datatype?.value ?? ''),
      )
    default:
      return DataFactory.defaultGraph()
  }
}

const edcClass = 'http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential'

/** The verdict of the official shapes. */
export async function judge(document: object, profile: Profile = 'generic-full'): Promise<Answer> {
  let quads: readonly { subject: Term; predicate: Term; object: Term; graph: Term }[]
  try {
    quads = await jsonld.toRDF(document, { documentLoader, base: '' })
  } catch (error) {
    return { kind: 'no-json-ld', why: String(error) }
  }
  const store = new Store()
  for (const { subject, predicate, object, graph } of quads) {
    store.addQuad(termOf(subject), termOf(predicate), termOf(object), termOf(graph))
  }
  if (!quads.some(({ object }) => object.value === edcClass)) return { kind: 'vacuous' }
  const validator = validators.get(profile) ?? new ShaclValidator(shapesOf(profile))
  validators.set(profile, validator)
  const report = (await validator.validate(store)) as Report
  const results = report.results.map(
    ({ focusNode, path, sourceConstraintComponent }) =>
      `${focusNode?.value ?? ''} ${path?.value ?? ''} ${sourceConstraintComponent?.value.split('#')[1] ?? ''}`,
  )
  return { kind: 'verdict', conforms: report.conforms, results }
}
