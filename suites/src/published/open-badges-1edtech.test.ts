// The Open Badges 3.0 samples of the public validator of 1EdTech, offline, through the whole verifier. What it calls
// valid is valid to us where its issuer is on a list, and undecided for its issuer alone where it is not; what it warns
// of is not broken; what it refuses is never valid.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { formats } from 'tessera/formats/index'
import type { PublicJwk } from 'tessera/machine/port'
import { multikeyToJwk } from 'tessera/read/multibase'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { readStatusList } from 'tessera/status/read'
import { noResolver } from 'tessera/trust/resolver'
import type { TrustList } from 'tessera/trust/trust'
import { verify } from 'tessera/verify/verify'
import { type Answer, requireExpected } from './answers.ts'

const home = 'vc/1edtech/validator-samples'
const now = new Date('2026-06-01T12:00:00Z')
/** The key of all samples; the validator finds it in the fragment of the address of the key. */
const multikey = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'

interface Outcome {
  readonly expect: 'valid' | 'warning' | 'invalid' | 'not-asserted'
}

function samples(): readonly (readonly [name: string, outcome: Outcome])[] {
  const { outcomes } = JSON.parse(
    readFileSync(reference(`${home}/expected-outcomes.json`), 'utf8'),
  ) as { readonly outcomes: { readonly [name: string]: Outcome } }
  return Object.entries(outcomes).filter(([name]) => name.startsWith('ob30/'))
}

async function answerTo(bytes: Uint8Array, trust: readonly TrustList[]): Promise<string> {
  const { verdict, checks } = await verify(bytes, { trust, now, resolver: noResolver })
  if (verdict !== 'unknown') return verdict
  const open = checks.filter(({ status }) => status === 'undecided').map(({ id }) => id)
  return `unknown for ${open.join(', ')}`
}

/** A list that has the issuer of a sample, with the key the sample itself brings. */
async function listFor(bytes: Uint8Array): Promise<readonly TrustList[]> {
  const format = formats.find((candidate) => candidate.recognise(bytes))
  const opening = await attempt(() => format?.open(bytes))
  if (!opening.ok || opening.value?.issuer.id === undefined) return []
  const { issuer, proofs } = opening.value
  const keys = proofs.flatMap(({ key }): readonly PublicJwk[] => {
    if (key.kind === 'embedded') return [key.key]
    const fragment = key.kind === 'method' ? /z6Mk\w+$/.exec(key.url)?.[0] : undefined
    return fragment === undefined || fragment.length !== multikey.length
      ? []
      : [multikeyToJwk(fragment)]
  })
  const entry = { id: issuer.id ?? '', name: 'Sample issuer', alsoKnownAs: [], keys }
  // One sample is signed with a did:key that its issuer's name does not tell of.
  const key = { ...entry, id: `did:key:${multikey}`, alsoKnownAs: [entry.id] }
  return [
    { name: 'the list of this test', anchors: [], issuers: [entry, key], revocationLists: [] },
  ]
}

const issuerOnly = 'unknown for issuer-key, issuer-trust'
const notRead = 'unknown for format, signature, issuer-key, issuer-trust, status, dates, holder'
const endorsement = 'what one organisation says of another is no micro-credential'
const statuses =
  'a list of statuses is asked about others (below), it is no micro-credential itself'
const later = 'ecdsa-sd-2023 comes with a later issue'

/** Anything but “valid” agrees with a sample that must not be valid. */
function agreeing(came: string, { expect }: Outcome): readonly string[] {
  if (expect === 'valid') return ['valid', issuerOnly]
  if (expect === 'warning') return ['valid', issuerOnly]
  return came === 'valid' ? [] : [came]
}

describe('the Open Badges samples of 1EdTech', { skip: unlessPresent(home) }, () => {
  it('whose issuer nobody vouches for are undecided for that alone; the bad ones are refused', async (context) => {
    const answers: Answer[] = []
    for (const [vector, outcome] of samples()) {
      const came = await answerTo(readFileSync(reference(`${home}/${vector}`)), [])
      assert.notEqual(came, 'valid', vector)
      answers.push({ vector, expected: agreeing(came, outcome), came })
    }
    assert.equal(answers.length, 46)
    requireExpected(context, answers, {
      'ob30/endorsement-valid.json': [notRead, endorsement],
      'ob30/bit-string-list/testlist': [notRead, statuses],
      'ob30/sd/derivedcredential.json': ['unknown for signature, issuer-key, issuer-trust', later],
    })
  })

  it('whose issuer is on a list are valid, and the bad ones are still not', async (context) => {
    const answers: Answer[] = []
    for (const [vector, outcome] of samples()) {
      const bytes = readFileSync(reference(`${home}/${vector}`))
      const came = await answerTo(bytes, await listFor(bytes))
      const good = outcome.expect === 'valid' || outcome.expect === 'warning'
      answers.push({ vector, expected: good ? ['valid'] : agreeing(came, outcome), came })
    }
    requireExpected(context, answers, {
      'ob30/endorsement-valid.json': [notRead, endorsement],
      'ob30/bit-string-list/testlist': [notRead, statuses],
      'ob30/sd/derivedcredential.json': ['unknown for signature, issuer-key', later],
    })
  })

  it('with a status are answered from the list they name', async () => {
    const bytes = readFileSync(reference(`${home}/ob30/bit-string-list/testlist`))
    const opened = await readStatusList(bytes)
    assert.deepEqual(await opened.proofs[0]?.verify(multikeyToJwk(multikey)), { holds: true })
    assert.equal(opened.entry(23, 'revocation'), 'set')
    assert.equal(opened.entry(22, 'revocation'), 'not-set')
  })
})
