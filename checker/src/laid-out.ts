// What the host of the page laid into it: the trust lists it goes by and what its issuers publish. Without it the page
// knows nobody. It stands in the page itself, so that the page still connects to nothing and works when it was kept.
// Form: JSON, with bytes as `{"$bytes": base64}` and times as `{"$time": ISO 8601}`.

import type { TrustList } from 'tessera/trust/trust'
import type { WebFile } from './web-files.ts'

export interface LaidOut {
  readonly trust: readonly TrustList[]
  readonly web: readonly WebFile[]
}

const nothing: LaidOut = { trust: [], web: [] }

/** From `<script type="application/json" id="laid-out">`; our own host wrote it, so its shape is believed. */
export function laidOutIn(document: Pick<Document, 'querySelector'>): LaidOut {
  const text = document.querySelector('#laid-out')?.textContent ?? ''
  return text.trim() === '' ? nothing : readLaidOut(text)
}

export function readLaidOut(text: string): LaidOut {
  return JSON.parse(text, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$bytes' in value) return bytesOf(String(value.$bytes))
    if ('$time' in value) return new Date(String(value.$time))
    return value
  }) as LaidOut
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
