// Every text of a design with its place, found by the model itself, so that a new text of the model is
// never forgotten.

import { z } from 'zod'
import { designSchema, type Design } from '../credential/design.ts'
import { languageTagSchema, type Text } from '../credential/text.ts'
import { placeIn } from './place.ts'

export interface PlacedText {
  readonly place: string
  readonly text: Text
}

/** Names that are the same in every language: of organisations, of bodies, of public skills. */
const names = new Set(['organisation', 'providers', 'skills', 'body'])

/** The texts that are written for readers and expected in every language of the design. */
export function textsOf(design: Design): readonly PlacedText[] {
  const texts: PlacedText[] = []
  collect(designSchema, design, '', texts)
  return texts
}

function collect(schema: z.core.$ZodType, value: unknown, place: string, into: PlacedText[]): void {
  if (value === undefined) return
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    collect(schema.unwrap(), value, place, into)
  } else if (schema instanceof z.ZodRecord && schema.keyType === languageTagSchema) {
    into.push({ place, text: value as Text })
  } else if (schema instanceof z.ZodArray) {
    for (const [index, item] of (value as object[]).entries()) {
      if (typeof item === 'object') collect(schema.element, item, placeIn(place, item, index), into)
    }
  } else if (schema instanceof z.ZodObject) {
    for (const [name, member] of Object.entries<z.core.$ZodType>(schema.shape)) {
      if (names.has(name)) continue
      const inner = (value as Readonly<Record<string, unknown>>)[name]
      collect(member, inner, place === '' ? name : `${place}.${name}`, into)
    }
  }
}
