// A code to point a telephone at, with its address under it for everybody who has none.

import encodeQr from 'qr'
import { raw } from 'hono/html'

interface QrProps {
  readonly address: string
  /** What opens, for those who do not see the picture. */
  readonly label: string
}

/** Error correction M and a quiet zone of four modules, as readers expect (ISO/IEC 18004). */
export function Qr({ address, label }: QrProps) {
  const { path, size } = qrPath(address)
  return (
    <figure class="qr">
      {raw(
        `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`,
      )}
      <figcaption>
        <a href={address}>
          <bdi dir="ltr">{address}</bdi>
        </a>
      </figcaption>
    </figure>
  )
}

export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows
    .flatMap((row, y) => {
      const runs: string[] = []
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue
        const from = x
        while (x + 1 < row.length && row[x + 1]) x += 1
        const width = x - from + 1
        runs.push(`M${from} ${y}h${width}v1h-${width}z`)
      }
      return runs
    })
    .join('')
  return { path, size: rows.length }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
