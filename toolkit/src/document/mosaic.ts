// The mosaic: each design has its own pattern of tesserae, drawn from a hash of its identifier, and one
// stone in it is the learner's. The same award always gives the same picture.

import { sha256 } from '#machine'
import { utf8 } from '../read/utf8.ts'

/** Column, row, shape (0 square, 1–4 a corner cut by the diagonal), tint (0 strongest … 4 palest). */
export type Tile = readonly [column: number, row: number, shape: number, tint: number]

export interface Mosaic {
  readonly rows: number
  readonly tiles: readonly Tile[]
  /** The learner's stone: column and row. */
  readonly own: readonly [column: number, row: number]
}

/** A strip that is laid densely at the beginning of the line and thins out to its end and downwards. */
export function strip(seed: string, owner: string, columns: number, rows: number): Mosaic {
  const chance = stream(seed)
  const tiles: Tile[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const density = 1.3 - (1.25 * column) / columns - (0.34 * row) / (rows - 1)
      const [there, shape, tint] = [chance(), chance(), chance()]
      if (there < density) tiles.push([column, row, shapeOf(shape), tintOf(tint)])
    }
  }
  return {
    rows,
    tiles,
    own: ownTile(
      owner,
      tiles.filter(([column]) => column > columns * 0.3),
    ),
  }
}

/** A frame of tiles, `width` thick, around an empty square. */
export function frame(seed: string, size: number, width: number): readonly Tile[] {
  const chance = stream(seed)
  const tiles: Tile[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [shape, tint] = [chance(), chance()]
      const edge = Math.min(column, row, size - 1 - column, size - 1 - row)
      // The outline stays whole; only inner tiles are cut.
      if (edge < width) tiles.push([column, row, edge === 0 ? 0 : shapeOf(shape), tintOf(tint)])
    }
  }
  return tiles
}

/** One of the tiles, chosen by whose mosaic it is. */
export function ownTile(owner: string, tiles: readonly Tile[]): readonly [number, number] {
  const tile = tiles[Math.floor(stream(`own\n${owner}`)() * tiles.length)]
  return tile === undefined ? [0, 0] : [tile[0], tile[1]]
}

function shapeOf(chance: number): number {
  return chance < 0.72 ? 0 : 1 + (Math.floor(chance * 1000) % 4)
}

function tintOf(chance: number): number {
  return [0, 1, 1, 2, 2, 2, 3, 3, 4][Math.floor(chance * 9)] ?? 2
}

/** Numbers from 0 to below 1, two bytes of SHA-256 each; the same for the same seed. */
function stream(seed: string): () => number {
  let block = new Uint8Array(0)
  let at = 0
  let round = 0
  return () => {
    if (at + 2 > block.length) {
      block = new Uint8Array(sha256(utf8(`${round++}\n${seed}`)))
      at = 0
    }
    const value = ((block[at] ?? 0) * 256 + (block[at + 1] ?? 0)) / 65536
    at += 2
    return value
  }
}
