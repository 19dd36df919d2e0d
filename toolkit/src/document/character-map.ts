// Which characters a font can draw: the `cmap` table of OpenType, formats 4 and 12, the two that
// every font of today has.

export interface Characters {
  has(codePoint: number): boolean
}

/** The characters that at least one of the fonts (TrueType or OpenType files) has a glyph for. */
export function charactersOf(fonts: readonly Uint8Array[]): Characters {
  const bits = new Uint8Array(0x110000 / 8)
  const add = (codePoint: number) => {
    bits[codePoint >> 3] = (bits[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
  }
  for (const font of fonts)
    readFont(new DataView(font.buffer, font.byteOffset, font.byteLength), add)
  return { has: (codePoint) => ((bits[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0 }
}

function readFont(view: DataView, add: (codePoint: number) => void): void {
  const cmap = tableOf(view, 'cmap')
  if (cmap === undefined) return
  const count = view.getUint16(cmap + 2)
  for (let i = 0; i < count; i++) {
    const platform = view.getUint16(cmap + 4 + 8 * i)
    if (platform !== 0 && platform !== 3) continue
    const at = cmap + view.getUint32(cmap + 8 + 8 * i)
    const format = view.getUint16(at)
    if (format === 4) readSegments(view, at, add)
    if (format === 12) readGroups(view, at, add)
  }
}

function tableOf(view: DataView, name: string): number | undefined {
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)))
    if (tag === name) return view.getUint32(at + 8)
  }
  return undefined
}

function readSegments(view: DataView, at: number, add: (codePoint: number) => void): void {
  const twice = view.getUint16(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = view.getUint16(at + 14 + i)
    const start = view.getUint16(at + 16 + twice + i)
    const delta = view.getUint16(at + 16 + 2 * twice + i)
    const rangeAt = at + 16 + 3 * twice + i
    const range = view.getUint16(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start))
      const missing = range === 0 ? ((raw + delta) & 0xffff) === 0 : raw === 0
      if (!missing) add(code)
    }
  }
}

function readGroups(view: DataView, at: number, add: (codePoint: number) => void): void {
  const count = view.getUint32(at + 12)
  for (let i = 0; i < count; i++) {
    const group = at + 16 + 12 * i
    const end = Math.min(view.getUint32(group + 4), 0x10ffff)
    for (let code = view.getUint32(group); code <= end; code++) add(code)
  }
}
