import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDesign } from '../credential/parse.ts'
import { attempt } from '../refusal.ts'
import { parseIssuer } from './issuer.ts'
import { mandateFor } from './mandate.ts'

const body = (id: string) => ({ organisation: { id, legalName: { en: id } } })
const design = (...ids: readonly string[]) =>
  parseDesign({
    tessera: 'design/1',
    id: 'https://a.example/designs/1',
    title: { en: 'Ethics' },
    awardingBodies: ids.map(body),
  })
const issuer = (mandate?: object) =>
  parseIssuer({
    tessera: 'issuer/1',
    organisation: { id: 'https://seal.example/', legalName: { en: 'Sealing office' } },
    base: 'https://seal.example',
    ...(mandate === undefined ? {} : { mandate }),
  })
const [a, b] = ['https://a.example/', 'https://b.example/'] as const
const statement = 'The claims are those of the awarding bodies.'

describe('sealing what others award', () => {
  it('needs no mandate for what the issuer awards, alone or with others', () => {
    assert.equal(mandateFor(design('https://seal.example/', a), issuer()), undefined)
    const mandated = issuer({ bodies: [a], statement })
    assert.equal(mandateFor(design('https://seal.example/', a), mandated), undefined)
  })

  it('needs one of all awarding bodies, and then says so in every credential', () => {
    const mandated = issuer({ bodies: [a, b], statement })
    assert.deepEqual(mandateFor(design(a), mandated), { statement })
    assert.deepEqual(mandateFor(design(b, a), mandated), { statement })
  })

  it('is refused without, and with one of some only', async () => {
    for (const [ids, mandate] of [
      [[a], undefined],
      [[a, b], { bodies: [a], statement }],
      [[], { bodies: [a], statement }],
    ] as const) {
      const answer = await attempt(() => mandateFor(design(...ids), issuer(mandate)))
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'issue.not-awarding')
    }
  })
})
