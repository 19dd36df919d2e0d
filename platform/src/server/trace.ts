// Where a request belongs among those of other programs: the trace of W3C Trace Context (traceparent), taken up where
// a proxy began it, begun here where nobody did. It goes into the log and names nobody.

export interface Trace {
  /** 32 hexadecimal digits, the same in every program the request went through. */
  readonly trace: string
  /** 16 hexadecimal digits: our part of it. */
  readonly span: string
  /** The part of whoever called. */
  readonly parent?: string
  /** True: whoever began it wants it recorded. */
  readonly sampled: boolean
}

/** Version 00 as it is, later versions as far as they say the same; all zeros are no trace. */
const form =
  /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

export function traceOf(
  traceparent: string | undefined,
  random: (length: number) => Uint8Array,
): Trace {
  const hex = (length: number) => Buffer.from(random(length)).toString('hex')
  const span = hex(8)
  const [, version, trace, parent, flags = '00', more] = form.exec(traceparent ?? '') ?? []
  if (trace === undefined || parent === undefined || (version === '00' && more !== undefined))
    return { trace: hex(16), span, sampled: false }
  return { trace, span, parent, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
