// The mark of the house: a mosaic. Its stones are laid by a text, so that one thing always looks the same and two
// things hardly ever do. It decorates and proves nothing.

import { createHash } from 'node:crypto'

interface MosaicProps {
  readonly seed: string
  /** Stones from the middle to the edge; the rest is its mirror, as floors are laid. */
  readonly half: number
}

export function Mosaic({ seed, half }: MosaicProps) {
  const size = half * 2
  const bytes = stonesFor(seed, half * half)
  const kinds = [1, 2, 3, 4].map((kind) =>
    Array.from({ length: size * size }, (_, at) => ({ x: at % size, y: Math.floor(at / size) }))
      .filter(({ x, y }) => {
        // Both sides of the diagonal are the same, so that the pattern turns as well as it mirrors.
        const [column, row] = [Math.min(x, size - 1 - x), Math.min(y, size - 1 - y)]
        const [low, high] = [Math.min(column, row), Math.max(column, row)]
        return (bytes[low * half + high] ?? 0) % 6 === kind
      })
      .map(({ x, y }) => `M${x + 0.06} ${y + 0.06}h.88v.88h-.88z`)
      .join(''),
  )
  return (
    <svg class="mosaic" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      {kinds.map((path, at) => (
        <path class={`stone-${at + 1}`} d={path} />
      ))}
    </svg>
  )
}

function stonesFor(seed: string, count: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
    createHash('sha256').update(`${block} ${seed}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, count)
}
