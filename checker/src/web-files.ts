// What an issuer publishes (its keys, its lists of withdrawn credentials), given as files: the page connects to
// nothing, so these answer the verifier's look-ups.

import type { Resolver } from 'tessera/trust/resolver'

export interface WebFile {
  /** The https address it answers for, or its path in a folder laid out as `<host>/<path>`. */
  readonly place: string
  readonly bytes: Uint8Array
  /** When it was last changed, as far as the device knows. */
  readonly at?: Date
}

/** Answers look-ups from files alone. */
export function answersFrom(files: readonly WebFile[]): Resolver {
  const places = new Map<string, WebFile>()
  for (const file of files) {
    // The folder may be given from any of its parents: `issued/web/uni.example/…` answers for uni.example too.
    const parts = file.place.startsWith('https://') ? [file.place] : file.place.split('/')
    for (let from = 0; from < parts.length; from++) {
      const place = parts.slice(from).join('/')
      if (!places.has(place)) places.set(place, file)
    }
  }
  return {
    async get(address) {
      const file = places.get(address) ?? places.get(pathOf(address) ?? '')
      if (file === undefined) return undefined
      const { bytes, at, place } = file
      return { bytes, from: place, ...(at === undefined ? {} : { at }) }
    },
  }
}

/** `<host>/<path>` of an https address; a port is written `host_port`, as `tessera verify --web` has it. */
function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, username, search, hostname, port, pathname } = new URL(address)
  if (protocol !== 'https:' || username !== '' || search !== '') return undefined
  try {
    return `${hostname}${port === '' ? '' : `_${port}`}${decodeURIComponent(pathname)}`
  } catch {
    return undefined
  }
}
