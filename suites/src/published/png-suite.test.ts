// PngSuite (Willem van Schaik): every kind of PNG there is, and broken ones (x…). Our reader draws nothing, but
// walks through all of a picture to find or to place a credential.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { bakeIntoPng, extractFromPng } from 'tessera/read/png'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { type Answer, requireExpected } from './answers.ts'

const home = 'security/fetched/pngsuite'

describe('the pictures of PngSuite', { skip: unlessPresent(home) }, () => {
  const names = () => readdirSync(reference(home)).filter((name) => name.endsWith('.png'))

  it('are walked through, and refused where they are broken', async (context) => {
    const answers: Answer[] = []
    for (const name of names()) {
      const bytes = readFileSync(reference(`${home}/${name}`))
      const answer = await attempt(() => extractFromPng(bytes, name))
      const code = answer.ok ? 'a credential' : (answer.refusals[0]?.code ?? '')
      answers.push({
        vector: name,
        expected: [name.startsWith('x') ? 'refused' : 'walked'],
        came: code === 'png.no-credential' ? 'walked' : 'refused',
      })
    }
    assert.equal(answers.filter(({ came }) => came === 'refused').length, 8)
    requireExpected(context, answers)
  })

  it('keep a credential that is put into them', async () => {
    const text = '{"“Ethics”": true}'
    for (const name of names().filter((each) => !each.startsWith('x'))) {
      const baked = await bakeIntoPng(readFileSync(reference(`${home}/${name}`)), text, name)
      assert.equal(await extractFromPng(baked, name), text, name)
    }
  })
})
