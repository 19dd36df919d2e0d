// The mark of the house: a mosaic. Its stones are laid by a text, so that one thing always looks the same and two
// things hardly ever do. It decorates and proves nothing.

import { createHash } from 'node:crypto'

interface MosaicProps {
  readonly seed: string
  readonly columns: number
  readonly rows: number
  readonly class?: string
}

export function Mosaic({ seed, columns, rows, class: name }: MosaicProps) {
  const bytes = stones(seed, columns * rows)
  const kinds = [1, 2, 3, 4].map((kind) =>
    [...bytes]
      .map((byte, at) => ({ byte, x: at % columns, y: Math.floor(at / columns) }))
      .filter(({ byte }) => byte % 6 === kind)
      .map(({ x, y }) => `M${x + 0.06} ${y + 0.06}h.88v.88h-.88z`)
      .join(''),
  )
  return (
    <svg
      class={`mosaic ${name ?? ''}`.trim()}
      viewBox={`0 0 ${columns} ${rows}`}
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="xMidYMid slice"
    >
      {kinds.map((path, at) => (
        <path class={`stone-${at + 1}`} d={path} />
      ))}
    </svg>
  )
}

function stones(seed: string, count: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
    createHash('sha256').update(`${block} ${seed}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, count)
}
