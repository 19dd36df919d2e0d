// Asks the time-stamp authority the issuer's settings name (RFC 3161, section 3.4). Its address is the
// issuer's own word, so that it may be inside the house; what it answers is still bounded in time and size.

import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import type { Exchange } from '../seal/time/index.ts'

const patience = 15_000

/** Sends requests there by POST. Refuses `time.no-answer`, with the reason. */
export function timeStampsAt(address: string, wait = patience): Exchange {
  const url = new URL(address)
  return (query) => post(url, query, wait)
}

function noAnswer({ host }: URL, why: string): Refused {
  const sentence = `The time-stamp authority at ${host} gave no answer: ${why}.`
  return new Refused([{ code: 'time.no-answer', place: '', sentence }])
}

function post(url: URL, query: Uint8Array, wait: number): Promise<Uint8Array> {
  return new Promise((settle, fail) => {
    const request = url.protocol === 'http:' ? plainRequest : secureRequest
    const outgoing = request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        'content-length': query.length,
        accept: 'application/timestamp-reply',
        'accept-encoding': 'identity',
      },
    })
    const give = (answer: Uint8Array | string) => {
      clearTimeout(timer)
      outgoing.destroy()
      if (typeof answer === 'string') fail(noAnswer(url, answer))
      else settle(answer)
    }
    const timer = setTimeout(() => give(`none within ${wait / 1000} seconds`), wait)
    outgoing.on('error', (error: NodeJS.ErrnoException) => give(error.code ?? error.message))
    outgoing.on('response', (incoming) => {
      if (incoming.statusCode !== 200) return give(`HTTP status ${incoming.statusCode}`)
      const parts: Buffer[] = []
      let size = 0
      incoming.on('data', (part: Buffer) => {
        size += part.length
        if (size > limits.timeStamp.bytes) return give('it is too long')
        parts.push(part)
      })
      incoming.on('end', () => give(Buffer.concat(parts)))
      incoming.on('error', () => give('it broke off'))
    })
    outgoing.end(query)
  })
}
