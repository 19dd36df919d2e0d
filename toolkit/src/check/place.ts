// Where a finding points: by the id of a part where it has one, else by its position from 0.

/** `outcomes[LO2]` for a part with an id, `awardingBodies[0]` for one without. */
export function placeIn(list: string, part: object, index: number): string {
  return `${list}[${idOf(part) ?? index}]`
}

/** Every part of a list with its place. */
export function placed<T extends object>(
  list: string,
  parts: readonly T[],
): readonly { readonly part: T; readonly place: string }[] {
  return parts.map((part, index) => ({ part, place: placeIn(list, part, index) }))
}

function idOf(part: object): string | undefined {
  // Organisations have a web address for an id; it would hide the place instead of naming it.
  return 'id' in part && typeof part.id === 'string' && !part.id.includes(':') ? part.id : undefined
}
