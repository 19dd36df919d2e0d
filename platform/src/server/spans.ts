// What a request was part of, sent to the operator's collector (OpenTelemetry, OTLP over HTTP as JSON): a span a
// request with the kind of its page and its outcome, in batches. Where the collector does not answer spans are dropped:
// nobody waits for them.

import type { House } from '../house.ts'
import type { Trace } from './trace.ts'

export interface Span extends Trace {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly begun: Date
  readonly millis: number
}

export interface Spans {
  note(span: Span): void
  flush(): Promise<void>
}

const pause = 5_000
const batch = 500
const most = 5_000

const kept = new WeakMap<House['store'], Spans>()

/** Undefined where no collector is set. */
export function spansOf(house: House): Spans | undefined {
  const { collector } = house.config
  if (collector === undefined) return undefined
  const known = kept.get(house.store) ?? openSpans(`${collector.replace(/\/$/, '')}/v1/traces`)
  if (!kept.has(house.store))
    house.closing?.addEventListener('abort', () => void known.flush(), { once: true })
  kept.set(house.store, known)
  return known
}

function openSpans(address: string): Spans {
  let waiting: Span[] = []
  const flush = async () => {
    while (waiting.length > 0) {
      const some = waiting.slice(0, batch)
      waiting = waiting.slice(batch)
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asOtlp(some)),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined)
    }
  }
  setInterval(() => void flush(), pause).unref()
  return {
    note: (span) => {
      // Who began the trace decides whether it is recorded; where we begin it, it is.
      const isWanted = span.parent === undefined || span.sampled
      if (isWanted && waiting.length < most) waiting.push(span)
    },
    flush,
  }
}

const text = (key: string, value: string) => ({ key, value: { stringValue: value } })

/** `ExportTraceServiceRequest` in its JSON form. */
export function asOtlp(spans: readonly Span[]) {
  return {
    resourceSpans: [
      {
        resource: { attributes: [text('service.name', 'tessera')] },
        scopeSpans: [{ scope: { name: 'tessera' }, spans: spans.map(asSpan) }],
      },
    ],
  }
}

function asSpan({ trace, span, parent, method, route, status, begun, millis }: Span) {
  const nanos = (at: number) => String(BigInt(Math.round(at * 1_000)) * 1_000n)
  return {
    traceId: trace,
    spanId: span,
    ...(parent === undefined ? {} : { parentSpanId: parent }),
    name: `${method} ${route}`,
    // A server answering.
    kind: 2,
    startTimeUnixNano: nanos(begun.getTime()),
    endTimeUnixNano: nanos(begun.getTime() + millis),
    attributes: [
      text('http.request.method', method),
      text('http.route', route),
      { key: 'http.response.status_code', value: { intValue: String(status) } },
    ],
    status: { code: status >= 500 ? 2 : 0 },
  }
}
