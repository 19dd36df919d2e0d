import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Holding } from '../../formats/opened.ts'
import type { Expectations } from '../context.ts'
import * as world from '../example-world.ts'
import { checkHolder } from './holder.ts'

const { context, daysFromNow, now, proof, stranger, strangerKey, strangerMethod } = world

type Presentation = NonNullable<Holding['presentation']>

const learner = stranger
const bound = proof(
  { purpose: 'authentication', key: { kind: 'embedded', key: strangerKey } },
  strangerKey,
)
const keyBinding: Presentation = {
  nonce: 'n-1',
  audience: 'https://reader.example',
  presentedAt: now,
  proofs: [bound],
}
const shown = proof(
  {
    purpose: 'authentication',
    key: { kind: 'method', url: strangerMethod },
    challenge: 'c-1',
    domain: 'reader.example',
    signedAt: now,
  },
  strangerKey,
)
const presentation: Presentation = { holder: learner, presentedAt: now, proofs: [shown] }

async function said(holding: Holding, expect: Expectations): Promise<string> {
  const { status, code } = await checkHolder(context({ holding }, { expect }))
  return `${status} ${code}`
}

const withKey = (over: Partial<Presentation> = {}): Holding => ({
  confirmation: strangerKey,
  presentation: { ...keyBinding, ...over },
})
const withHolder = (over: Partial<Presentation> = {}, subject = learner): Holding => ({
  subject,
  presentation: { ...presentation, ...over },
})
const asked = { nonce: 'n-1', audience: 'https://reader.example', keyBinding: true }
const challenged = { challenge: 'c-1', domain: 'reader.example' }

describe('the holder of a credential bound to a key', () => {
  it('is shown by an answer to this very request', async () => {
    assert.equal(await said(withKey(), asked), 'passed holder.bound')
    for (const other of [{ nonce: 'n-2' }, { audience: 'https://else.example' }])
      assert.equal(await said(withKey(), { ...asked, ...other }), 'failed holder.other-request')
    const { nonce: _, ...without } = keyBinding
    assert.equal(
      await said({ confirmation: strangerKey, presentation: without }, asked),
      'failed holder.other-request',
    )
  })

  it('is not shown by a presentation nobody signed, nor by a proof that cannot be told', async () => {
    assert.equal(await said(withKey({ proofs: [] }), asked), 'failed holder.no-presentation')
    assert.equal(await said(withKey({ proofs: [] }), {}), 'passed holder.not-asked')
    const verify = async () => ({ holds: false, undecided: true, code: '', sentence: '' }) as const
    const odd = proof({ purpose: 'authentication', verify }, strangerKey)
    assert.equal(await said(withKey({ proofs: [odd] }), asked), 'undecided holder.no-key')
  })

  it('must answer where an answer is asked for, in whatever way it is', async () => {
    for (const expect of [
      { keyBinding: true },
      { nonce: 'n-1' },
      { audience: 'a' },
      { challenge: 'c' },
      { domain: 'd' },
      { holderIsSubject: true },
    ])
      assert.equal(
        await said({ confirmation: strangerKey }, expect),
        'failed holder.no-presentation',
      )
    assert.equal(await said(withKey({ proofs: [] }), asked), 'failed holder.no-presentation')
    assert.equal(await said({ confirmation: strangerKey }, {}), 'passed holder.not-asked')
    assert.equal(await said({}, { keyBinding: false }), 'passed holder.not-asked')
  })

  it('answers in time, by every time it names', async () => {
    for (const over of [
      { presentedAt: daysFromNow(-1) },
      { presentedAt: daysFromNow(1) },
      { proofs: [{ ...bound, signedAt: daysFromNow(-1) }] },
      { proofs: [{ ...bound, expiresAt: now }] },
    ])
      assert.equal(await said(withKey(over), asked), 'failed holder.not-fresh')
  })

  it('is not shown by another key, nor by a signature made for issuing', async () => {
    const other = proof({ purpose: 'authentication' })
    assert.equal(await said(withKey({ proofs: [other] }), asked), 'failed holder.changed')
    assert.equal(await said(withKey({ proofs: [bound, other] }), asked), 'failed holder.changed')
    const issuing = proof({}, strangerKey)
    assert.equal(await said(withKey({ proofs: [issuing] }), asked), 'failed holder.changed')
    assert.equal(await said({ presentation: keyBinding }, asked), 'failed holder.not-bound')
  })

  it('is not claimed where nobody asked: an old proof breaks nothing and shows nobody', async () => {
    assert.equal(
      await said(withKey({ presentedAt: daysFromNow(-90) }), {}),
      'passed holder.not-asked',
    )
    assert.equal(await said(withKey(), {}), 'passed holder.not-asked')
    const other = proof({ purpose: 'authentication' })
    assert.equal(await said(withKey({ proofs: [other] }), {}), 'failed holder.changed')
  })
})

describe('the holder of a presentation', () => {
  it('is shown by their own key, for this challenge and this reader', async () => {
    assert.equal(await said(withHolder(), challenged), 'passed holder.bound')
    assert.equal(
      await said(withHolder(), { ...challenged, holderIsSubject: true }),
      'passed holder.bound',
    )
    assert.equal(await said(withHolder(), { challenge: 'c-2' }), 'failed holder.other-request')
    assert.equal(
      await said(withHolder(), { domain: 'else.example' }),
      'failed holder.other-request',
    )
    const { challenge: _, ...bare } = shown
    assert.equal(
      await said(withHolder({ proofs: [shown, bare] }), challenged),
      'failed holder.other-request',
    )
  })

  it('who is not the learner is never called the learner', async () => {
    const stolen = withHolder({}, 'did:example:learner')
    assert.equal(
      await said(stolen, { ...challenged, holderIsSubject: true }),
      'failed holder.not-subject',
    )
    assert.equal(await said(stolen, challenged), 'passed holder.not-asked')
    const { subject: _, ...nameless } = withHolder()
    assert.equal(await said(nameless, { holderIsSubject: true }), 'failed holder.not-subject')
  })

  it('cannot be somebody whose key did not make the proof', async () => {
    const foreign = withHolder({ holder: world.uniAsKey }, world.uniAsKey)
    assert.equal(await said(foreign, challenged), 'failed holder.changed')
  })

  it('need not be named: then it is whose key made the proof', async () => {
    const { holder: _, ...nameless } = presentation
    const by = (subject: string, expect: Expectations) =>
      said({ subject, presentation: nameless }, expect)
    assert.equal(await by(learner, {}), 'passed holder.not-asked')
    assert.equal(await by(learner, challenged), 'passed holder.bound')
    assert.equal(await by('did:example:learner', challenged), 'passed holder.not-asked')
    const subjectAsked = { ...challenged, holderIsSubject: true }
    assert.equal(await by(learner, subjectAsked), 'passed holder.bound')
    assert.equal(await by('did:example:learner', subjectAsked), 'failed holder.not-subject')
    const two = { ...nameless, proofs: [shown, { ...shown, key: world.proof().key }] }
    assert.equal(
      await said({ subject: learner, presentation: two }, subjectAsked),
      'failed holder.not-subject',
    )
    const unnamed = { ...nameless, proofs: [{ ...shown, key: { kind: 'issuer' } as const }] }
    assert.equal(await said({ presentation: unnamed }, challenged), 'failed holder.not-bound')
  })
})
