// EDC validation: our compiled profile beside the official way, JSON-LD to RDF and then the SHACL shapes by
// rdf-validate-shacl, on the same parsed document, in turns in one process. Shapes, contexts and validator of
// the peer are prepared before the clock starts.

import { existsSync, readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { DataFactory, Parser, Store } from 'n3'
import ShaclValidator from 'rdf-validate-shacl'
import type { JsonObject } from 'tessera/canonical-json'
import { exampleAward, exampleSettings } from 'tessera/formats/edc/example-award'
import { edc, edcFaults } from 'tessera/formats/edc/index'
import { reference } from 'tessera/reference'
import { inTurns } from './row.js'
import type { Row } from './row.js'

const contexts: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': 'elm/context/credentials-v1.jsonld',
  'http://data.europa.eu/snb/model/context/edc-ap': 'elm/context/edc-ap-context-3.2.jsonld',
}

interface Term {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: Term
}

interface Quad {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

function termOf(term: Term) {
  if (term.termType === 'NamedNode') return DataFactory.namedNode(term.value)
  if (term.termType === 'BlankNode') return DataFactory.blankNode(term.value.replace('_:', ''))
  const language = term.language ?? ''
  return DataFactory.literal(
    term.value,
    language === '' ? DataFactory.namedNode(term.datatype?.value ?? '') : language,
  )
}

/** The official way, ready to be asked. */
function peer(): (document: JsonObject) => Promise<boolean> {
  const loaded = Object.fromEntries(
    Object.entries(contexts).map(([url, path]) => [
      url,
      JSON.parse(readFileSync(reference(path), 'utf8')) as unknown,
    ]),
  )
  const documentLoader = async (url: string) => ({
    documentUrl: url,
    document: loaded[url],
    contextUrl: undefined,
  })
  const shapes = new Store()
  for (const name of ['EDC-generic-no-cv', 'EDC-generic-full']) {
    const text = readFileSync(reference(`elm/shapes/3.2/${name}.ttl`), 'utf8')
    for (const quad of new Parser({ blankNodePrefix: name }).parse(text)) {
      if (!quad.predicate.value.endsWith('owl#imports')) shapes.addQuad(quad)
    }
  }
  const validator = new ShaclValidator(shapes)
  return async (document) => {
    const quads = (await jsonld.toRDF(document, { documentLoader })) as readonly Quad[]
    const store = new Store()
    for (const { subject, predicate, object } of quads) {
      store.addQuad(termOf(subject), termOf(predicate), termOf(object))
    }
    const report = (await validator.validate(store)) as { readonly conforms: boolean }
    return report.conforms
  }
}

/** The document of an official sealed sample. */
function sample(name: string): JsonObject {
  const file = JSON.parse(readFileSync(reference(`elm/samples/${name}`), 'utf8')) as {
    readonly payload: string
  }
  return JSON.parse(file.payload) as JsonObject
}

/** EDC validation against the SHACL engine; nothing where the official shapes are not here. */
export async function run(): Promise<Row[]> {
  if (!existsSync(reference('elm/shapes/3.2'))) {
    console.log('EDC: the official shapes are not here, nothing to compare with')
    return []
  }
  const official = peer()
  const { document } = await edc.build(exampleAward, exampleSettings)
  const documents: readonly [string, JsonObject][] = [
    ['EDC validation, micro-credential as we issue it', document as JsonObject],
    [
      'EDC validation, EU micro-credential of 2024',
      sample('eu-official-2025/AA-Annex1-MC-signed.jsonld'),
    ],
    [
      'EDC validation, EU joint degree of 2025',
      sample('eu-official-2025/Sample-JointDegree-signed.jsonld'),
    ],
  ]
  const rows: Row[] = []
  for (const [what, one] of documents) {
    const own = async () => edcFaults(one, 'generic-full').length === 0
    if (!(await own()) || !(await official(one)))
      throw new Error(`${what}: both must find that it conforms`)
    rows.push({ what, ...(await inTurns(own, () => official(one), { rounds: 5 })), target: 20 })
  }
  return rows
}
