// Whether the objects all code shares are still as they were: an input that can change them rules the process.

const shared: readonly (readonly [string, object])[] = [
  ['globalThis', globalThis],
  ['JSON', JSON],
  ['Math', Math],
  ['Reflect', Reflect],
  ...[
    Object,
    Array,
    Function,
    String,
    Number,
    Boolean,
    Symbol,
    RegExp,
    Date,
    Promise,
    Map,
    Set,
    WeakMap,
    Error,
    TypeError,
    ArrayBuffer,
    Uint8Array,
    Object.getPrototypeOf(Uint8Array) as { name: string; prototype: object },
  ].flatMap((constructor): (readonly [string, object])[] => [
    [constructor.name, constructor],
    [`${constructor.name}.prototype`, constructor.prototype],
  ]),
]

type Snapshot = ReadonlyMap<string, ReadonlyMap<string | symbol, unknown>>

/** How the shared objects are now. */
export function snapshot(): Snapshot {
  return new Map(shared.map(([name, object]) => [name, membersOf(object)]))
}

function membersOf(object: object): ReadonlyMap<string | symbol, unknown> {
  const members = new Map<string | symbol, unknown>([
    ['prototype of', Object.getPrototypeOf(object)],
  ])
  for (const name of Reflect.ownKeys(object)) {
    const { value, get, set } = Object.getOwnPropertyDescriptor(object, name) ?? {}
    // What is made when it is first asked for, such as globalThis.crypto, is not a change.
    members.set(name, get === undefined ? value : set === undefined ? get : 'made on demand')
  }
  return members
}

/** What differs from the snapshot, by name. */
export function changesSince(before: Snapshot): readonly string[] {
  return shared.flatMap(([name, object]) => {
    const then = before.get(name) ?? new Map<string | symbol, unknown>()
    const now = membersOf(object)
    const names = new Set([...then.keys(), ...now.keys()])
    return [...names]
      .filter((member) => {
        if (then.has(member) !== now.has(member)) return true
        const [was, is] = [then.get(member), now.get(member)]
        return !Object.is(was, is) && was !== 'made on demand'
      })
      .map((member) => `${name}.${String(member)}`)
  })
}
