// The signed content of a file in any of the forms of a JWS, for judges of others' making.

import { X509Certificate } from 'node:crypto'

export interface Jws {
  readonly payload: string
  readonly signatures: readonly {
    readonly protected: string
    readonly header?: Readonly<Record<string, unknown>>
    readonly signature: string
  }[]
}

/** Compact, flattened and general form as the general one. */
export function jwsOf(bytes: Uint8Array): Jws {
  const text = Buffer.from(bytes).toString()
  if (!text.trimStart().startsWith('{')) {
    const [head = '', payload = '', signature = ''] = text.trim().split('.')
    return { payload, signatures: [{ protected: head, signature }] }
  }
  const file = JSON.parse(text) as Jws & Jws['signatures'][number]
  if (file.signatures !== undefined) return file
  const { payload, ...signature } = file
  return { payload, signatures: [signature] }
}

export function headerOf(jws: Jws): Readonly<Record<string, unknown>> {
  const [first] = jws.signatures
  return JSON.parse(Buffer.from(first?.protected ?? '', 'base64url').toString()) as Readonly<
    Record<string, unknown>
  >
}

/** The content as JSON, decoded where it is encoded (RFC 7797). */
export function contentOf(jws: Jws): object {
  const plain = headerOf(jws)['b64'] === false
  const text = plain ? jws.payload : Buffer.from(jws.payload, 'base64url').toString()
  return JSON.parse(text) as object
}

/** The certificate the header brings, as PEM. */
export function certificateOf(jws: Jws): string {
  const [leaf] = (headerOf(jws)['x5c'] ?? []) as readonly string[]
  return new X509Certificate(Buffer.from(leaf ?? '', 'base64')).toString()
}
