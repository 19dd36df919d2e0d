// How old an answer about withdrawal may be.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JsonObject } from '../../canonical-json.ts'
import { utf8 } from '../../read/utf8.ts'
import { signCompact } from '../../seal/jose/compact.ts'
import * as world from '../example-world.ts'
import { checkStatus } from './status.ts'

const { context, daysFromNow, entry, list, listAddress } = world

const status = [
  { kind: 'bitstring', list: listAddress, index: entry.good, purpose: 'revocation', size: 1 },
] as const

/** A list that was made years ago and says no end; `ttl` in milliseconds. */
async function endless(ttl?: number): Promise<Uint8Array> {
  const { validUntil: _, ...document } = await world.bitstringDocument({
    validFrom: daysFromNow(-900),
  })
  const subject = document['credentialSubject'] as JsonObject
  const credentialSubject = ttl === undefined ? subject : { ...subject, ttl }
  const header = { typ: 'vc+jwt', kid: world.method }
  return utf8(await signCompact(header, { ...document, credentialSubject }, world.uniSigner))
}

async function said(bytes: Uint8Array, at?: Date): Promise<string> {
  const pages = world.web({ [listAddress]: bytes })
  const resolver: typeof pages = {
    get: async (url, kind) => {
      const found = await pages.get(url, kind)
      return found === undefined || at === undefined ? found : { ...found, at }
    },
  }
  const answer = await checkStatus(context({ status }, { resolver, trust: [list] }))
  return `${answer.status} ${answer.code} ${/as of .*/.exec(answer.source)?.[0] ?? ''}`.trim()
}

const open = 'undecided status.out-of-date'
const good = `passed status.not-revoked as of ${daysFromNow(-900).toISOString()}`

describe('a status list without an end', () => {
  it('is answered from while its copy is fresh, with the day it is of', async () => {
    assert.equal(await said(await endless(), daysFromNow(0)), good)
    assert.equal(await said(await endless(), daysFromNow(-0.9)), good)
    assert.equal(await said(await endless(3 * 86_400_000), daysFromNow(-2)), good)
  })

  it('is out of date once its copy is older than the list allows, or than a day', async () => {
    assert.equal(await said(await endless(), daysFromNow(-1.1)), open)
    assert.equal(await said(await endless(60_000), daysFromNow(-0.1)), open)
  })

  it('is out of date where nobody knows when it was had, and it was made long ago', async () => {
    assert.equal(await said(await endless()), open)
  })
})
